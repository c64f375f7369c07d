"""Why nothing can be written, in plain words, and what to do about it."""

import shutil
import sqlite3
from pathlib import Path

import msgspec

_LITTLE = 4 * 1024 * 1024
"""Bytes; with less on the disk, whatever SQLite says comes from that."""

_MEANWHILE = "the show goes on, and what happens is kept in memory until"

_DAMAGE = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB"})


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Why nothing can be written.

    Attributes:
        words: What is wrong, and what that means.
        remedy: What to do.
        damaged: The file itself is beyond use.
    """

    words: str
    remedy: str
    damaged: bool = False


def trouble_of(error: sqlite3.Error, path: Path | None) -> Trouble:
    """What SQLite's error means to staff.

    Args:
        error: Why nothing was written.
        path: The journal's file; None: it is in memory.
    """
    name = getattr(error, "sqlite_errorname", "").split("_")
    kind = "_".join(name[:2])  # SQLITE_IOERR_WRITE is a SQLITE_IOERR (sqlite.org/rescode.html)
    where = path.parent if path else None
    if kind == "SQLITE_FULL" or "disk is full" in str(error) or _little_room(where):
        return Trouble(
            words=f"The disk is full: {_MEANWHILE} there is room.",
            remedy=f"Free some space on the disk of {where}." if where else "Free some memory.",
        )
    if kind == "SQLITE_READONLY":
        return Trouble(
            words=f"The journal cannot be written: {_MEANWHILE} it can.",
            remedy=f"Make {path} and its folder writable again.",
        )
    if kind in {"SQLITE_BUSY", "SQLITE_LOCKED"}:
        return Trouble(
            words=f"Another program holds the journal: {_MEANWHILE} it lets go.",
            remedy=f"Close whatever else has {path} open.",
        )
    if kind in _DAMAGE:
        return Trouble(
            words=f"The journal's file is damaged: {_MEANWHILE} there is a new one.",
            remedy="Nothing needs to be done.",
            damaged=True,
        )
    return Trouble(
        words=f"The disk fails ({error}): {_MEANWHILE} it works.",
        remedy=f"Look after the disk of {where}; plug it in again, if it can be.",
    )


def _little_room(folder: Path | None) -> bool:
    try:
        return folder is not None and shutil.disk_usage(folder).free < _LITTLE
    except OSError:  # the disk itself is gone
        return False
