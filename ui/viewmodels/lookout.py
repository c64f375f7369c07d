"""The wall on another machine: whether one is let in, and what is to be entered there."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.lookout import Lookout, LookoutWanted
from showcase.model.system import EVERYWHERE
from ui.translations import translate

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1


class Porter(Protocol):
    """What is asked of the link."""

    def lookout(self, then: Callable[[Lookout], None]) -> None:
        """The engine's second door."""

    def change_lookout(self, wanted: LookoutWanted, then: Callable[[Lookout], None]) -> None:
        """Open it, close it, or change its key."""


@QmlElement
@QmlUncreatable("The window makes it.")
class LookoutModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """The engine's second door, which is for who only looks on."""

    changed = Signal()

    def __init__(self, porter: Porter, parent: QObject | None = None) -> None:
        """Nothing known yet; `refresh` asks."""
        super().__init__(parent)
        self._porter = porter
        self._told = Lookout()

    # --- What people press ------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Ask how things stand."""
        self._porter.lookout(self._know)

    @Slot(int)
    def choose(self, index: int) -> None:
        """0: let nobody in; else listen on that interface."""
        host = self._told.interfaces[index - 1] if index > 0 else ""
        self._porter.change_lookout(LookoutWanted(host=host), self._know)

    @Slot()
    def changeKey(self) -> None:
        """Another key; who has the old one is sent away."""
        wanted = LookoutWanted(host=self._told.host, fresh_key=True)
        self._porter.change_lookout(wanted, self._know)

    # --- What is shown ----------------------------------------------------------------------------

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # Qt's type, by its name
    def choices(self) -> list[str]:
        """Nobody, and every interface of this machine."""
        named = [
            translate("Lookout", "All") if each == EVERYWHERE else each
            for each in self._told.interfaces
        ]
        return [translate("Lookout", "Nobody"), *named]

    @Property(int, notify=changed)
    def chosen(self) -> int:
        """Which of them."""
        hosts = ["", *self._told.interfaces]
        return hosts.index(self._told.host) if self._told.host in hosts else 0

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether a wall is let in."""
        return self._told.host != ""

    @Property(str, notify=changed)
    def command(self) -> str:
        """What is to be entered on the other machine."""
        if not self._told.urls:
            return ""
        return f"showcase wall --connect {self._told.urls[0]} --key {self._told.key}"

    @Property(str, notify=changed)
    def words(self) -> str:
        """How things stand, in one line."""
        if self._told.trouble:
            return self._told.trouble
        if not self._told.host:
            return translate("Lookout", "No wall elsewhere is let in. Its key would only look on.")
        said = translate("Lookout", "Enter this on the other machine. Looking on now: {count}.")
        return said.format(count=self._told.guests)

    def _know(self, told: Lookout) -> None:
        self._told = told
        self.changed.emit()
