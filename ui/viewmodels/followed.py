"""The value that is followed, as a thread on the stage."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QAbstractListModel, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.rows import Rows
from ui.stage.picture import Picture
from ui.stage.scenery import Scenery
from ui.stage.thread import Thread, Woven, weave
from ui.viewmodels.boxes import box

QML_IMPORT_NAME = "Showcase.Stage"
QML_IMPORT_MAJOR_VERSION = 1

_Seen = tuple[Thread | None, str, Scenery | None, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchRow:
    """A path that the thread runs along.

    Attributes:
        first: Number of the first exchange on it, from 1.
        numbers: Of all of them.
        x: Of the bead that says so; so `y`, `width`, `height`.
    """

    key: str
    svg: str
    first: int
    numbers: str
    x: float
    y: float
    width: float
    height: float


@QmlElement
@QmlUncreatable("The stage has one.")
class FollowedModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Which value is followed, where it was seen, and in what colour."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """None is."""
        super().__init__(parent)
        self._thread: Thread | None = None
        self._woven: Woven | None = None
        self._for: _Seen | None = None
        self._stretches = Rows(StretchRow, self)

    def take(self, thread: Thread | None) -> None:
        """Follow that; None: nothing."""
        self._thread = thread

    def weave(self, picture: Picture) -> Woven | None:
        """The thread on the stage as it is now."""
        seen = self._thread, picture.run, picture.scenery, _known(picture)
        if seen != self._for:
            self._for, self._woven = seen, weave(self._thread, picture)
            self._stretches.show(_rows(self._woven))
            self.changed.emit()
        return self._woven

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """A value of this run is followed."""
        return self._woven is not None

    @Property(int, notify=changed)
    def colour(self) -> int:
        """Number of the identifier that has this colour."""
        return self._woven.colour if self._woven else 0

    @Property(QObject, constant=True)
    def stretches(self) -> QAbstractListModel:
        """`StretchRow`."""
        return self._stretches


def _known(picture: Picture) -> int:
    """Grows with whatever a thread depends on."""
    return len(picture.departed) + len(picture.knowledge.identities)


def _rows(woven: Woven | None) -> list[StretchRow]:
    return [
        StretchRow(
            key=each.key,
            svg=each.svg,
            first=each.first,
            numbers=each.numbers,
            **box(each.bead),
        )
        for each in (woven.stretches if woven else ())
    ]
