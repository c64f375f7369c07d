"""The one crossing: events in, verbs out."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import pytest

from showcase.client import EngineGone, EngineRefused
from showcase.model.events import Entry, Noticed
from tests.ui import script
from tests.ui.fake_engine import FakeEngine
from ui.link import Connection, Link

DEADLINE = 5

_T = TypeVar("_T")


class Watcher:
    """Everything a link has said."""

    def __init__(self, link: Link) -> None:
        self.entries: list[Entry] = []
        self.cleared = 0
        self.recording: list[bool] = []
        self.connections: list[Connection] = []
        self.notices: list[str] = []
        self.blobs: dict[str, bytes] = {}
        self._changed = asyncio.Event()
        link.entry.connect(self._entry)
        link.cleared.connect(self._clear)
        link.recording.connect(lambda on: self._note(self.recording, on))
        link.connection.connect(lambda c, *_: self._note(self.connections, Connection(c)))
        link.noticed.connect(lambda words, _: self._note(self.notices, words))
        link.blobCame.connect(self._blob)

    @property
    def seqs(self) -> list[int]:
        """Numbers of the entries drawn since the last clearing."""
        return [entry.seq for entry in self.entries]

    async def until(self, true: Callable[[], bool]) -> None:
        """Return once that is true."""
        async with asyncio.timeout(DEADLINE):
            while not true():
                self._changed.clear()
                await self._changed.wait()

    def _entry(self, entry: Entry) -> None:
        self._note(self.entries, entry)

    def _clear(self) -> None:
        self.cleared += 1
        self.entries.clear()
        self._changed.set()

    def _blob(self, digest: str, data: bytes) -> None:
        self.blobs[digest] = data
        self._changed.set()

    def _note(self, where: list[_T], what: _T) -> None:
        where.append(what)
        self._changed.set()


@asynccontextmanager
async def linked(*engines: FakeEngine | EngineGone) -> AsyncIterator[tuple[Link, Watcher]]:
    """A link that finds these engines, one after the other."""
    found = iter(engines)

    async def attach() -> FakeEngine:
        engine = next(found)
        if isinstance(engine, EngineGone):
            raise engine
        return engine

    link = Link(attach, cast="booth.yaml")
    watcher = Watcher(link)
    task = asyncio.create_task(link.run())
    try:
        yield link, watcher
    finally:
        link.close()
        async with asyncio.timeout(DEADLINE):
            await task


def story() -> list[Entry]:
    return script.entries(
        script.started(), script.standby(script.ADMIT), *script.played(script.ADMIT)
    )


async def test_new_events_become_one_signal_each() -> None:
    engine = FakeEngine()
    async with linked(engine) as (_, watcher):
        await engine.watched.wait()
        await engine.push(*story())
        await watcher.until(lambda: len(watcher.entries) == 6)
        assert watcher.seqs == [1, 2, 3, 4, 5, 6]


async def test_window_that_comes_late_draws_the_run_from_its_beginning() -> None:
    engine = FakeEngine()
    await engine.push(*story())
    async with linked(engine) as (_, watcher):
        await watcher.until(lambda: len(watcher.entries) == 6)
        await engine.push(*script.entries(script.standby(script.ORDER), first=7))
        await watcher.until(lambda: len(watcher.entries) == 7)
        assert watcher.seqs == [1, 2, 3, 4, 5, 6, 7]


async def test_reconnect_leaves_no_gap_and_no_duplicate() -> None:
    first, second = FakeEngine(), FakeEngine()
    entries = story()
    async with linked(first, second) as (_, watcher):
        await first.push(*entries[:3])
        await watcher.until(lambda: len(watcher.entries) == 3)
        await second.push(*entries)
        await first.go_away()
        await watcher.until(lambda: len(watcher.entries) == 6)
        assert watcher.seqs == [1, 2, 3, 4, 5, 6]
        assert Connection.LOST in watcher.connections
        assert first.closed


async def test_another_journal_is_drawn_anew() -> None:
    first, second = FakeEngine(), FakeEngine()
    async with linked(first, second) as (_, watcher):
        await first.push(*story())
        await watcher.until(lambda: len(watcher.entries) == 6)
        await second.push(*script.entries(script.started(run="other")))
        await first.go_away()
        await watcher.until(lambda: watcher.seqs == [1])
        assert watcher.entries[0].event.run == "other"


async def test_engine_that_does_not_come_is_looked_for_on_request() -> None:
    engine = FakeEngine()
    async with linked(EngineGone("It did not come up."), engine) as (link, watcher):
        await watcher.until(lambda: Connection.BROKEN in watcher.connections)
        link.look_again()
        await watcher.until(lambda: Connection.LIVE in watcher.connections)


@pytest.mark.parametrize(
    ("press", "said"),
    [
        (Link.go, "go"),
        (Link.hold, "hold"),
        (Link.panic, "panic"),
        (Link.skip, "skip"),
        (Link.retry, "retry"),
        (lambda link: link.jump("store"), "jump store"),
        (lambda link: link.stand_in("archive"), "stand-in archive"),
        (lambda link: link.give_back("archive"), "give-back archive"),
        (lambda link: link.start_run("chest-pain", "tour"), "start chest-pain booth.yaml tour"),
        (lambda link: link.watch("chest-pain"), "watch chest-pain booth.yaml"),
        (lambda link: link.name("10.4.0.9", "Acme"), "name 10.4.0.9 Acme"),
    ],
)
async def test_every_verb_reaches_the_engine(press: Callable[[Link], None], said: str) -> None:
    engine = FakeEngine()
    async with linked(engine) as (link, _):
        await engine.watched.wait()
        press(link)
        await engine.until_said(said)


async def test_refusal_becomes_a_notice() -> None:
    engine = FakeEngine()
    engine.refusal = EngineRefused("A cue is under way.", "Wait for its acknowledgement.")
    async with linked(engine) as (link, watcher):
        await engine.watched.wait()
        link.go()
        await watcher.until(lambda: watcher.notices == ["A cue is under way."])


async def test_verb_without_an_engine_is_told() -> None:
    async with linked(EngineGone()) as (link, watcher):
        await watcher.until(lambda: Connection.BROKEN in watcher.connections)
        link.go()
        await watcher.until(lambda: watcher.notices == ["The engine is not there yet."])


async def test_recording_comes_out_of_the_same_signal() -> None:
    engine = FakeEngine()
    entries = story()
    await engine.push(*script.entries(*(each.event for each in entries), apart=0.001))
    async with linked(engine) as (link, watcher):
        await watcher.until(lambda: len(watcher.entries) == 6)
        link.replay("r1")
        await watcher.until(lambda: watcher.recording == [True] and len(watcher.entries) == 6)
        assert [entry.event for entry in watcher.entries] == [entry.event for entry in entries]


async def test_back_to_live_draws_what_happened_meanwhile() -> None:
    engine = FakeEngine()
    await engine.push(*script.entries(*(each.event for each in story()), apart=0.001))
    async with linked(engine) as (link, watcher):
        await watcher.until(lambda: len(watcher.entries) == 6)
        link.replay("r1")
        await watcher.until(lambda: watcher.recording == [True])
        await engine.push(*script.entries(script.standby(script.ORDER), first=7))
        link.back_to_live()
        await watcher.until(lambda: 7 in watcher.seqs)
        assert watcher.seqs == [1, 2, 3, 4, 5, 6, 7]
        assert watcher.recording == [True, False]


async def test_a_run_that_begins_ends_the_recording() -> None:
    engine = FakeEngine()
    await engine.push(*script.entries(*(each.event for each in story()), apart=0.001))
    async with linked(engine) as (link, watcher):
        await watcher.until(lambda: len(watcher.entries) == 6)
        link.replay("r1")
        await watcher.until(lambda: watcher.recording == [True])
        await engine.push(*script.entries(script.started(run="r2"), first=7))
        await watcher.until(lambda: watcher.recording == [True, False])
        await watcher.until(lambda: watcher.seqs == [7])


async def test_empty_recording_is_told() -> None:
    engine = FakeEngine()
    async with linked(engine) as (link, watcher):
        await engine.watched.wait()
        link.replay("nothing")
        await watcher.until(lambda: watcher.notices == ["That run has left nothing to draw."])
        assert watcher.recording == []


async def test_missing_picture_is_fetched_once() -> None:
    engine = FakeEngine()
    engine.blobs["ab"] = b"PNG"
    async with linked(engine) as (link, watcher):
        link.fetch("ab")  # before there is an engine: it is fetched once there is one
        link.fetch("ab")
        await watcher.until(lambda: watcher.blobs == {"ab": b"PNG"})
        assert engine.verbs.count("blob ab") == 1


async def test_notices_between_runs_pass_through() -> None:
    engine = FakeEngine()
    async with linked(engine) as (_, watcher):
        await engine.watched.wait()
        await engine.push(*script.entries(Noticed(words="A port is taken.")))
        await watcher.until(lambda: watcher.seqs == [1])


async def test_closing_quits_an_engine_of_our_own_and_starts_no_other() -> None:
    engine = FakeEngine()
    async with linked(engine) as (link, watcher):
        await engine.watched.wait()
        link.close(quit_engine=True)
    assert engine.verbs[-1] == "quit"
    assert watcher.connections == [Connection.STARTING, Connection.LIVE]
    assert engine.closed


async def test_closing_leaves_an_engine_of_others_alone() -> None:
    engine = FakeEngine()
    async with linked(engine):
        await engine.watched.wait()
    assert "quit" not in engine.verbs


async def test_engine_that_is_gone_does_not_keep_the_window() -> None:
    engine = FakeEngine()
    async with linked(engine) as (link, _):
        await engine.watched.wait()
        await engine.go_away()
        link.close(quit_engine=True)
