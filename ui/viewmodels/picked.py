"""The picked field: its value, its path, its bytes among their neighbours; to copy."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.rows import Rows
from ui.translations import translate
from ui.viewmodels.dump import DumpRow, dump
from ui.viewmodels.tree import TreeRow

QML_IMPORT_NAME = "Showcase.Inspector"
QML_IMPORT_MAJOR_VERSION = 1

_SHORT = 60
"""Characters of what was copied that a notice repeats."""


@QmlElement
@QmlUncreatable("The inspector has one.")
class PickedModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """One line of the tree.

    Attributes:
        row: The line; None when none is picked.
    """

    changed = Signal()
    noticed = Signal(str, str)  # words, remedy

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing picked."""
        super().__init__(parent)
        self.row: TreeRow | None = None
        self._dump = Rows(DumpRow, parent=self)

    def show(self, data: bytes) -> None:
        """Light its bytes."""
        row = self.row
        self._dump.show(dump(data, row.start, row.end) if row and data else ())
        self.changed.emit()

    @Property(str, notify=changed)
    def key(self) -> str:
        """Where it stands in the tree; empty when none is picked."""
        return self.row.key if self.row else ""

    @Property(str, notify=changed)
    def value(self) -> str:
        """What it holds."""
        return self.row.value if self.row else ""

    @Property(str, notify=changed)
    def path(self) -> str:
        """Where it stands, in the standard's words."""
        return self.row.path if self.row else ""

    @Property(QObject, constant=True)
    def lines(self) -> QObject:
        """Its bytes, among their neighbours."""
        return self._dump

    @Slot()
    def copyValue(self) -> None:
        """The value, for other programs."""
        if self.row:
            self.copy(self.row.value)

    @Slot()
    def copyPath(self) -> None:
        """The path, for other programs; the label where there is none."""
        if self.row:
            self.copy(self.row.path or self.row.label)

    @Slot(str)
    def copy(self, text: str) -> None:
        """Any text, for other programs."""
        QGuiApplication.clipboard().setText(text)
        told = text if len(text) < _SHORT else f"{text[:_SHORT]}…"
        self.noticed.emit(translate("Inspector", "Copied."), told.replace("\n", " "))
