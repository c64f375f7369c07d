"""``showcase lookout``: the engine's second door, for walls on other machines."""

import asyncio
from typing import Annotated

import typer

from showcase.cli.failing import BadArgument, failing
from showcase.cli.terminal import terminal
from showcase.client import EngineClient, EngineGone, EngineRefused, read_door
from showcase.model.answers import Lookout, LookoutWanted
from showcase.model.system import EVERYWHERE


def lookout(
    open_on: Annotated[
        str, typer.Option("--open", metavar="ADDRESS", help="Listen here; “all”: everywhere.")
    ] = "",
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="At that port.")] = None,
    shut: Annotated[bool, typer.Option("--close", help="Let no wall in any more.")] = False,
    new_key: Annotated[bool, typer.Option("--new-key", help="Change the key.")] = False,
) -> None:
    """Say what a wall on another machine has to know; open the door to it, or close it.

    The key only looks on: nothing can be changed with it.
    """
    with failing():
        host = "" if shut else EVERYWHERE if open_on == "all" else open_on
        changes = bool(open_on) or shut or new_key or port is not None
        _say(asyncio.run(_told(host, port, shut=shut, new_key=new_key, changes=changes)))


async def _told(
    host: str, port: int | None, *, shut: bool, new_key: bool, changes: bool
) -> Lookout:
    door = read_door()
    if door is None:
        raise BadArgument("No engine is running here.", "Open Showcase first.")
    try:
        async with EngineClient(door) as engine:
            told = await engine.lookout()
            if changes:
                host = host if host or shut else told.host
                wanted = LookoutWanted(host=host, port=port, fresh_key=new_key)
                told = await engine.change_lookout(wanted)
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
