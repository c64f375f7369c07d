"""A cue that waits for the human at a vendor's system: what to do there, and what came so far."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.events import CueWaits, NearMissed
from showcase.model.system import System
from ui.faults import piece, told
from ui.legible import legible
from ui.rows import Rows
from ui.translations import translate

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """Something to type or to select there."""

    name: str
    value: str


@QmlElement
@QmlUncreatable("The console has one.")
class WaitingModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """The card of whose turn it is.

    Attributes:
        may_pass: The stand-in can do it instead.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Nobody is waited for."""
        super().__init__(parent)
        self._waits: CueWaits | None = None
        self._missed: NearMissed | None = None
        self._title = ""
        self.may_pass = False
        self._values = Rows(ValueRow, parent=self)

    def show(
        self,
        waits: CueWaits | None,
        missed: NearMissed | None,
        *,
        title: str,
        systems: Mapping[str, System],
    ) -> None:
        """Show what is waited for, or nothing.

        Args:
            waits: What has to be done.
            missed: What came, and was not quite it.
            title: What people call the system that has to act.
            systems: Who plays what.
        """
        self._waits, self._missed, self._title = waits, missed, title
        system = systems.get(waits.sender) if waits else None
        self.may_pass = system is not None and not system.stand_in
        self._values.show(list(_values(waits)) if waits else ())
        self.changed.emit()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether somebody is waited for."""
        return self._waits is not None

    @Property(str, notify=changed)
    def title(self) -> str:
        """Whose turn it is."""
        turn = translate("Waiting", "{role}, it is your turn").format(role=self._title)
        return turn if self._waits else ""

    @Property(str, notify=changed)
    def todo(self) -> str:
        """What to do, as one sentence."""
        return legible(told(self._waits.todo)) if self._waits else ""

    @Property(str, notify=changed)
    def missed(self) -> str:
        """What came instead, and how it differs; empty while nothing has."""
        if self._missed is None:
            return ""
        said = told(self._missed.words)
        more = (piece(each) for each in self._missed.differences)
        return legible(" ".join((said, *(f"{each}." for each in more if each not in said))))

    @Property(bool, notify=changed)
    def replaceable(self) -> bool:
        """Whether the stand-in can do it instead."""
        return self.may_pass

    @Property(QObject, constant=True)
    def values(self) -> QObject:
        """What to type or to select there."""
        return self._values


def _values(waits: CueWaits) -> Iterator[ValueRow]:
    """All that has to be typed or selected; where to send it stands in the sentence already."""
    for name, value in waits.values.items():
        if name == "Patient" or value not in waits.todo:
            yield ValueRow(name=piece(name), value=value)
