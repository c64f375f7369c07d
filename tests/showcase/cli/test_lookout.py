"""The second door is found where the engine is, whatever journal it keeps."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from showcase.cli.app import build
from showcase.cli.lookout import _engine
from showcase.client import door_path, write_door
from showcase.model.answers import Door

DOOR = Door(url="http://127.0.0.1:9", key="k", pid=1)


def test_an_engine_with_a_journal_of_its_own_is_found(tmp_path: Path) -> None:
    journal = tmp_path / "fair.db"
    write_door(DOOR, door_path(journal))
    assert _engine(journal) == DOOR


@pytest.mark.parametrize("named", [True, False])
def test_where_none_is_the_command_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, named: bool
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    journal = str(tmp_path / "fair.db")
    result = CliRunner().invoke(
        build("lookout"), ["lookout", *(["--journal", journal] if named else [])]
    )
    assert result.exit_code == 2
    assert "No engine is running" in result.output
    assert ("--journal" in result.output) is not named
