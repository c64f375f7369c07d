"""Large bytes, each in a file of its own beside the journal.

Within SQLite they would be written twice, once to its log and once to the file; for a series of
images that is what a disk spends most of its time on. A row of the table `blob` still stands for
each: one that has a size and no bytes.
"""

import errno
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import structlog

from showcase import disk

LEAST = 8 * 1024 * 1024
"""Bytes from which on a file of its own is worth while."""

ENDING = "-bytes"
"""What the folder's name has more than the journal's."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})

_log = structlog.get_logger()


class Bulk:
    """The folder of one journal. All but `get` is to be called within a transaction."""

    def __init__(self, journal: Path | None) -> None:
        """Made when something comes; `journal` None: nothing is taken."""
        self._folder = journal.with_name(journal.name + ENDING) if journal else None

    def takes(self, data: bytes) -> bool:
        """Whether those bytes belong here."""
        return self._folder is not None and len(data) >= LEAST

    def put(self, digest: str, data: bytes) -> None:
        """Have them on the disk, under the name of their SHA-256, when this returns.

        Raises:
            sqlite3.OperationalError: They are not: to whoever writes the journal, it is one disk.
        """
        assert self._folder
        try:
            disk.replace(self._folder / digest, data, lasting=True)
        except OSError as error:
            why = "the disk is full" if error.errno in _FULL else error.strerror
            raise sqlite3.OperationalError(why) from error

    def get(self, digest: str, size: int) -> bytes | None:
        """The bytes of that name; None where they are gone, or not whole any more."""
        if self._folder is None:
            return None
        try:
            data = (self._folder / digest).read_bytes()
        except OSError as error:
            _log.error("recorded bytes cannot be read", digest=digest, why=error.strerror)
            return None
        if len(data) != size:
            _log.error("recorded bytes are cut short", digest=digest, there=len(data), size=size)
            return None
        return data

    def drop(self, digests: Iterable[str]) -> None:
        """Let go of those that are here; of others, nothing is said."""
        for digest in digests if self._folder else ():
            assert self._folder
            try:
                (self._folder / digest).unlink(missing_ok=True)
            except OSError as error:
                _log.warning("recorded bytes stay", digest=digest, why=error.strerror)

    def names(self) -> set[str]:
        """What is here, finished or not."""
        if self._folder is None or not self._folder.is_dir():
            return set()
        return {each.name for each in self._folder.iterdir()}
