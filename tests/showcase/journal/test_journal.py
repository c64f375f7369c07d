"""Recording, publishing, and what survives a kill."""

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from itertools import count, islice
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.journal import Journal, NoSuchRun, open_journal
from showcase.journal.unwritten import Unwritten
from showcase.model.events import (
    CueEnded,
    Entry,
    Event,
    HopEnded,
    HopProgressed,
    Noticed,
    RunEnded,
    RunHeld,
    RunStarted,
)
from showcase.model.exchange import Exchange, Outcome, Verdict
from showcase.model.programme import Patient, Programme
from showcase.wire.clock import SystemClock
from tests.showcase.journal import many

CLOCK = SystemClock()
WAIT = 20.0


class _Clock(SystemClock):
    """Tells when the journal waits before it tries again."""

    def __init__(self) -> None:
        self.retrying = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        self.retrying.set()
        await super().sleep(seconds / 100)


def started(run: str) -> RunStarted:
    programme = Programme(key="chest-pain", title="Chest pain", places=(), roles=(), scenes=())
    rosa = Patient(given="Rosa", family="Quill", born="19610402", sex="F")
    return RunStarted(run=run, programme=programme, patient=rosa, systems={})


def hop(run: str, name: str, outcome: Outcome = Outcome.ACKNOWLEDGED) -> HopEnded:
    exchange = Exchange(
        id=name,
        transport="mllp",
        initiator="127.0.0.1:1",
        responder="127.0.0.1:2",
        started=datetime(2026, 5, 4, tzinfo=UTC),
        milliseconds=5,
    )
    return HopEnded(
        run=run,
        hop=name,
        transaction="ITI-31",
        sender="desk",
        receiver="ehr",
        verdict=Verdict(outcome=outcome),
        exchange=exchange,
    )


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Noticed, run=TEXTS, words=TEXTS),
    st.builds(CueEnded, run=TEXTS, cue=TEXTS, held=st.booleans(), words=TEXTS),
    st.builds(HopProgressed, run=TEXTS, hop=TEXTS, done=st.integers(0, 99), total=st.just(99)),
    st.builds(RunHeld, run=TEXTS, panic=st.booleans()),
    st.builds(started, TEXTS),
    st.builds(hop, TEXTS, TEXTS, st.sampled_from(Outcome)),
)


async def take(entries: AsyncIterator[Entry], number: int) -> list[Entry]:
    taken: list[Entry] = []
    async with asyncio.timeout(WAIT):
        while len(taken) < number:
            taken.append(await anext(entries))
    return taken


def say(journal: Journal, *words: str) -> None:
    for each in words:
        journal.record(Noticed(words=each))


def words(entries: list[Entry]) -> list[str]:
    return [entry.event.words for entry in entries if isinstance(entry.event, Noticed)]


@pytest.fixture(params=["file", "memory"])
async def journal(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Journal]:
    path = tmp_path / "journal.db" if request.param == "file" else None
    async with await open_journal(path, CLOCK) as journal:
        yield journal


async def test_events_are_published_in_order(journal: Journal) -> None:
    live = journal.subscribe()
    say(journal, *"abcdef")
    seen = await take(live, 6)
    assert words(seen) == list("abcdef")
    assert [entry.seq for entry in seen] == [1, 2, 3, 4, 5, 6]
    assert all(entry.at.tzinfo is UTC for entry in seen)


async def test_what_is_published_is_on_the_disk(tmp_path: Path) -> None:
    async with await open_journal(tmp_path / "j.db", CLOCK) as journal:
        other = sqlite3.connect(tmp_path / "j.db")
        live = journal.subscribe()
        for number in range(20):
            say(journal, str(number))
            (entry,) = await take(live, 1)
            assert other.execute("SELECT max(seq) FROM entry").fetchone() == (entry.seq,)
        other.close()


async def test_a_late_subscriber_misses_nothing(journal: Journal) -> None:
    say(journal, "a", "b", "c")
    await journal.settled()
    late = journal.subscribe(after=1)
    assert words(await take(late, 2)) == ["b", "c"]
    say(journal, "d")
    assert words(await take(late, 1)) == ["d"]


async def test_a_new_subscriber_hears_only_news(journal: Journal) -> None:
    say(journal, "old")
    await journal.settled()
    live = journal.subscribe()
    say(journal, "new")
    assert words(await take(live, 1)) == ["new"]


async def test_a_subscriber_who_is_slow_holds_nobody_up(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("showcase.journal.journal._BATCH", 7)
    journal._recent = type(journal._recent)(maxlen=5)
    slow = journal.subscribe(after=0)
    say(journal, "first")
    assert words(await take(slow, 1)) == ["first"]
    for number in range(50):  # far more than are kept at hand; `slow` reads none of them yet
        say(journal, str(number))
        await journal.settled()
    assert words(await take(slow, 50)) == [str(number) for number in range(50)]


async def test_another_process_leaves_no_gap(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    async with await open_journal(path, CLOCK) as ours, await open_journal(path, CLOCK) as theirs:
        live = ours.subscribe(after=0)
        for number in range(10):
            writer = theirs if number % 2 else ours
            say(writer, str(number))
            await writer.settled()
        say(ours, "last")
        assert words(await take(live, 11)) == [*map(str, range(10)), "last"]


async def test_a_subscription_ends_with_the_journal() -> None:
    journal = await open_journal(None, CLOCK)
    live = journal.subscribe()
    waiting = asyncio.ensure_future(anext(live, None))
    await asyncio.sleep(0)
    await journal.close()
    async with asyncio.timeout(WAIT):
        assert await waiting is None


async def test_closing_commits_what_is_queued(tmp_path: Path) -> None:
    async with await open_journal(tmp_path / "j.db", CLOCK) as journal:
        say(journal, "a", "b")
    async with await open_journal(tmp_path / "j.db", CLOCK) as journal:
        assert await journal.last_seq() == 2
        say(journal, "c")
        assert words(await take(journal.subscribe(after=0), 3)) == ["a", "b", "c"]


async def test_a_closed_journal_takes_nothing() -> None:
    journal = await open_journal(None, CLOCK)
    await journal.close()
    with pytest.raises(RuntimeError, match="closed"):
        say(journal, "late")


async def test_events_queued_together_are_committed_together(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits: list[int] = []
    store = journal._files.writing
    append = store.append

    def counted(batch: Sequence[Unwritten]) -> list[Entry]:
        commits.append(len(batch))
        return append(batch)

    monkeypatch.setattr(store, "append", counted)
    say(journal, *"abcdefgh")
    await journal.settled()
    assert commits == [8]


async def test_blobs_are_found_by_digest(journal: Journal) -> None:
    journal.record(hop("r", "h"), {"d1": b"\x00\xff", "d2": b"x" * 100_000})
    await journal.settled()
    assert await journal.blob("d1") == b"\x00\xff"
    assert await journal.blob("d2") == b"x" * 100_000
    with pytest.raises(KeyError):
        await journal.blob("d3")


async def test_a_hop_is_found_by_id(journal: Journal) -> None:
    journal.record(hop("r", "h1"))
    journal.record(hop("r", "h2", Outcome.REFUSED))
    await journal.settled()
    assert await journal.hop("h2") == hop("r", "h2", Outcome.REFUSED)
    with pytest.raises(KeyError):
        await journal.hop("h3")


async def test_runs_tell_how_they_went(journal: Journal) -> None:
    journal.record(started("whole"))
    journal.record(hop("", "stray", Outcome.FAILED))
    journal.record(RunEnded(run="whole", hops=4, acknowledged=2, refused=1, failed=1, held=True))
    journal.record(started("killed"))
    for number, outcome in enumerate((Outcome.ACKNOWLEDGED, Outcome.FAILED, Outcome.SENT)):
        journal.record(hop("killed", f"k{number}", outcome))
    await journal.settled()
    killed, whole = await journal.runs()
    assert (whole.run, whole.patient, whole.story) == ("whole", "Rosa Quill", "chest-pain")
    assert (whole.hops, whole.acknowledged, whole.refused, whole.failed) == (4, 2, 1, 1)
    assert whole.held
    assert whole.ended is not None
    assert (killed.hops, killed.acknowledged, killed.refused, killed.failed) == (3, 1, 0, 1)
    assert killed.ended is None
    assert not killed.held


async def test_a_run_is_named_by_its_beginning(journal: Journal) -> None:
    with pytest.raises(NoSuchRun, match="no run yet"):
        await journal.run_matching("last")
    for run in ("ab1", "ab2", "ab", "c%d"):
        journal.record(started(run))
    await journal.settled()
    assert await journal.run_matching("ab1") == "ab1"
    assert await journal.run_matching("ab") == "ab"
    assert await journal.run_matching("c%") == "c%d"
    assert await journal.run_matching("last") == "c%d"
    with pytest.raises(NoSuchRun, match=r"3 runs begin with a: ab1, ab2, ab\."):
        await journal.run_matching("a")
    with pytest.raises(NoSuchRun, match="No run begins with %"):
        await journal.run_matching("%")


async def test_a_full_disk_loses_no_event(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    clock = _Clock()
    async with await open_journal(path, clock) as journal:
        staff = sqlite3.connect(path, isolation_level=None)
        staff.execute(
            "CREATE TRIGGER full BEFORE INSERT ON entry"
            " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
        live = journal.subscribe(after=0)
        say(journal, "a", "b")
        async with asyncio.timeout(WAIT):
            await clock.retrying.wait()
        assert "disk is full" in journal.trouble
        say(journal, "c")
        async with asyncio.timeout(WAIT):
            await journal.kept()  # a disk that refuses is not waited for
        shown = await take(live, 4)
        assert words(shown)[0:2] == ["a", "b"]
        assert "disk is full" in words(shown)[2]
        assert words(shown)[3] == "c"
        assert not any(each.kept for each in shown)
        assert staff.execute("SELECT count(*) FROM entry").fetchone() == (0,)
        staff.execute("DROP TRIGGER full")
        (told,) = await take(live, 1)
        assert "being written again" in words([told])[0]
        assert told.kept
        assert journal.trouble == ""
        staff.close()
        kept = await take(journal.subscribe(after=0), 5)
        assert [each.seq for each in kept] == [each.seq for each in (*shown, told)]
        assert all(each.kept for each in kept)


async def test_closing_does_not_wait_for_a_full_disk(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path / "j.db", CLOCK)
    journal._files.writing._db.execute("PRAGMA query_only = ON")  # as a disk gone read-only
    say(journal, "lost")
    async with asyncio.timeout(WAIT):
        await journal.close()
        await journal.settled()
    assert journal.trouble.startswith("The journal cannot be written")


@settings(max_examples=40)
@given(st.lists(EVENTS, max_size=12), st.integers(0, 12), st.booleans())
def test_a_replay_is_what_was_live(events: list[Event], joined: int, breathe: bool) -> None:
    async def perform() -> None:
        async with await open_journal(None, CLOCK) as journal:
            live = journal.subscribe(after=0)
            late: AsyncIterator[Entry] = journal.subscribe(after=0)
            for number, event in enumerate(events):
                if number == joined:
                    late = journal.subscribe(after=0)
                journal.record(event)
                if breathe:
                    await journal.settled()
            seen = await take(live, len(events))
            assert [entry.event for entry in seen] == events
            assert await take(late, len(events)) == seen
            assert await take(journal.subscribe(after=0), len(events)) == seen
            for run in {event.run for event in events}:
                assert await journal.entries(run) == [e for e in seen if e.event.run == run]

    asyncio.run(perform())


_VICTIM = """
import asyncio, itertools, sys
from pathlib import Path
from showcase.journal import open_journal
from showcase.model.events import Noticed
from showcase.wire.clock import SystemClock

async def main():
    journal = await open_journal(Path(sys.argv[1]), SystemClock())
    async def record():
        for number in itertools.count():
            journal.record(Noticed(words=str(number)), {str(number): b"b" * 3000})
            if number % 3 == 0:
                await journal.settled()
    recording = asyncio.ensure_future(record())
    async for entry in journal.subscribe(after=0):
        print(entry.seq, entry.event.words, flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize("shown", [1, 40, 333])
async def test_a_kill_loses_nothing_that_was_shown(tmp_path: Path, shown: int) -> None:
    path = tmp_path / "j.db"
    victim = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _VICTIM, str(path), stdout=asyncio.subprocess.PIPE
    )
    assert victim.stdout is not None
    async with asyncio.timeout(WAIT):
        lines = [await victim.stdout.readline() for _ in range(shown)]
        os.kill(victim.pid, signal.SIGKILL)
        lines += (await victim.stdout.read()).splitlines(keepends=True)
        await victim.wait()
    printed = [tuple(line.decode().split()) for line in lines if line.endswith(b"\n")]
    assert len(printed) >= shown
    async with await open_journal(path, CLOCK) as journal:
        kept = await take(journal.subscribe(after=0), len(printed))
        assert [(str(entry.seq), words([entry])[0]) for entry in kept] == printed
        for number in islice(count(), len(printed)):
            assert await journal.blob(str(number)) == b"b" * 3000


async def test_a_search_knows_what_was_just_published(journal: Journal) -> None:
    live = journal.subscribe()
    for event in many.events(12):
        journal.record(event)
        await take(live, 1)
    found = await journal.search("ROSA")
    clinical = [f"hop-0-{nth}" for nth in range(8, -1, -1)]
    assert [each.hop for each in found] == [*clinical, "", "hop-0-11", "hop-0-10", "hop-0-9"]
    run = found[9]
    assert (run.run, run.kind, run.value, run.outcome) == ("r0", "patient name", "Rosa Quill", None)
    (report,) = await journal.search("embolism")
    assert (report.transaction, report.kind, report.path) == ("RAD-28", "report text", "OBX-5")
    assert (report.patient, report.outcome) == ("Rosa Quill", Outcome.ACKNOWLEDGED)
    assert await journal.search("rosa", limit=0) == []


async def test_a_value_is_followed_through_facts_and_bytes(journal: Journal) -> None:
    silent = msgspec.structs.replace(
        many.ended(0, 9), facts=(), exchange=many.exchange("x", many.AT, request="aa")
    )
    journal.record(many.ended(0, 2))
    journal.record(silent, {"aa": b"<id>1000000</id>"})
    await journal.settled()
    told = [(each.hop, each.path, each.stated) for each in await journal.follow("r0", "1000000")]
    assert told == [("hop-0-9", "", False), ("hop-0-2", "PID-3.1", True)]
    assert await journal.follow("r0", " ") == []
    assert await journal.follow("r1", "1000000") == []
