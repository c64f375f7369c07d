"""``showcase standins``: keeps the stand-ins up for anyone to talk to."""

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
from showcase.wire.clock import SystemClock
from showcase.wire.memory import frugal, giving_back


def standins(
    story: Annotated[str, typer.Option(help="The story whose systems are played.")] = "chest-pain",
    cast: Annotated[str, typer.Option(help="Cast file: ports, and who plays which role.")] = "",
    only: Annotated[list[str] | None, typer.Option(help="Only these roles.")] = None,
    host: Annotated[
        str, typer.Option(help="Interface to listen on; the cast's, else loopback, when not given.")
    ] = "",
    journal: Annotated[
        Path | None, typer.Option(help="Journal file; the user's own when not given.")
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="One address per line on standard output.")
    ] = False,
) -> None:
    """Keep the stand-ins up until Ctrl-C, and print where each listens."""
    with failing():
        frugal()
        asyncio.run(_stay(story, cast, only or [], host, journal, json=json))


async def _stay(
    story: str, cast: str, only: list[str], host: str, journal_file: Path | None, *, json: bool
) -> None:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(giving_back())
        place = await stack.enter_async_context(workplace(journal_file))
        journal = place.journal
        engine = Engine(journal, SystemClock(), place.store, place.certificates)
        stack.push_async_callback(engine.close)
        troupe = await engine.open_house(story, cast=cast, only=only, host=host)
        console = terminal()
        print_doors(troupe.book, engine.taps, console, json=json)
        teller = Teller(console, troupe.book.programme)
        async for entry in journal.subscribe():
            if not json:
                teller.apply(entry)
