"""The `Journal`: records from the event loop, commits in one thread, publishes in order."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import takewhile
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import msgspec
import structlog

from showcase.journal import following, told
from showcase.journal.files import Files, open_files
from showcase.journal.retention import Retention
from showcase.journal.unwritten import Unwritten, unwritten
from showcase.journal.writing import Writing
from showcase.model.answers import Found, Mention, RunBrief
from showcase.model.events import Entry, Event, HopEnded, Noticed, RunStarted
from showcase.wire.clock import Clock

_BATCH = 500
"""Entries read from the disk at once, for a subscriber that is behind."""

_RECENT = 2000
"""Entries kept at hand, so that those who are up to date need no disk."""

_LARGEST = 900_000_000
"""Bytes; SQLite takes no value above 1,000,000,000 (sqlite.org/limits.html)."""

_log = structlog.get_logger()
_T = TypeVar("_T")


class NoSuchRun(LookupError):
    """No run, or more than one, has an id that begins so; the message is for people."""


async def open_journal(path: Path | None, clock: Clock, *, most: int = 0) -> "Journal":
    """Open the journal in that file, creating it when there is none; None: in memory only.

    A file that is damaged is set aside, under a name of its own, and a new one begun; what was
    found is the first thing that the journal tells.

    Args:
        path: The file.
        clock: The time.
        most: Bytes from which on the oldest runs lose theirs (`retention`); 0: never.

    Raises:
        JournalUnusable: The file cannot serve as one.
    """
    files, found = await asyncio.to_thread(open_files, path, clock)
    journal = Journal(files, clock, most=most)
    if found:
        journal.record(found)
    return journal


class Journal:
    """Every event, committed before anybody sees it. Obtain one with `open_journal`."""

    def __init__(self, files: Files, clock: Clock, *, most: int = 0) -> None:
        """Take over a journal's file. To be called from a running event loop."""
        self._files = files
        self._clock = clock
        self._reader = ThreadPoolExecutor(1, "journal-reader")
        self._queue: list[Unwritten] = []
        self._queued = asyncio.Event()
        self._recent: deque[Entry] = deque(maxlen=_RECENT)
        self._last = self._files.reading.last_seq()
        self._news = asyncio.Event()
        self._recorded = self._published = 0
        self._closing = self._closed = False
        self._writing = Writing(files, clock, read=self._read, notice=self._notice)
        self._retention = Retention(
            files, most, read=self._read, write=self._writing.between, notice=self._notice
        )
        self._room: asyncio.Task[None] | None = None
        self._task = asyncio.get_running_loop().create_task(self._commit_what_is_queued())

    @property
    def trouble(self) -> str:
        """Why nothing can be written at the moment, in plain words; empty when all is well.

        Meanwhile events are held in memory, in order, and shown as not kept yet.
        """
        return self._writing.trouble

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def record(self, event: Event, blobs: Mapping[str, bytes] | None = None) -> None:
        """Commit an event and the blobs it names, then publish it; in the order of the calls.

        Returns at once; `settled` tells when it is done. To be called from the event loop.

        Args:
            event: What happened, now.
            blobs: Bytes by their SHA-256.
        """
        if self._closing:
            raise RuntimeError("the journal is closed")
        kept = {name: data for name, data in (blobs or {}).items() if len(data) <= _LARGEST}
        if blobs and len(kept) < len(blobs):
            _log.warning("bytes too many to keep", kind=type(event).__name__, limit=_LARGEST)
        self._queue.append(unwritten(self._clock.now(), event, kept))
        self._recorded += 1
        self._queued.set()

    async def settled(self) -> None:
        """Return once everything recorded so far is committed and published.

        While the disk takes nothing: once it is published, as not kept yet.
        """
        target = self._recorded
        while self._published < target and not self._closed:
            await self._news.wait()

    async def kept(self) -> None:
        """Like `settled`: for whoever must not acknowledge what could still be lost.

        A disk that refuses is not waited for: staff have been told then (`trouble`).
        """
        await self.settled()

    def subscribe(self, after: int | None = None) -> AsyncGenerator[Entry, None]:
        """Everything behind the entry `after`, then whatever comes: no gap, no duplicate.

        Ends when the journal is closed. Whoever is slow is read for from the disk; nobody waits.

        Args:
            after: The last entry already seen; 0: from the beginning; None: only what is new.
        """
        return self._follow(self._last if after is None else after)

    async def entries(self, run: str) -> list[Entry]:
        """All entries of a run, in order; none when there is no such run."""
        return await self._read(lambda: self._files.reading.of_run(run))

    async def runs(self) -> list[RunBrief]:
        """Every run there was, the newest first."""
        return [told.brief(row) for row in reversed(await self._read(self._files.reading.runs))]

    async def run_matching(self, prefix: str) -> str:
        """The id of the run that begins so; ``last`` is the one that started last.

        Raises:
            NoSuchRun: None does, or several do.
        """
        last = prefix == "last"
        found = await self._read(lambda: self._files.reading.run_ids("" if last else prefix))
        if prefix in found:
            return prefix
        if not found:
            raise NoSuchRun(
                "The journal holds no run yet." if last else f"No run begins with {prefix}."
            )
        if len(found) > 1 and not last:
            raise NoSuchRun(f"{len(found)} runs begin with {prefix}: {', '.join(found[:5])}.")
        return found[-1]

    async def blob(self, digest: str) -> bytes:
        """The bytes with that SHA-256.

        Raises:
            KeyError: The journal has none such.
        """
        data = await self._read(
            lambda: self._writing.held(digest) or self._files.reading.blob(digest)
        )
        if data is None:
            raise KeyError(digest)
        return data

    async def hop(self, hop_id: str) -> HopEnded:
        """How a hop ended.

        Raises:
            KeyError: It has not, or there is none such.
        """
        hop = await self._read(lambda: self._files.reading.hop(hop_id))
        if hop is None:
            raise KeyError(hop_id)
        return hop

    async def search(self, text: str, limit: int = 50) -> list[Found]:
        """Runs and exchanges in which every word of `text` begins a word, the newest first.

        Case and accents do not matter. Audit records, which repeat what exchanges have told, come
        after everything else.

        Args:
            text: A patient's name or identifier, an order or accession number, a UID, a title, an
                address: any text.
            limit: How many to return at most.
        """
        return await self._read(lambda: told.found(self._files.reading, text, max(0, limit)))

    async def follow(self, run: str, value: str) -> list[Mention]:
        """Every exchange of a run in which a value occurs, in order of time.

        Whatever the standard. Where no fact of one direction states it, the recorded bytes of
        that direction are looked through.

        Args:
            run: Its full id; see `run_matching`.
            value: An identifier, a name.
        """

        def read() -> list[Mention]:
            entries = self._files.reading.of_run(run)
            hops = [entry.event for entry in entries if isinstance(entry.event, HopEnded)]
            return following.mentions(hops, value, self._files.reading.blob)

        return await self._read(read) if value.strip() else []

    async def last_seq(self) -> int:
        """The number of the newest entry; 0 when there is none."""
        return self._last

    async def close(self) -> None:
        """Commit what is queued (one attempt, if the disk refuses), and let go of the file."""
        if self._closed:
            return
        self._closing = True
        self._queued.set()
        await self._task
        if self._room:
            await self._room
        await self._writing.close()
        self._closed = True
        self._tell()
        self._reader.shutdown()
        self._files.close()

    async def _commit_what_is_queued(self) -> None:
        while not (self._closing and not self._queue):
            await self._queued.wait()
            self._queued.clear()
            batch, self._queue = self._queue, []
            if batch:
                self._publish(await self._writing.commit(batch, self._last))

    def _publish(self, entries: list[Entry]) -> None:
        self._recent.extend(entries)
        self._last = entries[-1].seq
        self._published += len(entries)
        self._tell()
        if any(isinstance(each.event, RunStarted) for each in entries) and not self.trouble:
            self._make_room()

    def _make_room(self) -> None:
        """A run has begun: see that there is room for it, unless that is being done."""
        if self._room is None or self._room.done():
            lately = {each.event.run for each in self._recent}
            self._room = asyncio.get_running_loop().create_task(self._retention.make_room(lately))

    def _tell(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()

    def _notice(self, notice: Noticed) -> None:
        if not self._closing:
            self.record(notice)

    async def _follow(self, cursor: int) -> AsyncGenerator[Entry, None]:
        while not self._closed:
            news = self._news  # before looking, so that nothing slips in between
            batch = self._at_hand(cursor)
            if not batch and cursor < self._last:
                batch = await self._read(partial(self._files.reading.after, cursor, _BATCH))
            for entry in batch:
                cursor = entry.seq
                yield entry
            if not batch:
                await news.wait()

    def _at_hand(self, cursor: int) -> list[Entry]:
        fresh = list(takewhile(lambda entry: entry.seq > cursor, reversed(self._recent)))[::-1]
        # another process may have written in between: only an unbroken stretch is the whole truth
        unbroken = [e for place, e in enumerate(fresh, cursor + 1) if e.seq == place]
        return unbroken if self.trouble else [_kept(each) for each in unbroken]

    async def _read(self, read: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._reader, read)


def _kept(entry: Entry) -> Entry:
    """An entry that was shown before it was written, and is written by now."""
    return entry if entry.kept else msgspec.structs.replace(entry, kept=True)
