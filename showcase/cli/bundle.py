"""``showcase bundle``: what helps to find out what went wrong, as one file."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.text import Text

from showcase import disk
from showcase.cli.failing import BadArgument, failing
from showcase.cli.places import journal_path
from showcase.cli.recorded import JournalOption
from showcase.cli.terminal import terminal
from showcase.inspector.folder import zipped
from showcase.story.library import cast_file
from showcase.support.bundle import Wanted, gathered
from showcase.wire.clock import SystemClock


def bundle(
    to: Annotated[
        Path | None, typer.Option(help="FILE.zip, or a folder; this folder when not given.")
    ] = None,
    cast: Annotated[str, typer.Option(help="The cast that was played, to take it along.")] = "",
    journal: JournalOption = None,
    json: Annotated[bool, typer.Option("--json", help="One line: where it is.")] = False,
) -> None:
    """Gather logs, versions, the cast without secrets and the last run into one file for helpers.

    Every patient in it is invented, and no key, password or token is in it; README.txt inside says
    what is. Nothing is sent anywhere.
    """
    with failing():
        made = asyncio.run(_bundle(to, cast, journal))
        if json:
            sys.stdout.write(msgspec.json.encode({"file": str(made)}).decode() + "\n")
            return
        size = made.stat().st_size / 1e6
        terminal().print(Text(f"Written: {made} ({size:.1f} MB)"), soft_wrap=True)
        terminal().print("README.txt in it says what it holds. Nothing was sent anywhere.")


async def _bundle(to: Path | None, cast: str, journal: Path | None) -> Path:
    now = SystemClock().now()
    target = await asyncio.to_thread(_target, to, now)
    wanted = Wanted(journal=journal_path(journal), cast=cast_file(cast) if cast else None)
    made = await zipped(gathered(wanted, SystemClock()), now)
    try:
        await asyncio.to_thread(disk.replace, target, made)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadArgument(
            f"It cannot be written to {target.parent}: {reason}.",
            "Name a place where you may write: --to FILE.zip.",
        ) from error
    return target


def _target(to: Path | None, now: datetime) -> Path:
    name = f"showcase-support-{now:%Y%m%d-%H%M%S}.zip"
    if to is None:
        return Path.cwd() / name
    return to / name if to.is_dir() else to
