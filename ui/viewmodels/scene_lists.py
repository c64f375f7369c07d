"""The lists that QML draws the stage from."""

from PySide6.QtCore import Property, QAbstractListModel, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.rows import Rows
from ui.stage.face import Face
from ui.stage.picture import Picture
from ui.viewmodels import stage_rows
from ui.viewmodels.stage_rows import (
    CardRow,
    ChipRow,
    GroundRow,
    IdentityRow,
    LeafRow,
    PathRow,
    SceneRow,
    SealRow,
    TravellerRow,
)

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
        self._travellers = Rows(TravellerRow, self)
        self._seals = Rows(SealRow, self)
        self._scenes = Rows(SceneRow, self)
        self._identities = Rows(IdentityRow, self)
        self._leaves = Rows(LeafRow, self)
        self._chips: dict[str, Rows[ChipRow]] = {}

    def show(self, picture: Picture, face: Face) -> None:
        """Show what the picture shows."""
        known = stage_rows.chips(picture, face)
        if picture.programme is not None and picture.scenery is not None:
            self._grounds.show(stage_rows.grounds(picture.programme, picture.scenery))
        else:
            self._grounds.show(())
        for card, rows in known.items():
            self._chips_of(card).show(rows)
        self._cards.show(stage_rows.cards(picture, face, known))
        self._paths.show(stage_rows.paths(picture))
        self._travellers.show(stage_rows.travellers(picture))
        self._seals.show([SealRow(hop=hop, svg=way.svg) for hop, way in picture.seals])
        self._scenes.show(tuple(stage_rows.scenes(picture)))
        self._identities.show(stage_rows.identities(picture))
        self._leaves.show(stage_rows.leaves(picture))

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
