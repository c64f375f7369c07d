"""Memory of an engine: at rest, and how it grows from journey to journey at full pace.

Thirty journeys come first: what caches hold by then is held for good. 500 journeys are measured by
``make bench ARGS="memory --journeys 500"``; by default there are fewer.
"""

from collections.abc import Sequence
from pathlib import Path

from showcase.client import EngineClient, door_path, read_door
from tests.bench.figures import Figure, within
from tests.bench.stage import engine, play

PART = "memory"
_WARM = 30


async def memory(folder: Path, journeys: int) -> list[Figure]:
    """The figures; `folder` is for the journal."""
    async with engine(folder) as client:
        door = read_door(door_path(folder / "journal.db"))
        assert door
        pid = door.pid
        rest = _resident(pid)
        for _ in range(_WARM):
            await play(client)
        held = [await _played(client, pid) for _ in range(journeys)]
    return [
        Figure(part=PART, what="Engine's memory at rest", unit="MB", ours=[rest]),
        Figure(
            part=PART, what=f"Engine's memory after {_WARM + journeys} journeys", unit="MB",
            ours=held[-5:],
        ),
        Figure(
            part=PART, what=f"Growth per 100 journeys, over {journeys} after {_WARM}", unit="MB",
            ours=[_growth(held)], target=within(1),
        ),
    ]  # fmt: skip


async def _played(client: EngineClient, pid: int) -> float:
    """Megabytes after another journey."""
    await play(client)
    return _resident(pid)


def _growth(held: Sequence[float]) -> float:
    """Megabytes in a hundred journeys: what a quarter of them holds more than the first quarter.

    The least of each: a large exchange that is still being read is no growth.
    """
    few = max(1, len(held) // 4)
    return (min(held[-few:]) - min(held[:few])) * 100 / max(1, len(held) - few)


def _resident(pid: int) -> float:
    """Megabytes that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))
