"""The run on stage, as the console tells it; a pure fold over events."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from showcase.model.events import (
    CueEnded,
    CueStandby,
    CueStarted,
    CueWaits,
    Entry,
    HopEnded,
    HopProgressed,
    HopStarted,
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

_KEPT = 40
"""Notices kept; older ones are in the journal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something staff should know.

    Attributes:
        level: ``info``, ``warning`` or ``error``.
    """

    key: int
    words: str
    remedy: str
    level: str
    at: datetime


class Performance:
    """Everything the console says about the run on stage.

    Attributes:
        start: The event that began the run; None before the first.
        started: When.
        latest: When the newest event happened; a recording's clock.
        end: The event that ended it.
        held: Sending has stopped.
        cut: It was stopped so that even the hop in flight was cut.
        failure: The cue that did not hold and stopped the run.
        shown: The cue on stage, or the last that was.
        flight: What is under way: ``CT scanner → Archive``.
    """

    def __init__(self) -> None:
        """No run yet."""
        self.notices: deque[Notice] = deque(maxlen=_KEPT)
        self.latest: datetime | None = None
        self._noticed = 0
        self._clear(None, None)

    def _clear(self, start: RunStarted | None, started: datetime | None) -> None:
        self.start = start
        self.started = started
        self.end: RunEnded | None = None
        self.cues = CueList(start.programme if start else None)
        self.systems = dict(start.systems) if start else {}
        self.held = False
        self.cut = False
        self.failure: Failure | None = None
        self.shown: Cue | None = None
        self.flight = ""
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
            case RunHeld() | RunResumed():
                self.held = isinstance(event, RunHeld)
                self.cut = isinstance(event, RunHeld) and event.panic
            case RunEnded():
                self.end, self.held, self.flight = event, False, ""
                self.cues.stand_by("")
            case CueWaits() | NearMissed() | Noticed():
                self._tell(event, entry.at)
            case _:
                assert_never(event)

    def _tell(self, event: CueWaits | NearMissed | Noticed, at: datetime) -> None:
        match event:
            case CueWaits():
                self.notice(event.todo, "", "info", at)
            case NearMissed():
                self.notice(event.words, "", "warning", at)
            case Noticed():
                self.notice(event.words, event.remedy, event.level, at)

    def notice(self, words: str, remedy: str, level: str, at: datetime) -> None:
        """Keep a notice."""
        self._noticed += 1
        notice = Notice(key=self._noticed, words=words, remedy=remedy, level=level, at=at)
        self.notices.append(notice)

    def drop_notice(self, key: int) -> None:
        """Somebody has read it."""
        kept = [each for each in self.notices if each.key != key]
        self.notices = deque(kept, maxlen=_KEPT)

    @property
    def standby(self) -> Cue | None:
        """The cue GO would fire."""
        return self.cues.cue(self.cues.standby)

    @property
    def running(self) -> Cue | None:
        """The cue on stage right now; the newest when there are several."""
        return self.cues.cue(self.cues.running[-1]) if self.cues.running else None

    def title(self, role: str) -> str:
        """What people call a role."""
        return title_of(role, self.start.programme if self.start else None)

    def _cue(self, event: CueStandby | CueStarted | CueEnded) -> None:
        match event:
            case CueStandby():
                self.cues.stand_by(event.cue)
            case CueStarted():
                self.cues.start(event.cue)
                self.shown = self.cues.cue(event.cue) or self.shown
                self.failure = None
            case CueEnded():
                self._ended(event)

    def _ended(self, event: CueEnded) -> None:
        bad = self.cues.end(event)
        cue = self.cues.cue(event.cue)
        if event.skipped and self.failure and self.failure.cue == event.cue:
            self.failure = None
        if cue and self.start and not event.held and not event.skipped:
            self.failure = failure_of(event, cue, bad, self.start.programme)

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
        self.flight = self._in_flight()

    def _in_flight(self) -> str:
        told = [each for each in self._hops.values() if each.transaction != "ITI-20"]
        if not told:
            return ""
        hop = told[-1]
        return f"{hop.transaction} · {self.title(hop.sender)} → {self.title(hop.receiver)}"
