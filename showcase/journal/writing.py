"""Commits to the file; what the disk does not take is held in memory until it does."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Protocol, TypeVar

import structlog

from showcase.journal.damage import JournalUnusable
from showcase.journal.files import Files
from showcase.journal.overflow import Overflow
from showcase.journal.trouble import Trouble, trouble_of
from showcase.journal.unwritten import Unwritten
from showcase.model.events import Entry, Noticed
from showcase.wire.clock import Clock

_FIRST_RETRY, _LAST_RETRY = 0.1, 2.0
"""Seconds between attempts to write to a disk that refuses; doubled from one to the next."""

_log = structlog.get_logger()
_T = TypeVar("_T")


class Read(Protocol):
    """Does something where reading is done: one at a time, in a thread."""

    async def __call__(self, action: Callable[[], _T], /) -> _T:
        """What it returns."""


class Writing:
    """The one writer of a journal.

    Attributes:
        trouble: Why nothing can be written at the moment, in plain words; empty when all is well.
    """

    def __init__(
        self, files: Files, clock: Clock, *, read: Read, notice: Callable[[Noticed], None]
    ) -> None:
        """Everything is written.

        Args:
            files: The file.
            clock: The time.
            read: How its readers are kept out of each other's way.
            notice: Tells staff.
        """
        self.trouble = ""
        self._files = files
        self._clock = clock
        self._read = read
        self._notice = notice
        self._overflow = Overflow(files.reading)
        self._thread = ThreadPoolExecutor(1, "journal-writer")
        self._draining: asyncio.Task[None] | None = None

    def held(self, digest: str) -> bytes | None:
        """Bytes that are not written yet; None when those are not among them."""
        return self._overflow.blob(digest)

    async def commit(self, batch: list[Unwritten], last: int) -> list[Entry]:
        """The batch as entries: written; or held, where the disk does not take it.

        Args:
            batch: What has happened, in order.
            last: The number of the entry before it.
        """
        if not self._overflow:
            try:
                return await self._write(lambda: self._files.writing.append(batch))
            except sqlite3.Error as error:
                self._in_trouble(error)
        entries = await self._read(lambda: self._overflow.take(batch, last + 1))
        if self._draining is None:
            self._draining = asyncio.get_running_loop().create_task(self._drain())
        return entries

    async def close(self) -> None:
        """Make one more attempt at what is held, and leave off."""
        draining, self._draining = self._draining, None
        if draining:
            draining.cancel()
            await asyncio.gather(draining, return_exceptions=True)
        while self._overflow and await self._write_a_portion():
            pass
        if self._overflow:
            _log.error("journal closed with events unwritten", lost=len(self._overflow))
        self._thread.shutdown()

    async def _drain(self) -> None:
        """Write what is held as soon as the disk takes it again."""
        pause = _FIRST_RETRY
        while self._overflow:
            await self._clock.sleep(pause)
            pause = min(pause * 2, _LAST_RETRY)
            if await self._write_a_portion():
                pause = _FIRST_RETRY
        self._draining = None
        self._out_of_trouble()

    async def _write_a_portion(self) -> bool:
        """Whether the disk took some of what is held."""
        batch = self._overflow.portion()
        try:
            await self._write(partial(self._again, batch, self._overflow.first))
        except sqlite3.Error as error:
            if self._in_trouble(error).damaged:
                await self._begin_anew()
            return False
        await self._read(partial(self._overflow.written, len(batch)))
        return True

    def _again(self, batch: list[Unwritten], first: int) -> list[Entry]:
        """Write under the numbers that people have seen."""
        try:
            return self._files.writing.append(batch, first)
        except sqlite3.IntegrityError:
            # another process has written these numbers meanwhile: ours come after its own
            return self._files.writing.append(batch)

    async def _begin_anew(self) -> None:
        """The file is beyond use: it is set aside, and what is held begins a new one."""

        def renew() -> Noticed:
            found = self._files.renew(self._clock)
            self._overflow.moved(self._files.reading)
            return found

        try:
            self._notice(await self._read(renew))
        except JournalUnusable as error:
            _log.error("journal cannot be begun anew", why=error.words)

    def _in_trouble(self, error: sqlite3.Error) -> Trouble:
        found = trouble_of(error, self._files.path)
        if found.words != self.trouble:
            _log.error("journal cannot be written", error=str(error))
            self.trouble = found.words
            self._notice(Noticed(words=found.words, remedy=found.remedy, level="error"))
        return found

    def _out_of_trouble(self) -> None:
        self.trouble = ""
        dropped, self._overflow.dropped = self._overflow.dropped, 0
        words = "The journal is being written again, and holds everything that was shown."
        if dropped:
            words += f" Memory was full as well: {dropped} exchanges have lost their bytes."
        self._notice(Noticed(words=words, level="warning"))

    async def between(self, action: Callable[[], _T]) -> _T:
        """Do something to the file between two commits."""
        return await self._write(action)

    async def _write(self, write: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, write)
