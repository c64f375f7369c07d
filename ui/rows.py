"""The one list model: its roles are the fields of a frozen dataclass.

The first field is the row's key. `show` hands in all rows; what stayed keeps its delegate, so
that QML can animate what changed. A field ``stand_in`` is the role ``standIn``.
"""

from collections.abc import Sequence
from dataclasses import fields
from itertools import groupby
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.legible import legible

_Row = TypeVar("_Row")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Rows(QAbstractListModel, Generic[_Row]):
    """Rows of one dataclass."""

    countChanged = Signal()

    def __init__(self, row: type[_Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = [field.name for field in fields(row)]  # type: ignore[arg-type]  # a dataclass
        self._roles = {Qt.ItemDataRole.UserRole + n: name for n, name in enumerate(self._names)}
        self._rows: list[_Row] = []

    @property
    def rows(self) -> tuple[_Row, ...]:
        """What is shown, for Python."""
        return tuple(self._rows)

    def _get_count(self) -> int:
        return len(self._rows)

    count = Property(int, _get_count, notify=countChanged)

    def show(self, rows: Sequence[_Row]) -> None:
        """Show these rows: remove what is gone, insert what is new, tell of what changed."""
        before = len(self._rows)
        self._leave({self._key(row) for row in rows})
        here = {self._key(row) for row in self._rows}
        for fresh, run in groupby(enumerate(rows), lambda each: self._key(each[1]) not in here):
            placed = list(run)
            if fresh:
                self._insert(placed[0][0], [row for _, row in placed])
            else:
                for at, row in placed:
                    self._place(at, row)
        if len(self._rows) > len(rows):  # keys that stood twice
            self._remove(len(rows), len(self._rows))
        if len(self._rows) != before:
            self.countChanged.emit()

    def _leave(self, wanted: set[object]) -> None:
        """Remove all others, neighbours together: whoever draws is told once of each run."""
        end = len(self._rows)
        while end:
            start = end
            while start and self._key(self._rows[start - 1]) not in wanted:
                start -= 1
            if start < end:
                self._remove(start, end)
            end = start - 1 if start else 0

    def _place(self, at: int, row: _Row) -> None:
        """Make `row` the one at `at`; whatever stands there in its way follows it."""
        if at < len(self._rows) and self._key(self._rows[at]) == self._key(row):
            self._change(at, row)
            return
        key = self._key(row)
        found = next(
            (n for n in range(at, len(self._rows)) if self._key(self._rows[n]) == key), None
        )
        if found is None:  # it stands twice, and the other one is placed
            self._insert(at, [row])
            return
        self.beginMoveRows(_NOWHERE, found, found, _NOWHERE, at)
        self._rows.insert(at, self._rows.pop(found))
        self.endMoveRows()
        self._change(at, row)

    def _insert(self, at: int, rows: list[_Row]) -> None:
        self.beginInsertRows(_NOWHERE, at, at + len(rows) - 1)
        self._rows[at:at] = rows
        self.endInsertRows()

    def _remove(self, start: int, end: int) -> None:
        self.beginRemoveRows(_NOWHERE, start, end - 1)
        del self._rows[start:end]
        self.endRemoveRows()

    def _change(self, at: int, row: _Row) -> None:
        old = self._rows[at]
        changed = [
            role for role, name in self._roles.items() if getattr(old, name) != getattr(row, name)
        ]
        if changed:
            self._rows[at] = row
            index = self.index(at)
            self.dataChanged.emit(index, index, changed)

    def _key(self, row: _Row) -> object:
        return getattr(row, self._names[0])

    # --- What Qt asks ---------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many; a row has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """One field of one row."""
        name = self._roles.get(role)
        if name is None or not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        value = getattr(self._rows[index.row()], name)
        if isinstance(value, str):
            return legible(value)
        return list(value) if isinstance(value, tuple) else value

    def roleNames(self) -> dict[int, QByteArray]:
        """The fields, in the spelling of QML."""
        return {role: QByteArray(camel(name).encode()) for role, name in self._roles.items()}


def camel(name: str) -> str:
    """``stand_in`` becomes ``standIn``."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
