"""``showcase lookout``: the engine's second door, for walls on other machines."""

import asyncio
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from showcase.cli.failing import BadArgument, failing
from showcase.cli.terminal import terminal
from showcase.client import EngineClient, EngineGone, EngineRefused, door_path, read_door
from showcase.model.answers import Door
from showcase.model.lookout import Lookout, LookoutWanted
from showcase.model.system import EVERYWHERE


def lookout(
    open_on: Annotated[
        str, typer.Option("--open", metavar="ADDRESS", help="Listen here; “all”: everywhere.")
    ] = "",
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="At that port.")] = None,
    shut: Annotated[bool, typer.Option("--close", help="Let no wall in any more.")] = False,
    new_key: Annotated[bool, typer.Option("--new-key", help="Change the key.")] = False,
    journal: Annotated[
        Path | None,
        typer.Option("--journal", help="Of the engine that has this journal; else the user's own."),
    ] = None,
) -> None:
    """Say what a wall on another machine has to know; open the door to it, or close it.

    The key only looks on: nothing can be changed with it.
    """
    with failing():
        host = "" if shut else EVERYWHERE if open_on == "all" else open_on
        changes = bool(open_on) or shut or new_key or port is not None
        wanted = LookoutWanted(host=host, port=port, fresh_key=new_key)
        _say(asyncio.run(_told(_engine(journal), wanted, shut=shut, changes=changes)))


def _engine(journal: Path | None) -> Door:
    """The engine of that journal, as it has left its door file."""
    door = read_door(door_path(journal))
    if door is not None:
        return door
    if journal is None:
        remedy = "Open Showcase first; if it has a journal of its own, name it with --journal."
        raise BadArgument("No engine is running here.", remedy)
    raise BadArgument(f"No engine is running with the journal {journal}.", "Open it with that one.")


async def _told(door: Door, wanted: LookoutWanted, *, shut: bool, changes: bool) -> Lookout:
    try:
        async with EngineClient(door) as engine:
            told = await engine.lookout()
            if changes:
                host = wanted.host if wanted.host or shut else told.host
                told = await engine.change_lookout(msgspec.structs.replace(wanted, host=host))
            return told
    except (EngineGone, EngineRefused) as error:
        raise BadArgument(error.words, error.remedy) from error


def _say(told: Lookout) -> None:
    console = terminal()
    if not told.host:
        console.print(told.trouble or "No wall on another machine is let in.", markup=False)
        for each in told.interfaces:
            name = "all" if each == EVERYWHERE else each
            console.print(f"  showcase lookout --open {name}", markup=False, soft_wrap=True)
        return
    console.print("On the other machine:", markup=False)
    for url in told.urls:
        line = f"  showcase wall --connect {url} --key {told.key}"
        console.print(line, markup=False, soft_wrap=True)
    console.print(f"Looking on: {told.guests}. The key changes nothing.", markup=False)
