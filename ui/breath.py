"""Frames between things that happen at once.

A story at full speed tells a hundred events in a rush, and each takes some milliseconds to be
folded into every region. Told in one go, they would hold a frame up for a third of a second.
"""

import asyncio

_WORK = 0.012
"""Seconds of work after which a frame is due."""

_DRAWING = 0.004
"""Seconds that Qt gets for it; as it comes by, it draws what is to be drawn."""


class Breath:
    """Taken between two pieces of work."""

    def __init__(self) -> None:
        """Nothing done yet; to be made where an event loop runs."""
        self._loop = asyncio.get_running_loop()
        self._last = self._loop.time()

    async def take(self) -> None:
        """Let a frame be drawn, if the last chance for one is long enough ago."""
        if self._loop.time() - self._last >= _WORK:
            await asyncio.sleep(_DRAWING)
            self._last = self._loop.time()
