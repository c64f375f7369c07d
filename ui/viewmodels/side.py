"""One direction of an exchange: its tree, the same as text, and its bytes; linked both ways.

Whatever is picked in one of the three is picked in all: a line of the tree, a line of the text, a
byte.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.answers import Finding
from showcase.model.node import Node
from ui.legible import legible
from ui.rows import Rows
from ui.translations import translate
from ui.viewmodels.clinical import clinical
from ui.viewmodels.dump import DumpModel
from ui.viewmodels.tree import Tree, TreeRow

QML_IMPORT_NAME = "Showcase.Inspector"
QML_IMPORT_MAJOR_VERSION = 1

_SHORT = 60
"""Characters of what was copied that a notice repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """A line of the tree as text.

    Attributes:
        key: Of the line of the tree.
    """

    key: str
    text: str


@QmlElement
@QmlUncreatable("The inspector has two.")
class SideModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """The request, or the response."""

    changed = Signal()
    picked = Signal()  # somebody picked a line, a text or a byte: its bytes are wanted
    noticed = Signal(str, str)  # words, remedy

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing went that way."""
        super().__init__(parent)
        self._tree = Tree()
        self._text = ""
        self._plainly = self._clinically = False
        self._row: TreeRow | None = None
        self._rows = Rows(TreeRow, parent=self)
        self._lines = Rows(TextRow, parent=self)
        self._dump = DumpModel(self)

    # --- What it shows --------------------------------------------------------------------------

    def grow(
        self,
        nodes: tuple[Node, ...],
        told: frozenset[str],
        text: str,
        findings: Sequence[Finding] = (),
    ) -> None:
        """Show this tree.

        Args:
            nodes: What the engine made of the bytes.
            told: Values that other systems know, too.
            text: All of it, as text.
            findings: Remarks about this direction.
        """
        self._tree, self._text, self._row = Tree(nodes, told, findings), text, None

    def view(self, *, plainly: bool, clinically: bool) -> None:
        """Show it as text or as a tree, to engineers or to clinicians."""
        self._plainly, self._clinically = plainly, clinically
        self._show()

    def light(self, data: bytes) -> None:
        """Show these bytes, the picked ones lit."""
        start, end = (self._row.start, self._row.end) if self._row else (0, 0)
        self._dump.show(data, start, end)

    @property
    def empty(self) -> bool:
        """Nothing is known of it."""
        return not self._tree.nodes

    @property
    def text(self) -> str:
        """All of it, as text."""
        return self._text

    @property
    def lit(self) -> bool:
        """A line is picked that stands for bytes."""
        return self._row is not None and self._row.end > self._row.start

    # --- What people press ----------------------------------------------------------------------

    @Slot(str)
    def pick(self, key: str) -> None:
        """Pick that line, and open what it stands in."""
        self._tree.reveal(key)
        self._row = self._tree.row(key)
        self._show()
        self.picked.emit()

    @Slot(int)
    def pickAt(self, offset: int) -> None:
        """Pick the field that this byte belongs to."""
        if key := self._tree.at(offset):
            self.pick(key)

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Open or close a line of the tree."""
        self._tree.toggle(key)
        self._show()

    @Slot()
    def pickRemark(self) -> None:
        """Pick the next line that something is to be remarked about; after the last, the first."""
        keys = self._tree.remarked
        if keys:
            now = self._row.key if self._row else ""
            self.pick(keys[(keys.index(now) + 1) % len(keys) if now in keys else 0])

    @Slot()
    def letGo(self) -> None:
        """Nothing is picked any more."""
        if self._row is not None:
            self._row = None
            self._show()
            self.picked.emit()

    @Slot()
    def copyValue(self) -> None:
        """The picked value, for other programs."""
        if self._row:
            self._copy(self._tree.value(self._row.key))

    @Slot()
    def copyPath(self) -> None:
        """The picked path, for other programs; the label where there is none."""
        if self._row:
            self._copy(self._row.path or self._row.label)

    @Slot()
    def copyAll(self) -> None:
        """All of it as text, for other programs."""
        self._copy(self._text)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        told = text if len(text) < _SHORT else f"{text[:_SHORT]}…"
        self.noticed.emit(translate("Inspector", "Copied."), told.replace("\n", " "))

    # --- What QML reads -------------------------------------------------------------------------

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """The open lines of the tree: `TreeRow`."""
        return self._rows

    @Property(QObject, constant=True)
    def lines(self) -> QObject:
        """All lines as text: `TextRow`."""
        return self._lines

    @Property(DumpModel, constant=True)
    def dump(self) -> DumpModel:
        """Its bytes."""
        return self._dump

    @Property(str, notify=changed)
    def key(self) -> str:
        """Where the picked line stands in the tree; empty when none is picked."""
        return self._row.key if self._row else ""

    @Property(str, notify=changed)
    def value(self) -> str:
        """What it holds."""
        return legible(self._row.value) if self._row else ""

    @Property(str, notify=changed)
    def path(self) -> str:
        """Where it stands, in the standard's words."""
        return (self._row.path or self._row.label) if self._row else ""

    @Property(int, notify=changed)
    def remarks(self) -> int:
        """About how many lines something is to be remarked."""
        return len(self._tree.remarked)

    @Property(int, notify=changed)
    def treeRow(self) -> int:
        """Line of the tree that is picked; -1: none in sight."""
        return self._place(self._rows.rows)

    @Property(int, notify=changed)
    def textRow(self) -> int:
        """Line of the text that is picked; -1: none."""
        return self._place(self._lines.rows)

    def _show(self) -> None:
        nodes = self._tree.nodes
        told = clinical(nodes, self._tree.told) if self._clinically else None
        self._rows.show(self._tree.rows() if told is None else told)
        self._lines.show(
            [TextRow(key=key, text=text) for key, text in self._tree.lines()]
            if self._plainly
            else []
        )
        self.changed.emit()

    def _place(self, rows: Sequence[TreeRow | TextRow]) -> int:
        key = self._row.key if self._row else ""
        return next((n for n, row in enumerate(rows) if key and row.key == key), -1)
