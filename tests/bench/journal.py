"""The journal: events a second, opening and searching 50,000 exchanges, what the index costs."""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from showcase.journal import open_journal
from showcase.journal.store import Store
from showcase.journal.unwritten import unwritten
from showcase.wire.clock import SystemClock
from tests.bench.figures import Figure, always_within
from tests.showcase.journal import many

PART = "journal"
EXCHANGES = 50_000
_EVENTS = 2_000
_ROUNDS = 5
_COMMITS = 200
_ASKED = (
    *("rosa quill", "MARCH", "zoë", "r"),
    *("1000999", "AF45", "impression embolism", "rad-8", "127.0.0.1:21010"),
    *(many.ROOT, f"{many.ROOT}.{1_000_500 * 7919}", "2", "no such thing"),
)


async def journal(folder: Path) -> list[Figure]:
    """The figures; `folder` is for journals."""
    return [await _events(folder / "events.db"), *await asyncio.to_thread(search, folder)]


async def _events(path: Path) -> Figure:
    """Events a second, from recording the first to the last being on the disk."""
    rates = []
    async with await open_journal(path, SystemClock()) as kept:
        for number in range(_ROUNDS):
            began = perf_counter()
            for nth in range(_EVENTS):
                kept.record(many.ended(number, nth))
            await kept.settled()
            rates.append(_EVENTS / (perf_counter() - began))
    what = "Journal: ended hops recorded, indexed and on the disk"
    return Figure(part=PART, what=what, unit="events/s", ours=rates)


def search(folder: Path) -> list[Figure]:
    """Fill a journal in that folder with 50,000 exchanges, and measure it."""
    path = folder / "many.db"
    store = Store(path)
    many.fill(store, EXCHANGES)
    commits = _commits(store)
    store.close()
    told = partial(Figure, part=PART, unit="ms")
    searches = asyncio.run(_searched(path))
    opened = [_timed(lambda: Store(path).close()) for _ in range(_ROUNDS)]
    runs = asyncio.run(_run_opened(path))
    return [
        told(
            what=f"Search over {EXCHANGES:,} exchanges, {len(searches)} different ones",
            ours=list(searches.values()),
            target=always_within(300),
            note=f"slowest: {max(searches, key=lambda text: searches[text])!r}",
        ),
        told(what=f"Opening a journal of {EXCHANGES:,} exchanges", ours=opened),
        told(what=f"Opening one run of {EXCHANGES:,} exchanges: every entry read", ours=runs),
        told(
            what="One exchange committed by itself",
            ours=commits,
            peer=_commits_without(folder),
            beside="the same rows without the index",
        ),
    ]


async def _run_opened(path: Path) -> list[float]:
    async with await open_journal(path, SystemClock()) as kept:
        taken = []
        for _ in range(3):
            began = perf_counter()
            seen = 0
            async for entry in kept.subscribe(after=0):
                seen += 1
                if entry.seq >= await kept.last_seq():
                    break
            assert seen >= EXCHANGES
            taken.append((perf_counter() - began) * 1000)
        return taken


async def _searched(path: Path) -> dict[str, float]:
    async with await open_journal(path, SystemClock()) as kept:
        taken: dict[str, float] = {}
        for text in _ASKED:
            began = perf_counter()
            await kept.search(text)
            taken[text] = (perf_counter() - began) * 1000
    return taken


def _commits(store: Store) -> list[float]:
    taken = []
    for nth in range(_COMMITS):
        each = unwritten(many.AT, many.ended(EXCHANGES, nth), {})
        taken.append(_timed(partial(store.append, [each])))
    return taken


def _commits_without(folder: Path) -> list[float]:
    """The same entries into the same tables, and nothing else."""
    Store(folder / "bare.db").close()
    db = sqlite3.connect(folder / "bare.db", isolation_level=None)
    db.execute("PRAGMA synchronous = FULL")

    def commit(body: str) -> None:
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO entry (at, run, kind, body) VALUES (0, '', 'HopEnded', ?)", (body,))
        db.execute("COMMIT")

    bodies = [unwritten(many.AT, many.ended(0, nth), {}).body for nth in range(_COMMITS)]
    taken = [_timed(partial(commit, body)) for body in bodies]
    db.close()
    return taken


def _timed(action: Callable[[], object]) -> float:
    began = perf_counter()
    action()
    return round((perf_counter() - began) * 1000, 2)
