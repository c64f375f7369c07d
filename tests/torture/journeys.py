"""6. Journeys one after the other at full speed, in a process of their own: what it holds."""

import asyncio
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from showcase.client import EngineClient, EngineRefused, launch
from showcase.journal.bulk import Bulk
from showcase.model.answers import EngineState
from showcase.model.events import RunEnded
from tests.torture.figures import Figure, at_most, none_of
from tests.torture.house import Vitals, vitals
from tests.torture.scale import Scale

_LOOK = 0.02
_LOOKS = 80
_AT_REST = 5.0
"""Seconds after which what was freed has gone back: the engine looks every two."""

_PATIENCE = 120.0
_THIN = 50
"""Journeys after which the recorded bytes, 25 MB of each, make room on the disk."""


async def journeys(folder: Path, scale: Scale) -> list[Figure]:
    """Memory, descriptors and threads from the first quarter's end to the last journey."""
    door = await launch(["--journal", str(folder / "journal.db")])
    seen: list[Vitals] = []
    bad: list[str] = []
    async with EngineClient(door) as client:
        try:
            for number in range(1, scale.journeys + 1):
                ended = await play(client, scale.cut)
                bad += [] if ended.held else [f"#{number} of {scale.journeys}"]
                if number % max(1, scale.journeys // _LOOKS) == 0:
                    await asyncio.sleep(_AT_REST)
                    seen.append(vitals(door.pid))
                if number % _THIN == 0:
                    await asyncio.to_thread(_thin, folder / "journal.db")
        finally:
            await client.quit()
    return [none_of("journeys that did not hold", bad, scale.journeys), *_grown(seen, scale)]


async def play(client: EngineClient, cut: str, cast: str = "") -> RunEnded:
    """Play a journey at full pace; how it ended."""
    run = await client.start_run("chest-pain", cast=cast, cut=cut, fast=True)
    async with asyncio.timeout(_PATIENCE):
        while (state := await client.state()).run == run and not _stands(state):
            with suppress(EngineRefused):  # a cue is under way
                await client.go()
            await asyncio.sleep(_LOOK)
        if state.run:
            await client.end()
        async for entry in client.events(after=max(0, state.last_seq - 1000)):
            if isinstance(entry.event, RunEnded) and entry.event.run == run:
                return entry.event
    raise RuntimeError("the engine stopped telling")


def _stands(state: EngineState) -> bool:
    return state.held and not state.busy


def _thin(journal: Path) -> None:
    with closing(sqlite3.connect(journal, timeout=30.0)) as db, db:
        db.execute("PRAGMA secure_delete = OFF")  # else as many zeros go through the log
        Bulk(journal).drop(row[0] for row in db.execute("SELECT digest FROM blob").fetchall())
        db.execute("DELETE FROM blob")


def _grown(seen: list[Vitals], scale: Scale) -> list[Figure]:
    warm = seen[len(seen) // 4 :]
    half = len(warm) // 2
    first, last = warm[:half], warm[half:]
    journeys_apart = scale.journeys * len(warm) / len(seen) / 2
    memory = (_mean(last) - _mean(first)) / journeys_apart * 100
    told = ", ".join(f"{each.memory:.0f}" for each in seen[:: max(1, len(seen) // 10)])
    return [
        at_most(f"memory ({told} MB): per 100 journeys", memory, scale.grown, " MB"),
        at_most("descriptors more", last[-1].descriptors - first[0].descriptors, 5),
        at_most("threads more", last[-1].threads - first[0].threads, 5),
    ]


def _mean(some: list[Vitals]) -> float:
    return sum(each.memory for each in some) / len(some)
