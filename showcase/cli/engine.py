"""``showcase engine``: the engine as a process of its own, for windows to attach to."""

import asyncio
import logging
import signal
import sys
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Annotated

import msgspec
import structlog
import typer

from showcase.api.engine import Engine
from showcase.api.lookout import Lookout
from showcase.api.returning import bring_back
from showcase.api.server import Server
from showcase.cli.failing import failing
from showcase.cli.workplace import workplace
from showcase.client.door import door_path, remove_door, write_door
from showcase.model.answers import Door
from showcase.protocols.soap.client import prepare
from showcase.support.crash import report_crashes
from showcase.support.logs import log_to_file
from showcase.support.structured import structured
from showcase.wire.clock import SystemClock
from showcase.wire.memory import frugal, giving_back

_log = structlog.get_logger()

_FORGOTTEN = 1800.0
"""Seconds without a window, and without anybody who asks for anything."""

_BREATH = 2.0
"""Seconds in which a window that has started us gets its first story on stage."""


def engine(
    journal: Annotated[
        Path | None, typer.Option(help="Journal file; the user's own when not given.")
    ] = None,
) -> None:
    """Run the engine alone; prints one line of JSON: where it listens, and its key."""
    log_to_file("engine")
    structured(logging.INFO)
    report_crashes("engine")
    with failing():
        frugal()
        asyncio.run(_serve(journal))


async def _serve(journal_file: Path | None) -> None:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(giving_back())
        place = await stack.enter_async_context(workplace(journal_file))
        journal, on_stage = place.journal, place.on_stage
        stage = Engine(journal, SystemClock(), place.store, place.certificates, on_stage=on_stage)
        stack.push_async_callback(stage.close)
        # before anybody looks: nobody shall see an empty stage, and begin the next tour on it
        await bring_back(stage, journal, on_stage, SystemClock())
        lookout = Lookout(place.store.with_name("lookout.json"))
        server = Server(stage, journal, stage.casting, stage.reception, lookout=lookout)
        door = await server.open()
        stack.push_async_callback(server.close)
        _leave(door, door_path(journal_file))
        stack.callback(remove_door, door, door_path(journal_file))
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):  # Windows: a window tells us to quit by the API
                loop.add_signal_handler(name, server.quitting.set)
        sys.stdout.write(msgspec.json.encode(door).decode() + "\n")
        sys.stdout.flush()
        warming = asyncio.get_running_loop().call_later(_BREATH, _warm_up)
        stack.callback(warming.cancel)
        await _until_quit_or_forgotten(server)


def _warm_up() -> None:
    """Import what only later hops need, in a thread: nobody waits for it at the start."""
    _ = asyncio.get_running_loop().run_in_executor(None, prepare)


def _leave(door: Door, path: Path) -> None:
    """Leave the door file; whoever started us is told in any case."""
    try:
        write_door(door, path)
    except OSError as error:
        _log.warning("a window that is started later will not find us", why=str(error))


async def _until_quit_or_forgotten(server: Server) -> None:
    """Until a window says so; or until none has been there for long, say after a crash."""
    ends = [
        asyncio.ensure_future(each)
        for each in (server.quitting.wait(), server.left_alone(_FORGOTTEN))
    ]
    try:
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in ends:
            each.cancel()
