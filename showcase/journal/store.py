"""The journal's file: SQLite in WAL mode.

A `Store` is one connection; a lock makes it safe to hand to another thread. With
``synchronous=FULL`` a commit is on the disk when it returns (sqlite.org/pragma.html).
"""

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from showcase.journal import index
from showcase.journal.layout import STEPS, note
from showcase.model.events import Entry, Event, HopEnded, RunEnded, RunStarted

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Event).decode

FIND = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
"""Rows of the index in which a search finds its words, the newest first."""

BY_SEQ = "SELECT seq, at, body FROM entry WHERE seq = ?"


class JournalUnusable(Exception):
    """The file cannot serve as a journal.

    Attributes:
        words: Why, in plain language.
        remedy: What to do about it.
    """

    def __init__(self, words: str, *, remedy: str) -> None:
        """Keep both texts."""
        super().__init__(words)
        self.words = words
        self.remedy = remedy


class Unwritten(msgspec.Struct, frozen=True):
    """An event that has happened and is not committed yet, with the blobs it names."""

    at: datetime
    event: Event
    body: str
    blobs: Mapping[str, bytes]


def unwritten(at: datetime, event: Event, blobs: Mapping[str, bytes]) -> Unwritten:
    """The event as it will be written: whoever hands in what JSON cannot hold learns it here."""
    try:
        body = _encode(event).decode()
    except UnicodeEncodeError:
        # half a surrogate pair, out of bytes that somebody sent: what happened is recorded all
        # the same, and what came stands in the blobs
        event = msgspec.convert(_writable(msgspec.to_builtins(event)), Event)
        body = _encode(event).decode()
    return Unwritten(at, event, body, blobs)


def _writable(value: Any) -> Any:  # noqa: ANN401 - whatever JSON is made of
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {key: _writable(each) for key, each in value.items()}
        case list() | tuple():
            return [_writable(each) for each in value]
        case _:
            return value


class RunRow(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says of one run; `outcomes` counts its ended hops."""

    started: Entry
    start: RunStarted
    ended: Entry | None
    end: RunEnded | None
    outcomes: dict[str, int]


class Store:
    """One connection to a journal's file."""

    def __init__(self, path: Path | None) -> None:
        """Open the file, creating it or bringing it up to date; None: in memory.

        Raises:
            JournalUnusable: It is no journal, or a newer Showcase's, or cannot be written.
        """
        self._lock = threading.Lock()
        try:
            if path:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(
                str(path or ":memory:"),
                isolation_level=None,  # transactions are begun below, and nowhere else
                check_same_thread=False,
                timeout=2.0,  # another process may be committing
            )
            with ExitStack() as opened:
                opened.callback(self._db.close)
                self._db.execute("PRAGMA journal_mode = WAL")
                self._db.execute("PRAGMA synchronous = FULL")
                self._bring_up_to_date()
                opened.pop_all()
        except (sqlite3.Error, OSError) as error:
            raise JournalUnusable(
                f"The journal {path} cannot be used: {error}.",
                remedy="Move that file away, free the disk, or name another with --journal.",
            ) from error

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()

    def append(self, batch: Sequence[Unwritten]) -> list[Entry]:
        """Commit all of the batch, or none of it, and return it numbered.

        Raises:
            sqlite3.Error: Nothing was written.
        """
        with self._lock, self._transaction():
            return [self._insert(each) for each in batch]

    def after(self, seq: int, limit: int) -> list[Entry]:
        """The entries behind `seq`, in order, at most `limit`."""
        return self._entries("WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit)

    def of_run(self, run: str) -> list[Entry]:
        """All entries of a run, in order."""
        return self._entries("WHERE run = ? ORDER BY seq", run)

    def last_seq(self) -> int:
        """The number of the newest entry; 0 when there is none."""
        return int(self._rows("SELECT coalesce(max(seq), 0) FROM entry")[0][0])

    def blob(self, digest: str) -> bytes | None:
        """The bytes with that SHA-256; None when the journal has none such."""
        rows = self._rows("SELECT bytes FROM blob WHERE digest = ?", digest)
        return bytes(rows[0][0]) if rows else None

    def hop(self, hop: str) -> HopEnded | None:
        """How a hop ended; None when it has not, or there is none such."""
        found = self._entries("WHERE kind = 'HopEnded' AND json_extract(body, '$.hop') = ?", hop)
        event = found[-1].event if found else None
        return event if isinstance(event, HopEnded) else None

    def run_ids(self, prefix: str) -> list[str]:
        """Runs whose id begins so, in the order in which they started."""
        rows = self._rows(
            "SELECT run FROM entry WHERE kind = 'RunStarted' AND substr(run, 1, ?) = ?"
            " ORDER BY seq",
            len(prefix),
            prefix,
        )
        return [str(row[0]) for row in rows]

    def runs(self) -> list[RunRow]:
        """Every run, in the order in which they started."""
        outcomes: dict[str, dict[str, int]] = {}
        for run, outcome, count in self._rows(
            "SELECT run, json_extract(body, '$.verdict.outcome'), count(*) FROM entry"
            " WHERE kind = 'HopEnded' GROUP BY 1, 2"
        ):
            outcomes.setdefault(run, {})[outcome] = count
        ends = {each.event.run: each for each in self._entries("WHERE kind = 'RunEnded'")}
        rows = []
        for started in self._entries("WHERE kind = 'RunStarted' ORDER BY seq"):
            assert isinstance(started.event, RunStarted)
            ended = ends.get(started.event.run)
            end = ended.event if ended else None
            rows.append(
                RunRow(
                    started=started,
                    start=started.event,
                    ended=ended,
                    end=end if isinstance(end, RunEnded) else None,
                    outcomes=outcomes.get(started.event.run, {}),
                )
            )
        return rows

    def found(self, text: str, limit: int) -> list[Entry]:
        """Runs and ended hops in which every word of `text` begins a word, the newest first.

        Audit records come after everything else.
        """
        seqs: list[int] = []
        for column in ("told", "audited"):
            asked = index.expression(text, column)
            if asked and len(seqs) < limit:
                seqs += [row[0] for row in self._rows(FIND, asked, limit - len(seqs))]
        return [_entry(row) for seq in seqs for row in self._rows(BY_SEQ, seq)]

    def started(self, run: str) -> RunStarted | None:
        """How a run began; None when there is none such."""
        for entry in self._entries("WHERE run = ? AND kind = 'RunStarted'", run):
            if isinstance(entry.event, RunStarted):
                return entry.event
        return None

    def _insert(self, each: Unwritten) -> Entry:
        self._db.executemany(
            # what is there already is the same bytes: the name is their hash
            "INSERT OR IGNORE INTO blob (digest, size, bytes) VALUES (?, ?, ?)",
            [(digest, len(data), data) for digest, data in each.blobs.items()],
        )
        cursor = self._db.execute(
            "INSERT INTO entry (at, run, kind, body) VALUES (?, ?, ?, ?)",
            (
                (each.at - _EPOCH) // _MICROSECOND,
                each.event.run,
                type(each.event).__name__,
                each.body,
            ),
        )
        assert cursor.lastrowid is not None
        note(self._db, cursor.lastrowid, each.event)
        return Entry(seq=cursor.lastrowid, at=each.at, event=each.event)

    def _entries(self, where: str, *values: str | int) -> list[Entry]:
        # S608: `where` is a literal of this file, values travel as parameters
        rows = self._rows(f"SELECT seq, at, body FROM entry {where}", *values)  # noqa: S608
        return [_entry(row) for row in rows]

    def _rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._db.execute(query, values).fetchall()
        except sqlite3.OperationalError:
            raise  # the disk, or another process: the file is well
        except sqlite3.DatabaseError as error:
            raise _damaged(str(error)) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:  # a full disk may have rolled it back already
                self._db.execute("ROLLBACK")
            raise

    def _bring_up_to_date(self) -> None:
        with self._transaction():  # two processes may meet a new file at once
            version = int(self._db.execute("PRAGMA user_version").fetchone()[0])
            if version > len(STEPS):
                raise JournalUnusable(
                    f"The journal was written by a newer Showcase (layout {version}).",
                    remedy="Install that Showcase, or name another file with --journal.",
                )
            for number, step in enumerate(STEPS[version:], version + 1):
                if isinstance(step, str):
                    for statement in step.split(";"):
                        self._db.execute(statement)
                else:
                    step(self._db)
                self._db.execute(f"PRAGMA user_version = {number}")


def _entry(row: tuple[Any, ...]) -> Entry:
    seq, at, body = row
    try:
        return Entry(seq=seq, at=_EPOCH + at * _MICROSECOND, event=_decode(body))
    except (msgspec.DecodeError, TypeError) as error:  # SQLite reads pages that are gone as zeros
        raise _damaged(f"entry {seq} cannot be read") from error


def _damaged(what: str) -> JournalUnusable:
    return JournalUnusable(
        f"The journal is damaged: {what}.",
        remedy="Move its file away and start again; keep it, should its runs be wanted.",
    )
