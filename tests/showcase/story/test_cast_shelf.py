"""Named casts on the disk."""

from pathlib import Path

import pytest

from showcase.story.cast_shelf import CastShelf


def test_the_users_casts_come_first(tmp_path: Path) -> None:
    shelf = CastShelf(tmp_path)
    shelf.write(tmp_path / "morning.yaml", b"format: 1\n")
    names = [file.name for file in shelf.files()]
    assert names[0] == "morning.yaml"
    assert "orthanc.yaml" in names
    assert [shelf.is_shipped(file) for file in shelf.files()[:2]] == [False, True]


def test_a_copy_hides_the_shipped_one(tmp_path: Path) -> None:
    shelf = CastShelf(tmp_path)
    shipped = next(file for file in shelf.files() if file.name == "orthanc.yaml")
    assert shelf.own(shipped) == tmp_path / "orthanc.yaml"
    shelf.write(shelf.own(shipped), b"format: 1\n")
    assert [file for file in shelf.files() if file.name == "orthanc.yaml"] == [shelf.own(shipped)]


def test_a_new_cast_is_named_after_its_title(tmp_path: Path) -> None:
    shelf = CastShelf(tmp_path)
    assert shelf.fresh("Day 2: Afternoon!").name == "day-2-afternoon.yaml"
    assert shelf.fresh("Orthanc").name == "orthanc-2.yaml"
    assert shelf.fresh("…").name == "cast.yaml"


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    shelf, file = CastShelf(tmp_path / "new"), tmp_path / "new" / "a.yaml"
    shelf.write(file, b"one")
    file.chmod(0o600)
    shelf.write(file, b"two")
    assert file.read_bytes() == b"two"
    assert file.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in file.parent.iterdir()] == ["a.yaml"]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - whichever the platform says
        CastShelf(tmp_path).write(tmp_path / "a.yaml", b"one")
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_no_file_yet_begins_as_one(tmp_path: Path) -> None:
    assert CastShelf(tmp_path).text(tmp_path / "none.yaml") == "format: 1\n"
