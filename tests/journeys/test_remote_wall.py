"""A wall in a process of its own, on the second door of a real engine; the engine is killed."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from showcase.client import EngineClient, launch
from showcase.model.answers import Door
from showcase.model.lookout import LookoutWanted

WAIT = 120


async def _guests(door: Door, wanted: int) -> None:
    """Return once so many look on; no event tells of guests, so the engine is asked."""
    async with EngineClient(door) as staff:
        while (await staff.lookout()).guests != wanted:
            await staff.state()


async def _engine(tmp_path: Path) -> Door:
    return await launch(["--journal", str(tmp_path / "journal.db")])


@pytest.mark.skipif(os.name == "nt", reason="kills with signals")
async def test_a_wall_elsewhere_survives_its_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("QT_QUICK_BACKEND", "software")
    async with asyncio.timeout(WAIT):
        door = await _engine(tmp_path)
        async with EngineClient(door) as staff:
            told = await staff.change_lookout(LookoutWanted(host="127.0.0.1", port=0))
            await staff.start_run("chest-pain", fast=True)
        wall = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "showcase", "wall", "--connect", told.urls[0], "--window",
            env={**os.environ, "SHOWCASE_WALL_KEY": told.key},
        )  # fmt: skip
        await _guests(door, 1)
        os.kill(door.pid, signal.SIGKILL)
        door = await _engine(tmp_path)  # at the same second door, with the same key
        await _guests(door, 1)
        wall.terminate()
        assert await wall.wait() == 0
        async with EngineClient(door) as staff:
            await staff.quit()
