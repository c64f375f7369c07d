"""``showcase transactions``: the catalogue as a table."""

import json as json_text
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from showcase.model.transaction import Transaction
from showcase.transactions.catalogue import CATALOGUE

_WIDE = 220
"""Columns where nobody looks at a terminal: a pipe gets every row on one line."""


def transactions(
    json: Annotated[bool, typer.Option("--json", help="A JSON array, for programs.")] = False,
) -> None:
    """List every transaction there is: id, name, standard, who starts it, who answers, where."""
    if json:
        rows = [_row(each) for each in CATALOGUE.values()]
        typer.echo(json_text.dumps(rows, indent=2, ensure_ascii=False).encode())
        return
    console = Console(width=None if sys.stdout.isatty() else _WIDE)
    console.print(_table())


def _row(transaction: Transaction) -> dict[str, object]:
    return {
        "id": transaction.id,
        "name": transaction.name,
        "standard": transaction.family.value,
        "carrier": transaction.carrier,
        "from": list(transaction.initiators),
        "to": list(transaction.responders),
        "specified": transaction.specified,
    }


def _table() -> Table:
    table = Table("Id", "Name", "Standard", "From actor", "To actor", "Specified")
    for each in CATALOGUE.values():
        table.add_row(
            each.id,
            Text(each.name),
            Text(f"{each.family.value} {each.carrier}"),
            Text(", ".join(each.initiators)),
            Text(", ".join(each.responders)),
            Text(each.specified),
        )
    return table
