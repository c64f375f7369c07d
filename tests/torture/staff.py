"""Booth staff: press GO as always, and otherwise what the window's console suggests."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from shiboken6 import delete

from showcase.api.engine import Engine
from showcase.model.events import CueWaits, Entry, HopEnded, RunEnded
from showcase.model.exchange import Outcome
from showcase.standins.behaviour import CannotAct
from tests.journeys.foreign import Vendor
from ui.clock import WindowClock
from ui.viewmodels.console import ConsoleModel

_LOOKS_UP = 60.0
"""Seconds after which nobody looks at a run any longer."""

_LOOKS_AGAIN = 0.1

_GIVES_UP = 5
"""Presses after which nobody presses on."""


@dataclass(frozen=True)
class Card:
    """A failure card as it was shown.

    Attributes:
        seconds: From the first byte of what went wrong to the card.
    """

    title: str
    why: str
    status: str
    seconds: float


class Hands:
    """What the console asks of the engine, one after the other (`ui.viewmodels.verbs.Verbs`)."""

    def __init__(self, stage: Engine) -> None:
        self._stage = stage
        self._asked: asyncio.Queue[Awaitable[object]] = asyncio.Queue()

    async def work(self) -> None:
        """Do what is asked, for ever."""
        while True:
            await (await self._asked.get())
            self._asked.task_done()

    async def done(self) -> None:
        """Return once everything that was asked is done."""
        await self._asked.join()

    def go(self) -> None:
        self._asked.put_nowait(self._stage.performance.go())

    def hold(self) -> None:
        self._asked.put_nowait(self._stage.hold())

    def panic(self) -> None:
        self._asked.put_nowait(self._stage.panic())

    def skip(self) -> None:
        self._asked.put_nowait(self._stage.skip())

    def retry(self) -> None:
        self._asked.put_nowait(self._retry())

    def jump(self, cue: str) -> None:
        self._asked.put_nowait(self._stage.jump(cue))

    def stand_in(self, role: str) -> None:
        self._asked.put_nowait(self._stage.stand_in(role))

    def give_back(self, role: str) -> None:
        self._asked.put_nowait(self._stage.give_back(role))

    def start_run(self, story: str, cut: str) -> None:
        self._asked.put_nowait(self._stage.start_run(story, cut=cut))

    def replay(self, run: str) -> None:
        raise NotImplementedError(run)

    def back_to_live(self) -> None:
        raise NotImplementedError

    async def _retry(self) -> None:
        performance = self._stage.performance
        performance.retry()
        await performance.go()


class Staff:
    """Whoever sits at the console, and whoever sits at the vendor's system.

    Attributes:
        cards: Every failure card that was shown.
        presses: How often something else than GO was pressed.
    """

    def __init__(self, stage: Engine, system: Vendor) -> None:
        self.cards: list[Card] = []
        self.presses = 0
        self._stage = stage
        self._system = system
        self._performance = stage.performance
        self._hands = Hands(stage)
        self._console = ConsoleModel(self._hands, WindowClock())
        self._card: Any = self._console.failure  # PySide types a property as itself
        self._failed: HopEnded | None = None
        self._seen = 0
        self._sees = asyncio.Condition()

    async def play(self, *, until: str, then: Callable[[], Awaitable[None]]) -> RunEnded:
        """Play to the end, or until nothing helps; do `then` before that cue is fired."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_LOOKS_UP):
                while standby := self._performance.standby:
                    if standby.id == until:
                        await then()
                    self._hands.go()
                    await self._look()
                    await self._help()
        return await self._performance.close()

    async def _help(self) -> None:
        """Press what the failure card suggests, as long as there is one and anybody would."""
        while self._card.shown and self.presses < _GIVES_UP:
            self.presses += 1
            self._console.wayOut(self._card.first)
            await self._look()

    async def watch(self) -> None:
        """See what happens, as the window does; at the vendor's, do what the console shows."""
        async with aclosing(self._stage.journal.subscribe(0)) as entries, asyncio.TaskGroup() as at:
            async for entry in entries:
                if isinstance(entry.event, CueWaits):
                    at.create_task(self._at_the_vendor(entry.event))
                self._see(entry)
                async with self._sees:
                    self._seen = entry.seq
                    self._sees.notify_all()

    async def _at_the_vendor(self, told: CueWaits) -> None:
        """Do what the console shows, once that system's own screen has what it needs."""
        while True:
            try:
                await self._system.act(told, self._performance.patient)
            except CannotAct:  # its last answer is still on its way
                await asyncio.sleep(_LOOKS_AGAIN)
            else:
                return

    def _see(self, entry: Entry) -> None:
        event, before = entry.event, self._card.shown
        if isinstance(event, HopEnded) and event.verdict.outcome is not Outcome.ACKNOWLEDGED:
            self._failed = event if event.cue else self._failed
        self._console.apply(entry)
        card = self._card
        if card.shown and not before:
            begun = self._failed.exchange.started if self._failed else entry.at
            seconds = (WindowClock().now() - begun).total_seconds()
            self.cards.append(Card(card.title, card.why, card.status, seconds))

    async def _look(self) -> None:
        """Return once everything that was pressed is done, and seen."""
        await self._hands.done()
        await self._stage.journal.settled()
        last = await self._stage.journal.last_seq()
        async with self._sees:
            await self._sees.wait_for(lambda: self._seen >= last)

    async def work(self) -> None:
        """Have the hands do what is pressed."""
        await self._hands.work()

    def leave(self) -> None:
        """Shut the console: a Qt object must not die in whichever thread collects it."""
        delete(self._console)


@asynccontextmanager
async def staff(stage: Engine, system: Vendor) -> AsyncIterator[Staff]:
    """Staff, for one run."""
    people = Staff(stage, system)
    async with asyncio.TaskGroup() as group:
        at_work = [group.create_task(people.watch()), group.create_task(people.work())]
        try:
            yield people
        finally:
            for each in at_work:
                each.cancel()
    people.leave()
