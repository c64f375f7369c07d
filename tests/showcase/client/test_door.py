"""The door file."""

import os
import stat
from pathlib import Path

import pytest

from showcase.client import alive, door_path, read_door, remove_door, write_door
from showcase.model.answers import Door

DOOR = Door(url="http://127.0.0.1:9", key="k", pid=42)


def test_a_door_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "engine.json"
    write_door(DOOR, path)
    assert read_door(path) == DOOR
    write_door(Door(url="u", key="k2", pid=43), path)
    assert read_door(path) == Door(url="u", key="k2", pid=43)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows guards the user's folder itself")
def test_only_its_user_reads_the_door(tmp_path: Path) -> None:
    write_door(DOOR, tmp_path / "engine.json")
    assert stat.S_IMODE((tmp_path / "engine.json").stat().st_mode) == 0o600


def test_no_door_and_a_damaged_door_are_none(tmp_path: Path) -> None:
    assert read_door(tmp_path / "engine.json") is None
    (tmp_path / "engine.json").write_bytes(b"\xff{")
    assert read_door(tmp_path / "engine.json") is None


def test_each_journal_has_a_door(tmp_path: Path) -> None:
    own = door_path(tmp_path / "own.db")
    assert own.parent == tmp_path
    assert len({own, door_path(tmp_path / "other.db"), door_path()}) == 3


def test_another_engines_door_stays(tmp_path: Path) -> None:
    path = tmp_path / "engine.json"
    write_door(DOOR, path)
    remove_door(Door(url="other", key="k", pid=1), path)
    assert read_door(path) == DOOR
    remove_door(DOOR, path)
    assert not path.exists()
    remove_door(DOOR, path)


async def test_nobody_behind_a_door_is_noticed() -> None:
    assert not await alive(DOOR)
