"""The stage and the wall: what the audience sees.

QML animates; Python only says what begins. Whoever has animated a step reports it with
`finished`; where nobody draws (the wall is closed, the machine is busy) a timer reports instead,
so the picture never stands still behind the run.
"""

from collections.abc import Sequence

from PySide6.QtCore import Property, QAbstractListModel, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.events import Entry
from showcase.model.exchange import Outcome
from ui.rows import Rows
from ui.stage.picture import Picture
from ui.stage.record import initials
from ui.viewmodels import stage_rows
from ui.viewmodels.families import family_of
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

_LONGEST_STEP = 6_000
"""Milliseconds after which an animation that nobody reported counts as seen."""


@QmlElement
@QmlUncreatable("The window makes it.")
class StageModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """All that is on the wall."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty stage."""
        super().__init__(parent)
        self._picture = Picture(family_of)
        self._grounds = Rows(GroundRow, self)
        self._cards = Rows(CardRow, self)
        self._paths = Rows(PathRow, self)
        self._travellers = Rows(TravellerRow, self)
        self._seals = Rows(SealRow, self)
        self._scenes = Rows(SceneRow, self)
        self._identities = Rows(IdentityRow, self)
        self._leaves = Rows(LeafRow, self)
        self._chips: dict[str, Rows[ChipRow]] = {}
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._give_up)

    # --- What happens ---

    @Slot(object)
    def apply(self, entry: Entry) -> None:
        """Fold one event in; every one of them is told apart in `Picture.apply`."""
        self._picture.apply(entry)
        self._show()

    @Slot()
    def clear(self) -> None:
        """Forget the run: another will be drawn from its beginning."""
        self._picture.clear()
        self._show()

    @Slot(bool)
    def recording(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """What follows is a recording, or is live again."""
        self._picture.recording = on
        self._show()

    @Slot(bool)
    def stale(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """The engine is gone: what is shown may be out of date."""
        self._picture.stale = on
        self._show()

    @Slot(str, int)
    def finished(self, hop: str, step: int) -> None:
        """The animation of a step is done. A second window's report of the same is old news."""
        del hop
        self._picture.finished(step)
        self._show()

    @Slot(str)
    def sealed(self, hop: str) -> None:
        """An audit record has reached its keeper."""
        self._picture.sealed_off(hop)
        self._show()

    @Slot()
    def settle(self) -> None:
        """Show everything that waits, at once."""
        self._picture.settle()
        self._show()

    @property
    def picture(self) -> Picture:
        """The fold itself, for Python."""
        return self._picture

    def _give_up(self) -> None:
        moving = self._picture.cursor.moving
        if moving is not None:
            self.finished(moving.start.hop, moving.step)
        for hop, _ in self._picture.seals:
            self._picture.sealed_off(hop)
        self._show()

    def _show(self) -> None:
        picture = self._picture
        known = stage_rows.chips(picture)
        if picture.programme is not None and picture.scenery is not None:
            self._grounds.show(stage_rows.grounds(picture.programme, picture.scenery))
        else:
            self._grounds.show(())
        for card, rows in known.items():
            self._chips_of(card).show(rows)
        self._cards.show(stage_rows.cards(picture))
        self._paths.show(stage_rows.paths(picture))
        self._travellers.show(stage_rows.travellers(picture))
        self._seals.show([SealRow(hop=hop, svg=way.svg) for hop, way in picture.seals])
        self._scenes.show(tuple(stage_rows.scenes(picture)))
        self._identities.show(stage_rows.identities(picture))
        self._leaves.show(stage_rows.leaves(picture))
        if picture.cursor.moving is None and not picture.seals:
            self._patience.stop()
        elif not self._patience.isActive():
            self._patience.start(_LONGEST_STEP)
        self.changed.emit()

    def _chips_of(self, card: str) -> Rows[ChipRow]:
        return self._chips.setdefault(card, Rows(ChipRow, self))

    # --- What QML reads: lists ---

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

    # --- What QML reads: the rest ---

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Nothing is on stage."""
        return self._picture.programme is None

    @Property(str, notify=changed)
    def title(self) -> str:
        """The story's title."""
        return self._picture.programme.title if self._picture.programme else ""

    @Property(str, notify=changed)
    def subtitle(self) -> str:
        """Where it plays."""
        return self._subtitle()

    @Property(str, notify=changed)
    def clock(self) -> str:
        """The hour of what was shown last, local time."""
        return self._clock()

    @Property(str, notify=changed)
    def sentence(self) -> str:
        """What has just happened."""
        return self._picture.caption.sentence

    @Property(str, notify=changed)
    def line(self) -> str:
        """The same for engineers."""
        return self._picture.caption.line

    @Property(str, notify=changed)
    def transaction(self) -> str:
        """Its id."""
        return self._picture.caption.transaction

    @Property(str, notify=changed)
    def family(self) -> str:
        """Its standard."""
        return self._picture.caption.family

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """One of `Outcome`; empty while under way."""
        return self._picture.caption.outcome

    @Property(str, notify=changed)
    def why(self) -> str:
        """The reason of a refusal, in plain words."""
        return self._picture.caption.why

    @Property(str, notify=changed)
    def patient(self) -> str:
        """Her invented name."""
        return self._picture.patient.name if self._picture.patient else ""

    @Property(str, notify=changed)
    def initials(self) -> str:
        """Of her name."""
        return initials(self._picture.patient) if self._picture.patient else ""

    @Property(str, notify=changed)
    def tell(self) -> str:
        """Half a sentence about her."""
        return self._picture.patient.tell if self._picture.patient else ""

    @Property(bool, notify=changed)
    def held(self) -> bool:
        """Staff have stopped the sending."""
        return self._picture.held

    @Property(bool, notify=changed)
    def isStale(self) -> bool:
        """What is shown may be out of date."""
        return self._picture.stale

    @Property(bool, notify=changed)
    def isRecording(self) -> bool:
        """This is a recording."""
        return self._picture.recording

    @Property(bool, notify=changed)
    def ended(self) -> bool:
        """The story is at its end."""
        return self._picture.end is not None

    @Property(bool, notify=changed)
    def holds(self) -> bool:
        """Every cue and every proof held."""
        return self._picture.end is not None and self._picture.end.held

    @Property(int, notify=changed)
    def hops(self) -> int:
        """Hops seen to their end."""
        return sum(self._picture.counts.values())

    @Property(int, notify=changed)
    def acknowledged(self) -> int:
        """How many of them were acknowledged."""
        return self._picture.counts[Outcome.ACKNOWLEDGED]

    @Property(int, notify=changed)
    def backlog(self) -> int:
        """Hops that nobody has seen yet."""
        return self._picture.cursor.backlog

    @Property(float, notify=changed)
    def progress(self) -> float:
        """How much of the current hop's images have arrived, 0 to 1; -1: not counted."""
        return self._progress()

    def _subtitle(self) -> str:
        places = self._picture.programme.places if self._picture.programme else ()
        return _listed([place.title for place in places])

    def _clock(self) -> str:
        at = self._picture.at
        return at.astimezone().strftime("%H:%M") if at else ""

    def _progress(self) -> float:
        counted = [each for each in self._picture.travellers.values() if each.start.count > 1]
        if not counted:
            return -1.0
        last = counted[-1]
        return 1.0 if last.end else last.done / last.start.count


def _listed(titles: Sequence[str]) -> str:
    """``A, B and C``."""
    if len(titles) < 2:
        return "".join(titles)
    return f"{', '.join(titles[:-1])} and {titles[-1]}"
