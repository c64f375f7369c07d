"""The lists that QML draws the stage from."""

from PySide6.QtCore import Property, QAbstractListModel, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.rows import Rows
from ui.stage.picture import Picture
from ui.stage.thread import Woven
from ui.viewmodels import card_rows, path_rows, story_rows
from ui.viewmodels.card_faces import CardFaces
from ui.viewmodels.card_rows import CardRow, ChipRow
from ui.viewmodels.path_rows import OutlineRow, PathRow, SealRow, TravellerRow
from ui.viewmodels.story_rows import GroundRow, IdentityRow, LeafRow, SceneRow

QML_IMPORT_NAME = "Showcase.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("A stage is one.")
class StageLists(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Rows, made from the picture alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        """All empty."""
        super().__init__(parent)
        self._grounds = Rows(GroundRow, self)
        self._cards = Rows(CardRow, self)
        self._paths = Rows(PathRow, self)
        self._standby = Rows(OutlineRow, self)
        self._travellers = Rows(TravellerRow, self)
        self._seals = Rows(SealRow, self)
        self._scenes = Rows(SceneRow, self)
        self._identities = Rows(IdentityRow, self)
        self._leaves = Rows(LeafRow, self)
        self._chips: dict[str, Rows[ChipRow]] = {}

    def show(self, picture: Picture, faces: CardFaces, woven: Woven | None = None) -> None:
        """Show what the picture shows."""
        known = card_rows.chips(picture, faces)
        self._grounds.show(story_rows.grounds(picture))
        for card, rows in known.items():
            self._chips_of(card).show(rows)
        self._cards.show(card_rows.cards(picture, faces, known, woven))
        self._paths.show(path_rows.paths(picture, woven))
        self._standby.show(() if woven else path_rows.standby(picture))
        self._travellers.show(path_rows.travellers(picture))
        self._seals.show(path_rows.seals(picture))
        self._scenes.show(tuple(story_rows.scenes(picture)))
        self._identities.show(story_rows.identities(picture, woven))
        self._leaves.show(story_rows.leaves(picture))

    def _chips_of(self, card: str) -> Rows[ChipRow]:
        return self._chips.setdefault(card, Rows(ChipRow, self))

    @Property(QObject, constant=True)
    def grounds(self) -> QAbstractListModel:
        """`GroundRow`."""
        return self._grounds

    @Property(QObject, constant=True)
    def cards(self) -> QAbstractListModel:
        """`CardRow`."""
        return self._cards

    @Property(QObject, constant=True)
    def paths(self) -> QAbstractListModel:
        """`PathRow`."""
        return self._paths

    @Property(QObject, constant=True)
    def standby(self) -> QAbstractListModel:
        """`OutlineRow`: what GO would fire; for staff, never on the wall."""
        return self._standby

    @Property(QObject, constant=True)
    def travellers(self) -> QAbstractListModel:
        """`TravellerRow`."""
        return self._travellers

    @Property(QObject, constant=True)
    def seals(self) -> QAbstractListModel:
        """`SealRow`."""
        return self._seals

    @Property(QObject, constant=True)
    def scenes(self) -> QAbstractListModel:
        """`SceneRow`."""
        return self._scenes

    @Property(QObject, constant=True)
    def identities(self) -> QAbstractListModel:
        """`IdentityRow`."""
        return self._identities

    @Property(QObject, constant=True)
    def leaves(self) -> QAbstractListModel:
        """`LeafRow`."""
        return self._leaves

    @Slot(str, result=QObject)
    def chips(self, card: str) -> QAbstractListModel:
        """`ChipRow` of one card; stays the same list as long as this lives."""
        return self._chips_of(card)
