"""Rows in the terminal, at any width: a table where it fits, else a paragraph for each row.

What one copies (a run's id, an address, a file) is never cut and never broken over two lines.
"""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from showcase.explain.legible import legible

_GAP = 2
"""Columns between two cells."""

_FOLDED = 14
"""A column of prose may be made as narrow as its longest word, up to this."""

Cell = str | Text


class Listing:
    """Rows under headings.

    Attributes:
        rows: As they were added.
    """

    def __init__(
        self,
        *headings: str,
        whole: Iterable[str] = (),
        right: Iterable[str] = (),
        title: str = "",
    ) -> None:
        """No rows yet.

        Args:
            headings: One for each column; the first names the row.
            whole: Columns that hold what one copies; the first always does.
            right: Columns of numbers.
            title: What stands above; empty: nothing.
        """
        self.rows: list[tuple[Text, ...]] = []
        self._headings = headings
        self._whole = {headings[0], *whole}
        self._right = frozenset(right)
        self._title = title

    def add(self, *cells: Cell) -> None:
        """Another row; text from the network needs no care here, it is made legible."""
        self.rows.append(tuple(map(_text, cells)))

    def show(self, console: Console) -> None:
        """Print all rows."""
        if self._title:
            console.print(Text(self._title, style="italic"))
        least = sum(map(self._least, range(len(self._headings))))
        if not console.is_terminal:  # a row stays a line, for whatever reads it
            console.width = max(console.width, least)
        if least <= console.width:
            console.print(self._table())
            return
        for row in self.rows:
            self._paragraph(console, row)

    def _least(self, column: int) -> int:
        """Columns of the terminal that a column needs at least, its gap included."""
        cells = [self._headings[column], *(row[column].plain for row in self.rows)]
        if self._headings[column] in self._whole:
            return max(map(cell_len, cells)) + _GAP
        words = [word for cell in cells for word in cell.split()]
        return min(max(map(cell_len, words), default=0), _FOLDED) + _GAP

    def _table(self) -> Table:
        table = Table(box=None, header_style="bold", padding=(0, _GAP, 0, 0), pad_edge=False)
        for column, heading in enumerate(self._headings):
            table.add_column(
                heading,
                no_wrap=heading in self._whole,
                overflow="fold",
                justify="right" if heading in self._right else "left",
                min_width=self._least(column) - _GAP,
            )
        for row in self.rows:
            table.add_row(*row)
        return table

    def _paragraph(self, console: Console, row: Sequence[Text]) -> None:
        """One row: its name, and below it what is known; the terminal wraps what is longer."""
        console.print(Text(row[0].plain, style="bold"), soft_wrap=True)
        indent = max(map(cell_len, self._headings[1:]), default=0)
        for heading, cell in zip(self._headings[1:], row[1:], strict=True):
            if cell.plain:
                label = Text().append(f"  {heading:<{indent}}  ", style="dim")
                console.print(label.append_text(cell), soft_wrap=True)


def _text(cell: Cell) -> Text:
    return cell if isinstance(cell, Text) else Text(legible(cell))
