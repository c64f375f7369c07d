"""What time it is in the window, as an argument: a test hands in a clock that jumps."""

import time
from datetime import UTC, datetime
from typing import Protocol

from PySide6.QtCore import QDateTime


class Clock(Protocol):
    """Anything that tells the time."""

    def now(self) -> datetime:
        """The time of day, UTC."""

    def monotonic(self) -> float:
        """Seconds since some fixed moment; never goes back."""


class WindowClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The time of day, UTC."""
        return datetime.fromtimestamp(QDateTime.currentMSecsSinceEpoch() / 1000, UTC)

    def monotonic(self) -> float:
        """Seconds since some fixed moment; never goes back."""
        return time.monotonic()
