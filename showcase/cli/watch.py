"""``showcase watch``: passive mode. No story is played; whatever is seen is told."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Annotated

import typer

from showcase.api.engine import Engine
from showcase.cli.doors import print_doors
from showcase.cli.failing import failing
from showcase.cli.teller import Teller
from showcase.cli.terminal import terminal
from showcase.cli.workplace import workplace
from showcase.model.events import to_json
from showcase.wire.clock import SystemClock


def watch(
    cast: Annotated[str, typer.Option(help="Cast file: vendors' systems, taps, audit mode.")] = "",
    story: Annotated[
        str, typer.Option(help="Whose roles the cast speaks of; the story is not played.")
    ] = "chest-pain",
    host: Annotated[
        str, typer.Option(help="Interface to listen on; the cast's when not given.")
    ] = "",
    journal: Annotated[
        Path | None, typer.Option(help="Journal file; the user's own when not given.")
    ] = None,
    json: Annotated[
        bool,
        typer.Option("--json", help="First every address, then every event: one JSON per line."),
    ] = False,
) -> None:
    """Tell every exchange that stand-ins, taps and audit records see, until Ctrl-C."""
    with failing():
        asyncio.run(_watch(cast, story, host, journal, json=json))


async def _watch(
    cast: str, story: str, host: str, journal_file: Path | None, *, json: bool
) -> None:
    async with AsyncExitStack() as stack:
        place = await stack.enter_async_context(workplace(journal_file))
        journal = place.journal
        engine = Engine(journal, SystemClock(), place.store, place.certificates)
        stack.push_async_callback(engine.close)
        seen = journal.subscribe()
        troupe = await engine.open_house(story, cast=cast, host=host)
        console = terminal()
        print_doors(troupe.book, engine.taps, console, json=json)
        teller = Teller(console, troupe.book.programme)
        async for entry in seen:
            if json:
                typer.echo(to_json(entry))
            else:
                teller.apply(entry)
