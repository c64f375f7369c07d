"""Composition: the window is made, lives, and is taken apart in the right order.

The first frame is drawn before the engine is up: the engine has been started, as a child, before
the window was imported, and the window says that it is coming. At the end the QML engine goes
before the view-models, or its bindings would wake up to null; an engine that this window started
is told to quit.
"""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication

from showcase.client import EngineClient, EngineGone, Starting
from ui.attach import Attachment
from ui.clock import WindowClock
from ui.complaints import hear_qt
from ui.emblem import emblem
from ui.first import FirstCopy
from ui.fonts import load_fonts
from ui.link import Link
from ui.renderer import application
from ui.viewmodels.settings import SettingsModel
from ui.window import Wanted, Window

if TYPE_CHECKING:
    from qasync import QEventLoop

_ALREADY = (
    "Showcase is open already: its window has been brought to the front. "
    "What stands behind the command was not looked at; choose in the window, or close it first.\n"
)


_COLOURFUL = 8
"""Colours that the console has at least; an empty window has one."""


async def _live(window: Window, attachment: Attachment, *, wall: bool) -> None:
    """Until somebody closes the console."""
    closing = asyncio.Event()
    window.root.closing.connect(closing.set)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: closing.set())
    if wall:
        window.wall.put_up()
    async with asyncio.TaskGroup() as group:
        _ = group.create_task(window.link.run())
        await closing.wait()
        window.link.close(quit_engine=attachment.ours)


def run(argv: Sequence[str], engine: Starting | None = None) -> int:
    """Open the console, and return once it was closed.

    Args:
        argv: What stands behind the command: ``--story``, ``--cast``, ``--wall`` …
        engine: On its way up since before the window's import; None: one is up, or none could be
            started.

    Raises:
        SystemExit: An argument is wrong.
    """
    options = _options(argv)
    hear_qt()
    app = application()
    app.setDesktopFileName("showcase")  # Wayland takes title and icon from that entry
    app.setQuitOnLastWindowClosed(False)  # what `_live` does must be done first
    first = FirstCopy(options.journal)
    if not first.claim():
        sys.stderr.write(_ALREADY)
        return 0
    load_fonts()
    attachment = Attachment(options.journal, engine)
    settings = SettingsModel(QSettings("Showcase", "Showcase"))
    link = Link(attachment, cast=_cast(options.cast, settings))
    wanted = Wanted(
        story=options.story,
        cut=options.cut,
        replay=options.replay,
        language=options.language,
        light=options.light,
        journal=options.journal,
    )
    window = Window(link, WindowClock(), settings=settings, wanted=wanted, whole=False)
    window.draw_first()
    app.setWindowIcon(emblem())
    first.wanted.connect(window.show_itself)
    with event_loop(app) as loop:
        loop.run_until_complete(_live(window, attachment, wall=options.wall))
        window.close()
    first.release()
    return 0


def rehearse() -> QGuiApplication:
    """Make the console, attached to nobody, and draw it once: whether all of it is there.

    Returns:
        The application, for whoever wants to draw more.

    Raises:
        RuntimeError: Something is missing, or nothing was drawn.
    """

    async def nobody() -> EngineClient:
        raise EngineGone

    app = application()
    load_fonts()
    window = Window(Link(nobody), WindowClock())
    picture = window.root.grabWindow()
    points = ((x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 11))
    colours = {picture.pixel(x, y) for x, y in points}
    window.close()
    if len(colours) < _COLOURFUL:
        raise RuntimeError("the console was not drawn")
    return app


def event_loop(app: QGuiApplication) -> "QEventLoop":
    """Python's event loop inside Qt's; its import does not hold the first frame up."""
    os.environ.setdefault("QT_API", "pyside6")  # before qasync looks for a binding
    import qasync  # noqa: PLC0415 - as the docstring says

    return qasync.QEventLoop(app)


def _cast(asked: Path | None, settings: SettingsModel) -> str:
    """The cast that was asked for, else the last one, if it is still there."""
    if asked:
        return str(asked.resolve())
    last = settings.cast
    return last if last and Path(last).is_file() else ""


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="showcase", description="Opens the console.")
    parser.add_argument("--story", default="", help="put this story on stage")
    parser.add_argument("--cut", default="", help="in this cut")
    parser.add_argument("--cast", type=Path, help="who plays which role")
    parser.add_argument(
        "--wall", action=argparse.BooleanOptionalAction, default=False, help="open the wall, too"
    )
    parser.add_argument("--replay", default="", metavar="RUN", help="draw a recorded run")
    parser.add_argument("--language", default="", help="en, de")
    parser.add_argument("--light", action="store_true", help="dark on light")
    parser.add_argument("--journal", type=Path, help="a journal of its own")
    return parser.parse_args(argv)
