"""The stage and the wall: what the audience sees.

QML animates; Python only says what begins. Whoever has animated a step reports it with
`finished`; where nobody draws (the wall is closed, the machine is busy) a timer reports instead,
so the picture never stands still behind the run.
"""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.events import Entry
from showcase.model.exchange import Outcome
from ui.legible import legible
from ui.stage import wording
from ui.stage.picture import Picture
from ui.stage.record import initials
from ui.stage.thread import Thread
from ui.viewmodels.card_faces import CardFaces
from ui.viewmodels.curtain import CurtainModel
from ui.viewmodels.families import families_of, family_of
from ui.viewmodels.followed import FollowedModel
from ui.viewmodels.scene_lists import StageLists
from ui.viewmodels.sight import SightModel

QML_IMPORT_NAME = "Showcase.Stage"
QML_IMPORT_MAJOR_VERSION = 1

_LONGEST_STEP = 6_000
"""Milliseconds after which an animation that nobody reported counts as seen."""


@QmlElement
@QmlUncreatable("The window makes it.")
class StageModel(StageLists):  # type: ignore[operator]  # PySide types its decorator uncalled
    """All that is on the wall."""

    changed = Signal()
    retold = Signal()  # another story is on stage, or none

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty stage."""
        super().__init__(parent)
        self._curtain, self._sight = CurtainModel(self), SightModel(self)
        self._faces, self._followed = CardFaces(), FollowedModel(self)
        self._picture = Picture(family_of, self._sight.stage_height)
        self._caption = self._picture.caption
        self._families: list[str] = []
        self._kept: list[Callable[[], None]] = []  # what came while the picture was frozen
        self._curtain.thawed.connect(self._thaw)
        self._sight.changed.connect(self._resize)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._give_up)

    # --- What happens ---

    @Slot(object)
    def apply(self, entry: Entry) -> None:
        """Fold one event in; every one of them is told apart in `Picture.apply`."""
        self._happen(lambda: self._picture.apply(entry))

    @Slot()
    def clear(self) -> None:
        """Forget the run: another will be drawn from its beginning."""
        self._kept.clear()
        self._happen(self._picture.clear)

    @Slot(object)
    def follow(self, thread: Thread | None) -> None:
        """Draw that value's thread; None: none is followed any more."""
        self._happen(lambda: self._followed.take(thread))

    @Slot(bool)
    def recording(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """What follows is a recording, or is live again."""
        self._happen(lambda: setattr(self._picture, "recording", on))

    @Slot(bool)
    def stale(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """The engine is gone: what is shown may be out of date. Told even while frozen."""
        self._picture.stale = on
        self.changed.emit()

    def _happen(self, what: Callable[[], None]) -> None:
        if self._curtain.is_frozen:
            self._kept.append(what)
            return
        what()
        self._show()

    def _thaw(self) -> None:
        """Catch up: only the newest is worth being seen on its way."""
        kept, self._kept = self._kept, []
        for what in kept:
            what()
        self._picture.settle()
        self._show()

    def _resize(self) -> None:
        self._picture.resize(self._sight.stage_height)
        self._show()

    @Slot(str, int)
    def finished(self, hop: str, step: int) -> None:
        """The animation of a step is done. A second window's report of the same is old news."""
        del hop
        self._happen(lambda: self._picture.finished(step))

    @Slot(str)
    def sealed(self, hop: str) -> None:
        """An audit record has reached its keeper."""
        self._happen(lambda: self._picture.sealed_off(hop))

    @Slot()
    def settle(self) -> None:
        """Show everything that waits, at once."""
        self._picture.settle()
        self._show()

    @property
    def faces(self) -> CardFaces:
        """How cards are lettered, for Python."""
        return self._faces

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
        self._tell_families()
        least = self._sight.asked
        self._faces.fit(picture, rest=least.title, play=least.play)
        self._sight.reached(self._faces.least_open)
        woven = self._followed.weave(picture)
        self._caption = woven.caption if woven and picture.is_quiet else picture.caption
        self.show(picture, self._faces, woven)
        if picture.cursor.moving is None and not picture.seals:
            self._patience.stop()
        elif not self._patience.isActive():
            self._patience.start(_LONGEST_STEP)
        self.changed.emit()

    def _tell_families(self) -> None:
        """Once for each story: a legend that is told of every event is built anew at each."""
        programme = self._picture.programme
        found = [family.value for family in families_of(programme)] if programme else []
        if found != self._families:
            self._families = found
            self.retold.emit()

    # --- What QML reads: the rest ---

    @Property(CurtainModel, constant=True)
    def curtain(self) -> CurtainModel:
        """`CurtainModel`: holding screen, attract loop, freeze."""
        return self._curtain

    @Property(SightModel, constant=True)
    def sight(self) -> SightModel:
        """`SightModel`: the screen, the distance, and how large letters must be."""
        return self._sight

    @Property(FollowedModel, constant=True)
    def followed(self) -> FollowedModel:
        """`FollowedModel`: the value that is followed."""
        return self._followed

    @Property(bool, notify=changed)
    def planned(self) -> bool:
        """Some path is only planned."""
        return self._picture.scenery is not None and self._picture.scenery.planned

    @Property("QStringList", notify=retold)  # type: ignore[arg-type]  # Qt's type, by its name
    def families(self) -> list[str]:
        """The standards that the story on stage is told in."""
        return self._families

    @Property(bool, notify=changed)
    def waiting(self) -> bool:
        """Somebody at a vendor's system has to act."""
        return self._picture.waits_for != ""

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Nothing is on stage."""
        return self._picture.programme is None

    @Property(str, notify=changed)
    def title(self) -> str:
        """The story's title."""
        programme = self._picture.programme
        return wording.headline(programme) if programme else ""

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
        return legible(self._caption.sentence)

    @Property(str, notify=changed)
    def line(self) -> str:
        """The same for engineers."""
        return self._caption.line

    @Property(str, notify=changed)
    def transaction(self) -> str:
        """Its id."""
        return self._caption.transaction

    @Property(str, notify=changed)
    def family(self) -> str:
        """Its standard."""
        return self._caption.family

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """One of `Outcome`; empty while under way."""
        return self._caption.outcome

    @Property(str, notify=changed)
    def why(self) -> str:
        """The reason of a refusal, in plain words."""
        return legible(self._caption.why)

    @Property(str, notify=changed)
    def patient(self) -> str:
        """Her invented name."""
        return legible(self._picture.patient.name) if self._picture.patient else ""

    @Property(str, notify=changed)
    def initials(self) -> str:
        """Of her name."""
        return initials(self._picture.patient) if self._picture.patient else ""

    @Property(str, notify=changed)
    def tell(self) -> str:
        """Half a sentence about her."""
        return legible(self._picture.patient.tell) if self._picture.patient else ""

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
        return wording.listed([place.title for place in places])

    def _clock(self) -> str:
        at = self._picture.at
        return at.astimezone().strftime("%H:%M") if at else ""

    def _progress(self) -> float:
        counted = [each for each in self._picture.travellers.values() if each.start.count > 1]
        if not counted:
            return -1.0
        last = counted[-1]
        return 1.0 if last.end else last.done / last.start.count
