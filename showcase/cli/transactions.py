"""``showcase transactions``: the catalogue as a table."""

import json as json_text
import sys
from typing import Annotated

import typer
from rich.console import Console

from showcase.cli.listing import Listing
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
    _listing().show(console)


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


def _listing() -> Listing:
    listing = Listing("Id", "Name", "Standard", "From actor", "To actor", "Specified")
    for each in CATALOGUE.values():
        listing.add(
            each.id,
            each.name,
            f"{each.family.value} {each.carrier}",
            ", ".join(each.initiators),
            ", ".join(each.responders),
            each.specified,
        )
    return listing
