"""The wall's screen and where visitors stand, and what letters that asks for."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.stage.legibility import DIAGONAL, DISTANCE, ESSENTIAL, Legibility, legibility, letter

QML_IMPORT_NAME = "Showcase.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage has one.")
class SightModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Sizes in board units: a board is 1080 high."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """The screen of a booth, as most are."""
        super().__init__(parent)
        self._diagonal, self._distance = DIAGONAL, DISTANCE
        self._asked = legibility()
        self._title = self._asked.play

    @Slot(float, float)
    def look(self, diagonal: float, distance: float) -> None:
        """The screen has so many inches, and visitors stand so many metres away."""
        self._diagonal, self._distance = diagonal, distance
        self._asked = legibility(diagonal, distance)
        self._title = self._asked.play  # until the stage says otherwise
        self.changed.emit()

    @property
    def asked(self) -> Legibility:
        """What screen and distance ask for, for Python."""
        return self._asked

    def reached(self, title: float) -> None:
        """The smallest title in play is of that size: a crowded stage may miss what is asked."""
        if title != self._title:
            self._title = title
            self.changed.emit()

    @property
    def stage_height(self) -> float:
        """Height of the stage."""
        return self._asked.stage_height

    @Property(float, notify=changed)
    def diagonal(self) -> float:
        """Of the screen, in inches."""
        return self._diagonal

    @Property(float, notify=changed)
    def distance(self) -> float:
        """From which visitors look, in metres."""
        return self._distance

    @Property(float, notify=changed)
    def sentence(self) -> float:
        """Size of what everybody must be able to read."""
        return self._asked.sentence

    @Property(float, notify=changed)
    def sentenceHeight(self) -> float:
        """Room for two lines of it."""
        return self._asked.sentence_height

    @Property(float, notify=changed)
    def stageTop(self) -> float:
        """Where the stage begins."""
        return self._asked.stage_top

    @Property(float, notify=changed)
    def stageHeight(self) -> float:
        """Height of the stage."""
        return self._asked.stage_height

    @Property(bool, notify=changed)
    def satisfied(self) -> bool:
        """Whether the wall can be read from there, the titles in play included."""
        return self._asked.satisfied and self._share() >= 1

    @Property(float, notify=changed)
    def nearest(self) -> float:
        """From where it can be read at worst, in metres."""
        return min(self._asked.nearest, self._distance * min(1.0, self._share()))

    def _share(self) -> float:
        """How much of the size that is asked for the smallest title in play has."""
        return self._title / letter(ESSENTIAL, self._diagonal, self._distance) + 1e-9
