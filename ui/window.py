"""The console's window, its wall, and all that they draw from."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent
from PySide6.QtQuick import QQuickWindow

from showcase.model.answers import EngineState
from ui.arrangement import Arrangement
from ui.attract import Attract
from ui.blobs import BlobProvider
from ui.clock import Clock
from ui.curtains import Curtains
from ui.link import Connection, Link
from ui.nobody import NoNetwork
from ui.viewmodels.cast import CastModel
from ui.viewmodels.casting import CastingModel
from ui.viewmodels.console import ConsoleModel
from ui.viewmodels.curtain import CurtainModel
from ui.viewmodels.finder import FinderModel
from ui.viewmodels.inspector import InspectorModel
from ui.viewmodels.library import LibraryModel
from ui.viewmodels.lookout import LookoutModel
from ui.viewmodels.notices import NoticesModel
from ui.viewmodels.presenter import PresenterModel
from ui.viewmodels.readiness import ReadinessModel
from ui.viewmodels.reception import ReceptionModel
from ui.viewmodels.reel import ReelModel
from ui.viewmodels.reset import ResetModel
from ui.viewmodels.settings import SettingsModel
from ui.viewmodels.side import SideModel
from ui.viewmodels.stage import StageModel
from ui.viewmodels.support import SupportModel
from ui.viewmodels.traffic import TrafficModel
from ui.windows import WallScreen

QML = Path(__file__).with_name("qml")
_TICK = 250
_FIRST = 500
"""Milliseconds within which a window that can be seen has drawn its first frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the command line asks for.

    Attributes:
        story: Put this story on stage once there is an engine with an empty one.
        cut: In that cut.
        replay: Id of a run to draw.
        language: Speak it, whatever the settings say.
        light: Dark on light, whatever the settings say.
        journal: A journal of its own.
    """

    story: str = ""
    cut: str = ""
    replay: str = ""
    language: str = ""
    light: bool = False
    journal: Path | None = None


_NOTHING = Wanted()


class Window:
    """The console, its wall, and all that they draw from.

    Attributes:
        root: The console's window.
        link: The crossing to the engine.
    """

    def __init__(
        self,
        link: Link,
        clock: Clock,
        *,
        settings: SettingsModel | None = None,
        wanted: Wanted = _NOTHING,
        whole: bool = True,
    ) -> None:
        """Make and show it; nothing is attached yet.

        Args:
            link: The crossing to the engine.
            clock: The time.
            settings: What people have chosen; None: as shipped, and forgotten afterwards.
            wanted: What to show first.
            whole: All of it; else what `draw_first` wants to draw.
        """
        self._wanted = wanted
        self.link = link
        self.settings = settings or SettingsModel()
        self.console = ConsoleModel(self.link, clock)
        self.notices = NoticesModel(clock)
        self.presenter = PresenterModel(clock)
        self.cast, self.casting = CastModel(self.link), CastingModel(self.link)
        self.traffic = TrafficModel()
        self.library = LibraryModel(
            self.link, story=wanted.story, cut=wanted.cut, last=self.settings.tour
        )
        self.inspector = InspectorModel(self.link)
        self.finder = FinderModel(self.link, self.inspector.has)
        self.readiness = ReadinessModel(self.link)
        self.reception = ReceptionModel(self.link, self.settings.store)
        self.reel = ReelModel(self.link)
        self.support = SupportModel(lambda: self.link.cast, wanted.journal)
        self.reset, self.lookout = ResetModel(), LookoutModel(self.link)
        self.stage = StageModel()
        self.wall = WallScreen()
        self.attract = Attract(self.link, self._is_idle)
        self._curtains = Curtains(self.link, cast("CurtainModel", self.stage.curtain))
        self._connect()
        self._build(whole=whole)

    def _build(self, *, whole: bool) -> None:
        self._arrangement = Arrangement(self.settings, self.stage, self.wall, self.attract)
        self._arrangement.spoken.connect(self._spoken)
        self._arrangement.speak(self._wanted.language)
        self._network = NoNetwork()
        self._blobs = BlobProvider()
        self._blobs.missing.connect(self.link.fetch)
        self.link.blobCame.connect(self._blobs.put)
        self.qml: QQmlApplicationEngine | None = self._load(whole=whole)
        root = self.qml.rootObjects()[0]
        assert isinstance(root, QQuickWindow)
        self.root = root
        self._begin()

    def _begin(self) -> None:
        self.link.knocked.connect(self.reception.refresh)
        self._walls: list[tuple[QQmlComponent, QQuickWindow]] = []
        self.wall.wanted.connect(self._build_wall)
        self._tick = QTimer(interval=_TICK)
        self._tick.timeout.connect(self.console.tick)
        self._tick.timeout.connect(self.presenter.tick)
        self._tick.timeout.connect(self.notices.tick)
        self._tick.start()
        assert self.qml
        self._arrangement.begin(self.qml, light=self._wanted.light)

    def draw_first(self) -> None:
        """Draw what is there, if the window shows itself at all; then make the rest of it."""
        drawn = QEventLoop()
        self.root.frameSwapped.connect(drawn.quit)
        QTimer.singleShot(_FIRST, drawn.quit)
        drawn.exec()
        self.root.frameSwapped.disconnect(drawn.quit)
        self.root.setProperty("whole", True)  # noqa: FBT003 - Qt's order

    def show_itself(self) -> None:
        """Somebody looks for the console: bring it to the front."""
        if self.root.windowStates() & Qt.WindowState.WindowMinimized:
            self.root.showNormal()
        self.root.show()
        self.root.raise_()
        self.root.requestActivate()
        self.root.alert(0)  # where a program may not come to the front by itself

    def close(self) -> None:
        """Take it apart: the QML engine first."""
        self._tick.stop()
        self.wall.let_go()
        self.attract.wait(0)
        self._arrangement.end()
        qml, self.qml = self.qml, None
        if qml is None:
            return
        for window in [*(wall for _, wall in self._walls), *qml.rootObjects()]:
            window.deleteLater()
        qml.deleteLater()
        # Qt takes its own down in its own order; Python's counting of references is not that order
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._walls.clear()

    def _load(self, *, whole: bool) -> QQmlApplicationEngine:
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
                "casting": self.casting,
                "traffic": self.traffic,
                "library": self.library,
                "inspector": self.inspector,
                "finder": self.finder,
                "stage": self.stage,
                "wall": self.wall,
                "settings": self.settings,
                "readiness": self.readiness,
                "reception": self.reception,
                "reel": self.reel,
                "lookout": self.lookout,
                "support": self.support,
                "reset": self.reset,
                "whole": whole,
            }
        )
        qml.loadFromModule("Showcase", "Main")
        if not qml.rootObjects():
            raise RuntimeError("The window's QML does not load; its errors stand above.")
        root: Any = qml.rootObjects()[0]  # signals of QML are unknown to Python's types
        root.lookAgain.connect(self.link.look_again)
        root.stirred.connect(self.attract.stir)
        return qml

    def _build_wall(self) -> None:
        """The wall is made when it is first wanted: the first frame does not wait for it."""
        assert self.qml
        component = QQmlComponent(self.qml)
        component.loadFromModule("Showcase.Wall", "WallWindow")
        wall = component.createWithInitialProperties({"stage": self.stage})
        if not isinstance(wall, QQuickWindow):
            raise TypeError(f"The wall's QML does not load: {component.errorString()}")
        self._walls.append((component, wall))  # PySide lets go of a window whose component is gone
        self.wall.adopt(wall, self.root)

    def _connect(self) -> None:
        link = self.link
        for model in (self.stage, self.console, self.notices, self.presenter, self.cast,
                      self.traffic, self.library, self.inspector, self.reset,
                      self.reception):  # fmt: skip
            link.entry.connect(model.apply)
        for model in (self.stage, self.console, self.presenter, self.cast, self.traffic,
                      self.inspector, self.reset):  # fmt: skip
            link.cleared.connect(model.clear)
        for model in (self.stage, self.console, self.presenter, self.library):
            link.recording.connect(model.recording)
        link.entry.connect(self.casting.apply)
        self.casting.chosen.connect(self.settings.plays)
        link.noticed.connect(self.notices.notice)
        link.connection.connect(self._connection)
        link.stateKnown.connect(self._state_known)
        self.console.tourAsked.connect(self.library.begin)
        self.console.watchAsked.connect(self.library.watch)
        self.console.hopAsked.connect(self.inspector.select)
        for teller in (self.console, self.wall, self.support, self.library, self.traffic):
            teller.noticed.connect(self.notices.notice)

        link.clearanceCame.connect(self.reset.came)
        link.moved.connect(self.reel.moved)
        link.jumped.connect(self.stage.settle)
        link.moved.connect(self.attract.moved)
        link.recording.connect(self.attract.recording)
        link.entry.connect(self.attract.stir)
        self.attract.invited.connect(cast("CurtainModel", self.stage.curtain).invite)
        self.traffic.taken.connect(self.library.saveHops)
        for side in (self.inspector.request, self.inspector.response):
            assert isinstance(side, SideModel)
            side.noticed.connect(self.notices.notice)
        self._connect_finder()
        self.library.begun.connect(self._begun)

    def _connect_finder(self) -> None:
        self.link.entry.connect(self.finder.apply)
        self.finder.hopWanted.connect(self.inspector.select)
        self.finder.hopFound.connect(self.inspector.look)
        self.finder.threaded.connect(self.stage.follow)

    def _spoken(self, language: str) -> None:
        self.link.language = language
        self.console.ticked.emit()
        self.presenter.ticked.emit()
        for model in (self.console, self.presenter, self.cast, self.traffic, self.library,
                      self.readiness, self.reception, self.lookout, self.inspector, self.finder,
                      self.casting):  # fmt: skip
            model.changed.emit()
        self.reset.retell()
        self.library.retell()

    def _is_idle(self) -> bool:
        return self.console.is_idle and self.wall.is_up

    def _begun(self, story: str, cut: str) -> None:
        self.settings.played(story, cut, self.link.cast)

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
        self.console.engine(state.last_seq, unkept=bool(state.trouble))
        self.reception.greet()  # before anything is begun: where do its ports listen?
        wanted, self._wanted = self._wanted, replace(self._wanted, story="", replay="")
        if wanted.replay:
            self.library.replay(wanted.replay)
        elif wanted.story and not state.run:
            self.library.begin()
        self.library.refresh()  # behind it: reading every story takes longer than beginning one
        self.lookout.refresh()  # whether a wall elsewhere can freeze and go blank, too
