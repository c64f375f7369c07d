"""A recorded run that plays: at any speed, from any point, as often as one likes."""

import asyncio
from collections.abc import Callable, Sequence

from showcase.model.events import Entry

_LONGEST_GAP = 2.0
"""Seconds: a recording does not make its audience wait for what the operator waited for."""

SPEEDS = (0.5, 1.0, 2.0, 4.0, 8.0)
"""What one can choose; 1 is as it happened."""


class Replay:
    """Position, speed and pause of one recording.

    Attributes:
        entries: All that happened.
        position: How many of them have been told.
        speed: 2: twice as fast.
        paused: Nothing is told until somebody lets it go on.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        tell: Callable[[Entry], None],
        moved: Callable[[], None],
        speed: float = 1.0,
    ) -> None:
        """Nothing told yet.

        Args:
            entries: The recording, in order.
            tell: Draws one entry.
            moved: Called whenever position, speed or pause have changed.
            speed: How fast it begins.
        """
        self.entries = entries
        self.position = 0
        self.speed = speed
        self.paused = False
        self._tell = tell
        self._moved = moved
        self._stirred = asyncio.Event()

    @property
    def over(self) -> bool:
        """Everything has been told."""
        return self.position >= len(self.entries)

    def go_at(self, speed: float) -> None:
        """That fast from now on."""
        self.speed = speed
        self._stir()

    def pause(self, paused: bool) -> None:  # noqa: FBT001 - a switch with a name
        """Stand still, or go on."""
        self.paused = paused
        self._stir()

    def seek(self, position: int) -> None:
        """Tell everything up to there at once; whoever draws has been cleared before."""
        self.position = 0
        for entry in self.entries[: max(1, min(position, len(self.entries)))]:
            self._step(entry)
        self._stir()

    async def play(self) -> None:
        """Until the end, and on from wherever somebody goes back to; never returns."""
        while True:
            self._stirred.clear()
            if self.paused or self.over:
                await self._stirred.wait()
                continue
            entry = self.entries[self.position]
            if await self._rest(self._gap() / self.speed):
                self._step(entry)
                self._moved()

    def _step(self, entry: Entry) -> None:
        self.position += 1
        self._tell(entry)

    def _gap(self) -> float:
        if not self.position:
            return 0.0
        before, now = self.entries[self.position - 1], self.entries[self.position]
        return min(_LONGEST_GAP, max(0.0, (now.at - before.at).total_seconds()))

    async def _rest(self, seconds: float) -> bool:
        """Whether nobody has touched anything meanwhile."""
        if seconds <= 0:
            return True
        try:
            async with asyncio.timeout(seconds):
                await self._stirred.wait()
        except TimeoutError:
            return True
        return False

    def _stir(self) -> None:
        self._stirred.set()
        self._moved()
