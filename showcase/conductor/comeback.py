"""How a run is brought back in which the engine had stopped: what stood where, and what is open.

Nothing is sent here. What was under way when the engine stopped ends as *interrupted*: it may have
arrived, and only staff can decide whether it is sent again.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from showcase.conductor.cueing import Cueing
from showcase.conductor.past import Past
from showcase.conductor.players import Players
from showcase.conductor.relief import Relief
from showcase.conductor.waiting import Board
from showcase.model.events import (
    CueEnded,
    CueStarted,
    Event,
    HopEnded,
    HopStarted,
    RolePassed,
)
from showcase.model.exchange import INTERRUPTED, Exchange, Outcome, Verdict
from showcase.model.programme import Cue, Programme
from showcase.model.system import System
from showcase.standins.catchup import CaughtUp


class Learn(Protocol):
    """Takes in a hop that had ended before."""

    def __call__(self, hop: HopEnded, *, astray: bool) -> None:
        """`astray`: it was about somebody else."""


class ComeBack:
    """One run on its way back.

    Attributes:
        undone: Hops of our own systems that a cue under way had caused. It is fired anew or not
            at all, so they count as not done: else a registry would list a document that the
            repository has never got.
    """

    def __init__(
        self,
        past: Past,
        programme: Programme,
        *,
        troupe: Players,
        board: Board,
        cueing: Cueing,
        relief: Relief,
        learn: Learn,
    ) -> None:
        """Nothing is brought back yet; `remember` does it."""
        self._past = past
        self._programme = programme
        self._troupe = troupe
        self._board = board
        self._cueing = cueing
        self._relief = relief
        self._learn = learn
        self._run = past.start.run if past.start else ""
        self._shown: dict[str, System] = dict(past.start.systems) if past.start else {}
        self.undone: set[str] = set()
        self._lost = past.lost()
        self._open: list[Cue] = []
        self._broken: list[Cue] = []

    def remember(self) -> None:
        """Who plays what, and how every hop and every cue has ended."""
        self._pass_roles_as_at_the_start()
        for event in self._past.events:
            match event:
                case CueStarted():
                    self._begun(event.cue)
                case HopEnded():
                    self._ended(event)
                case CueEnded():
                    self._cueing.outcomes[event.cue] = event.held
                case RolePassed():
                    self._pass(event.role, event.system)
                case _:
                    pass

    def close(self) -> Iterator[Event]:
        """The ends of whatever was under way; and who plays another part now than was shown."""
        yield from self._changed()
        for hop, at in self._past.under_way.values():
            yield _interrupted(hop, at)
        for cue in self._programme.cues:
            if self._may_have_gone(cue):
                yield from self._close(cue)
            elif cue.id in self._past.fired:
                self._open.append(cue)  # nothing was sent: it is fired as if for the first time

    def _changed(self) -> Iterator[RolePassed]:
        """Roles that the cast gives to others than it did: a picture must not show the old ones."""
        book = self._troupe.book
        for role, before in self._shown.items():
            now = book.on_stage(role)
            if before.stand_in != now.stand_in or (not now.stand_in and before != now):
                yield RolePassed(
                    run=self._run, role=role, system=now, words="The cast was changed on disk."
                )

    def place(self) -> tuple[int, Cue | None]:
        """Where in the story the run goes on, and which cue staff have to decide about."""
        cues = self._programme.cues
        numbers = {cue.id: index for index, cue in enumerate(cues)}
        waiting = [numbers[cue.id] for cue in self._open]
        if self._broken:
            return min([numbers[self._broken[-1].id] + 1, *waiting]), self._broken[0]
        stopped = next((cue for cue in cues if cue.id == self._past.stopped), None)
        return min([numbers.get(self._past.standby, len(cues)), *waiting]), stopped

    def words(self, told: CaughtUp) -> str:
        """What to tell staff."""
        if self._broken:
            which = " and ".join(f"“{cue.title}”" for cue in self._broken)
            words = f"The engine stopped in the middle of {which}."
        else:
            words = "The engine stopped between two steps."
        return " ".join((words, "It is back; nothing that was shown is lost.", *told.faults))

    def _ended(self, hop: HopEnded) -> None:
        undone = self._is_undone(hop)
        self._learn(hop, astray=undone or hop.hop in self._past.astray)
        if undone:
            self.undone.add(hop.hop)
        else:
            self._board.remember(hop)

    def _is_undone(self, hop: HopEnded) -> bool:
        causes = {cue.id: cue.caused_by for cue in self._programme.cues}
        book, ends = self._troupe.book, (hop.sender, hop.receiver)
        ours = all(r in book.stand_ins and book.ours(r, hop.transaction) for r in ends)
        lost = hop.hop in self._past.undone or causes.get(hop.cue, "") in self._lost
        return lost and ours

    def _begun(self, cue: str) -> None:
        """A cue that had ended before is fired again."""
        found = next((each for each in self._programme.cues if each.id == cue), None)
        if found and cue in self._cueing.outcomes:
            self._relief.make_room(found)
            del self._cueing.outcomes[cue]
        if found:
            self._board.fired(found)

    def _close(self, cue: Cue) -> Iterator[Event]:
        if not self._board.missing(cue):
            self._cueing.conclude(cue)  # its last answer was in
        elif self._troupe.book.ours(cue.sender, cue.transaction):
            self._broken.append(cue)
            self._cueing.outcomes[cue.id] = False
            yield CueEnded(
                run=self._run,
                cue=cue.id,
                held=False,
                interrupted=True,
                words="The engine stopped before its acknowledgement was seen.",
            )
        else:
            self._open.append(cue)  # a vendor's human acts: it is waited for again

    def _may_have_gone(self, cue: Cue) -> bool:
        """Whether something of a cue may have been sent, and nobody has seen how it ended."""
        if cue.planned:
            return False
        return cue.id in self._past.begun or self._was_caused(cue)

    def _was_caused(self, cue: Cue) -> bool:
        """A stand-in's reaction comes when it comes: maybe nobody had written down that it began.

        What no stand-in was made to do yet has not been sent.
        """
        outcomes, cause = self._cueing.outcomes, cue.caused_by
        done = outcomes.get(cause, False) and cause not in self._past.skipped
        return bool(cause) and cue.id not in outcomes and done

    def _pass_roles_as_at_the_start(self) -> None:
        """A stand-in that had taken a role over before the run keeps it."""
        for role, system in tuple(self._shown.items()):
            self._pass(role, system)

    def _pass(self, role: str, system: System) -> None:
        book = self._troupe.book
        self._shown[role] = system
        if system.stand_in and role in book.vendors:
            book.take_over(role)
        elif not system.stand_in and role in book.relieved:
            book.give_back(role)


_INTERRUPTED = Verdict(
    outcome=Outcome.FAILED,
    status=INTERRUPTED,
    words="It was under way when the engine stopped. No acknowledgement was seen; it may have "
    "arrived.",
    remedy="Send it again, or go on without it.",
)


def _interrupted(hop: HopStarted, at: datetime) -> HopEnded:
    return HopEnded(
        run=hop.run,
        hop=hop.hop,
        transaction=hop.transaction,
        sender=hop.sender,
        receiver=hop.receiver,
        cue=hop.cue,
        verdict=_INTERRUPTED,
        exchange=Exchange(
            id=hop.hop, transport="", initiator="", responder="", started=at, milliseconds=0.0
        ),
        count=hop.count,
        label=hop.label,
        thumbnails=hop.thumbnails,
    )
