"""The console: its keys, the cue list, the failure card, the status line."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, SignalInstance, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.events import Entry
from ui.clock import Clock
from ui.legible import legible
from ui.rows import Rows
from ui.translations import translate
from ui.viewmodels.cues import CueRow
from ui.viewmodels.failure import FailureModel, Ways
from ui.viewmodels.go import EscKey, GoKey, SureKey
from ui.viewmodels.next import NextModel
from ui.viewmodels.performance import Performance
from ui.viewmodels.show import Show, esc_hint, go_hint, phase_of, summary
from ui.viewmodels.status import status_pieces
from ui.viewmodels.verbs import Verbs
from ui.viewmodels.waiting import WaitingModel

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1

_AFTER_END = 5.0
"""Seconds after a story's end before GO begins the next tour: nobody clears the last picture by
pressing once too often."""


@QmlElement
@QmlUncreatable("The window makes it.")
class ConsoleModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """What the console shows, and what its keys do."""

    Phase = Show.Phase

    changed = Signal()
    ticked = Signal()
    tourAsked = Signal()  # N: end this, begin the next with a fresh patient
    watchAsked = Signal()  # O: end this, and only watch
    noticed = Signal(str, str)  # words, remedy
    hopAsked = Signal(str)  # show that hop's bytes

    def __init__(self, verbs: Verbs, clock: Clock, parent: QObject | None = None) -> None:
        """The engine is not there yet."""
        super().__init__(parent)
        self._verbs = verbs
        self._clock = clock
        self._fold = Performance()
        self._go = GoKey(clock.monotonic)
        self._esc = EscKey(clock.monotonic)
        self._connection = Show.Phase.STARTING
        self._connection_words = ""
        self._recording = False
        self._ended_at = float("-inf")
        self._sure = SureKey(clock.monotonic)
        self._saved = 0
        self._unkept = False
        self._cues = Rows(CueRow, parent=self)
        self._failure = FailureModel(self)
        self._waiting = WaitingModel(self)
        self._next = NextModel(self)

    # --- What happens -------------------------------------------------------------------------

    def apply(self, entry: Entry) -> None:
        """Fold one event in; every one of them is told apart in `Performance.apply`."""
        over = self._fold.end
        self._fold.apply(entry)
        if self._fold.end and not over:
            self._ended_at = self._clock.monotonic()
        self._unkept = not entry.kept
        self._saved = max(self._saved, entry.seq if entry.kept else 0)
        self._show()

    def clear(self) -> None:
        """Forget the run: another will be drawn from its beginning."""
        self._fold.clear()
        self._show()

    def connection(self, phase: Show.Phase, words: str = "") -> None:
        """The engine comes (EMPTY), goes (LOST), or does not come (BROKEN)."""
        self._connection, self._connection_words = phase, words
        self._show()

    def engine(self, last_seq: int, *, unkept: bool = False) -> None:
        """What the engine says of its journal."""
        self._saved, self._unkept = last_seq, unkept
        self._show()

    def recording(self, shown: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        """What is drawn is a recorded run, or is not."""
        self._recording = shown
        self._show()

    @Slot()
    def tick(self) -> None:
        """A quarter of a second has passed."""
        self._next.tick(self._clock.now())
        self.ticked.emit()

    def _show(self) -> None:
        self._cues.show(self._fold.cues.rows())
        self._failure.show(self._fold.card)
        waits, missed = self._fold.waits, self._fold.missed
        title = self._fold.title(waits.sender) if waits else ""
        self._waiting.show(waits, missed, title=title, systems=self._fold.systems)
        self._next.show(self._fold)
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
        elif deed := self._deed():
            deed()

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

    # --- Skipping -----------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def canSkip(self) -> bool:
        """There is a standby that could be passed over."""
        return self._can_skip()

    def _can_skip(self) -> bool:
        return bool(self._fold.standby and not self._fold.running and not self._recording)

    @property
    def is_idle(self) -> bool:
        """Nobody plays: there is no run, or it is told."""
        return self._phase() in {Show.Phase.EMPTY, Show.Phase.ENDED}

    @Slot()
    def skip(self) -> None:
        """Pass over the standby; nothing is sent."""
        if self._can_skip():
            self._verbs.skip()

    @Slot()
    def standIn(self) -> None:
        """Let the stand-in take the part of the vendor that failed, or that is waited for."""
        failure, waits = self._fold.failure, self._fold.waits
        if failure and failure.role:
            self._verbs.stand_in(failure.role)
            self._verbs.go()  # what the vendor broke is on standby again
        elif waits and self._waiting.may_pass:
            self._verbs.stand_in(waits.sender)

    @Slot(int)
    def wayOut(self, way: int) -> None:
        """Press a button of the failure card."""
        match Ways.Out(way):
            case Ways.Out.RETRY | Ways.Out.AGAIN:
                self.retry()
            case Ways.Out.GO_ON | Ways.Out.CONTINUE:
                self._verbs.go()
            case Ways.Out.STAND_IN:
                self.standIn()
            case Ways.Out.NEXT_TOUR:
                self.tourAsked.emit()
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
        self._ending(
            self.tourAsked, translate("Console", "Press N again to end it and begin the next.")
        )

    @Slot()
    def watch(self) -> None:
        """Play nothing, and draw whatever is seen. Twice, when a run is under way."""
        if self._phase() is not Show.Phase.WATCHING:
            self._ending(
                self.watchAsked,
                translate("Console", "Press O again to end it, and only watch."),
            )

    def _ending(self, asked: SignalInstance, again: str) -> None:
        """Ask for what ends a run that is under way; the first time, only say so."""
        fold = self._fold
        under_way = fold.start and not fold.end and fold.shown and not self._recording
        if self._sure.press(under_way=bool(under_way)):
            asked.emit()
        else:
            self.noticed.emit(translate("Console", "A tour is under way."), again)

    @Slot()
    def inspectFailure(self) -> None:
        """Show the bytes of the hop that failed."""
        if self._fold.failure and self._fold.failure.hop:
            self.hopAsked.emit(self._fold.failure.hop)

    # --- What is shown: the stage's state -------------------------------------------------------

    @Property(int, notify=changed)
    def phase(self) -> int:
        """What the console is about: one of `Phase`."""
        return self._phase()

    @Property(bool, notify=changed)
    def hasRun(self) -> bool:
        """Whether there is a cue list to show; also after its end, and while the engine is lost."""
        return self._fold.start is not None

    @Property(bool, notify=changed)
    def isWatching(self) -> bool:
        """What is drawn is no story: there is no cue list."""
        return self._fold.start is not None and self._fold.start.programme.watches

    @Property(bool, notify=changed)
    def isRecording(self) -> bool:
        """What is drawn is a recorded run."""
        return self._recording

    @Property(QObject, constant=True)
    def cues(self) -> QObject:
        """The cue list."""
        return self._cues

    @Property(FailureModel, constant=True)
    def failure(self) -> FailureModel:
        """The failure card."""
        return self._failure

    @Property(WaitingModel, constant=True)
    def waiting(self) -> WaitingModel:
        """Whose turn it is, when a vendor's human has to act."""
        return self._waiting

    @Property(NextModel, constant=True)
    def next(self) -> NextModel:
        """What GO will do."""
        return self._next

    @Property(int, notify=changed)
    def focusRow(self) -> int:
        """The line of the cue list to keep in sight: the cue on stage, else the standby."""
        fold = self._fold
        cue = fold.running or fold.standby or fold.shown
        return fold.cues.index(cue.id) if cue else 0

    @Property(bool, notify=ticked)
    def goReady(self) -> bool:
        """Whether GO would do something."""
        return self._recording or self._deed() is not None

    @Property(str, notify=ticked)
    def goHint(self) -> str:
        """What GO would do, below the word."""
        if self._recording:
            return translate("Console", "back to the live stage")
        cue = self._fold.standby
        return go_hint(
            self._phase(), f"{cue.number} {cue.title}" if cue else "", rested=self._rested()
        )

    @Property(str, notify=changed)
    def escHint(self) -> str:
        """What Esc would do, below the word."""
        return esc_hint(self._fold)

    @Property(str, notify=changed)
    def headline(self) -> str:
        """Who is on stage: the story and the patient."""
        start = self._fold.start
        if start is None:
            return ""
        if start.programme.watches:
            return translate("Console", "Watching")
        return legible(f"{start.programme.title} · {start.patient.name}")

    @Property(str, notify=changed)
    def connectionWords(self) -> str:
        """Why there is no engine, and what is being done about it."""
        return self._connection_words

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """That what happens is not kept at the moment, and what to do; empty when it is."""
        words = translate(
            "Console",
            "The disk takes nothing: the show goes on, and what happens is kept in memory until "
            "there is room. Free some space.",
        )
        return words if self._unkept and not self._recording else ""

    @Property(str, notify=changed)
    def summary(self) -> str:
        """How the run ended; empty before."""
        return summary(self._fold.end)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # Qt's type, by its name
    def status(self) -> list[str]:
        """The line at the bottom: who plays, the cut, the journal, the ports."""
        return status_pieces(self._fold.start, self._fold.systems.values(), self._saved)

    # --- How ------------------------------------------------------------------------------------

    def _phase(self) -> Show.Phase:
        if self._connection is not Show.Phase.EMPTY and not self._recording:
            return self._connection
        return phase_of(self._fold)

    def _deed(self) -> Callable[[], None] | None:
        """What GO does now; None: nothing."""
        fire = self._verbs.go if self._fold.standby else None
        begin = self.tourAsked.emit
        return {
            Show.Phase.READY: fire,
            Show.Phase.HELD: fire,
            Show.Phase.STOPPED: fire,
            Show.Phase.EMPTY: begin,
            Show.Phase.ENDED: begin if self._rested() else None,
        }.get(self._phase())

    def _rested(self) -> bool:
        """The last picture of the story has been seen for a while."""
        return self._clock.monotonic() - self._ended_at >= _AFTER_END
