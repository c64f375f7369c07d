"""The real window, without a screen, timed by Qt's own log of every frame it draws."""

import asyncio
import os
import re
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

from showcase.client import EngineClient, door_path, read_door
from tests.bench.figures import Figure, always_within, dropped, frames, intervals, within
from tests.bench.stage import STORY, engine, play

PART = "window"
_STARTS = 5
_LOOK = 0.005

_FRAME = re.compile(rb"^ *([\d.]+) Frame rendered ")

_FIRST = 60.0
"""Seconds within which a window must have drawn something."""

_AT_REST = 3.0
"""Seconds without a frame after which the picture has caught up with the run."""

_CROWDED = 8000.0
"""Milliseconds of a crowd that count, its last ones: what went before was its way there."""

_LONGEST = 240.0
"""Seconds after which a picture that never rests is left alone."""

UNSEEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
"""A window that nobody sees, drawn as where there is no GPU."""

_LOGGED = {
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
async def opened(*arguments: str, program: str = "showcase") -> AsyncIterator[Window]:
    """The window as ``showcase`` opens it; it attaches to the engine that is up, if one is.

    Args:
        arguments: Of the program.
        program: Another module that draws.
    """
    window = Window()
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", program, *arguments),
        stdin=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
        env={**os.environ, **UNSEEN, **_LOGGED},
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


async def window(folder: Path) -> list[Figure]:
    """The figures; `folder` is for journals."""
    try:
        return [*await _started(folder), *await _played(folder), *await _crowded()]
    except NothingDrawn as error:
        return [Figure(part=PART, what="The window", unit="ms", note=f"drew nothing: {error}")]


async def _started(folder: Path) -> list[Figure]:
    """From nothing: no engine is up, the program has been started once before."""
    first: list[float] = []
    ready: list[float] = []
    for number in range(_STARTS + 1):
        journal = folder / f"start-{number}.db"
        async with opened("--story", STORY, "--journal", str(journal)) as each:
            await each.drawing()
            await _on_standby(journal)
            ready.append((time.monotonic() - each.born) * 1000)
            first.append(each.first_frame)
    told = partial(Figure, part=PART, unit="ms")
    return [
        told(what="Start to the first frame, warm", ours=first[1:], target=within(700)),
        told(what="Start to ready for GO, engine included", ours=ready[1:], target=within(1500)),
    ]


async def _on_standby(journal: Path) -> None:
    """Return once the story that the window has put on stage waits for GO."""
    async with asyncio.timeout(_FIRST):
        while (door := read_door(door_path(journal))) is None:  # noqa: ASYNC110 - a file's event
            await asyncio.sleep(_LOOK)
        async with EngineClient(door) as client:
            while not (await client.state()).standby:  # noqa: ASYNC110 - it is the window's doing
                await asyncio.sleep(_LOOK)


async def _played(folder: Path) -> list[Figure]:
    """Frames while the story plays at full pace on the stage, drawn by the software renderer."""
    journal = folder / "journal.db"
    async with engine(folder) as client, opened("--journal", str(journal)) as each:
        await play(client)
        await each.drawing()
        await each.at_rest()
        before = len(each.stamps)
        await play(client)
        await each.at_rest()
    return _told("while the story plays on the stage", each.stamps[before:])


async def _crowded() -> list[Figure]:
    """Frames of the wall with twelve systems and thirty things on their way."""
    async with opened(program="tests.bench.crowd") as each:
        await each.drawing()
        await each.at_rest()
    settled = [stamp for stamp in each.stamps if stamp > each.stamps[-1] - _CROWDED]
    return _told("with 12 systems and 30 things moving, 1920x1080", settled)


def _told(when: str, stamps: list[float]) -> list[Figure]:
    moving = intervals(stamps)
    late = dropped(moving)
    share = 100 * late / max(1, late + len(moving))
    return [
        Figure(
            part=PART,
            what=f"Frames dropped {when}",
            unit="%",
            ours=[share],
            target=within(5),
            detail=dict(frames(stamps)),
        ),
        Figure(
            part=PART,
            what=f"Between two frames {when}",
            unit="ms",
            ours=moving,
            target=always_within(100),
        ),
    ]
