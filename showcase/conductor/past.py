"""A run as far as its journal tells of it: for an engine that comes after a crash."""

from collections.abc import Iterable
from datetime import datetime

from showcase.model.events import (
    CueEnded,
    CueStandby,
    CueStarted,
    Entry,
    Event,
    HopEnded,
    HopStarted,
    NearMissed,
    RunEnded,
    RunStarted,
)
from showcase.model.programme import Cue, OnFailure


class Past:
    """Folds the entries of one run.

    Attributes:
        start: How it began; None: it never did.
        started: When.
        latest: When the last thing happened in it.
        over: It has an end.
        events: All that happened, in order.
        standby: Id of the cue that GO would have fired; empty at the end of the story.
        fired: Cues that GO had reached, whose beginning nobody wrote down: nothing was sent.
        begun: Cues that have begun, and not ended.
        outcomes: Whether each cue that has ended held.
        stopped: The cue that did not hold, at which the run had stopped; empty: it had not.
        skipped: Cues that were passed over.
        under_way: Hops that have begun, and not ended, and when they began.
        astray: Hops that turned out to be about somebody else.
        undone: Hops that were caused by a cue whose end an earlier crash had cut off.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Fold them in, in order."""
        self.start: RunStarted | None = None
        self.started: datetime | None = None
        self.latest: datetime | None = None
        self.over = False
        self.events: list[Event] = []
        self.standby = ""
        self.fired: set[str] = set()
        self.begun: set[str] = set()
        self.outcomes: dict[str, bool] = {}
        self.stopped = ""
        self.skipped: set[str] = set()
        self.under_way: dict[str, tuple[HopStarted, datetime]] = {}
        self.astray: set[str] = set()
        self.undone: set[str] = set()
        self._waiting = ""
        self._order: list[Cue] = []
        for entry in entries:
            self.latest = entry.at
            self.events.append(entry.event)
            self._apply(entry)

    @property
    def seconds(self) -> float:
        """How long it has been under way."""
        if self.started is None or self.latest is None:
            return 0.0
        return max(0.0, (self.latest - self.started).total_seconds())

    def hops(self) -> list[HopEnded]:
        """Its hops that have ended, in order."""
        return [event for event in self.events if isinstance(event, HopEnded)]

    def lost(self) -> frozenset[str]:
        """Cues that have begun, and whose acknowledgement nobody has seen."""
        reached = {(e.cue, e.receiver) for e in self.hops() if e.verdict.outcome.good}
        cues = (cue for cue in self._order if cue.id in self.begun)
        return frozenset(c.id for c in cues if any((c.id, r) not in reached for r in c.receivers))

    def _apply(self, entry: Entry) -> None:
        match entry.event:
            case RunStarted() as event:
                self.start, self.started = event, entry.at
                self._order = list(event.programme.cues)
            case CueStandby() | CueStarted() | CueEnded() as event:
                self._cue(event)
            case HopStarted() as event:
                self.under_way[event.hop] = event, entry.at
            case HopEnded() as event:
                self.under_way.pop(event.hop, None)
            case NearMissed() as event:
                self.astray.add(event.hop)
            case RunEnded():
                self.over = True
            case _:
                pass

    def _cue(self, event: CueStandby | CueStarted | CueEnded) -> None:
        match event:
            case CueStandby():
                self._stand_by(event.cue)
            case CueStarted():
                self.begun.add(event.cue)
                self._touched(event.cue)
            case CueEnded():
                self.begun.discard(event.cue)
                self._touched(event.cue)
                self.outcomes[event.cue] = event.held
                if event.skipped:
                    self.skipped.add(event.cue)
                if event.interrupted:
                    caused = {each.id for each in self._order if each.caused_by == event.cue}
                    self.undone |= {hop.hop for hop in self.hops() if hop.cue in caused}
                if not event.held and self._stops(event.cue):
                    self.stopped = event.cue

    def _stand_by(self, cue: str) -> None:
        """GO puts the next cue on standby, then begins the one before: that may be missing."""
        before, self._waiting = self._waiting, cue
        if before and before not in self.begun and self._next(before) == cue:
            self.fired.add(before)
        self.standby, self.stopped = cue, ""

    def _touched(self, cue: str) -> None:
        self.fired.discard(cue)
        if self._waiting == cue:
            self._waiting = ""

    def _next(self, cue: str) -> str:
        ids = [each.id for each in self._order]
        place = ids.index(cue) + 1 if cue in ids else len(ids)
        return ids[place] if place < len(ids) else ""

    def _stops(self, cue: str) -> bool:
        return any(c.id == cue and c.on_failure is OnFailure.STOP for c in self._order)
