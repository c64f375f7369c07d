"""A run of invented cues, with players that need no sockets."""

import asyncio
from typing import TypeVar

from showcase.conductor.performance import Performance
from showcase.model.events import CueEnded, CueStandby, Event
from showcase.model.programme import Programme
from showcase.model.system import System
from showcase.wire.clock import SystemClock
from tests.showcase.conductor.players import PATIENT, FakePlayers, Notebook, ledger

E = TypeVar("E", bound=Event)


class Stage:
    """A run without sockets; `vendors` are systems by the role that they play."""

    def __init__(self, story: Programme, *, opened: bool = True, **vendors: System) -> None:
        self.notebook = Notebook()
        hops = ledger(self.notebook)
        self.players = FakePlayers(story, hops, vendors)
        self.run = Performance(
            "r1",
            story,
            PATIENT,
            troupe=self.players,
            hops=hops,
            recorder=self.notebook,
            clock=SystemClock(),
            fast=True,
            version="test",
        )
        self.told: set[str] = set()
        if opened:
            self.run.open()

    def go(self) -> asyncio.Task[None]:
        """GO, without waiting for what comes of it."""
        return asyncio.get_running_loop().create_task(self.run.go())

    def of(self, kind: type[E]) -> list[E]:
        return [event for event in self.notebook.events if isinstance(event, kind)]

    async def until(self, kind: type[E]) -> E:
        """The first event of a kind, once it has happened."""
        async with asyncio.timeout(5):
            while not (found := self.of(kind)):  # noqa: ASYNC110 - a list tells nobody
                await asyncio.sleep(0)
        return found[0]

    def ended(self) -> dict[str, CueEnded]:
        return {e.cue: e for e in self.notebook.events if isinstance(e, CueEnded)}

    def standby(self) -> str:
        return [e for e in self.notebook.events if isinstance(e, CueStandby)][-1].cue
