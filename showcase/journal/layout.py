"""How the journal's file is laid out: the steps from each older layout to today's."""

import sqlite3
from collections.abc import Callable

import msgspec

from showcase.journal import index
from showcase.model.events import Event

_decode = msgspec.json.Decoder(Event).decode


def _make_searchable(db: sqlite3.Connection) -> None:
    """1 -> 2: an index of texts, filled with what older versions have recorded."""
    db.execute(index.TABLE)
    rows = db.execute("SELECT seq, body FROM entry WHERE kind IN ('HopEnded', 'RunStarted')")
    for seq, body in rows:
        note(db, seq, _decode(body))


def note(db: sqlite3.Connection, seq: int, event: Event) -> None:
    """Index an entry, if it is one that people search for."""
    if texts := index.columns(event):
        db.execute("INSERT INTO search (rowid, told, audited) VALUES (?, ?, ?)", (seq, *texts))


STEPS: tuple[str | Callable[[sqlite3.Connection], None], ...] = (
    # 0 -> 1: an empty file becomes a journal
    """
    CREATE TABLE entry (
        seq  INTEGER PRIMARY KEY,
        at   INTEGER NOT NULL,  -- microseconds since 1970, UTC
        run  TEXT NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX entry_run ON entry (run, kind);
    CREATE INDEX entry_hop ON entry (json_extract(body, '$.hop')) WHERE kind = 'HopEnded';
    CREATE TABLE blob (
        digest TEXT PRIMARY KEY,
        size   INTEGER NOT NULL,
        bytes  BLOB NOT NULL
    ) STRICT;
    """,
    _make_searchable,
    # 2 -> 3: runs whose exchanges have no bytes any more
    "CREATE TABLE bare (run TEXT PRIMARY KEY) STRICT",
    # 3 -> 4: a blob may have its bytes in a file (`bulk`), which an older Showcase would not find
    "",
)
"""Step n brings a file of `user_version` n to n + 1. Steps are never edited, only added."""
