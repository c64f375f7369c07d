"""Composition: the window is made, lives, and is taken apart in the right order.

The first frame is drawn before the engine is up: the engine starts as a child while the window
already says so. At the end the QML engine goes before the view-models, or its bindings would wake
up to null; an engine that this window started is told to quit.
"""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_API", "pyside6")  # before qasync looks for a binding

import qasync
from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlNetworkAccessManagerFactory
from PySide6.QtQuick import QQuickWindow

from showcase.model.answers import EngineState
from ui.attach import Attachment
from ui.blobs import BlobProvider
from ui.clock import Clock, WindowClock
from ui.fonts import load_fonts
from ui.link import Connection, Link
from ui.renderer import choose_renderer
from ui.viewmodels.cast import CastModel
from ui.viewmodels.console import ConsoleModel
from ui.viewmodels.inspector import InspectorModel
from ui.viewmodels.library import LibraryModel
from ui.viewmodels.notices import NoticesModel
from ui.viewmodels.presenter import PresenterModel
from ui.viewmodels.stage import StageModel
from ui.viewmodels.traffic import TrafficModel
from ui.windows import WallScreen

QML = Path(__file__).with_name("qml")
_TICK = 250


class _Nobody(QNetworkAccessManager):
    """Asks nobody: what the network says must never make the window fetch something."""

    def createRequest(
        self,
        operation: QNetworkAccessManager.Operation,
        request: QNetworkRequest,
        data: object = None,
    ) -> QNetworkReply:
        """A request for nothing, which Qt answers with an error of its own."""
        del operation, request, data
        return super().createRequest(self.Operation.GetOperation, QNetworkRequest(QUrl()), None)


class NoNetwork(QQmlNetworkAccessManagerFactory):
    """The QML engine has no network."""

    def create(self, parent: QObject) -> QNetworkAccessManager:
        """A manager that asks nobody."""
        return _Nobody(parent)


class Window:
    """The console, its wall, and all that they draw from.

    Attributes:
        root: The console's window.
        link: The crossing to the engine.
    """

    def __init__(self, link: Link, clock: Clock, *, story: str = "", replay: str = "") -> None:
        """Make and show it; nothing is attached yet.

        Args:
            link: The crossing to the engine.
            clock: The time.
            story: Put this story on stage once there is an engine with an empty one.
            replay: Id of a run to draw.
        """
        self._story, self._wanted_replay = story, replay
        self.link = link
        self.console = ConsoleModel(self.link, clock)
        self.notices = NoticesModel(clock)
        self.presenter = PresenterModel(clock)
        self.cast = CastModel(self.link)
        self.traffic = TrafficModel()
        self.library = LibraryModel(self.link, story=story)
        self.inspector = InspectorModel(self.link)
        self.stage = StageModel()
        self.wall = WallScreen()
        self._connect()
        self._network = NoNetwork()
        self._blobs = BlobProvider()
        self._blobs.missing.connect(self.link.fetch)
        self.link.blobCame.connect(self._blobs.put)
        self.qml: QQmlApplicationEngine | None = self._load()
        root = self.qml.rootObjects()[0]
        assert isinstance(root, QQuickWindow)
        self.root = root
        self._wall: tuple[QQmlComponent, QQuickWindow] | None = None
        self.wall.wanted.connect(self._build_wall)
        self._tick = QTimer(interval=_TICK)
        self._tick.timeout.connect(self.console.tick)
        self._tick.timeout.connect(self.presenter.tick)
        self._tick.timeout.connect(self.notices.tick)
        self._tick.start()

    def close(self) -> None:
        """Take it apart: the QML engine first."""
        self._tick.stop()
        self.wall.let_go()
        self._wall = None
        self.qml = None

    def _load(self) -> QQmlApplicationEngine:
        qml = QQmlApplicationEngine()
        qml.setNetworkAccessManagerFactory(self._network)
        qml.addImageProvider("blob", self._blobs)
        qml.addImportPath(str(QML))
        qml.setInitialProperties(
            {
                "booth": self.console,
                "notices": self.notices,
                "presenter": self.presenter,
                "cast": self.cast,
                "traffic": self.traffic,
                "library": self.library,
                "inspector": self.inspector,
                "stage": self.stage,
                "wall": self.wall,
            }
        )
        qml.loadFromModule("Showcase", "Main")
        if not qml.rootObjects():
            raise RuntimeError("The window's QML does not load; its errors stand above.")
        qml.rootObjects()[0].lookAgain.connect(self.link.look_again)  # type: ignore[attr-defined]
        return qml

    def _build_wall(self) -> None:
        """The wall is made when it is first wanted: the first frame does not wait for it."""
        assert self.qml
        component = QQmlComponent(self.qml)
        component.loadFromModule("Showcase.Wall", "WallWindow")
        wall = component.createWithInitialProperties({"stage": self.stage})
        if not isinstance(wall, QQuickWindow):
            raise TypeError(f"The wall's QML does not load: {component.errorString()}")
        self._wall = component, wall  # PySide lets go of a window whose component is gone
        self.wall.adopt(wall, self.root)

    def _connect(self) -> None:
        link = self.link
        for model in (self.stage, self.console, self.notices, self.presenter, self.cast,
                      self.traffic, self.library, self.inspector):  # fmt: skip
            link.entry.connect(model.apply)
        for model in (self.stage, self.console, self.presenter, self.cast, self.traffic,
                      self.inspector):  # fmt: skip
            link.cleared.connect(model.clear)
        for model in (self.stage, self.console, self.presenter, self.library):
            link.recording.connect(model.recording)
        link.noticed.connect(self.notices.notice)
        link.connection.connect(self._connection)
        link.stateKnown.connect(self._state_known)
        self.console.noticed.connect(self.notices.notice)
        self.console.tourAsked.connect(self.library.begin)
        self.console.hopAsked.connect(self.inspector.select)
        self.wall.noticed.connect(self.notices.notice)

    def _connection(self, connection: int, words: str, remedy: str) -> None:
        phases = {
            Connection.STARTING: ConsoleModel.Phase.STARTING,
            Connection.LIVE: ConsoleModel.Phase.EMPTY,
            Connection.LOST: ConsoleModel.Phase.LOST,
            Connection.BROKEN: ConsoleModel.Phase.BROKEN,
        }
        self.console.connection(phases[Connection(connection)], f"{words} {remedy}".strip())
        self.stage.stale(Connection(connection) is Connection.LOST)

    def _state_known(self, state: EngineState) -> None:
        self.console.engine(state.last_seq)
        self.library.refresh()
        replay, self._wanted_replay = self._wanted_replay, ""
        if replay:
            self.library.replay(replay)
        elif self._story and not state.run:
            self.library.begin()
        self._story = ""


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


def run(argv: Sequence[str]) -> int:
    """Open the console, and return once it was closed.

    Args:
        argv: What stands behind the command: ``--story``, ``--cast``, ``--wall`` …

    Raises:
        SystemExit: An argument is wrong.
    """
    options = _options(argv)
    choose_renderer()
    app = QGuiApplication.instance() or QGuiApplication([sys.argv[0]])
    assert isinstance(app, QGuiApplication)
    app.setApplicationName("Showcase")
    app.setQuitOnLastWindowClosed(False)  # what `_live` does must be done first
    load_fonts()
    attachment = Attachment(options.journal)
    link = Link(attachment, cast=str(options.cast.resolve()) if options.cast else "")
    window = Window(link, WindowClock(), story=options.story, replay=options.replay)
    with qasync.QEventLoop(app) as loop:
        loop.run_until_complete(_live(window, attachment, wall=options.wall))
        window.close()
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="showcase", description="Opens the console.")
    parser.add_argument("--story", default="", help="put this story on stage")
    parser.add_argument("--cast", type=Path, help="who plays which role")
    parser.add_argument(
        "--wall", action=argparse.BooleanOptionalAction, default=False, help="open the wall, too"
    )
    parser.add_argument("--replay", default="", metavar="RUN", help="draw a recorded run")
    parser.add_argument("--journal", type=Path, help="a journal of its own")
    return parser.parse_args(argv)
