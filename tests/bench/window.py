"""The real window, without a screen, timed by Qt's own log of every frame it draws."""

import asyncio
import os
import re
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

_FRAME = re.compile(rb"^ *([\d.]+) Frame rendered ")

_FIRST = 60.0
"""Seconds within which a window must have drawn something."""

_AT_REST = 3.0
"""Seconds without a frame after which the picture has caught up with the run."""

_LONGEST = 240.0
"""Seconds after which a picture that never rests is left alone."""

_SURROUNDINGS = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QUICK_BACKEND": "software",
    "QT_LOGGING_RULES": "qt.scenegraph.time.renderloop=true",
    "QT_MESSAGE_PATTERN": "%{time boot} %{message}",
}


class NothingDrawn(Exception):
    """The window ended, or stayed dark; the message is what it said."""


class Window:
    """A running window: when it was started, and when each of its frames was done."""

    def __init__(self) -> None:
        """Not started."""
        self.born = time.monotonic()
        self.stamps: list[float] = []
        self.said: list[bytes] = []
        self._drawn = asyncio.Event()

    @property
    def first_frame(self) -> float:
        """Milliseconds from its process's start to its first frame."""
        return self.stamps[0] - self.born * 1000

    async def drawing(self) -> None:
        """Return once the first frame is there.

        Raises:
            NothingDrawn: None came.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(_FIRST):
                await self._drawn.wait()
        if not self.stamps:
            raise NothingDrawn(b"".join(self.said).decode(errors="replace").strip())

    async def at_rest(self) -> None:
        """Return once nothing on it moves any more."""
        began, seen = time.monotonic(), -1
        while seen != len(self.stamps) and time.monotonic() - began < _LONGEST:
            seen = len(self.stamps)
            await asyncio.sleep(_AT_REST)

    async def listen(self, log: asyncio.StreamReader) -> None:
        """Take down every frame until the window is gone."""
        async for line in log:
            if match := _FRAME.match(line):
                self.stamps.append(float(match[1]) * 1000)
                self._drawn.set()
            else:
                self.said.append(line)
        self._drawn.set()  # nobody need wait any longer


@asynccontextmanager
async def opened() -> AsyncIterator[Window]:
    """The window as ``showcase`` opens it; it attaches to the engine that is up."""
    window = Window()
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "showcase"),
        stdin=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
        env={**os.environ, **_SURROUNDINGS},
    )
    assert child.stderr
    listening = asyncio.create_task(window.listen(child.stderr))
    try:
        yield window
    finally:
        if child.returncode is None:
            child.terminate()
        await child.wait()
        await listening
