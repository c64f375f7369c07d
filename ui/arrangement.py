"""What people have chosen takes effect: light, motion, language, the wall and its idling."""

from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtQml import QQmlEngine

from ui.attract import Attract
from ui.translations import choose, install
from ui.viewmodels.settings import SettingsModel
from ui.viewmodels.sight import SightModel
from ui.viewmodels.stage import StageModel
from ui.windows import WallScreen


class Arrangement(QObject):
    """Arranges anew whenever a setting changes."""

    spoken = Signal(str)  # the language that is spoken from now on

    def __init__(
        self, settings: SettingsModel, stage: StageModel, wall: WallScreen, attract: Attract
    ) -> None:
        """Nothing arranged yet."""
        super().__init__()
        self._settings = settings
        self._stage = stage
        self._wall = wall
        self._attract = attract
        self._qml: QQmlEngine | None = None
        self._language = self._asked = ""
        self._light = False
        self._before = settings.choices

    def speak(self, language: str) -> None:
        """Choose the language before anything is drawn, or all of it would be drawn twice.

        Args:
            language: Of the command line: it wins until somebody chooses another.
        """
        self._asked = language
        self._speak(language or self._settings.choices.language)

    def begin(self, qml: QQmlEngine, *, light: bool) -> None:
        """From now on.

        Args:
            qml: What draws.
            light: Of the command line: it wins until somebody chooses otherwise.
        """
        self._qml = qml
        self._light = light
        self._arrange()
        self._settings.changed.connect(self._chosen)

    def end(self) -> None:
        """What draws is about to go."""
        self._settings.changed.disconnect(self._chosen)
        self._qml = None

    def _chosen(self) -> None:
        before, self._before = self._before, self._settings.choices
        # what the command line asked for gives way to a choice of the same kind, to no other
        if before.language != self._before.language:
            self._asked = ""
        if before.light != self._before.light:
            self._light = False
        self._arrange()

    def _arrange(self) -> None:
        assert self._qml
        chosen = self._settings.choices
        theme = self._qml.singletonInstance("Showcase.Theme", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("dark", not (chosen.light or self._light))
        theme.setProperty("reducedMotion", chosen.reduced_motion)
        cast("SightModel", self._stage.sight).look(chosen.diagonal, chosen.distance)
        self._wall.choose(chosen.screens)
        self._attract.wait(chosen.idle)
        self._speak(self._asked or chosen.language)

    def _speak(self, language: str) -> None:
        if choose(language) == self._language:
            return
        application = QCoreApplication.instance()
        assert application
        self._language = install(application, language)
        self.spoken.emit(self._language)
        if self._qml:
            self._qml.retranslate()
