"""Memory of an engine at rest, and how it grows with journeys played at full pace.

Thirty journeys come first: what caches hold by then is held for good. Then the engine is looked at
after every ten, in a moment of quiet, when what was freed has gone back to the machine. 500
journeys are measured by ``make bench ARGS="memory --journeys 500"``; by default there are fewer.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from showcase.client import EngineClient, door_path, read_door
from tests.bench.figures import Figure, within
from tests.bench.stage import engine, play
from tests.torture.house import vitals

PART = "memory"
_WARM = 30
_BETWEEN = 10
_QUIET = 6.0
"""Seconds: twice what the engine lets pass between two looks at its own memory, and a little."""


async def memory(folder: Path, journeys: int) -> list[Figure]:
    """The figures; `folder` is for the journal."""
    async with engine(folder) as client:
        door = read_door(door_path(folder / "journal.db"))
        assert door
        pid = door.pid
        rest = vitals(pid).memory
        await _played(client, pid, _WARM)
        looks = max(2, journeys // _BETWEEN)
        held = [await _played(client, pid, _BETWEEN) for _ in range(looks)]
    return [
        Figure(part=PART, what="Engine's memory at rest", unit="MB", ours=[rest]),
        Figure(
            part=PART, what=f"Engine's memory after {_WARM + looks * _BETWEEN} journeys",
            unit="MB", ours=held[-1:],
        ),
        Figure(
            part=PART, what=f"Growth per 100 journeys, over {looks * _BETWEEN} after {_WARM}",
            unit="MB", ours=[_growth(held)], target=within(1),
        ),
    ]  # fmt: skip


async def _played(client: EngineClient, pid: int, journeys: int) -> float:
    """Megabytes at rest after more journeys."""
    for _ in range(journeys):
        await play(client)
    await asyncio.sleep(_QUIET)
    return vitals(pid).memory


def _growth(held: Sequence[float]) -> float:
    """Megabytes in a hundred journeys: what the last looks show more than the first."""
    few = max(1, len(held) // 3)
    return (median(held[-few:]) - median(held[:few])) * 100 / ((len(held) - few) * _BETWEEN)
