"""The wall on another machine: what the engine's second door shows, full screen.

It is one more client, with a key that only looks on. While the line is down it says *stale* and
looks for the engine again, for ever: nobody stands beside it. While nobody plays it idles as the
console's own wall does, with recordings out of the same journal.
"""

import argparse
import asyncio
import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

os.environ.setdefault("QT_API", "pyside6")  # before qasync looks for a binding

import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from showcase.client import EngineClient
from showcase.client.engine import library
from showcase.model.answers import Door
from showcase.model.lookout import Curtain
from ui import translations
from ui.attract import Attract
from ui.blobs import BlobProvider
from ui.complaints import hear_qt
from ui.fonts import load_fonts
from ui.link import Connection, Link
from ui.nobody import NoNetwork
from ui.renderer import application
from ui.stage.legibility import DIAGONAL, DISTANCE
from ui.translations import translate
from ui.viewmodels.curtain import CurtainModel
from ui.viewmodels.sight import SightModel
from ui.viewmodels.stage import StageModel
from ui.window import QML

_IDLE = 90
"""Seconds without a run before a recording plays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the wall hangs, and how it looks there.

    Attributes:
        screen: Number of the screen, from 1; 0: the first.
        window: In a window instead of full screen.
        language: To speak; empty: as the machine does.
        diagonal: Of the screen, in inches.
        distance: From which visitors look, in metres.
    """

    screen: int = 0
    window: bool = False
    language: str = ""
    light: bool = False
    reduced: bool = False
    diagonal: float = DIAGONAL
    distance: float = DISTANCE


class RemoteWall:
    """The window, and what it draws from.

    Attributes:
        root: The window.
        link: The crossing to the engine.
        stage: What is drawn.
    """

    def __init__(self, url: str, key: str, spot: Spot) -> None:
        """Make and show it; nothing is attached yet.

        Args:
            url: Of the engine's second door.
            key: That it asks for.
            spot: Where the wall hangs.
        """
        self._url = url
        self._door = Door(url=url, key=key, pid=0)
        self.link = Link(self._attach)
        self.stage = StageModel()
        self._attract = Attract(self.link, self._is_idle)
        self._blobs = BlobProvider()
        self._network = NoNetwork()
        self._connect()
        application = QCoreApplication.instance()
        assert application
        translations.install(application, spot.language)
        cast("SightModel", self.stage.sight).look(spot.diagonal, spot.distance)
        self.qml: QQmlApplicationEngine | None = self._load(spot)
        root = self.qml.rootObjects()[0]
        assert isinstance(root, QQuickWindow)
        self.root = root
        _place(root, spot)
        self._attract.wait(_IDLE)

    async def run(self) -> None:
        """Until somebody closes the window."""
        closing = asyncio.Event()
        self.root.closing.connect(closing.set)
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: closing.set())
        async with asyncio.TaskGroup() as group:
            _ = group.create_task(self.link.run())
            await closing.wait()
            self.link.close()

    def close(self) -> None:
        """Take it apart: the QML engine first."""
        self._attract.wait(0)
        qml, self.qml = self.qml, None
        if qml is None:
            return
        for window in qml.rootObjects():
            window.deleteLater()
        qml.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    async def _attach(self) -> EngineClient:
        """No looking for it: whether somebody answers shows with the first question."""
        await asyncio.to_thread(library)
        return EngineClient(self._door)

    def _connect(self) -> None:
        link = self.link
        link.entry.connect(self.stage.apply)
        link.cleared.connect(self.stage.clear)
        link.recording.connect(self.stage.recording)
        link.jumped.connect(self.stage.settle)
        link.connection.connect(self._connection)
        self._blobs.missing.connect(link.fetch)
        link.blobCame.connect(self._blobs.put)
        link.moved.connect(self._attract.moved)
        link.recording.connect(self._attract.recording)
        link.entry.connect(self._attract.stir)
        self._attract.invited.connect(cast("CurtainModel", self.stage.curtain).invite)

    def _load(self, spot: Spot) -> QQmlApplicationEngine:
        qml = QQmlApplicationEngine()
        qml.setNetworkAccessManagerFactory(self._network)
        qml.addImageProvider("blob", self._blobs)
        qml.addImportPath(str(QML))
        theme = qml.singletonInstance("Showcase.Theme", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("dark", not spot.light)
        theme.setProperty("reducedMotion", spot.reduced)
        qml.setInitialProperties({"stage": self.stage, "notice": self._looking()})
        qml.loadFromModule("Showcase.Wall", "RemoteWindow")
        if not qml.rootObjects():
            raise RuntimeError("The wall's QML does not load; its errors stand above.")
        return qml

    def _connection(self, connection: int, words: str, remedy: str) -> None:
        if connection == Connection.LIVE:
            notice = ""
        elif words:
            notice = f"{self._looking()} {words} {remedy}".strip()
        else:
            notice = self._looking()
        if connection == Connection.LIVE:
            self.link.follow_curtain(self._draw)
        self.stage.stale(connection != Connection.LIVE)
        self.root.setProperty("notice", notice)

    def _draw(self, wanted: Curtain) -> None:
        """As staff do at the console; its freeze waits for what travels no longer than there."""
        curtain = cast("CurtainModel", self.stage.curtain)
        curtain.hold(wanted.holding)
        curtain.freeze(wanted.frozen)

    def _looking(self) -> str:
        return translate("Wall", "Looking for the engine at {url}.").format(url=self._url)

    def _is_idle(self) -> bool:
        picture = self.stage.picture
        return picture.programme is None or picture.end is not None


def _place(window: QQuickWindow, spot: Spot) -> None:
    screens = QGuiApplication.screens()
    screen = screens[min(max(1, spot.screen), len(screens)) - 1]
    window.setScreen(screen)
    if spot.window:
        window.show()
    else:
        window.setGeometry(screen.geometry())
        window.showFullScreen()


def run(argv: Sequence[str]) -> int:
    """Show the wall of an engine elsewhere, and return once its window was closed.

    Args:
        argv: ``--connect URL --key KEY``, and where the wall hangs.

    Raises:
        SystemExit: An argument is wrong.
    """
    options = _options(argv)
    hear_qt()
    app = application()
    app.setQuitOnLastWindowClosed(False)  # what `run` does must be done first
    load_fonts()
    spot = Spot(
        screen=options.screen,
        window=options.window,
        language=options.language,
        light=options.light,
        reduced=options.reduced_motion,
        diagonal=options.diagonal,
        distance=options.distance,
    )
    wall = RemoteWall(options.connect, options.key, spot)
    with qasync.QEventLoop(app) as loop:
        loop.run_until_complete(wall.run())
        wall.close()
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="showcase wall", description="A wall, and nothing else.")
    parser.add_argument("--connect", required=True, metavar="URL", help="of the engine")
    parser.add_argument("--key", required=True, help="that only looks on")
    parser.add_argument("--screen", type=int, default=0, help="number of the screen, from 1")
    parser.add_argument("--window", action="store_true", help="in a window")
    parser.add_argument("--language", default="", help="en, de")
    parser.add_argument("--light", action="store_true", help="dark on light")
    parser.add_argument("--reduced-motion", action="store_true", help="things light up")
    parser.add_argument("--diagonal", type=float, default=DIAGONAL, help="of the screen, in inches")
    parser.add_argument("--distance", type=float, default=DISTANCE, help="of visitors, in metres")
    return parser.parse_args(argv)
