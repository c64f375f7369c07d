"""Search, *follow this value*, compare: what is found, as one list of exchanges."""

from collections.abc import Callable
from enum import IntEnum
from typing import Protocol, TypeVar

from PySide6.QtCore import Property, QEnum, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.answers import Comparison, Found, Mention
from showcase.model.events import Entry, HopEnded, RunStarted
from showcase.model.programme import Programme
from ui.rows import Rows
from ui.stage.thread import Step, Thread
from ui.translations import translate
from ui.viewmodels import found_rows
from ui.viewmodels.clinical import plain
from ui.viewmodels.families import family_of
from ui.viewmodels.found_rows import FoundRow

QML_IMPORT_NAME = "Showcase.Inspector"
QML_IMPORT_MAJOR_VERSION = 1

_T = TypeVar("_T")

_TYPED = 150
"""Milliseconds after the last key before the engine is asked."""

_GROWN = 500
"""Milliseconds after an exchange before a thread of its run is drawn anew, with all that came."""


class Seeker(Protocol):
    """What the finder asks of the link."""

    def search(self, text: str, then: Callable[[list[Found]], None]) -> None:
        """Runs and exchanges of the whole journal."""

    def follow_value(self, run: str, value: str, then: Callable[[list[Mention]], None]) -> None:
        """Every exchange of a run in which a value occurs."""

    def compare(self, a: str, b: str, then: Callable[[Comparison], None]) -> None:
        """In which lines two hops differ."""

    def entries_of(self, run: str, then: Callable[[list[Entry]], None]) -> None:
        """Every entry of a run."""


@QmlElement
@QmlUncreatable("The window makes it.")
class FinderModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """What is looked for, and what was found."""

    @QEnum
    class Mode(IntEnum):
        """What the list shows."""

        CLOSED = 0
        SEARCH = 1
        THREAD = 2
        COMPARE = 3

    changed = Signal()
    hopFound = Signal(object, object)  # HopEnded, Programme or None: of another run
    hopWanted = Signal(str)  # of the run on screen
    threaded = Signal(object)  # Thread, or None: nothing is followed any more

    def __init__(
        self, seeker: Seeker, here: Callable[[str], bool], parent: QObject | None = None
    ) -> None:
        """Nothing looked for.

        Args:
            seeker: Whom to ask.
            here: Whether a hop is of the run on screen.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._seeker = seeker
        self._here = here
        self._mode = self.Mode.CLOSED
        self._text = ""
        self._title = self._run = ""
        self._waiting = False
        self._marked = ("", "")
        self._programme: Programme | None = None
        self._rows = Rows(FoundRow, parent=self)
        self._typed = QTimer(self, interval=_TYPED, singleShot=True)
        self._typed.timeout.connect(self._search)
        self._grown = QTimer(self, interval=_GROWN, singleShot=True)
        self._grown.timeout.connect(self._ask_again)

    def apply(self, entry: Entry) -> None:
        """The roles' titles are of interest here; and a thread grows, and ends, with its run."""
        match entry.event:
            case RunStarted() as event:
                self._programme = event.programme
                if self._mode is self.Mode.THREAD and event.run != self._run:
                    self.close()
            case HopEnded() as event:
                if self._mode is self.Mode.THREAD and event.run == self._run:
                    self._grow()
            case _:
                pass  # nothing in it is looked for

    # --- What people press ------------------------------------------------------------------------

    @Slot(str)
    def find(self, text: str) -> None:
        """Search all runs, a moment after the last letter."""
        self._text = text.strip()
        if self._text:
            self._typed.start()
        else:
            self.close()

    @Slot(str, str)
    def follow(self, run: str, value: str) -> None:
        """Follow a value through every exchange of a run."""
        if run and value:
            self._run = run
            self._begin(self.Mode.THREAD, value)
            self._ask_again()

    @Slot(str, str)
    def mark(self, hop: str, title: str) -> None:
        """The first of two hops to compare; the same again: none."""
        self._marked = ("", "") if self._marked[0] == hop else (hop, title)
        self.changed.emit()

    @Slot(str, str)
    def compareWith(self, hop: str, title: str) -> None:
        """In which lines the marked hop and this one differ."""
        marked, first = self._marked
        if marked and marked != hop:
            self._begin(self.Mode.COMPARE, f"{first}\n{title}")
            self._seeker.compare(marked, hop, self._if_still(self._text, self._compared))

    @Slot(str, str)
    def open(self, run: str, hop: str) -> None:
        """Look into what was found."""
        if not hop:
            return
        if self._here(hop):
            self.hopWanted.emit(hop)
        else:
            self._seeker.entries_of(run, lambda entries: self._elsewhere(entries, hop))

    @Slot()
    def close(self) -> None:
        """Show the exchange again."""
        self._typed.stop()
        self._unthread()
        self._mode, self._text, self._waiting = self.Mode.CLOSED, "", False
        self._rows.show(())
        self.changed.emit()

    # --- What is shown ----------------------------------------------------------------------------

    @Property(int, notify=changed)
    def mode(self) -> int:
        """What the list shows: one of `Mode`."""
        return self._mode

    @Property(bool, notify=changed)
    def waiting(self) -> bool:
        """The answer is on its way."""
        return self._waiting

    @Property(str, notify=changed)
    def title(self) -> str:
        """What was found, in one line."""
        return self._title

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # Qt's type, by its name
    def compared(self) -> list[str]:
        """The two exchanges whose lines differ, the first one first; empty: none are compared."""
        return self._text.split("\n") if self._mode is self.Mode.COMPARE else []

    @Property(str, notify=changed)
    def marked(self) -> str:
        """The hop that the next one is compared with."""
        return self._marked[0]

    @Property(str, notify=changed)
    def markedTitle(self) -> str:
        """What it is called."""
        return self._marked[1]

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """What was found."""
        return self._rows

    # --- How --------------------------------------------------------------------------------------

    def _search(self) -> None:
        self._begin(self.Mode.SEARCH, self._text)
        self._seeker.search(self._text, self._if_still(self._text, self._found))

    def _grow(self) -> None:
        if not self._grown.isActive():
            self._grown.start()

    def _ask_again(self) -> None:
        if self._mode is self.Mode.THREAD:
            value = self._text
            self._seeker.follow_value(self._run, value, self._if_still(value, self._followed))

    def _begin(self, mode: "FinderModel.Mode", text: str) -> None:
        if mode is not self._mode:
            self._unthread()
            self._rows.show(())
        self._mode, self._text, self._waiting, self._title = mode, text, True, ""
        self.changed.emit()

    def _unthread(self) -> None:
        if self._mode is self.Mode.THREAD:
            self.threaded.emit(None)

    def _if_still(self, text: str, then: Callable[[_T], None]) -> Callable[[_T], None]:
        """An answer to what nobody asks any more is no answer."""
        mode = self._mode

        def came(answer: _T) -> None:
            if (mode, text) == (self._mode, self._text):
                self._waiting = False
                then(answer)
                self.changed.emit()

        return came

    def _found(self, found: list[Found]) -> None:
        said = (
            translate("Finder", "{count} found") if found else translate("Finder", "Nothing found")
        )
        self._title = said.format(count=len(found))
        self._rows.show(
            [found_rows.found(n, each, self._programme) for n, each in enumerate(found)]
        )

    def _followed(self, mentions: list[Mention]) -> None:
        said = translate("Finder", "{value}: in {count} exchanges")
        thread = _thread(self._run, self._text, mentions)
        if thread.records:
            said = translate("Finder", "{value}: in {count} exchanges; audit records: {records}")
        order = thread.numbers
        self._title = said.format(value=self._text, count=len(order), records=thread.records)
        self._rows.show(
            [
                found_rows.mention(n, order.get(each.hop, 0), each, self._programme)
                for n, each in enumerate(mentions)
            ]
        )
        self.threaded.emit(thread)

    def _compared(self, comparison: Comparison) -> None:
        rows = found_rows.differences(comparison)
        said = translate("Finder", "{count} lines differ") if rows else found_rows.alike(comparison)
        self._title = said.format(count=len(rows))
        self._rows.show(rows)

    def _elsewhere(self, entries: list[Entry], hop: str) -> None:
        programme: Programme | None = None
        for entry in entries:
            match entry.event:
                case RunStarted():
                    programme = entry.event.programme
                case HopEnded(hop=found) if found == hop:
                    self.hopFound.emit(entry.event, programme)


def _thread(run: str, value: str, mentions: list[Mention]) -> Thread:
    """The exchanges, in order of their mentions, each once."""
    steps: dict[str, Step] = {}
    for each in mentions:
        step = Step(each.hop, family_of(each.transaction), each.sender, each.receiver)
        steps.setdefault(each.hop, step)
    return Thread(run, value, tuple(steps.values()), plain(value))
