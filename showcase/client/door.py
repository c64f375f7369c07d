"""Where an engine can be found: the door file.

A running engine leaves a file with its address and its key, readable by its user alone. A window
that starts reads it, and attaches to the run that is under way; only when nobody answers there
does it start an engine of its own.
"""

import asyncio
from pathlib import Path

import msgspec
from platformdirs import user_data_path

from showcase import disk
from showcase.client.engine import EngineClient
from showcase.client.failure import EngineGone, EngineRefused
from showcase.model.answers import Door

_ANSWERS_WITHIN = 2.0


def door_path(journal: Path | None = None) -> Path:
    """The door file of this user's engine; of one with a journal of its own: beside that.

    Args:
        journal: The journal's file, where it is not the user's own.
    """
    if journal:
        return journal.with_name(f"{journal.name}.engine.json")
    return user_data_path("showcase", appauthor=False) / "engine.json"


def write_door(door: Door, path: Path | None = None) -> None:
    """Leave the door file, which holds the key.

    Raises:
        OSError: It cannot be written; what was there is still there.
    """
    disk.replace(path or door_path(), msgspec.json.encode(door), private=True)


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
