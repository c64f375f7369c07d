"""How a test plays a story: an engine of its own, a journal of its own, ports of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from showcase.api.engine import Engine
from showcase.journal.journal import Journal, open_journal
from showcase.model.events import CueEnded, Entry, Event, HopEnded, RunEnded
from showcase.wire.clock import SystemClock


class Played:
    """A run that is over, and the journal that holds it."""

    def __init__(self, journal: Journal, run: str, entries: list[Entry], ended: RunEnded) -> None:
        self.journal = journal
        self.run = run
        self.entries = entries
        self.ended = ended

    @property
    def events(self) -> list[Event]:
        return [entry.event for entry in self.entries]

    def hops(self, transaction: str = "", cue: str = "") -> list[HopEnded]:
        return [
            event
            for event in self.events
            if isinstance(event, HopEnded)
            and transaction in ("", event.transaction)
            and cue in ("", event.cue)
        ]

    def told(self) -> list[HopEnded]:
        return [hop for hop in self.hops() if hop.transaction != "ITI-20"]

    def cue(self, cue: str) -> CueEnded:
        (ended,) = [e for e in self.events if isinstance(e, CueEnded) and e.cue == cue]
        return ended

    async def both_ways(self, hop: HopEnded) -> tuple[bytes, bytes]:
        """The recorded bytes of a hop that was answered: there, and back."""
        exchange = hop.exchange
        return await self.journal.blob(exchange.request), await self.journal.blob(exchange.response)


@asynccontextmanager
async def engine(folder: Path) -> AsyncIterator[Engine]:
    """An engine whose journal and stores live in `folder`."""
    async with await open_journal(folder / "journal.db", SystemClock()) as journal:
        stage = Engine(journal, SystemClock(), folder / "stand-ins")
        try:
            yield stage
        finally:
            await stage.close()


@asynccontextmanager
async def played(
    folder: Path, story: str, *, cast: str = "", cut: str = "", language: str = ""
) -> AsyncIterator[Played]:
    """A story, played to its end at full pace."""
    async with engine(folder) as stage:
        run = await stage.start_run(story, cast=cast, cut=cut, fast=True, language=language)
        ended = await stage.play_through()
        yield Played(stage.journal, run, await stage.journal.entries(run), ended)
