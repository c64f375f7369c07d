"""Memory of an engine: at rest, and how it grows from journey to journey at full pace.

Thirty journeys come first: what caches hold by then is held for good. 500 journeys are measured by
``make bench ARGS="memory --journeys 500"``; by default there are fewer.
"""

from pathlib import Path

from showcase.client import door_path, read_door
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
        warm = _resident(pid)
        for _ in range(journeys):
            await play(client)
        after = _resident(pid)
    growth = (after - warm) * 100 / journeys
    return [
        Figure(part=PART, what="Engine's memory at rest", unit="MB", ours=[rest]),
        Figure(
            part=PART, what=f"Engine's memory after {_WARM + journeys} journeys", unit="MB",
            ours=[after],
        ),
        Figure(
            part=PART, what=f"Growth per 100 journeys, over {journeys} after {_WARM}", unit="MB",
            ours=[growth], target=within(1),
        ),
    ]  # fmt: skip


def _resident(pid: int) -> float:
    """Megabytes that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))
