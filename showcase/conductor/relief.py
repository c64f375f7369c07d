"""Who goes on in whose place: takeover and giving back, by staff's hand or by itself."""

from collections.abc import Callable

import msgspec

from showcase.conductor.cueing import Cueing
from showcase.conductor.players import Players
from showcase.conductor.waiting import Board
from showcase.model.answers import Missed
from showcase.model.events import Event, RolePassed
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, Programme
from showcase.standins.catchup import CaughtUp
from showcase.standins.owed import notice_of
from showcase.wire.clock import Clock

_SETTLE = 5.0
"""Seconds given to what a stand-in does by itself once it has caught up."""


class Relief:
    """Takes roles over in the middle of a run, and sees broken cues through."""

    def __init__(
        self,
        run: str,
        programme: Programme,
        *,
        troupe: Players,
        board: Board,
        cueing: Cueing,
        clock: Clock,
        record: Callable[[Event], None],
    ) -> None:
        """Nobody has been relieved."""
        self._run = run
        self._programme = programme
        self._troupe = troupe
        self._board = board
        self._cueing = cueing
        self._clock = clock
        self._record = record
        self._fresh: set[str] = set()

    async def stand_in(self, role: str) -> None:
        """Have the stand-in go on in a vendor's place, once it has caught up.

        Raises:
            KeyError: No vendor's system plays the role.
        """
        caught_up = await self._troupe.take_over(role)
        # what the vendor left undone, the stand-in may do by itself as soon as it knows of it
        await self._troupe.settle(_SETTLE)
        self._fresh.add(role)
        self._passed(role, _told(caught_up))
        self._board.nudge()

    def give_back(self, role: str) -> tuple[Missed, ...]:
        """Have the vendor's system that was relieved play its role again; what has it missed?

        Raises:
            KeyError: The role was not taken over.
        """
        missed = self._troupe.give_back(role)
        self._passed(role, "It has not been told of what happened meanwhile." if missed else "")
        if notice := notice_of(missed, role, self._troupe.book):
            self._record(msgspec.structs.replace(notice, run=self._run))
        return missed

    async def see_through(self, cue: Cue) -> None:
        """Perform a cue; again, once a stand-in has gone on in the place of who broke it."""
        self._fresh.clear()
        begun = self._clock.monotonic()
        await self._cueing.perform(cue)
        while not self._cueing.outcomes[cue.id] and (role := self._to_blame(cue)):
            if role not in self._fresh:
                await self._relieve(role, begun)
            self._fresh.discard(role)
            await self._repeat(cue)

    def origin(self, cue: Cue) -> Cue:
        """What to fire so that a broken cue happens: itself, or what makes a stand-in do it."""
        cues = {each.id: each for each in self._programme.cues}
        while cue.caused_by and self._troupe.book.ours(cue.sender, cue.transaction):
            if self._board.coming(cue):
                break
            cue = cues[cue.caused_by]
        return cue

    def make_room(self, cue: Cue) -> None:
        """Have a cue be fired again: what is left of it, or all of it where nothing was wrong.

        Of what it causes, too: a stand-in does not do again what was acknowledged.
        """
        cue, *reactions = self._board.with_reactions(cue)
        broken = [each for each in (cue, *reactions) if self._is_broken(each)]
        again = self._board.forgive if cue in broken else self._board.forget
        again(cue)
        again = self._board.forgive if broken else self._board.forget
        again(*reactions)

    def _is_broken(self, cue: Cue) -> bool:
        return self._cueing.outcomes.get(cue.id) is False

    def _to_blame(self, cue: Cue) -> str:
        """Who broke a cue, and has been relieved or shall be by itself; empty: nobody such."""
        failed = [
            receiver
            for each in self._board.with_reactions(cue)
            for receiver, hop in self._board.results(each).items()
            if hop.verdict.outcome is Outcome.FAILED
        ]
        idle = [cue.sender] if self._board.missing(cue) else []
        return next((role for role in (*failed, *idle) if self._relievable(role)), "")

    def _relievable(self, role: str) -> bool:
        vendor = self._troupe.book.vendors.get(role)
        return role in self._fresh or bool(vendor and vendor.take_over_after)

    async def _relieve(self, role: str, begun: float) -> None:
        patience = self._troupe.book.vendors[role].take_over_after
        await self._clock.sleep(max(0.0, begun + patience - self._clock.monotonic()))
        if role in self._troupe.book.vendors:  # else staff were quicker
            await self.stand_in(role)

    async def _repeat(self, cue: Cue) -> None:
        origin = self.origin(cue)
        self.make_room(origin)
        if origin is not cue:
            await self._cueing.perform(origin)
        await self._cueing.perform(cue)

    def _passed(self, role: str, words: str) -> None:
        system = self._troupe.book.on_stage(role)
        self._record(RolePassed(run=self._run, role=role, system=system, words=words))
        self._cueing.tell_again(role)


def _told(found: CaughtUp) -> str:
    """What to tell staff of a takeover."""
    count = found.exchanges
    told = f"It has caught up on {count} exchange{'s' * (count != 1)}." if count else ""
    return " ".join((told, *found.faults)).strip()
