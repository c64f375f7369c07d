"""Recorded bytes as lines of hexadecimal and text, with the picked field lit.

Lines are made when they are drawn: an exchange of many megabytes costs no more than a small one.
"""

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Showcase.Inspector"
QML_IMPORT_MAJOR_VERSION = 1

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_BLANK = "\u00a0"
_PICTURES = tuple(
    _BLANK if each == 0x20 else chr(each) if 0x20 < each < 0x7F else "·" for each in range(256)
)
"""What stands for a byte; a space is one that does not break, or the end of a line would move."""
_ROLES = ("offset", "before", "lit", "after", "ahead", "glow", "behind", "count", "address")


@QmlElement
@QmlUncreatable("A side of the exchange has one.")
class DumpModel(QAbstractListModel):  # type: ignore[operator]  # PySide types its decorator uncalled
    """All bytes of one direction.

    Roles: `offset` of a line's first byte, and that as `address`; its bytes in hexadecimal, in
    three parts: `before` the lit ones, `lit`, and `after`; the same three as text, a dot for what
    has no picture: `ahead`, `glow`, `behind`; and their `count`.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """No bytes."""
        super().__init__(parent)
        self._data = b""
        self._lit = (0, 0)
        self._wide = 8

    def show(self, data: bytes, start: int, end: int) -> None:
        """Show these bytes, and light those from `start` to `end`."""
        if data is not self._data:
            self.beginResetModel()
            self._data, self._lit = data, (start, end)
            self.endResetModel()
        elif (start, end) != self._lit:
            before, self._lit = self._lit, (start, end)
            self._tell(before)
            self._tell(self._lit)
        self.changed.emit()

    @Slot(int)
    def spread(self, columns: int) -> None:
        """So many bytes stand in a line."""
        if columns != self._wide and columns > 0:
            self.beginResetModel()
            self._wide = columns
            self.endResetModel()
            self.changed.emit()

    @Property(int, notify=changed)
    def columns(self) -> int:
        """How many bytes stand in a line."""
        return self._wide

    @Property(int, notify=changed)
    def size(self) -> int:
        """How many bytes there are."""
        return len(self._data)

    @Property(int, notify=changed)
    def litRow(self) -> int:
        """The line in which the lit ones begin; -1: none is lit."""
        start, end = self._lit
        return start // self._wide if end > start and start < len(self._data) else -1

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many lines."""
        return 0 if parent.isValid() else -(-len(self._data) // self._wide)

    def roleNames(self) -> dict[int, QByteArray]:
        """As QML calls them."""
        return {_role(n): QByteArray(name.encode()) for n, name in enumerate(_ROLES)}

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One of the roles of a line."""
        if not index.isValid() or not _role(0) <= role < _role(len(_ROLES)):
            return None
        offset = index.row() * self._wide
        line = self._data[offset : offset + self._wide]
        left = min(max(self._lit[0] - offset, 0), len(line))
        right = min(max(self._lit[1] - offset, left), len(line))
        return (
            offset,
            line[:left].hex(" "),
            line[left:right].hex(" "),
            line[right:].hex(" "),
            _text(line[:left]),
            _text(line[left:right]),
            _text(line[right:]).ljust(self._wide - right, _BLANK),
            len(line),
            f"{offset:06x}",
        )[role - _role(0)]

    def _tell(self, lit: tuple[int, int]) -> None:
        """The lines of these bytes look different now."""
        last = self.rowCount() - 1
        first = min(lit[0] // self._wide, last)
        end = min(max(lit[1] - 1, lit[0]) // self._wide, last)
        if first >= 0:
            self.dataChanged.emit(self.index(first), self.index(end))


def _text(data: bytes) -> str:
    return "".join(_PICTURES[each] for each in data)


def _role(number: int) -> int:
    return Qt.ItemDataRole.UserRole + number
