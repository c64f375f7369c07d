"""When a press counts: the rules of GO and of Esc.

Booth staff press GO tired, twice, and with a presenter's remote that repeats. The rules are those
of show control: a GO is a press *and* its release, two of them are at least 800 ms apart, and no
GO ever stops anything. Esc is the one way to stop: once holds, twice within a second cuts.

Time arrives as an argument, so that a test hands in its own.
"""

from collections.abc import Callable

APART = 0.8
"""Seconds between two GOs."""

TWICE = 1.0
"""Seconds within which a second Esc means *cut everything*."""

_CONFIRM = 4.0
"""Seconds within which a second press ends a run that is under way."""


class GoKey:
    """One key, button or remote that says GO; it counts when it comes up again."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        """Nothing pressed, nothing fired yet."""
        self._monotonic = monotonic
        self._down = False
        self._last = float("-inf")

    def press(self) -> None:
        """It went down. Repeats of a held key are the same press."""
        self._down = True

    def release(self) -> bool:
        """It came up; True when that is a GO."""
        if not self._down:
            return False
        self._down = False
        now = self._monotonic()
        if now - self._last < APART:
            return False
        self._last = now
        return True

    def forget(self) -> None:
        """The press no longer counts: the window lost the keyboard, or somebody pressed Esc."""
        self._down = False


class SureKey:
    """A key that ends what is under way: pressed twice within some seconds, then."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Nobody has asked."""
        self._clock = clock
        self._asked_at = float("-inf")

    def press(self, *, under_way: bool) -> bool:
        """Whether it counts: nothing is under way, or it was pressed before."""
        now = self._clock()
        if under_way and now - self._asked_at > _CONFIRM:
            self._asked_at = now
            return False
        self._asked_at = float("-inf")
        return True


class EscKey:
    """The panic key."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        """Not pressed yet."""
        self._monotonic = monotonic
        self._last = float("-inf")

    def press(self) -> bool:
        """It went down; True when it is the second time within a second: cut everything."""
        now = self._monotonic()
        second = now - self._last <= TWICE
        self._last = float("-inf") if second else now
        return second
