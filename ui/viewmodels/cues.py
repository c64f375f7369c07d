"""The cue list: what each step of the story is, and how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import IntEnum

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.events import CueEnded, HopEnded, HopProgressed, HopStarted
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, Programme, Scene, Then
from ui.stage import wording
from ui.translations import decimal, translate
from ui.viewmodels.families import family_of

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("It only lends its enumeration a name.")
class Cues(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """How a cue stands."""

    @QEnum
    class State(IntEnum):
        """From *nothing happened yet* to how it ended."""

        WAITING = 0
        STANDBY = 1
        RUNNING = 2
        ACKNOWLEDGED = 3
        REFUSED = 4
        FAILED = 5
        SKIPPED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRow:
    """One line of the cue list.

    Attributes:
        scene: Title of its scene; the list groups by it.
        stands: How: one of `Cues.State`.
        note: At the right: milliseconds, progress, or what starts it.
        held: It ended as the story expects; a refusal may be just that.
        standby: GO fires it.
    """

    cue: str
    number: int
    title: str
    transaction: str
    family: str
    scene: str
    stands: int
    note: str
    held: bool
    standby: bool
    planned: bool


@dataclass(slots=True)
class _Progress:
    """What has happened to a cue."""

    state: Cues.State = Cues.State.WAITING
    held: bool = False
    done: int = 0
    total: int = 0
    milliseconds: dict[str, float] = field(default_factory=dict)
    bad: HopEnded | None = None


class CueList:
    """All cues of a programme and their progress; a pure fold."""

    def __init__(self, programme: Programme | None = None) -> None:
        """Every cue waits; without a programme there are none."""
        self._scenes: tuple[Scene, ...] = programme.scenes if programme else ()
        self._cues = {cue.id: cue for scene in self._scenes for cue in scene.cues}
        self._progress = {id_: _Progress() for id_ in self._cues}
        self.standby = ""
        self.running: tuple[str, ...] = ()

    def cue(self, id_: str) -> Cue | None:
        """The cue of that id; None when the programme has none."""
        return self._cues.get(id_)

    def stand_by(self, id_: str) -> None:
        """GO would fire that cue; empty: none."""
        self.standby = id_

    def start(self, id_: str) -> None:
        """A cue was fired, perhaps again."""
        if id_ not in self._cues:
            return
        self._progress[id_] = _Progress(state=Cues.State.RUNNING)
        self.running = (*(each for each in self.running if each != id_), id_)

    def hop_started(self, event: HopStarted) -> None:
        """Something of a cue has left."""
        if (progress := self._progress.get(event.cue)) and event.count > 1:
            progress.total, progress.done = event.count, 0

    def hop_progressed(self, cue: str, event: HopProgressed) -> None:
        """Some objects of a hop of `cue` are acknowledged."""
        if progress := self._progress.get(cue):
            progress.done, progress.total = event.done, event.total

    def hop_ended(self, event: HopEnded) -> None:
        """A hop of a cue is over."""
        if progress := self._progress.get(event.cue):
            progress.milliseconds[event.hop] = event.exchange.milliseconds
            if event.verdict.outcome in {Outcome.REFUSED, Outcome.FAILED}:
                progress.bad = event

    def end(self, event: CueEnded) -> HopEnded | None:
        """A cue is over; answers with the hop that spoiled it, if one did."""
        self.running = tuple(each for each in self.running if each != event.cue)
        progress = self._progress.get(event.cue)
        if progress is None:
            return None
        progress.held = event.held
        progress.state = _ended(event, progress.bad)
        return None if event.held or event.skipped else progress.bad

    def interrupt(self) -> None:
        """The engine has come back: what was waited for is waited for again, once GO says so."""
        for cue in self.running:
            self._progress[cue].state = Cues.State.WAITING
        self.running = ()

    def index(self, id_: str) -> int:
        """Which line of the list that cue is."""
        return list(self._cues).index(id_)

    def after(self, id_: str) -> tuple[Cue, ...]:
        """The cues behind that one, in the order of the story."""
        keys = list(self._cues)
        return tuple(self._cues[key] for key in keys[keys.index(id_) + 1 :])

    def rows(self) -> tuple[CueRow, ...]:
        """The lines as they stand."""
        return tuple(self._rows())

    def _rows(self) -> Iterable[CueRow]:
        for scene in self._scenes:
            for cue in scene.cues:
                row = _waiting(cue, scene.title)
                yield self._as_it_stands(row, self._progress[cue.id])

    def _as_it_stands(self, row: CueRow, progress: _Progress) -> CueRow:
        standby = row.cue == self.standby
        state = progress.state
        if standby and state is Cues.State.WAITING:
            state = Cues.State.STANDBY
        return replace(
            row,
            stands=int(state),
            note=row.note if row.planned else _note(progress) or row.note,
            held=progress.held,
            standby=standby,
        )


def _ended(event: CueEnded, bad: HopEnded | None) -> Cues.State:
    if event.skipped:
        return Cues.State.SKIPPED
    if bad is None:
        return Cues.State.ACKNOWLEDGED if event.held else Cues.State.FAILED
    refused = bad.verdict.outcome is Outcome.REFUSED
    return Cues.State.REFUSED if refused else Cues.State.FAILED


def _waiting(cue: Cue, scene: str) -> CueRow:
    return CueRow(
        cue=cue.id,
        number=cue.number,
        title=cue.title,
        transaction=cue.transaction,
        family=family_of(cue.transaction).value,
        scene=scene,
        stands=int(Cues.State.WAITING),
        note=_starts_next(cue),
        held=False,
        standby=False,
        planned=cue.planned,
    )


def _starts_next(cue: Cue) -> str:
    if cue.planned:
        return translate("Cues", "planned")
    if cue.then is Then.CONTINUE and cue.pause:
        return translate("Cues", "then {seconds} s").format(seconds=decimal(cue.pause))
    match cue.then:
        case Then.WAIT:
            return translate("Cues", "wait")
        case Then.CONTINUE:
            return translate("Cues", "continue")
        case Then.FOLLOW:
            return translate("Cues", "follow")


def _note(progress: _Progress) -> str:
    if progress.state is Cues.State.SKIPPED:
        return translate("Cues", "skipped")
    if progress.state is Cues.State.RUNNING:
        return (
            translate("Cues", "{done} of {total}").format(done=progress.done, total=progress.total)
            if progress.total
            else "…"
        )
    return wording.milliseconds(sum(progress.milliseconds.values()))
