"""The run on stage, as the console tells it; a pure fold over events."""

from datetime import datetime
from typing import assert_never

from showcase.model.events import (
    CallerJudged,
    CueEnded,
    CueStandby,
    CueStarted,
    CueWaits,
    Entry,
    HopEnded,
    HopProgressed,
    HopStarted,
    Knocked,
    NearMissed,
    Noticed,
    RolePassed,
    RunEnded,
    RunHeld,
    RunResumed,
    RunStarted,
)
from showcase.model.programme import Cue
from ui.viewmodels.cues import CueList
from ui.viewmodels.failure import Failure, failure_of, title_of
from ui.viewmodels.interruption import interrupted, interruption


class Performance:
    """Everything the console says about the run on stage.

    Attributes:
        start: The event that began the run; None before the first.
        started: When.
        latest: When the newest event happened; a recording's clock.
        end: The event that ended it.
        held: Sending has stopped.
        cut: It was stopped so that even the hop in flight was cut.
        interrupted: The engine had stopped, and is back; nobody has said yet how it goes on.
        failure: The cue that did not hold and stopped the run.
        waits: What a vendor's human has to do before the cue on stage goes on.
        missed: What came of it so far, and was not quite that.
        shown: The cue on stage, or the last that was.
        running_since: When the cue on stage was fired.
    """

    def __init__(self) -> None:
        """No run yet."""
        self.latest: datetime | None = None
        self._clear(None, None)

    def _clear(self, start: RunStarted | None, started: datetime | None) -> None:
        self.start = start
        self.started = started
        self.end: RunEnded | None = None
        self.cues = CueList(start.programme if start else None)
        self.systems = dict(start.systems) if start else {}
        self.held = False
        self.cut = False
        self.interrupted = False
        self.failure: Failure | None = None
        self.waits: CueWaits | None = None
        self.missed: NearMissed | None = None
        self.shown: Cue | None = None
        self.running_since: datetime | None = None
        self._hops: dict[str, HopStarted] = {}

    def clear(self) -> None:
        """Forget the run: another picture will be drawn from its beginning."""
        self._clear(None, None)

    def apply(self, entry: Entry) -> None:
        """Fold one event in."""
        self.latest = entry.at
        event = entry.event
        match event:
            case RunStarted():
                self._clear(event, entry.at)
            case CueStandby() | CueStarted() | CueEnded():
                self._cue(event)
            case HopStarted() | HopProgressed() | HopEnded():
                self._hop(event)
            case RolePassed():
                self.systems[event.role] = event.system
            case RunHeld() | RunResumed() | RunEnded():
                self._stop(event)
            case CueWaits() | NearMissed():
                self._wait(event)
            case Noticed() | Knocked() | CallerJudged():
                pass  # models of their own tell them
            case _:
                assert_never(event)

    def _wait(self, event: CueWaits | NearMissed) -> None:
        match event:
            case CueWaits():
                self.waits, self.missed = event, None
            case NearMissed():
                self.missed = event

    def _stop(self, event: RunHeld | RunResumed | RunEnded) -> None:
        self.held = isinstance(event, RunHeld)
        self.cut = isinstance(event, RunHeld) and event.panic
        self.interrupted = isinstance(event, RunHeld) and event.interrupted
        if self.interrupted:
            self.flight, self.waits, self.missed = "", None, None
            self._hops.clear()
            self.cues.interrupt()
        if isinstance(event, RunEnded):
            self.end = event
            self.waits = self.missed = None
            self.cues.stand_by("")

    @property
    def standby(self) -> Cue | None:
        """The cue GO would fire."""
        return self.cues.cue(self.cues.standby)

    @property
    def running(self) -> Cue | None:
        """The cue on stage right now; the newest when there are several."""
        return self.cues.cue(self.cues.running[-1]) if self.cues.running else None

    @property
    def card(self) -> Failure | None:
        """What staff have to decide: about a cue that did not hold, or how a run goes on."""
        if self.failure or not self.interrupted or self.start is None:
            return self.failure
        return interruption(self.standby)

    def title(self, role: str) -> str:
        """What people call a role."""
        return title_of(role, self.start.programme if self.start else None)

    def _cue(self, event: CueStandby | CueStarted | CueEnded) -> None:
        match event:
            case CueStandby():
                self.cues.stand_by(event.cue)
            case CueStarted():
                self.cues.start(event.cue)
                self.running_since = self.latest
                self.shown = self.cues.cue(event.cue) or self.shown
                self.failure = None
            case CueEnded():
                self._ended(event)

    def _ended(self, event: CueEnded) -> None:
        if self.waits and self.waits.cue == event.cue:
            self.waits = self.missed = None
        bad = self.cues.end(event)
        cue = self.cues.cue(event.cue)
        if event.skipped and self.failure and self.failure.cue == event.cue:
            self.failure = None
        if cue and self.start and event.interrupted:
            # the first one has the card: whatever was under way with it is sent with it
            self.failure = self.failure or interrupted(cue, self.start.programme)
        elif cue and self.start and not event.held and not event.skipped:
            self.failure = failure_of(event, cue, bad, self.start.programme, self.systems)

    def _hop(self, event: HopStarted | HopProgressed | HopEnded) -> None:
        match event:
            case HopStarted():
                self._hops[event.hop] = event
                self.cues.hop_started(event)
            case HopProgressed():
                if started := self._hops.get(event.hop):
                    self.cues.hop_progressed(started.cue, event)
            case HopEnded():
                self._hops.pop(event.hop, None)
                self.cues.hop_ended(event)
