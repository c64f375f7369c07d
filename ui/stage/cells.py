"""Columns and rows: where authors have put roles, and where there is room for the rest.

A cell is a column and a row, fractions allowed.
"""

import math
from collections.abc import Sequence

from showcase.model.programme import Place, Role

_MOST_CELLS = 12

Cell = tuple[float, float]


def clash(one: Cell, other: Cell) -> bool:
    """Whether cards on both would overlap."""
    return abs(one[0] - other[0]) < 1 and abs(one[1] - other[1]) < 1


def _plausible(cell: Cell) -> bool:
    return all(math.isfinite(each) and 0 <= each <= _MOST_CELLS for each in cell)


def authored(roles: Sequence[Role]) -> dict[str, Cell] | None:
    """The authored cells, with the missing ones filled in; None when that cannot be."""
    cells = {role.key: role.at for role in roles if role.at is not None and _plausible(role.at)}
    if not cells:
        return None
    for role in roles:
        if role.key not in cells:
            free = _free_cell(role, roles, cells)
            if free is None:
                return None
            cells[role.key] = free
    left = math.floor(min(column for column, _ in cells.values()))
    top = math.floor(min(row for _, row in cells.values()))
    return {key: (column - left, row - top) for key, (column, row) in cells.items()}


def _free_cell(role: Role, roles: Sequence[Role], cells: dict[str, Cell]) -> Cell | None:
    """A free cell within the columns that the place of `role` already has."""
    columns = [
        cells[each.key][0] for each in roles if each.place == role.place and each.key in cells
    ]
    rows = math.ceil(max(row for _, row in cells.values())) + 1
    if not columns:
        return (math.ceil(max(column for column, _ in cells.values())) + 1.0, 0.0)
    span = range(math.floor(min(columns)), math.ceil(max(columns)) + 1)
    free = ((float(column), float(row)) for column in span for row in range(max(3, rows)))
    return next(
        (cell for cell in free if not any(clash(cell, taken) for taken in cells.values())), None
    )


def blocks(
    places: Sequence[Place], roles: Sequence[Role], quiet: frozenset[str], rows: int
) -> dict[str, Cell]:
    """Each place a block of columns beside the one before, filled from the top."""
    cells: dict[str, Cell] = {}
    column = 0
    for place in places:
        mine = [role.key for role in roles if role.place == place.key and role.key not in quiet]
        columns = math.ceil(len(mine) / rows)
        for index, key in enumerate(mine):
            deep = math.ceil(len(mine) / columns)
            inset = (rows - deep) / 2 if columns == 1 else 0.0
            cells[key] = (float(column + index // deep), index % deep + inset)
        column += columns
    return cells
