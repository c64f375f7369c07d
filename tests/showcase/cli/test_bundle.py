"""``showcase bundle``: where it is written, and what is said."""

import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from showcase.cli.app import build


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder of our own, in which we stand."""
    for name in ("XDG_DATA_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ran(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(build("bundle"), ["bundle", *arguments])


def test_one_file_and_the_place_it_is_in(home: Path) -> None:
    done = ran("--cast", "orthanc")
    assert done.exit_code == 0, done.output
    (made,) = home.glob("showcase-support-*.zip")
    assert str(made) in done.stdout
    with zipfile.ZipFile(made) as archive:
        assert archive.testzip() is None
        assert {"README.txt", "cast.yaml", "machine.txt"} <= set(archive.namelist())


def test_for_a_window_one_line(home: Path) -> None:
    done = ran("--json", "--to", str(home / "deep" / "help.zip"))
    assert json.loads(done.stdout) == {"file": str(home / "deep" / "help.zip")}
    assert zipfile.is_zipfile(home / "deep" / "help.zip")


def test_where_nothing_can_be_written_it_is_said(home: Path) -> None:
    (home / "file").touch()
    done = ran("--to", str(home / "file" / "help.zip"))
    assert done.exit_code == 2
    assert "It cannot be written" in done.output
    assert "--to" in done.output
