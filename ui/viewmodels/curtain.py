"""What staff do with the wall: a holding screen, the attract loop, a frozen picture."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Showcase.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage has one.")
class CurtainModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Whether the audience sees the stage, and which one."""

    changed = Signal()
    thawed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """The stage is open."""
        super().__init__(parent)
        self._holding = self._attract = self._frozen = False
        self._invitation = ""

    @property
    def is_frozen(self) -> bool:
        """For Python."""
        return self._frozen

    @Property(bool, notify=changed)
    def holding(self) -> bool:
        """A branded screen stands before the stage; the run goes on behind it."""
        return self._holding

    @Property(bool, notify=changed)
    def attract(self) -> bool:
        """Nobody plays: a recording runs, with a line on how to join."""
        return self._attract

    @Property(str, notify=changed)
    def invitation(self) -> str:
        """How to join, in the words of this booth; empty: in ours."""
        return self._invitation

    @Property(bool, notify=changed)
    def frozen(self) -> bool:
        """The last good picture stays; what happens meanwhile is caught up with afterwards."""
        return self._frozen

    @Slot(bool)
    def hold(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Put the holding screen up, or take it away."""
        self._holding = on
        self.changed.emit()

    @Slot(bool)
    def freeze(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Keep the picture as it is, or let it go on."""
        was, self._frozen = self._frozen, on
        self.changed.emit()
        if was and not on:
            self.thawed.emit()

    @Slot(bool)
    def invite(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """The attract loop begins, or ends."""
        self._attract = on
        self.changed.emit()

    @Slot(str)
    def say(self, invitation: str) -> None:
        """How to join, in the words of this booth."""
        self._invitation = invitation
        self.changed.emit()
