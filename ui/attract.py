"""The attract loop: after a while without a run the wall replays the last good one.

Marked as a recording, with a line on how to join; any GO ends it, and so does whoever touches the
console. It plays again and again until then.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from showcase.model.answers import RunBrief
from ui.replay import Replay

_PAUSE = 8_000
"""Milliseconds for which the last picture of a recording stays before it begins again."""


class Hall(Protocol):
    """What the loop asks of the link.

    Attributes:
        reel: The recording that is drawn.
    """

    reel: Replay | None

    def runs(self, then: Callable[[list[RunBrief]], None]) -> None:
        """The history."""

    def replay(self, run: str) -> None:
        """Draw a recorded run."""

    def seek(self, position: int) -> None:
        """Draw it as it stood after so many entries."""

    def back_to_live(self) -> None:
        """Leave it."""


class Attract(QObject):
    """Watches for idleness, and ends with it."""

    invited = Signal(bool)  # the loop is on, or over

    def __init__(self, hall: Hall, idle: Callable[[], bool], parent: QObject | None = None) -> None:
        """Asleep until `wait` says how long.

        Args:
            hall: The link.
            idle: Whether nobody is playing, and the audience is there to see.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._hall = hall
        self._idle = idle
        self._on = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._begin)
        self._again = QTimer(self, singleShot=True, interval=_PAUSE)
        self._again.timeout.connect(self._rewind)

    @property
    def on(self) -> bool:
        """A recording plays because nobody else does."""
        return self._on

    def wait(self, seconds: int) -> None:
        """So long without a run; 0: never."""
        self._timer.stop()
        self._timer.setInterval(seconds * 1_000)
        self.stir()

    @Slot()
    def stir(self) -> None:
        """Somebody is there, or something happens: count from here."""
        if self._timer.interval() and not self._on:
            self._timer.start()

    def recording(self, shown: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        """A recording is drawn, or no longer: by us, or by somebody who chose it."""
        if not shown:
            self._set(False)  # noqa: FBT003 - a private switch
            self.stir()

    def moved(self) -> None:
        """The recording goes on; after its end it begins again."""
        if self._on and self._hall.reel and self._hall.reel.over and not self._again.isActive():
            self._again.start()

    def end(self) -> None:
        """Somebody wants the console."""
        if self._on:
            self._hall.back_to_live()

    def _begin(self) -> None:
        if self._idle() and not self._on and self._hall.reel is None:
            self._hall.runs(self._choose)
        else:
            self.stir()

    def _choose(self, runs: list[RunBrief]) -> None:
        good = next((each for each in runs if each.ended and each.held), None)
        if good is None or not self._idle():
            self.stir()
            return
        self._set(True)  # noqa: FBT003 - a private switch
        self._hall.replay(good.run)

    def _rewind(self) -> None:
        if self._on:
            self._hall.seek(1)

    def _set(self, on: bool) -> None:  # noqa: FBT001 - a private switch
        if on != self._on:
            self._on = on
            self.invited.emit(on)
