"""Where an engine can be found: the door file, and how to start an engine.

A running engine leaves a file with its address and its key, readable by its user alone. A window
that starts reads it, and attaches to the run that is under way; only when nobody answers there
does it start an engine of its own.
"""

import asyncio
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from platformdirs import user_data_path

from showcase.client.engine import EngineClient
from showcase.client.failure import EngineGone, EngineRefused
from showcase.client.program import command
from showcase.model.answers import Door

_log = logging.getLogger(__name__)

_ANSWERS_WITHIN = 2.0
_STARTS_WITHIN = 60.0
"""Seconds; a cold disk and a virus scanner make a packaged program's first start slow."""


def door_path(journal: Path | None = None) -> Path:
    """The door file of this user's engine; of one with a journal of its own: beside that.

    Args:
        journal: The journal's file, where it is not the user's own.
    """
    if journal:
        return journal.with_name(f"{journal.name}.engine.json")
    return user_data_path("showcase", appauthor=False) / "engine.json"


def write_door(door: Door, path: Path | None = None) -> None:
    """Leave the door file."""
    write_privately(path or door_path(), msgspec.json.encode(door))


def write_privately(path: Path, data: bytes) -> None:
    """Replace a file that holds a key: as a whole, and readable by this user only.

    Raises:
        OSError: It cannot be written; what was there is still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(FileNotFoundError):
        fresh.unlink()
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    fresh.replace(path)


def read_door(path: Path | None = None) -> Door | None:
    """What the door file says; None when there is none, or it is damaged."""
    try:
        return msgspec.json.decode((path or door_path()).read_bytes(), type=Door)
    except (OSError, msgspec.DecodeError):
        return None


def remove_door(door: Door, path: Path | None = None) -> None:
    """Take the door file away, if it still is ours."""
    path = path or door_path()
    if read_door(path) == door:
        path.unlink(missing_ok=True)


async def alive(door: Door) -> bool:
    """Whether an engine answers there, and takes the key."""
    try:
        async with EngineClient(door) as client, asyncio.timeout(_ANSWERS_WITHIN):
            await client.state()
    except (EngineGone, EngineRefused, TimeoutError):
        return False
    return True


async def launch(argv: Sequence[str] = ()) -> Door:
    """Start an engine that outlives us, and return its door once it is open.

    Args:
        argv: Further arguments for the ``engine`` command.

    Raises:
        EngineGone: It did not come up.
    """
    loop = asyncio.get_running_loop()
    said: asyncio.Future[bytes] = loop.create_future()
    try:
        child = _start([*_command(), *argv])
    except OSError as error:
        raise EngineGone(f"The engine cannot be started: {error.strerror or error}.") from error

    def hear(line: bytes) -> None:
        if not said.done():
            said.set_result(line)

    def attend() -> None:
        # a thread of its own: it reads the one line, then waits, so that no zombie is left
        assert child.stdout is not None
        line = child.stdout.readline()
        with suppress(RuntimeError):  # the loop has been closed meanwhile
            loop.call_soon_threadsafe(hear, line)
        child.stdout.close()
        if code := child.wait():
            _log.warning("the engine has ended with %d; its report may say why", code)

    threading.Thread(target=attend, name="engine-attendant", daemon=True).start()
    try:
        async with asyncio.timeout(_STARTS_WITHIN):
            line = await said
        return msgspec.json.decode(line, type=Door)
    except (TimeoutError, msgspec.DecodeError) as error:
        child.kill()
        raise EngineGone(
            "The engine did not come up.",
            f"Run “{' '.join(_command())}” in a terminal; it says what is wrong.",
        ) from error


def _command() -> list[str]:
    return command("engine")


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    # on its own, so that closing the window's terminal does not end the run
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    return subprocess.Popen(  # noqa: S603 - our own interpreter, our own arguments
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        creationflags=flags,
        start_new_session=flags == 0,
    )
