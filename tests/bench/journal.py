"""The journal: how long a search takes among many exchanges, and what the index costs.

``search_ms``    the slowest and the median of the searches below, each asked of a journal on the
                 disk that holds 50,000 exchanges
``commit_ms``    one exchange committed by itself, as a live run does: with the index, and without
``open_ms``      opening such a journal; and once more when it comes from before the index
"""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from showcase.journal import open_journal
from showcase.journal.store import Store
from showcase.journal.unwritten import unwritten
from showcase.wire.clock import SystemClock
from tests.showcase.journal import many

EXCHANGES = 50_000
_COMMITS = 200
_ASKED = (
    *("rosa quill", "MARCH", "zoë", "r"),
    *("1000999", "AF45", "impression embolism", "rad-8", "127.0.0.1:21010"),
    *(many.ROOT, f"{many.ROOT}.{1_000_500 * 7919}", "2", "no such thing"),
)


def search(folder: Path) -> dict[str, object]:
    """Fill a journal in that folder, and measure it."""
    path = folder / "many.db"
    store = Store(path)
    many.fill(store, EXCHANGES)
    with_index = _commit(store)
    store.close()
    told: dict[str, object] = {
        "exchanges": EXCHANGES,
        "search_ms": asyncio.run(_searched(path)),
        "commit_ms": {"with_index": with_index, "without": _commit_without(folder)},
    }
    now = _timed(lambda: Store(path).close())
    _forget_the_index(path)
    then = _timed(lambda: Store(path).close())
    return told | {"open_ms": {"now": now, "from_before_the_index": then}}


async def _searched(path: Path) -> dict[str, float | str]:
    async with await open_journal(path, SystemClock()) as journal:
        taken: dict[str, float] = {}
        for text in _ASKED:
            began = perf_counter()
            await journal.search(text)
            taken[text] = (perf_counter() - began) * 1000
    slowest = max(taken, key=lambda text: taken[text])
    return {
        "median": round(median(taken.values()), 2),
        "slowest": round(taken[slowest], 2),
        "slowest_was": slowest,
    }


def _commit(store: Store) -> float:
    taken = []
    for nth in range(_COMMITS):
        each = unwritten(many.AT, many.ended(EXCHANGES, nth), {})
        taken.append(_timed(partial(store.append, [each])))
    return round(median(taken), 3)


def _commit_without(folder: Path) -> float:
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
    return round(median(taken), 3)


def _forget_the_index(path: Path) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("DROP TABLE search")
    db.execute("PRAGMA user_version = 1")
    db.close()


def _timed(action: Callable[[], object]) -> float:
    began = perf_counter()
    action()
    return round((perf_counter() - began) * 1000, 2)
