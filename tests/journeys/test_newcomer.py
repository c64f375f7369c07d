"""What the README promises: the tour is played, the archive dies in the middle, and somebody who
knows nothing gets through by pressing what the screen suggests. Nothing here is a fake: an engine
in a process of its own, a vendor's archive behind sockets, a window with keys."""

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Self

os.environ.setdefault("QT_API", "pyside6")  # before qasync looks for a binding

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from showcase.model.events import (
    CueWaits,
    Entry,
    HopEnded,
    RolePassed,
    RunEnded,
    RunStarted,
)
from showcase.model.exchange import Outcome
from showcase.model.programme import Patient
from tests.journeys.foreign import Addresses, Vendor, addresses, vendor
from ui.attach import Attachment
from ui.clock import WindowClock
from ui.fonts import load_fonts
from ui.link import Link
from ui.viewmodels.console import ConsoleModel
from ui.viewmodels.settings import SettingsModel
from ui.window import Window

Phase = ConsoleModel.Phase
Key = Qt.Key

_PATIENCE = 90
"""Seconds for a whole tour on a loaded machine."""


class Elsewhere:
    """The vendor's archive, in a thread with a loop of its own: qasync is no loop for servers."""

    def __init__(self, folder: Path, where: Addresses) -> None:
        self._folder = folder
        self._where = where
        self._thread = threading.Thread(target=lambda: asyncio.run(self._live()), daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._vendor: Vendor | None = None
        self._up = threading.Event()
        self._over: asyncio.Event | None = None
        self.alive = True

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._up.wait(60)
        return self

    def __exit__(self, *_: object) -> None:
        assert self._loop
        assert self._over
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(30)

    def act(self, told: CueWaits, patient: Patient) -> None:
        """Its human does what the console shows."""
        assert self._loop
        assert self._vendor
        asyncio.run_coroutine_threadsafe(self._vendor.act(told, patient), self._loop)

    def die(self) -> None:
        """Now nobody is there."""
        assert self._loop
        assert self._vendor
        self.alive = False
        asyncio.run_coroutine_threadsafe(self._vendor.die(), self._loop).result(30)

    async def _live(self) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        async with vendor(self._folder, self._where) as self._vendor:
            self._up.set()
            await self._over.wait()


class Newcomer:
    """Reads the screen, and presses what it suggests."""

    def __init__(self, window: Window, archive: Elsewhere) -> None:
        self._window = window
        self._archive = archive
        self.pressed: list[str] = []
        self.events: list[Entry] = []
        window.link.entry.connect(self.events.append)

    def press(self, key: Key, why: str) -> None:
        self.pressed.append(why)
        # posted, because QTest runs Qt's loop by itself, and a task must not be entered twice
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(self._window.root, event)

    async def until(self, true: Callable[[], bool], what: str) -> None:
        async with asyncio.timeout(_PATIENCE):
            while not true():  # noqa: ASYNC110 - Qt's loop and this one are the same
                await asyncio.sleep(0.02)
        self.pressed.append(f"({what})")

    async def tour(self, *, lose_before: str) -> None:
        """Until the story is told."""
        model = self._window.console
        async with asyncio.timeout(_PATIENCE):
            while model.phase != Phase.ENDED:
                if self._standby() == lose_before and self._archive.alive:
                    self._archive.die()
                pressed = self._do_what_is_suggested()
                await asyncio.sleep(0.85 if pressed else 0.05)  # GO counts once in 0.8 s

    def _do_what_is_suggested(self) -> bool:
        """Whether there was something to press."""
        model = self._window.console
        if model.failure.shown and model.phase == Phase.STOPPED:
            # the card offers two buttons, the likely one first; its key stands in the status line
            self.press(*_KEYS[model.failure.firstLabel])
        elif model.waiting.shown and not self._archive.alive:
            self.press(Key.Key_S, "S")
        elif model.goReady and model.phase in {Phase.READY, Phase.HELD}:
            self.press(Key.Key_Space, "GO")
        else:
            return False
        return True

    def _standby(self) -> str:
        rows = self._window.console.cues.rows
        return next((row.cue for row in rows if row.standby), "")

    def of(self, kind: type) -> list[object]:
        return [entry.event for entry in self.events if isinstance(entry.event, kind)]


_KEYS = {
    "Let the stand-in take it": (Key.Key_S, "S"),
    "Try again": (Key.Key_R, "R"),
    "Go on without it": (Key.Key_Space, "GO"),
}


@asynccontextmanager
async def booth(cast: str, journal: Path) -> AsyncIterator[Window]:
    """A window with an engine of its own."""
    attachment = Attachment(journal)
    link = Link(attachment, cast=cast)
    window = Window(link, WindowClock(), settings=SettingsModel())
    window.root.requestActivate()
    async with asyncio.TaskGroup() as group:
        task = group.create_task(link.run())
        try:
            yield window
        finally:
            link.close(quit_engine=True)
            await task
    window.close()


async def _first_visit(tmp_path: Path, theirs: Path) -> None:
    where = addresses("archive")
    with Elsewhere(theirs, where) as archive:
        cast = where.cast(tmp_path, ours=True)
        async with booth(cast, tmp_path / "journal.db") as window:
            newcomer = Newcomer(window, archive)
            human = asyncio.get_running_loop().create_task(_at_the_vendor(newcomer, archive))
            try:
                await _visit(newcomer, window)
            finally:
                human.cancel()
                await asyncio.wait([human])


async def _at_the_vendor(newcomer: Newcomer, archive: Elsewhere) -> None:
    """The vendor's human does what the console shows, as long as there is a system."""
    done = 0
    while True:
        await asyncio.sleep(0.05)
        news = newcomer.events[done:]
        done += len(news)
        start = newcomer.of(RunStarted)
        for entry in news:
            if isinstance(entry.event, CueWaits) and archive.alive:
                run = start[-1]
                assert isinstance(run, RunStarted)
                archive.act(entry.event, run.patient)


async def _visit(newcomer: Newcomer, window: Window) -> None:
    console = window.console
    assert window.root.property("sheet") == 1  # the first start explains itself
    newcomer.press(Key.Key_Return, "Let us begin")
    await newcomer.until(lambda: bool(window.library.chosen), "there is a tour to begin")
    newcomer.press(Key.Key_N, "N")
    await newcomer.until(lambda: console.phase == Phase.READY, "a cue waits for GO")
    await newcomer.tour(lose_before="images")
    (ended,) = newcomer.of(RunEnded)
    assert isinstance(ended, RunEnded)
    assert ended.held, newcomer.pressed
    assert len(newcomer.of(RolePassed)) == 1
    assert newcomer.pressed.count("S") == 1, newcomer.pressed
    await _start_again(newcomer, window)


async def _start_again(newcomer: Newcomer, window: Window) -> None:
    """The next patient: what is cleared stands there, and what is not; then the first hop."""
    console, reset = window.console, window.reset
    first = console.headline
    newcomer.press(Key.Key_N, "N")
    await newcomer.until(
        lambda: console.phase == Phase.READY and console.headline != first, "a fresh patient"
    )
    await newcomer.until(lambda: bool(reset.shown), "what was cleared stands there")
    assert reset.title.startswith("Reset in "), reset.title
    cleared, left = reset.cleared.rows, reset.left.rows
    assert {"Radiology", "Registry", "Repository"} <= {row.title for row in cleared}, cleared
    assert any(row.words.startswith("Northwind still keeps") and not row.ours for row in left), left
    starts = newcomer.of(RunStarted)
    assert len(starts) == 2
    assert len({start.patient for start in starts if isinstance(start, RunStarted)}) == 2
    await newcomer.until(lambda: bool(console.goReady), "GO can be pressed")
    newcomer.press(Key.Key_Space, "GO")
    await newcomer.until(lambda: bool(_acknowledged(newcomer, starts[1])), "it goes on again")
    await newcomer.until(lambda: not reset.shown, "the card is put away")


def _acknowledged(newcomer: Newcomer, start: object) -> list[HopEnded]:
    assert isinstance(start, RunStarted)
    hops = [each for each in newcomer.of(HopEnded) if isinstance(each, HopEnded)]
    return [
        each
        for each in hops
        if each.run == start.run and each.verdict.outcome is Outcome.ACKNOWLEDGED
    ]


@pytest.mark.window
@pytest.mark.timeout(240)
def test_a_newcomer_loses_the_archive_and_gets_through(
    qapp: QGuiApplication, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    load_fonts()
    with qasync.QEventLoop(qapp) as loop:
        loop.run_until_complete(_first_visit(tmp_path, tmp_path_factory.mktemp("vendor")))
