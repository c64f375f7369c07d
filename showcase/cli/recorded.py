"""What every command about recorded runs takes: a journal, and a run in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated

import typer

from showcase.cli.failing import BadArgument
from showcase.cli.places import journal_path
from showcase.journal.journal import Journal, open_journal
from showcase.wire.clock import SystemClock

JournalOption = Annotated[
    Path | None, typer.Option("--journal", help="Journal file; the user's own when not given.")
]
RunArgument = Annotated[str, typer.Argument(help="A run's id, its beginning, or “last”.")]


@asynccontextmanager
async def opened(asked: Path | None) -> AsyncIterator[Journal]:
    """The journal that was asked for, or the user's own."""
    path = journal_path(asked)
    if asked and not path.exists():
        raise BadArgument(f"There is no journal at {path}.", "Give the file of a recorded run.")
    async with await open_journal(path, SystemClock()) as journal:
        yield journal
