"""The notices: what staff should know that belongs to no cue, and what to do about it."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.events import Entry, Noticed
from ui.clock import Clock
from ui.faults import told
from ui.rows import Rows

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1

_READ = {"info": timedelta(seconds=8), "warning": timedelta(seconds=30)}
"""How long a notice stays; an error stays until somebody has read it."""

_KEPT = 40
"""Older ones are in the journal."""

_SHOWN = 3


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


@QmlElement
@QmlUncreatable("The window makes it.")
class NoticesModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """The newest notices."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        """Nothing to tell."""
        super().__init__(parent)
        self._clock = clock
        self._notices: deque[Notice] = deque(maxlen=_KEPT)
        self._count = 0
        self._rows = Rows(Notice, parent=self)

    def apply(self, entry: Entry) -> None:
        """Keep what the engine wants staff to know; every other event has a place of its own."""
        if isinstance(entry.event, Noticed):
            event = entry.event
            self._keep(told(event.words), told(event.remedy), event.level, entry.at)

    @Slot(str, str)
    def notice(self, words: str, remedy: str) -> None:
        """Tell staff something that is no event of the engine."""
        self._keep(words, remedy, "warning", self._clock.now())

    @Slot()
    def tick(self) -> None:
        """Time has passed: what was there long enough goes."""
        now = self._clock.now()
        self._notices = deque(
            (
                each
                for each in self._notices
                if now - each.at <= _READ.get(each.level, timedelta.max)
            ),
            maxlen=_KEPT,
        )
        self._show()

    @Slot(int)
    def dismiss(self, key: int) -> None:
        """A notice has been read."""
        self._notices = deque((each for each in self._notices if each.key != key), maxlen=_KEPT)
        self._show()

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """The newest of them, at most three."""
        return self._rows

    def _keep(self, words: str, remedy: str, level: str, at: datetime) -> None:
        self._count += 1
        self._notices.append(
            Notice(key=self._count, words=words, remedy=remedy, level=level, at=at)
        )
        self._show()

    def _show(self) -> None:
        self._rows.show(tuple(self._notices)[-_SHOWN:])
