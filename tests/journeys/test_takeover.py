"""A vendor's system that plays a whole role dies in the middle of the run; the story ends true."""

import asyncio
from pathlib import Path
from typing import TypeGuard

import pytest

from showcase.api.engine import Engine
from showcase.conductor.performance import Performance
from showcase.model.events import CueWaits, Event, HopEnded, NearMissed, RolePassed, RunEnded
from tests.journeys.foreign import STORY, Vendor, addresses, vendor
from tests.journeys.staging import engine


class Staff:
    """Press GO as always, and count what else has to be pressed."""

    def __init__(self, stage: Engine, system: Vendor, role: str) -> None:
        self._stage = stage
        self._performance: Performance = stage.performance
        self._system = system
        self._role = role
        self.presses = 0

    async def play(self, *, kill_before: str) -> RunEnded:
        performance = self._performance
        human = asyncio.create_task(self._at_the_vendor())
        try:
            while performance.standby:
                if performance.standby.id == kill_before and self._system.alive:
                    await self._system.die()
                await performance.go()
                if performance.held:
                    self.presses += 1
                    assert self.presses <= 2, await self.events()
                    await self._stage.stand_in(self._role)
                    self.presses += 1  # the next GO
        finally:
            human.cancel()
        return await performance.close()

    async def events(self) -> list[Event]:
        await self._stage.journal.settled()
        return [e.event for e in await self._stage.journal.entries(self._performance.run)]

    async def _at_the_vendor(self) -> None:
        """Does what the console shows; once nobody is there, staff call the stand-in."""
        async for entry in self._stage.journal.subscribe(0):
            if isinstance(entry.event, CueWaits):
                if self._system.alive:
                    await self._system.act(entry.event, self._performance.patient)
                else:
                    self.presses += 1
                    await self._stage.stand_in(self._role)


CASES = [
    ("desk", "feed-hospital"),
    ("ehr", "order"),
    ("ehr", "ask-region"),
    ("ris", "worklist"),
    ("ris", "images"),
    ("ct", "images"),
    ("ct", "commit"),
    ("archive", "order"),
    ("archive", "find"),
    ("reading", "report"),
    ("index", "ask-region"),
    ("registry", "order"),
    ("registry", "gp-ask"),
    ("repository", "gp-ask"),
    ("gp", "gp-ask"),
]


@pytest.mark.parametrize(("role", "kill_before"), CASES)
async def test_story_ends_true_though_a_vendor_dies(
    role: str, kill_before: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    where, theirs = addresses(role), tmp_path_factory.mktemp("vendor")
    async with vendor(theirs, where) as system, engine(tmp_path) as stage:
        cast = where.cast(tmp_path, ours=True)
        await stage.start_run(STORY, cast=cast, fast=True)
        staff = Staff(stage, system, role)
        ended = await staff.play(kill_before=kill_before)
        events = await staff.events()
    assert [proof for proof in ended.proofs if not proof.holds] == []
    assert ended.held
    assert staff.presses <= 2
    assert len([e for e in events if isinstance(e, RolePassed)]) <= 1
    assert not [e for e in events if isinstance(e, NearMissed)]
    strays = [(e.transaction, e.sender, e.receiver) for e in events if _stray(e)]
    assert strays == []  # catching up makes no hop


def _stray(event: Event) -> TypeGuard[HopEnded]:
    return isinstance(event, HopEnded) and event.transaction != "ITI-20" and not event.cue
