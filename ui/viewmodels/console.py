"""The console: its keys, the cue list, the failure card, the notices, the status line."""

from collections.abc import Iterable
from datetime import timedelta
from enum import IntEnum

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.events import Entry, RunStarted
from showcase.model.system import Endpoints, System
from ui.clock import Clock
from ui.rows import Rows
from ui.viewmodels.cues import CueRow
from ui.viewmodels.failure import FailureModel, Ways
from ui.viewmodels.go import EscKey, GoKey
from ui.viewmodels.performance import Notice, Performance
from ui.viewmodels.verbs import Verbs

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1

_AFTER_END = 5.0
"""Seconds after a story's end before GO begins the next tour: nobody clears the last picture by
pressing once too often."""

_CONFIRM = 4.0
"""Seconds within which a second N ends a run that is under way."""

_READ = {"info": timedelta(seconds=8), "warning": timedelta(seconds=30)}
"""How long a notice stays; an error stays until somebody has read it."""


@QmlElement
@QmlUncreatable("The window makes it.")
class ConsoleModel(QObject):
    """What the console shows, and what its keys do."""

    @QEnum
    class Phase(IntEnum):
        """What the console is about."""

        STARTING = 0  # the engine is on its way
        BROKEN = 1  # it did not come
        LOST = 2  # it went away; the window tries again
        EMPTY = 3  # nothing on stage
        READY = 4  # a cue waits for GO
        RUNNING = 5
        HELD = 6
        STOPPED = 7  # a cue did not hold
        ENDED = 8

    changed = Signal()
    ticked = Signal()
    tourAsked = Signal()  # N: end this, begin the next with a fresh patient
    hopAsked = Signal(str)  # show that hop's bytes

    def __init__(self, verbs: Verbs, clock: Clock, parent: QObject | None = None) -> None:
        """The engine is not there yet."""
        super().__init__(parent)
        self._verbs = verbs
        self._clock = clock
        self._fold = Performance()
        self._go = GoKey(clock.monotonic)
        self._esc = EscKey(clock.monotonic)
        self._connection = self.Phase.STARTING
        self._connection_words = ""
        self._recording = False
        self._ended_at = float("-inf")
        self._asked_at = float("-inf")
        self._cast = ""
        self._saved = 0
        self._cues = Rows(CueRow, parent=self)
        self._notices = Rows(Notice, parent=self)
        self._failure = FailureModel(self)

    # --- What happens -------------------------------------------------------------------------

    def apply(self, entry: Entry) -> None:
        """Fold one event in; every one of them is told apart in `Performance.apply`."""
        over = self._fold.end
        self._fold.apply(entry)
        if self._fold.end and not over:
            self._ended_at = self._clock.monotonic()
        self._saved = max(self._saved, entry.seq)
        self._show()

    def clear(self) -> None:
        """Forget the run: another will be drawn from its beginning."""
        self._fold.clear()
        self._show()

    def connection(self, phase: "ConsoleModel.Phase", words: str = "") -> None:
        """The engine comes (EMPTY), goes (LOST), or does not come (BROKEN)."""
        self._connection, self._connection_words = phase, words
        self._show()

    def engine(self, cast: str, last_seq: int) -> None:
        """What the engine says of itself."""
        self._cast, self._saved = cast, max(self._saved, last_seq)
        self._show()

    def recording(self, shown: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        """What is drawn is a recorded run, or is not."""
        self._recording = shown
        self._show()

    @Slot(str, str)
    @Slot(str, str, str)
    def notice(self, words: str, remedy: str, level: str = "warning") -> None:
        """Tell staff something that is no event of the engine."""
        self._fold.notice(words, remedy, level, self._clock.now())
        self._show()

    @Slot()
    def tick(self) -> None:
        """A quarter of a second has passed."""
        now = self._clock.now()
        for each in tuple(self._fold.notices):
            if each.level in _READ and now - each.at > _READ[each.level]:
                self._fold.drop_notice(each.key)
        self._notices.show(tuple(self._fold.notices)[-3:])
        self.ticked.emit()

    def _show(self) -> None:
        self._cues.show(self._fold.cues.rows())
        self._notices.show(tuple(self._fold.notices)[-3:])
        self._failure.show(self._fold.failure)
        self.changed.emit()
        self.ticked.emit()

    # --- What people press --------------------------------------------------------------------

    @Slot()
    def goDown(self) -> None:
        """GO went down, on whatever it was pressed."""
        self._go.press()

    @Slot()
    def goUp(self) -> None:
        """GO came up again."""
        if not self._go.release():
            return
        if self._recording:
            self._verbs.back_to_live()
            return
        match self.phase:
            case self.Phase.READY | self.Phase.HELD | self.Phase.STOPPED:
                self._verbs.go()
            case self.Phase.EMPTY:
                self.tourAsked.emit()
            case self.Phase.ENDED if self._ended_long_ago():
                self.tourAsked.emit()
            case _:
                pass

    @Slot()
    def goForget(self) -> None:
        """The keyboard went elsewhere with GO still down."""
        self._go.forget()

    @Slot()
    def esc(self) -> None:
        """Panic: once holds, twice within a second cuts."""
        self._go.forget()
        if self._esc.press():
            self._verbs.panic()
        else:
            self._verbs.hold()

    @Slot()
    def retry(self) -> None:
        """Fire the cue that did not hold once more."""
        if self._fold.failure:
            self._verbs.retry()

    @Slot()
    def skip(self) -> None:
        """Pass over the standby; nothing is sent."""
        if self._fold.standby and not self._fold.running and not self._recording:
            self._verbs.skip()

    @Slot(int)
    def wayOut(self, way: int) -> None:
        """Press a button of the failure card."""
        match Ways.Out(way):
            case Ways.Out.RETRY:
                self.retry()
            case Ways.Out.GO_ON:
                self._verbs.go()
            case Ways.Out.NONE:
                pass

    @Slot(str)
    def jump(self, cue: str) -> None:
        """Make that cue the standby."""
        if cue != self._fold.cues.standby and not self._recording:
            self._verbs.jump(cue)

    @Slot()
    def nextTour(self) -> None:
        """Reset: a fresh patient. Twice, when a run is under way."""
        under_way = self._fold.start and not self._fold.end and self._fold.shown
        now = self._clock.monotonic()
        if under_way and not self._recording and now - self._asked_at > _CONFIRM:
            self._asked_at = now
            self.notice("A tour is under way.", "Press N again to end it and begin the next.")
            return
        self._asked_at = float("-inf")
        self.tourAsked.emit()

    @Slot()
    def inspectFailure(self) -> None:
        """Show the bytes of the hop that failed."""
        if self._fold.failure and self._fold.failure.hop:
            self.hopAsked.emit(self._fold.failure.hop)

    @Slot(int)
    def dismiss(self, key: int) -> None:
        """A notice has been read."""
        self._fold.drop_notice(key)
        self._show()

    # --- What is shown: the stage's state -------------------------------------------------------

    @Property(int, notify=changed)
    def phase(self) -> int:
        """What the console is about: one of `Phase`."""
        fold = self._fold
        if self._connection is not self.Phase.EMPTY and not self._recording:
            return self._connection
        if fold.start is None:
            return self.Phase.EMPTY
        if fold.end:
            return self.Phase.ENDED
        if fold.running:
            return self.Phase.RUNNING
        if fold.failure:
            return self.Phase.STOPPED
        return self.Phase.HELD if fold.held else self.Phase.READY

    @Property(bool, notify=changed)
    def hasRun(self) -> bool:
        """Whether there is a cue list to show; also after its end, and while the engine is lost."""
        return self._fold.start is not None

    @Property(bool, notify=changed)
    def isRecording(self) -> bool:
        """What is drawn is a recorded run."""
        return self._recording

    @Property(QObject, constant=True)
    def cues(self) -> QObject:
        """The cue list."""
        return self._cues

    @Property(QObject, constant=True)
    def notices(self) -> QObject:
        """The newest notices, at most three."""
        return self._notices

    @Property(FailureModel, constant=True)
    def failure(self) -> FailureModel:
        """The failure card."""
        return self._failure

    @Property(int, notify=changed)
    def focusRow(self) -> int:
        """The line of the cue list to keep in sight: the cue on stage, else the standby."""
        fold = self._fold
        cue = fold.running or fold.standby or fold.shown
        return fold.cues.index(cue.id) if cue else 0

    @Property(bool, notify=ticked)
    def goReady(self) -> bool:
        """Whether GO would do something."""
        if self._recording:
            return True
        match self.phase:
            case self.Phase.READY | self.Phase.STOPPED | self.Phase.HELD:
                return self._fold.standby is not None
            case self.Phase.ENDED:
                return self._ended_long_ago()
            case phase:
                return phase == self.Phase.EMPTY

    @Property(str, notify=ticked)
    def goHint(self) -> str:
        """What GO would do, below the word."""
        if self._recording:
            return "back to the live stage"
        standby = self._fold.standby
        cue = f"{standby.number} {standby.title}" if standby else ""
        match self.phase:
            case self.Phase.STARTING | self.Phase.LOST:
                return "the systems are starting"
            case self.Phase.BROKEN:
                return "nothing to fire"
            case self.Phase.EMPTY:
                return "begin the tour"
            case self.Phase.HELD | self.Phase.STOPPED:
                return f"go on: {cue}" if cue else "go on"
            case self.Phase.RUNNING:
                return f"then: {cue}" if cue else "the last step plays"
            case self.Phase.ENDED:
                return "next tour" if self._ended_long_ago() else "the story is told"
            case _:
                return f"next: {cue}" if cue else "the story is told"

    @Property(str, notify=changed)
    def escHint(self) -> str:
        """What Esc would do, below the word."""
        if self._fold.held and not self._fold.failure:
            return "everything cut" if self._fold.cut else "held · again: cut"
        return "hold everything"

    @Property(str, notify=changed)
    def headline(self) -> str:
        """Who is on stage: the story and the patient."""
        start = self._fold.start
        return f"{start.programme.title} · {start.patient.name}" if start else ""

    @Property(str, notify=changed)
    def connectionWords(self) -> str:
        """Why there is no engine, and what is being done about it."""
        return self._connection_words

    @Property(str, notify=changed)
    def summary(self) -> str:
        """How the run ended; empty before."""
        end = self._fold.end
        if end is None:
            return ""
        how = f"{end.hops} hops: {end.acknowledged} acknowledged"
        spoiled = f", {end.refused} refused, {end.failed} failed"
        return how + (spoiled if end.refused or end.failed else "")

    @Property(str, notify=changed)
    def status(self) -> str:
        """The line at the bottom: cast, cut, journal, ports."""
        start = self._fold.start
        parts = [self._cast or "Our own stand-ins"]
        if start:
            parts.append(_tour(start))
        parts.append(f"Journal: {self._saved} saved")
        if ports := _ports(self._fold.systems.values()):
            parts.append(f"{ports} ports open")
        return "     ".join(parts)

    def _ended_long_ago(self) -> bool:
        return self._clock.monotonic() - self._ended_at >= _AFTER_END


def _tour(start: RunStarted) -> str:
    minutes = start.programme.minutes
    name = start.programme.cut or "whole story"
    return f"{minutes:g} min tour" if minutes else name.capitalize()


def _ports(systems: Iterable[System]) -> int:
    """Sockets that our stand-ins listen on."""
    return sum(_listening(each.endpoints) for each in systems if each.stand_in)


def _listening(endpoints: Endpoints) -> int:
    syslog = endpoints.syslog
    return sum(
        (
            endpoints.hl7v2 is not None,
            endpoints.dicom is not None,
            endpoints.soap is not None,
            bool(syslog and syslog.port),
            bool(syslog and syslog.tls_port),
        )
    )
