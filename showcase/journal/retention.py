"""Room in a journal that has grown large: the oldest runs lose the bytes of their exchanges.

What happened stays, and is found and replayed as before: every event, every fact, every picture.
Only what crossed the wire, byte for byte, is let go, which is nearly all of a journal's size. Runs
of which something was told lately keep theirs. The file does not shrink; what it gains is used
again.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection
from functools import partial
from typing import NamedTuple

import structlog

from showcase.journal.damage import JournalUnusable
from showcase.journal.files import Files
from showcase.journal.store import Store
from showcase.journal.writing import Read
from showcase.model.events import Noticed

MOST = 20 * 10**9
"""Bytes; some seven hundred tours of chest-pain."""

_SIZE = """
SELECT (pages.page_count - free.freelist_count) * page.page_size
       + (SELECT coalesce(sum(size), 0) FROM blob WHERE size > length(bytes))
FROM pragma_page_count AS pages, pragma_freelist_count AS free, pragma_page_size AS page
"""
_RUNS = """
SELECT run FROM entry WHERE kind = 'RunStarted' AND run NOT IN (SELECT run FROM bare) ORDER BY seq
"""
_NAMED = """
SELECT run, json_extract(body, '$.exchange.request'), json_extract(body, '$.exchange.response'),
       json_extract(body, '$.picture'), json_extract(body, '$.document')
FROM entry WHERE kind = 'HopEnded'
"""
_LENGTH = "SELECT size FROM blob WHERE digest = ?"

_log = structlog.get_logger()


class Named(NamedTuple):
    """Digests that a run names: of its exchanges' bytes, and of what is shown of them."""

    exchanges: set[str]
    shown: set[str]

    @property
    def all(self) -> set[str]:
        """Both."""
        return self.exchanges | self.shown


class Retention:
    """Sees to it that one journal does not grow for ever."""

    def __init__(
        self, files: Files, most: int, *, read: Read, write: Read, notice: Callable[[Noticed], None]
    ) -> None:
        """Nothing is looked at yet.

        Args:
            files: The journal's file.
            most: Bytes from which on room is made; 0: never.
            read: Where reading is done.
            write: Where writing is done.
            notice: Tells staff.
        """
        self._files = files
        self._most = most
        self._read = read
        self._write = write
        self._notice = notice

    async def make_room(self, keep: Collection[str]) -> None:
        """Let go of the oldest runs' bytes, if the journal is too large.

        Args:
            keep: Runs that keep theirs, whatever their age.
        """
        if not self._most:
            return
        try:
            due = await self._read(partial(overdue, self._files.reading, self._most, keep))
            for run, digests in due.items():
                await self._write(partial(self._files.writing.strip, run, digests))
        except (sqlite3.Error, JournalUnusable) as error:
            _log.error("no room can be made in the journal", why=str(error))
            return
        if due:
            self._notice(_told(len(due), self._most))


def overdue(store: Store, most: int, keep: Collection[str]) -> dict[str, set[str]]:
    """Runs, the oldest first, and the bytes of theirs that nothing else names.

    Enough of them that the journal has a tenth of its size to grow into; none when it is smaller.
    """
    size = int(store.rows(_SIZE)[0][0])
    if size <= most:
        return {}
    named = _named(store)
    owners = Counter(digest for each in named.values() for digest in each.all)
    found: dict[str, set[str]] = {}
    for (run,) in store.rows(_RUNS):
        if size <= most * 9 // 10:
            break
        if run in keep:
            continue
        mine = named.get(run, Named(set(), set()))
        found[run] = {d for d in mine.exchanges - mine.shown if owners[d] == 1}
        owners.subtract(mine.all)
        size -= sum(row[0] for digest in found[run] for row in store.rows(_LENGTH, digest))
    return found


def _named(store: Store) -> dict[str, Named]:
    named: dict[str, Named] = {}
    for run, request, response, *pictures in store.rows(_NAMED):
        mine = named.setdefault(run, Named(set(), set()))
        mine.exchanges.update(filter(None, (request, response)))
        mine.shown.update(filter(None, pictures))
    return named


def _told(runs: int, most: int) -> Noticed:
    whose = "the oldest tour" if runs == 1 else f"the {runs} oldest tours"
    return Noticed(
        words=f"The journal is larger than {most / 10**9:g} GB: the recorded bytes of {whose} were "
        "let go. What happened in them is still there.",
        remedy="Nothing to do. To keep more, set SHOWCASE_JOURNAL_GB; `showcase export` keeps a "
        "tour whole.",
    )
