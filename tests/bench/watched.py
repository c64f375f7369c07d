"""The console in a process of its own that says how long it was held up.

    python -m tests.bench.watched JOURNAL

attaches to the engine of that journal, and answers each line of its input with a line of JSON:

``mark``      milliseconds of the longest hold since the last answer
``open HOP``  milliseconds until the inspector has shown that hop, and the longest hold meanwhile

A *hold* is the time between two ticks of a timer of Qt's: for as long no frame can be drawn.
"""

import asyncio
import gc
import json
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from ui.app import event_loop
from ui.attach import Attachment
from ui.clock import WindowClock
from ui.fonts import load_fonts
from ui.link import Link
from ui.renderer import application
from ui.viewmodels.settings import SettingsModel
from ui.viewmodels.side import SideModel
from ui.window import Window

_TICK = 2
"""Milliseconds."""


class Heart(QObject):
    """Ticks whenever nothing holds the window up."""

    def __init__(self) -> None:
        """Beating."""
        super().__init__()
        self._last, self._longest = time.perf_counter(), 0.0
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=_TICK)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def longest(self) -> float:
        """Milliseconds between two ticks since this was last asked."""
        self._beat()
        longest, self._longest = self._longest, 0.0
        return longest

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, (now - self._last) * 1000)
        self._last = now


class Console:
    """A window, and who answers for it."""

    def __init__(self, journal: Path) -> None:
        """Not attached yet."""
        settings = SettingsModel()
        settings.greet()
        self.link = Link(Attachment(journal))
        self.window = Window(self.link, WindowClock(), settings=settings)
        self.window.root.resize(1920, 1080)
        self._heart = Heart()
        self._drawn = asyncio.Event()
        self.window.root.frameSwapped.connect(self._drawn.set)

    async def answer(self, asked: str) -> dict[str, float]:
        """What is known of it."""
        verb, _, hop = asked.partition(" ")
        return await self._open(hop) if verb == "open" else {"held": self._heart.longest()}

    async def _open(self, hop: str) -> dict[str, float]:
        inspector = self.window.inspector
        while not inspector.has(hop):  # noqa: ASYNC110 - its model has no asyncio event
            await asyncio.sleep(0.01)
        self._heart.longest()
        began = time.perf_counter()
        inspector.select(hop)
        request = inspector.request
        assert isinstance(request, SideModel)
        while request.empty:
            await self._next_frame()
        await self._next_frame()
        return {"ms": (time.perf_counter() - began) * 1000, "held": self._heart.longest()}

    async def _next_frame(self) -> None:
        self._drawn.clear()
        self.window.root.requestUpdate()
        await self._drawn.wait()


async def _serve(journal: Path) -> None:
    console = Console(journal)
    asked: asyncio.Queue[str] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(asked.put_nowait, line.strip())
        loop.call_soon_threadsafe(asked.put_nowait, "")

    threading.Thread(target=read, daemon=True).start()
    async with asyncio.TaskGroup() as group:
        _ = group.create_task(console.link.run())
        while line := await asked.get():
            sys.stdout.write(json.dumps(await console.answer(line)) + "\n")
            sys.stdout.flush()
        console.link.close()
    console.window.close()


def main() -> None:
    """Answer until the input ends."""
    gc.freeze()  # as `showcase` does once all is imported
    app = application()
    load_fonts()
    with event_loop(app) as loop:
        loop.run_until_complete(_serve(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
