from pathlib import Path

import pytest

from showcase.story import library


def test_checkout_has_stories_and_casts() -> None:
    assert "chest-pain" in library.story_names()
    assert "orthanc" in library.cast_names()


def test_installed_stories_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed, checkout = tmp_path / "showcase_data" / "scenarios", tmp_path / "scenarios"
    monkeypatch.setattr(library, "_HOMES", (installed, checkout))
    with pytest.raises(FileNotFoundError):
        library.scenarios_folder()
    checkout.mkdir()
    assert library.scenarios_folder() == checkout
    installed.mkdir(parents=True)
    assert library.scenarios_folder() == installed


def test_names_paths_and_folders_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = library.scenarios_folder()
    assert library.story_file("chest-pain") == home / "chest-pain" / "story.yaml"
    assert library.story_file(tmp_path) == tmp_path / "story.yaml"
    assert library.story_file("a/b.yaml") == Path("a/b.yaml")
    assert library.cast_file("orthanc") == home / "casts" / "orthanc.yaml"
    assert library.cast_file("orthanc.yaml") == Path("orthanc.yaml")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "chest-pain").mkdir()
    assert library.story_file("chest-pain") == Path("chest-pain/story.yaml")


def test_a_cast_that_the_window_keeps_is_found_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "own_casts", lambda: tmp_path)
    assert library.cast_file("morning") == library.scenarios_folder() / "casts" / "morning.yaml"
    (tmp_path / "morning.yaml").touch()
    (tmp_path / "orthanc.yaml").touch()
    assert library.cast_file("morning") == library.cast_file("Morning") == tmp_path / "morning.yaml"
    assert library.cast_file("orthanc") == tmp_path / "orthanc.yaml", "it hides the shipped one"
    assert {"morning", "orthanc"} <= set(library.cast_names())
