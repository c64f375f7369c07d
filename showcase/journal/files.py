"""The journal's file on the disk: opened, found damaged, set aside.

What a crash or a pulled plug leaves is whole: SQLite's log sees to that. A file that somebody has
cut short, or overwritten, is not. It is never mended and never thrown away: it gets a name of its
own, and the journal goes on in a new one.
"""

from pathlib import Path
from typing import IO

import structlog

from showcase.journal.bulk import ENDING
from showcase.journal.damage import JournalUnusable
from showcase.journal.store import Store
from showcase.model.events import Noticed
from showcase.wire.clock import Clock

_BESIDE = ("", "-wal", "-shm", ENDING)
"""A journal is three files (sqlite.org/wal.html), and a folder where anything large came."""

_MAGIC = b"SQLite format 3\0"

_SOON_READ = 256 * 1024 * 1024
"""Bytes of a file that is read through when it was not closed properly; larger ones take seconds
that a show does not have, and are only looked at."""

_log = structlog.get_logger()


class Files:
    """Two connections to one file: one writes, one reads and never waits for a commit.

    Attributes:
        path: None: in memory, where there is one connection only.
    """

    def __init__(self, path: Path | None) -> None:
        """Open both.

        Raises:
            JournalUnusable: The file cannot serve as a journal.
        """
        self.path = path
        self.writing = Store(path)
        self.reading = Store(path) if path else self.writing

    def renew(self, clock: Clock) -> Noticed:
        """Set a file aside that turned out to be damaged while it was in use; go on in a new one.

        Nobody may read or write meanwhile.

        Raises:
            JournalUnusable: It cannot be renamed, or no new one be made.
        """
        assert self.path
        self.close()
        aside = set_aside(self.path, clock)
        self.writing, self.reading = Store(self.path), Store(self.path)
        return told(self.path, aside, "The journal was damaged while it was in use.")

    def close(self) -> None:
        """Let go of the file."""
        self.writing.close()
        self.reading.close()


def open_files(path: Path | None, clock: Clock) -> tuple[Files, Noticed | None]:
    """Open a journal's file; set it aside first, where it is damaged. Reads it: use a thread.

    Returns:
        The file, and what staff must know of it.

    Raises:
        JournalUnusable: The file cannot serve as a journal, and is not damaged either.
    """
    try:
        unclean = path is not None and _was_left_open(path)
        files = Files(path)
        if unclean and path:
            _look_through(files, path)
    except JournalUnusable as error:
        if not (error.damaged and path and _was_a_journal(path)):
            raise
        aside = set_aside(path, clock)
        return Files(path), told(path, aside, "The journal was damaged.")
    return files, None


def set_aside(path: Path, clock: Clock) -> Path:
    """Give a damaged journal a name of its own; return it.

    Raises:
        JournalUnusable: It cannot be renamed.
    """
    stem = f"{path.stem}-damaged-{clock.now().astimezone():%Y%m%d-%H%M%S}"
    aside = path.with_name(f"{stem}{path.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}{path.suffix}")
    try:
        for end in _BESIDE:
            part = path.with_name(path.name + end)
            if part.exists():
                part.replace(aside.with_name(aside.name + end))
    except OSError as error:
        raise JournalUnusable(
            f"The journal {path} is damaged, and cannot be set aside: {error.strerror}.",
            remedy="Close whatever else has it open, or name another with --journal.",
        ) from error
    _log.error("journal set aside", why="damaged", now=aside.name)
    return aside


def told(path: Path, aside: Path, why: str) -> Noticed:
    """What staff must know of a journal that was set aside."""
    return Noticed(
        words=f"{why} It was set aside as {aside.name}, and a new journal begun.",
        remedy=f"Keep that file, should its runs be wanted; it is in {path.parent}.",
        level="warning",
    )


def _was_a_journal(path: Path) -> bool:
    """Whether a file was SQLite's, as far as its beginning is there: a photo is left alone."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError:
        return False
    return _MAGIC.startswith(head) or not any(head)


def _was_left_open(path: Path) -> bool:
    """Whether nobody has closed it: then its log is still there. A short file is looked at, too."""
    wal = path.with_name(path.name + "-wal")
    try:
        if wal.exists() and wal.stat().st_size > 0:
            return True
        with path.open("rb") as file:
            return not _is_as_long_as_it_says(file, path.stat().st_size)
    except OSError:
        return False


def _is_as_long_as_it_says(file: IO[bytes], size: int) -> bool:
    """By the header: page size at offset 16, pages at 28 (sqlite.org/fileformat2.html, 1.3)."""
    header = file.read(32)
    if len(header) < 32:
        return size == 0
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return size >= (65536 if page == 1 else page) * pages


def _look_through(files: Files, path: Path) -> None:
    """See that a file which nobody has closed is whole.

    Raises:
        JournalUnusable: It is not.
    """
    try:
        if path.stat().st_size <= _SOON_READ:
            files.writing.check()
        else:
            files.writing.check_ends()
        files.writing.sweep()
    except BaseException:
        files.close()
        raise
