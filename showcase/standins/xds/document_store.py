"""The bytes that a repository keeps, by uniqueId."""

import asyncio
import hashlib
from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

import msgspec
import structlog

from showcase import disk
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


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A document that is written down, while it is made out whether it will be kept.

    Attributes:
        path: Where on the disk.
        held: Its bytes, where the disk did not take them.
        refused: Why it did not.
    """

    path: Path
    held: bytes | None = None
    refused: OSError | None = None


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

    async def write(self, contents: Mapping[str, memoryview]) -> dict[str, Draft]:
        """Write documents down, each to be handed to `keep` or to `drop`.

        Args:
            contents: Bytes of each, by its uniqueId.
        """
        return {
            name: await asyncio.to_thread(self._written, content)
            for name, content in contents.items()
        }

    def _written(self, content: memoryview) -> Draft:
        # the unique id is a stranger's text: it never becomes a file name
        path = self._folder / uuid4().hex
        try:
            disk.replace(path, content)
        except OSError as error:
            return Draft(path=path, held=bytes(content), refused=error)
        return Draft(path=path)

    def keep(self, unique_id: str, draft: Draft, *, media_type: str, sha1: str) -> None:
        """Keep a document: from now on it can be retrieved.

        One that the disk does not take is held in memory, and the show goes on.

        Raises:
            OSError: Memory holds as much as it should, too.
        """
        if draft.refused:
            held = sum(len(each.held) for each in self._stored.values() if each.held)
            if held + len(draft.held or b"") > self._in_memory:
                raise draft.refused
            _log.info("a document is held in memory only", why=draft.refused.strerror)
        self._stored[unique_id] = Stored(
            path=draft.path, media_type=media_type, sha1=sha1, held=draft.held
        )

    async def drop(self, draft: Draft) -> None:
        """Let go of a document that will not be kept."""
        if draft.refused is None:
            await asyncio.to_thread(draft.path.unlink, missing_ok=True)

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


async def sha1_of(contents: Mapping[str, memoryview]) -> dict[str, str]:
    """The SHA-1 of each, in a thread: a large document must not hold up everybody else."""
    return await asyncio.to_thread(_hashed, contents)


def _hashed(contents: Mapping[str, memoryview]) -> dict[str, str]:
    return {
        name: hashlib.sha1(content, usedforsecurity=False).hexdigest()
        for name, content in contents.items()
    }
