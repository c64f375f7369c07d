"""Why a journal's file cannot serve as one: SQLite's own words, and ours for people."""

import sqlite3
from pathlib import Path

_BARRED = ("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_FULL")


class JournalUnusable(Exception):
    """The file cannot serve as a journal.

    Attributes:
        words: Why, in plain language.
        remedy: What to do about it.
        damaged: It was a journal, or something else, and cannot be read any more.
        barred: Nothing can be written where it is: no folder, no right, no room.
    """

    def __init__(
        self, words: str, *, remedy: str, damaged: bool = False, barred: bool = False
    ) -> None:
        """Keep both texts."""
        super().__init__(words)
        self.words = words
        self.remedy = remedy
        self.damaged = damaged
        self.barred = barred


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether it is the file's own fault (sqlite.org/rescode.html)."""
    # a layout that is not ours, in a file that is: a table or a column is missing
    lacks = "no such table" in str(error) or "no such column" in str(error)
    name = getattr(error, "sqlite_errorname", "")
    return lacks or name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def unusable(path: Path | None, error: Exception, *, damaged: bool = False) -> JournalUnusable:
    """The file cannot be opened, or not be written."""
    name = getattr(error, "sqlite_errorname", "")
    return JournalUnusable(
        f"The journal {path} cannot be used: {error}.",
        remedy="Move that file away, free the disk, or name another with --journal.",
        damaged=damaged,
        barred=isinstance(error, OSError) or name.startswith(_BARRED),
    )


def damaged(what: str) -> JournalUnusable:
    """What was read in it cannot be."""
    return JournalUnusable(
        f"The journal is damaged: {what}.",
        remedy="Move its file away and start again; keep it, should its runs be wanted.",
        damaged=True,
    )
