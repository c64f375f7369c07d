"""How an engine is started: a child of ours that outlives us, and tells its door in one line."""

import asyncio
import logging
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

import msgspec

from showcase.client.door import door_path, read_door
from showcase.client.failure import EngineGone
from showcase.client.lock import locked
from showcase.client.program import command
from showcase.model.answers import Door

_log = logging.getLogger(__name__)

_STARTS_WITHIN = 60.0
"""Seconds; a cold disk and a virus scanner make a packaged program's first start slow."""

_LISTENS_WITHIN = 0.2
"""Seconds in which whoever listens on this machine takes a connection."""


class Starting:
    """An engine on its way up."""

    def __init__(self, argv: Sequence[str] = (), turn: IO[bytes] | None = None) -> None:
        """Start it.

        Args:
            argv: Further arguments for the ``engine`` command.
            turn: What keeps other copies from starting one, too; held until `give_up`.

        Raises:
            EngineGone: There is no such program.
        """
        self._said: Future[bytes] = Future()
        self._taken = False
        self._turn = turn
        try:
            self._child = _start([*_command(), *argv])
        except OSError as error:
            raise EngineGone(f"The engine cannot be started: {error.strerror or error}.") from error
        threading.Thread(target=self._attend, name="engine-attendant", daemon=True).start()

    async def door(self) -> Door:
        """Where it listens, once it does.

        Raises:
            EngineGone: It did not come up.
        """
        try:
            async with asyncio.timeout(_STARTS_WITHIN):
                line = await asyncio.wrap_future(self._said)
            door = msgspec.json.decode(line, type=Door)
        except (TimeoutError, msgspec.DecodeError) as error:
            self._child.kill()
            raise EngineGone(
                "The engine did not come up.",
                f"Run “{' '.join(_command())}” in a terminal; it says what is wrong.",
            ) from error
        self._taken = True
        return door

    def give_up(self) -> None:
        """End it, unless somebody has gone through its door: then it is no longer ours to end."""
        if not self._taken:
            self._child.terminate()
        if self._turn:
            self._turn.close()

    def _attend(self) -> None:
        # a thread of its own: it reads the one line, then waits, so that no zombie is left
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if self._said.set_running_or_notify_cancel():
            self._said.set_result(line)
        self._child.stdout.close()
        if code := self._child.wait():
            _log.warning("the engine has ended with %d; its report may say why", code)


async def launch(argv: Sequence[str] = ()) -> Door:
    """Start an engine that outlives us, and return its door once it is open.

    Args:
        argv: Further arguments for the ``engine`` command.

    Raises:
        EngineGone: It did not come up.
    """
    return await Starting(argv).door()


def head_start(journal: Path | None = None) -> Starting | None:
    """Start a window's engine while the window is still being imported; None: one is up, or coming.

    Both need a second, and there is more than one core. Whoever cannot be started is started once
    more by the window, which tells people why it fails.

    Args:
        journal: The window's own journal, where it has one.
    """
    door = door_path(journal)
    if _listens(read_door(door)):
        return None
    # two copies that start at once would start two engines, and each would leave its door
    turn = _turn(door)
    if turn is None:
        return None
    try:
        return Starting(["--journal", str(journal)] if journal else [], turn)
    except EngineGone as error:
        turn.close()
        _log.info("no head start for the engine: %s", error.words)
        return None


def _turn(door: Path) -> IO[bytes] | None:
    with suppress(OSError):  # where nothing can be written, there is no head start
        door.parent.mkdir(parents=True, exist_ok=True)
    return locked(door.with_name(f"{door.name}.lock"))


def _listens(door: Door | None) -> bool:
    """Whether anybody takes connections there: it need not be an engine."""
    if door is None:
        return False
    try:
        address = urlsplit(door.url)
        place = (address.hostname or "", address.port or 0)
        with socket.create_connection(place, _LISTENS_WITHIN):
            return True
    except (OSError, ValueError):
        return False


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
