import asyncio
import hashlib
from pathlib import Path

import msgspec
import pytest

from showcase.journal import bulk, open_journal
from showcase.journal.retention import overdue
from showcase.journal.store import Store
from showcase.journal.unwritten import unwritten
from showcase.model.events import HopEnded, Noticed
from showcase.wire.clock import SystemClock
from tests.showcase.journal import many

SIZE = 300_000
"""Bytes of a request."""

SAME = b"an echo that every run has"


def name_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def request(run: int) -> bytes:
    return f"request of {run} ".encode() * (SIZE // 13)


def exchanged(run: int, **shown: str) -> tuple[HopEnded, dict[str, bytes]]:
    """A hop of a run: bytes of its own, and an answer like everybody's."""
    data = request(run)
    exchange = many.exchange(f"x{run}", request=name_of(data), response=name_of(SAME))
    hop = msgspec.structs.replace(many.ended(run, 0), exchange=exchange, **shown)
    return hop, {name_of(data): data, name_of(SAME): SAME}


def filled(path: Path, runs: int) -> Store:
    store = Store(path)
    for number in range(runs):
        hop, blobs = exchanged(number)
        store.append([unwritten(many.AT, many.begun(number), {}), unwritten(many.AT, hop, blobs)])
    return store


def test_the_oldest_are_due_and_no_more_than_needed(tmp_path: Path) -> None:
    store = filled(tmp_path / "journal.db", 8)
    due = overdue(store, 5 * SIZE, frozenset())
    assert list(due) == ["r0", "r1", "r2", "r3"]
    store.close()


def test_bytes_beside_the_file_count_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "LEAST", SIZE // 2)
    store = filled(tmp_path / "journal.db", 8)
    assert (tmp_path / "journal.db").stat().st_size < SIZE
    assert list(overdue(store, 5 * SIZE, frozenset())) == ["r0", "r1", "r2", "r3"]
    store.close()


def test_what_others_name_too_stays(tmp_path: Path) -> None:
    store = filled(tmp_path / "journal.db", 3)
    assert overdue(store, SIZE, frozenset())["r0"] == {name_of(request(0))}
    hop, _ = exchanged(0, picture=name_of(request(0)))
    store.append([unwritten(many.AT, hop, {})])
    assert overdue(store, SIZE, frozenset())["r0"] == set()
    store.close()


def test_a_small_journal_loses_nothing(tmp_path: Path) -> None:
    store = filled(tmp_path / "journal.db", 3)
    assert overdue(store, 100 * SIZE, frozenset()) == {}
    store.close()


def test_runs_of_late_are_spared(tmp_path: Path) -> None:
    store = filled(tmp_path / "journal.db", 4)
    assert list(overdue(store, 2 * SIZE, {"r0", "r1"})) == ["r2", "r3"]
    store.close()


def test_bytes_go_and_what_happened_stays(tmp_path: Path) -> None:
    store = filled(tmp_path / "journal.db", 3)
    store.strip("r0", [name_of(request(0))])
    assert store.blob(name_of(request(0))) is None
    assert store.blob(name_of(SAME)) == SAME
    assert [row.bare for row in store.runs()] == [True, False, False]
    assert store.hop(many.ended(0, 0).hop) == exchanged(0)[0]
    assert list(overdue(store, SIZE, frozenset())) == ["r1", "r2"]
    store.close()


async def test_a_new_run_makes_room_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    filled(path, 6).close()
    async with await open_journal(path, SystemClock(), most=3 * SIZE) as journal:
        news = journal.subscribe()
        journal.record(many.begun(6))
        hop, blobs = exchanged(6)
        journal.record(hop, blobs)
        async with asyncio.timeout(20):
            told = [(await anext(news)).event for _ in range(3)]
        await news.aclose()
        bare = [brief.run for brief in reversed(await journal.runs()) if brief.bare]
        assert bare == [f"r{number}" for number in range(len(bare))]
        assert await journal.blob(name_of(request(6))) == request(6)
    assert isinstance(told[-1], Noticed)
    assert f"the {len(bare)} oldest tours" in told[-1].words


async def test_a_journal_without_a_limit_keeps_everything(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    filled(path, 6).close()
    async with await open_journal(path, SystemClock()) as journal:
        journal.record(many.begun(6))
    async with await open_journal(path, SystemClock()) as journal:
        assert not any(brief.bare for brief in await journal.runs())
