"""Starting an engine, also before anybody has asked for it."""

import asyncio
import socket
import sys
from pathlib import Path

import pytest

from showcase.client import EngineGone, door_path, head_start, launch, starting, write_door
from showcase.model.answers import Door

_ENGINE = """
import sys, time
print('{"url": "http://127.0.0.1:1", "key": "k", "pid": 7}', flush=True)
print(sys.argv[1:], file=sys.stderr)
"""


async def test_a_started_engine_tells_its_door(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "_command", lambda: [sys.executable, "-c", _ENGINE])
    async with asyncio.timeout(20):
        assert await launch(["--journal", "x"]) == Door(url="http://127.0.0.1:1", key="k", pid=7)


@pytest.mark.parametrize("program", ["raise SystemExit(3)", "print('hello')"])
async def test_an_engine_that_does_not_come_up_is_told(
    monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(starting, "_command", lambda: [sys.executable, "-c", program])
    async with asyncio.timeout(20):
        with pytest.raises(EngineGone, match="did not come up"):
            await launch()


async def test_a_silent_engine_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    program = "import time; time.sleep(600)"
    monkeypatch.setattr(starting, "_command", lambda: [sys.executable, "-c", program])
    monkeypatch.setattr(starting, "_STARTS_WITHIN", 0.2)
    async with asyncio.timeout(20):
        with pytest.raises(EngineGone, match="did not come up"):
            await launch()


async def test_a_missing_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "_command", lambda: ["/nowhere/showcase"])
    with pytest.raises(EngineGone, match="cannot be started"):
        await launch()


async def test_a_head_start_is_the_engine_that_comes_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "_command", lambda: [sys.executable, "-c", _ENGINE])
    journal = tmp_path / "journal.db"
    write_door(Door(url="http://127.0.0.1:9", key="old", pid=0), door_path(journal))  # a killed one
    begun = head_start(journal)
    assert begun
    async with asyncio.timeout(20):
        assert (await begun.door()).key == "k"
    begun.give_up()


def test_an_engine_that_is_up_needs_no_head_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "_command", lambda: ["/nowhere/showcase"])
    with socket.create_server(("127.0.0.1", 0)) as engine:
        url = f"http://127.0.0.1:{engine.getsockname()[1]}"
        write_door(Door(url=url, key="k", pid=1), door_path(tmp_path / "journal.db"))
        assert head_start(tmp_path / "journal.db") is None


async def test_of_two_copies_one_starts_an_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "_command", lambda: [sys.executable, "-c", _ENGINE])
    journal = tmp_path / "new" / "journal.db"
    first = head_start(journal)
    assert first
    assert head_start(journal) is None
    async with asyncio.timeout(20):
        assert (await first.door()).key == "k"
    first.give_up()


def test_a_head_start_that_fails_is_left_to_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "_command", lambda: ["/nowhere/showcase"])
    assert head_start(tmp_path / "journal.db") is None


async def test_a_head_start_that_nobody_wants_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    program = "import time; time.sleep(600)"
    monkeypatch.setattr(starting, "_command", lambda: [sys.executable, "-c", program])
    begun = starting.Starting()
    begun.give_up()
    async with asyncio.timeout(20):
        with pytest.raises(EngineGone, match="did not come up"):
            await begun.door()
