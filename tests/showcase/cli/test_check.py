from pathlib import Path

from typer.testing import CliRunner

from showcase.cli.app import build
from tests.showcase.story.specimens import CAST, GERMAN, STORY, replaced


def check(*files: Path | str) -> tuple[int, list[str]]:
    """Exit code and lines of ``showcase check``."""
    result = CliRunner().invoke(build("check"), ["check", *map(str, files)])
    return result.exit_code, result.stdout.splitlines()


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def test_shipped_files_are_fine() -> None:
    assert check("chest-pain", "orthanc") == (
        0,
        ["chest-pain: fine, a story, cues: 22", "orthanc: fine, a cast, roles given away: 1"],
    )


def test_every_fault_of_every_file_is_printed(tmp_path: Path) -> None:
    story = written(tmp_path, "s.yaml", replaced(STORY, "from: desk", "from: dsk"))
    cast = written(tmp_path, "c.yaml", replaced(CAST, "index: acme", "index: acne"))
    assert check(story, cast, tmp_path / "none.yaml") == (
        2,
        [
            f"{story}:26: unknown role `dsk` — Did you mean `desk`?",
            f"{cast}:10: unknown system `acne` — Did you mean `acme`?",
            f"{tmp_path / 'none.yaml'}: the file cannot be read: No such file or directory — "
            "Check the name; `showcase check FILE` takes story and cast files.",
        ],
    )


def test_cast_is_checked_against_the_story_beside_it(tmp_path: Path) -> None:
    story = written(tmp_path, "small.yaml", STORY)
    cast = written(tmp_path, "c.yaml", replaced(CAST, "    desk:", "    dsk:"))
    assert check(cast)[0] == 0
    code, lines = check(story, cast)
    assert code == 2
    assert lines[-1] == f"{cast}:16: the story small has no role `dsk` — Did you mean `desk`?"


def test_unreadable_yaml_is_told_by_line(tmp_path: Path) -> None:
    path = written(tmp_path, "s.yaml", "format: 1\ntitle: [\n")
    code, lines = check(path)
    assert code == 2
    assert lines[0].startswith(f"{path}:2: this is no YAML:")


def test_story_is_checked_with_its_translations(tmp_path: Path) -> None:
    story = written(tmp_path, "story.yaml", STORY)
    german = written(tmp_path, "de.yaml", GERMAN)
    fine = f"{story}: fine, a story, cues: 2"
    assert check(story) == (0, [fine])
    german.write_text(replaced(GERMAN, "title: Klein\n", ""), "utf-8")
    fault = f"{german}:1: `title` is missing — Translate “Small”."
    assert check(story) == (2, [fine, fault])
    code, lines = check(german)
    assert (code, lines[-1]) == (2, fault)
    german.write_text("a: [", "utf-8")
    assert check(story)[0] == 2
