"""The bytes that a repository keeps, by uniqueId."""

import asyncio
import hashlib
from pathlib import Path

import msgspec
import structlog

from showcase.standins.emptying import empty

IN_MEMORY = 64 * 1024 * 1024
"""Bytes of documents that are held when the disk is full."""

_log = structlog.get_logger()


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """A document on the disk.

    Attributes:
        held: Its bytes, where the disk did not take them; None: they are on the disk.
        sha1: Of its bytes, hexadecimal.
    """

    path: Path
    media_type: str
    sha1: str
    held: bytes | None = None


class DocumentStore:
    """A folder of documents; the folder is made when the first one comes."""

    def __init__(self, folder: Path, *, in_memory: int = IN_MEMORY) -> None:
        """Nothing kept yet.

        Args:
            folder: Where documents are kept.
            in_memory: Bytes that are held where the disk takes none.
        """
        self._folder = folder
        self._in_memory = in_memory
        self._stored: dict[str, Stored] = {}

    async def forget(self) -> int:
        """Keep nothing; return how many documents there were."""
        count = len(self._stored)
        self._stored = {}
        await empty(self._folder)
        return count

    def get(self, unique_id: str) -> Stored | None:
        """What is kept under a uniqueId; None when nothing is."""
        return self._stored.get(unique_id)

    async def keep(self, unique_id: str, content: bytes, *, media_type: str, sha1: str) -> None:
        """Keep a document: once this returns, it can be retrieved.

        One that the disk does not take is held in memory, and the show goes on.

        Raises:
            OSError: Memory holds as much as it should, too.
        """
        # the unique id is a stranger's text: it never becomes a file name
        path = self._folder / hashlib.sha256(unique_id.encode()).hexdigest()
        stored = Stored(path=path, media_type=media_type, sha1=sha1)
        try:
            await asyncio.to_thread(_write, path, content)
        except OSError as error:
            held = sum(len(each.held) for each in self._stored.values() if each.held)
            if held + len(content) > self._in_memory:
                raise
            _log.info("a document is held in memory only", why=error.strerror)
            stored = msgspec.structs.replace(stored, held=content)
        self._stored[unique_id] = stored

    async def discard(self, unique_id: str) -> None:
        """Forget a document that nobody registered."""
        stored = self._stored.pop(unique_id)
        if stored.held is None:
            await asyncio.to_thread(stored.path.unlink, missing_ok=True)


async def read(stored: Stored) -> bytes:
    """The bytes of a document."""
    if stored.held is not None:
        return stored.held
    return await asyncio.to_thread(stored.path.read_bytes)


async def sha1_of(contents: dict[str, bytes]) -> dict[str, str]:
    """The SHA-1 of each, in a thread: a large document must not hold up everybody else."""
    return await asyncio.to_thread(_hashed, contents)


def _hashed(contents: dict[str, bytes]) -> dict[str, str]:
    return {
        name: hashlib.sha1(content, usedforsecurity=False).hexdigest()
        for name, content in contents.items()
    }


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
