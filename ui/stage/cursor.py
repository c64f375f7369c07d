"""What the picture shows now, while the engine is already further.

A five-millisecond exchange gets its second of attention: hops are shown one at a time, in the
order in which they started. Each goes through the same phases::

    travel ──> land      the answer was in when it arrived
       └─> hover ──> land    it waits before the card until the answer is in
                └──> bounce  the answer was no, or there was none

A hop that its receiver started while it still owed the answer (ITI-42 inside ITI-41) is nested:
the outer one hovers until the inner has landed. Hops whose answer takes its time hover while
later ones travel, so a silent peer stops nobody. Audit records are let out in the background,
once the picture has reached the moment at which they were sent.

The cursor knows no clock and no Qt: it says what begins, and is told what has finished.
"""

from collections import deque
from dataclasses import dataclass, replace
from enum import StrEnum

from showcase.model.events import HopEnded, HopProgressed, HopStarted, RunEnded

_FASTEST = 2.0
_HURRY = 0.12  # how much faster for each hop that waits
_PATIENCE = 2  # hops that may wait before anything hurries


class Phase(StrEnum):
    """Where a hop is in the picture."""

    TRAVEL = "travel"
    HOVER = "hover"
    LAND = "land"
    BOUNCE = "bounce"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Beat:
    """Something begins in the picture.

    Attributes:
        step: Unique; whoever animates it reports it back.
        end: The hop's end, once the picture may know it.
    """

    phase: Phase
    start: HopStarted
    step: int
    end: HopEnded | None = None


@dataclass(frozen=True, slots=True)
class Seal:
    """An audit record is on its way, in the background."""

    start: HopStarted


@dataclass(frozen=True, slots=True)
class Progress:
    """Some of what a visible hop carries has been acknowledged."""

    start: HopStarted
    done: int


@dataclass(frozen=True, slots=True)
class Closing:
    """Everything has been shown, and the run is over."""

    end: RunEnded


Cast = Beat | Seal | Progress | Closing


@dataclass(frozen=True, slots=True)
class _Hop:
    """A hop that has not been shown to its end.

    Attributes:
        since: How many events the cursor had taken in when it started.
        until: The same for its end.
        missed: It was answered well, but was not what the story waits for.
    """

    start: HopStarted
    since: int
    end: HopEnded | None = None
    until: int = 0
    missed: bool = False


class Cursor:
    """The queue between what happened and what is shown."""

    def __init__(self, background: frozenset[str] = frozenset({"ITI-20"})) -> None:
        self._background = background
        self._taken = 0
        self._step = 0
        self._hops: dict[str, _Hop] = {}
        self._waiting: deque[str] = deque()
        self._hovering: list[str] = []
        self._moving: Beat | None = None
        self._seals: deque[_Hop] = deque()
        self._closing: RunEnded | None = None

    @property
    def backlog(self) -> int:
        """How many hops nobody has seen yet."""
        return len(self._waiting)

    @property
    def speed(self) -> float:
        """How much faster than designed the picture should run to catch up, modestly."""
        return min(_FASTEST, 1.0 + _HURRY * max(0, self.backlog - _PATIENCE))

    @property
    def moving(self) -> Beat | None:
        """What is being animated."""
        return self._moving

    # --- What happened ----------------------------------------------------------------------------

    def started(self, event: HopStarted) -> list[Cast]:
        """A hop's first byte left."""
        self._taken += 1
        hop = _Hop(event, self._taken)
        if event.transaction in self._background:
            self._seals.append(hop)
        elif event.hop not in self._hops:
            self._hops[event.hop] = hop
            self._waiting.append(event.hop)
        return self._on()

    def progressed(self, event: HopProgressed) -> list[Cast]:
        """Part of what a hop carries has arrived; news only while it is in the picture."""
        self._taken += 1
        hop = self._hops.get(event.hop)
        seen = hop is not None and event.hop not in self._waiting
        return [Progress(hop.start, event.done)] if hop is not None and seen else []

    def ended(self, event: HopEnded) -> list[Cast]:
        """A hop's answer is in, or will never come."""
        self._taken += 1
        if event.transaction in self._background:
            return self._on()
        if event.hop not in self._hops:  # whoever looks on came too late for its start
            self._hops[event.hop] = _Hop(_start_of(event), self._taken)
            self._waiting.append(event.hop)
        hop = self._hops[event.hop]
        self._hops[event.hop] = replace(hop, end=event, until=self._taken)
        return self._on()

    def missed(self, hop: str) -> bool:
        """A hop was not what the story waits for; whether the picture can still say so."""
        found = self._hops.get(hop)
        moving = self._moving
        landing = moving is not None and moving.start.hop == hop and moving.phase is Phase.LAND
        if found is None or landing:
            return False
        self._hops[hop] = replace(found, missed=True)
        return True

    def closed(self, event: RunEnded) -> list[Cast]:
        """The run is over; the picture says so once it has shown everything."""
        self._taken += 1
        self._closing = event
        return self._on()

    def finished(self, step: int) -> list[Cast]:
        """An animation is done. Reports of another step are old news."""
        beat = self._moving
        if beat is None or beat.step != step:
            return []
        self._moving = None
        over: list[Cast] = []
        if beat.phase is Phase.TRAVEL:
            self._hovering.append(beat.start.hop)
        else:
            del self._hops[beat.start.hop]
            over.append(replace(beat, phase=Phase.DONE))
        return over + self._on()

    # --- What is shown ----------------------------------------------------------------------------

    def _on(self) -> list[Cast]:
        cast: list[Cast] = []
        if self._moving is None:
            arrived = self._arrived()
            if arrived is not None:
                self._hovering.remove(arrived.start.hop)
                cast.append(self._begin(_answer(arrived), arrived))
            else:
                cast += [self._hover(each) for each in self._hovering[-1:]]
                if self._waiting:
                    cast.append(self._begin(Phase.TRAVEL, self._hops[self._waiting.popleft()]))
        cast += self._let_out()
        if self._closing and self._moving is None and not self._waiting:
            cast.append(Closing(self._closing))
            self._closing = None
        return cast

    def _begin(self, phase: Phase, hop: _Hop) -> Beat:
        self._step += 1
        end = None if phase is Phase.TRAVEL else hop.end
        self._moving = Beat(phase, hop.start, self._step, end)
        return self._moving

    def _hover(self, hop: str) -> Beat:
        return Beat(Phase.HOVER, self._hops[hop].start, 0)

    def _arrived(self) -> _Hop | None:
        """The innermost hop before its card whose answer may be shown."""
        for key in reversed(self._hovering):
            hop = self._hops[key]
            if hop.end is not None and not self._owes(hop):
                return hop
        return None

    def _owes(self, outer: _Hop) -> bool:
        """Whether a hop that belongs inside `outer` has not been shown yet."""
        pending = [self._hops[key] for key in (*self._waiting, *self._hovering)]
        return any(
            outer.since < inner.since < outer.until and inner.start.sender == outer.start.receiver
            for inner in pending
        )

    def _let_out(self) -> list[Cast]:
        """Audit records sent before the oldest hop that nobody has seen."""
        reached = self._hops[self._waiting[0]].since if self._waiting else self._taken + 1
        let_out: list[Cast] = []
        while self._seals and self._seals[0].since < reached:
            let_out.append(Seal(self._seals.popleft().start))
        return let_out


def _answer(hop: _Hop) -> Phase:
    assert hop.end is not None
    good = hop.end.verdict.outcome.good and not hop.missed
    return Phase.LAND if good else Phase.BOUNCE


def _start_of(end: HopEnded) -> HopStarted:
    return HopStarted(
        run=end.run,
        hop=end.hop,
        transaction=end.transaction,
        sender=end.sender,
        receiver=end.receiver,
        cue=end.cue,
        count=end.count,
        label=end.label,
        thumbnails=end.thumbnails,
    )
