"""The shipped story: GO to first byte, the whole of it, the command, each hop beside a peer."""

import asyncio
import sys
from pathlib import Path
from time import perf_counter

from tests.bench.beside import PART, beside
from tests.bench.figures import Figure, within
from tests.bench.stage import engine, play

_RUNS = 7
_COMMANDS = 3


async def story(folder: Path) -> list[Figure]:
    """The figures; `folder` is for journals and images."""
    async with engine(folder) as client:
        await play(client)
        runs = [await play(client) for _ in range(_RUNS)]
        first = [ms for run in runs for ms in run.first_bytes()]
        whole = [run.ended.seconds for run in runs]
        hops = await beside(client, runs, folder)
    commands = [await _command(folder / f"{number}.db") for number in range(_COMMANDS)]
    return [
        Figure(part=PART, what="GO to the first byte on the wire", unit="ms", ours=first),
        Figure(
            part=PART,
            what="chest-pain at full pace, every hop acknowledged",
            unit="s",
            ours=whole,
            target=within(3),
        ),
        Figure(
            part=PART,
            what="`showcase play chest-pain`, from the shell and back to it",
            unit="s",
            ours=commands,
        ),
        *hops,
    ]


async def _command(journal: Path) -> float:
    """Seconds of the whole command."""
    began = perf_counter()
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "showcase", "play", "chest-pain", "--pace", "fast"),
        *("--journal", str(journal)),
        stdout=asyncio.subprocess.DEVNULL,
    )
    assert await child.wait() == 0
    return perf_counter() - began
