"""The door file, and starting an engine."""

import asyncio
import os
import stat
import sys
from pathlib import Path

import pytest

from showcase.client import EngineGone, alive, door_path, launch, read_door, remove_door, write_door
from showcase.client import door as door_module
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


_ENGINE = """
import sys, time
print('{"url": "http://127.0.0.1:1", "key": "k", "pid": 7}', flush=True)
print(sys.argv[1:], file=sys.stderr)
"""


async def test_a_started_engine_tells_its_door(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door_module, "_command", lambda: [sys.executable, "-c", _ENGINE])
    async with asyncio.timeout(20):
        assert await launch(["--journal", "x"]) == Door(url="http://127.0.0.1:1", key="k", pid=7)


@pytest.mark.parametrize("program", ["raise SystemExit(3)", "print('hello')"])
async def test_an_engine_that_does_not_come_up_is_told(
    monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(door_module, "_command", lambda: [sys.executable, "-c", program])
    async with asyncio.timeout(20):
        with pytest.raises(EngineGone, match="did not come up"):
            await launch()


async def test_a_silent_engine_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    program = "import time; time.sleep(600)"
    monkeypatch.setattr(door_module, "_command", lambda: [sys.executable, "-c", program])
    monkeypatch.setattr(door_module, "_STARTS_WITHIN", 0.2)
    async with asyncio.timeout(20):
        with pytest.raises(EngineGone, match="did not come up"):
            await launch()


async def test_a_missing_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door_module, "_command", lambda: ["/nowhere/showcase"])
    with pytest.raises(EngineGone, match="cannot be started"):
        await launch()
