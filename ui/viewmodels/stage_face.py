"""How the cards of the stage are lettered, for QML."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.stage.face import Face, face
from ui.stage.picture import Picture
from ui.viewmodels.lettering import title_width

QML_IMPORT_NAME = "Showcase.Stage"
QML_IMPORT_MAJOR_VERSION = 1

_USUAL = Face(title=34, lines=1, icon=35, detail=19, chip=19, rows=2, inner=240)


@QmlElement
@QmlUncreatable("The stage has one.")
class FaceModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Sizes in board units, the same for all cards of a stage."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """As on a usual stage."""
        super().__init__(parent)
        self._face = _USUAL

    @property
    def face(self) -> Face:
        """The lettering itself, for Python."""
        return self._face

    def fit(self, picture: Picture, least: float) -> None:
        """Letter the cards of a picture, whose titles should reach that size."""
        found = _letter(picture, least)
        if found != self._face:
            self._face = found
            self.changed.emit()

    @Property(float, notify=changed)
    def title(self) -> float:
        """Of titles."""
        return self._face.title

    @Property(float, notify=changed)
    def titleHeight(self) -> float:
        """Of the lines of a title."""
        return self._face.title_height

    @Property(float, notify=changed)
    def icon(self) -> float:
        """Of icons; 0: there are none."""
        return self._face.icon

    @Property(float, notify=changed)
    def detail(self) -> float:
        """Of maker and tag."""
        return self._face.detail

    @Property(float, notify=changed)
    def chip(self) -> float:
        """Of chips' words."""
        return self._face.chip


def _letter(picture: Picture, least: float) -> Face:
    if picture.programme is None or picture.scenery is None:
        return _USUAL
    layout = picture.scenery.layout
    loud = [role for role in picture.programme.roles if role.key not in layout.quiet]
    if not loud:
        return _USUAL
    card = layout.cards[loud[0].key]
    titles = [role.title for role in loud]
    return face(titles, card.width, card.height, title_width, least=least)
