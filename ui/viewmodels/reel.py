"""The recording on screen: where it stands, how fast it goes, and back to any point of it."""

from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.replay import SPEEDS, Replay

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1


class Projector(Protocol):
    """What the scrubber asks of the link.

    Attributes:
        reel: The recording that is drawn; None while the live stage is.
    """

    reel: Replay | None

    def seek(self, position: int) -> None:
        """Draw it as it stood after so many entries."""

    def back_to_live(self) -> None:
        """Leave it."""


@QmlElement
@QmlUncreatable("The window makes it.")
class ReelModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """The scrubber."""

    changed = Signal()

    def __init__(self, projector: Projector, parent: QObject | None = None) -> None:
        """No recording."""
        super().__init__(parent)
        self._projector = projector

    @Slot()
    def moved(self) -> None:
        """It stands elsewhere, or goes at another speed."""
        self.changed.emit()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """A recording is drawn."""
        return self._projector.reel is not None

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        """It stands still."""
        reel = self._projector.reel
        return reel is not None and (reel.paused or reel.over)

    @Property(int, notify=changed)
    def position(self) -> int:
        """How many entries have been told."""
        return self._projector.reel.position if self._projector.reel else 0

    @Property(int, notify=changed)
    def length(self) -> int:
        """How many there are."""
        return len(self._projector.reel.entries) if self._projector.reel else 0

    @Property(str, notify=changed)
    def time(self) -> str:
        """``1:12 of 4:40``, in the time of the recording."""
        reel = self._projector.reel
        if reel is None:
            return ""
        first, last = reel.entries[0].at, reel.entries[-1].at
        now = reel.entries[max(0, reel.position - 1)].at
        return f"{_clock((now - first).total_seconds())} / {_clock((last - first).total_seconds())}"

    @Property(float, notify=changed)
    def speed(self) -> float:
        """2: twice as fast as it happened."""
        return self._projector.reel.speed if self._projector.reel else 1.0

    @Slot()
    def toggle(self) -> None:
        """Stand still, or go on; at its end: from its beginning."""
        reel = self._projector.reel
        if reel is None:
            return
        if reel.over:
            reel.paused = False
            self._projector.seek(1)
        else:
            reel.pause(not reel.paused)

    @Slot(int)
    def faster(self, steps: int) -> None:
        """So many speeds up; negative: down."""
        if reel := self._projector.reel:
            at = SPEEDS.index(reel.speed) if reel.speed in SPEEDS else 1
            reel.go_at(SPEEDS[min(len(SPEEDS) - 1, max(0, at + steps))])

    @Slot(float)
    def seek(self, share: float) -> None:
        """Go to a share of the whole, 0 to 1."""
        if reel := self._projector.reel:
            self._projector.seek(round(min(1.0, max(0.0, share)) * len(reel.entries)))

    @Slot(int)
    def step(self, entries: int) -> None:
        """So many entries on; negative: back."""
        if reel := self._projector.reel:
            self._projector.seek(reel.position + entries)

    @Slot()
    def leave(self) -> None:
        """Back to the live stage."""
        self._projector.back_to_live()


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
