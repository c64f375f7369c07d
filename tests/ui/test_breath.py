"""What comes in a rush leaves room for others."""

import asyncio

import pytest

from ui import breath
from ui.breath import Breath


async def _others_during(pieces: int) -> int:
    """How often somebody else had a turn while so many pieces of work were done."""
    turns: list[int] = []
    taken = Breath()
    for piece in range(pieces):
        asyncio.get_running_loop().call_soon(turns.append, piece)
        await taken.take()
    return len(turns)


async def test_work_that_takes_long_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(breath, "_WORK", 0.0)
    assert await _others_during(3) == 3


async def test_little_work_is_done_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(breath, "_WORK", 3600.0)
    assert await _others_during(3) == 0
