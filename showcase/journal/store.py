"""The journal's file: SQLite in WAL mode.

A `Store` is one connection; a lock makes it safe to hand to another thread. With
``synchronous=FULL`` a commit is on the disk when it returns (sqlite.org/pragma.html).
"""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import count, repeat
from pathlib import Path
from typing import Any

import msgspec

from showcase.journal import index
from showcase.journal.bulk import Bulk
from showcase.journal.damage import JournalUnusable, damaged, is_damage, unusable
from showcase.journal.layout import STEPS, note
from showcase.journal.unwritten import EPOCH, MICROSECOND, Unwritten, row_of
from showcase.model.events import Entry, Event, HopEnded, RunEnded, RunStarted

_decode = msgspec.json.Decoder(Event).decode

FIND = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
"""Rows of the index in which a search finds its words, the newest first."""

HELD = (
    "PRAGMA temp_store = MEMORY",
    "ATTACH ':memory:' AS held",
    """
    CREATE TABLE held.entry (
        seq INTEGER PRIMARY KEY, at INTEGER, run TEXT, kind TEXT, body TEXT
    ) STRICT
    """,
    # what is written meanwhile is seen once
    """
    CREATE TEMP VIEW entry AS
    SELECT seq, at, run, kind, body FROM main.entry UNION ALL
    SELECT seq, at, run, kind, body FROM held.entry
    WHERE seq > (SELECT coalesce(max(seq), 0) FROM main.entry)
    """,
)
"""What has happened and cannot be written yet, beside what is on the disk."""

BY_SEQ = "SELECT seq, at, body FROM entry WHERE seq = ?"


class RunRow(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says of one run.

    Attributes:
        outcomes: How many of its hops have ended so.
        bare: Its exchanges have no bytes any more.
    """

    started: Entry
    start: RunStarted
    ended: Entry | None
    end: RunEnded | None
    outcomes: dict[str, int]
    bare: bool = False


class Store:
    """One connection to a journal's file."""

    def __init__(self, path: Path | None) -> None:
        """Open the file, creating it or bringing it up to date; None: in memory.

        Raises:
            JournalUnusable: It is no journal, or a newer Showcase's, or cannot be written.
        """
        self._lock = threading.Lock()
        self._holds = False
        self._bulk = Bulk(path)
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
        except sqlite3.DatabaseError as error:
            raise unusable(path, error, damaged=is_damage(error)) from error
        except OSError as error:
            raise unusable(path, error) from error

    def check(self) -> None:
        """Read all of the file, and see that it is whole.

        Raises:
            JournalUnusable: It is damaged.
        """
        told = self.rows("PRAGMA quick_check(1)")
        if told != [("ok",)]:
            raise damaged(str(told[0][0]).splitlines()[-1] if told else "nothing can be read")
        self.check_ends()

    def check_ends(self) -> None:
        """See that the file is as long as it says, and that its first and last entries read.

        Raises:
            JournalUnusable: It is damaged.
        """
        self.rows("PRAGMA wal_checkpoint(PASSIVE)")
        self._entries("ORDER BY seq LIMIT 5")
        self._entries("ORDER BY seq DESC LIMIT 5")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()

    def append(self, batch: Sequence[Unwritten], first: int | None = None) -> list[Entry]:
        """Commit all of the batch, or none of it, and return it numbered.

        Args:
            batch: What has happened, in order.
            first: The number of its first entry, which people have seen already; None: the next.

        Raises:
            sqlite3.Error: Nothing was written.
        """
        seqs = count(first) if first is not None else repeat(None)
        with self._lock, self._transaction():
            return [self._insert(each, seq) for each, seq in zip(batch, seqs, strict=False)]

    def strip(self, run: str, digests: Iterable[str]) -> None:
        """Let go of bytes, all at once, and note that the run's exchanges have none any more.

        Raises:
            sqlite3.Error: Nothing was done.
        """
        gone = tuple(digests)
        with self._lock, self._transaction():
            self._db.executemany("DELETE FROM blob WHERE digest = ?", [(d,) for d in gone])
            self._db.execute("INSERT OR IGNORE INTO bare (run) VALUES (?)", (run,))
            self._bulk.drop(gone)

    def sweep(self) -> None:
        """Let go of large bytes whose entry was never committed: a crash came between the two."""
        with self._lock, self._transaction():
            named = {row[0] for row in self._db.execute("SELECT digest FROM blob")}
            self._bulk.drop(self._bulk.names() - named)

    def hold(self, batch: Sequence[Unwritten], first: int) -> list[Entry]:
        """Have whoever reads here see the batch, though it is in memory only.

        Args:
            batch: What has happened, in order; its blobs are not held here.
            first: The number of its first entry.
        """
        numbered = list(zip(count(first), batch, strict=False))
        with self._lock:
            if not self._holds:
                self._hold_in_memory()
            self._db.executemany(
                "INSERT INTO held.entry VALUES (?, ?, ?, ?, ?)",
                [(seq, *row_of(each)) for seq, each in numbered],
            )
        return [Entry(seq=seq, at=each.at, event=each.event, kept=False) for seq, each in numbered]

    def let_go(self, through: int) -> None:
        """What was held, up to an entry, is on the disk by now."""
        with self._lock:
            self._db.execute("DELETE FROM held.entry WHERE seq <= ?", (through,))
            if not self._db.execute("SELECT 1 FROM held.entry LIMIT 1").fetchone():
                self._db.execute("DROP VIEW temp.entry")
                self._db.execute("DETACH held")
                self._holds = False

    def _hold_in_memory(self) -> None:
        """A second database, in memory; a view of both goes by the name of the first's table."""
        for statement in HELD:
            self._db.execute(statement)
        self._holds = True

    def after(self, seq: int, limit: int) -> list[Entry]:
        """The entries behind `seq`, in order, at most `limit`."""
        return self._entries("WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit)

    def of_run(self, run: str) -> list[Entry]:
        """All entries of a run, in order."""
        return self._entries("WHERE run = ? ORDER BY seq", run)

    def last_seq(self) -> int:
        """The number of the newest entry; 0 when there is none."""
        return int(self.rows("SELECT coalesce(max(seq), 0) FROM entry")[0][0])

    def blob(self, digest: str) -> bytes | None:
        """The bytes with that SHA-256; None when the journal has none such."""
        rows = self.rows("SELECT size, bytes FROM blob WHERE digest = ?", digest)
        if not rows:
            return None
        size, data = rows[0]
        return bytes(data) if len(data) == size else self._bulk.get(digest, size)

    def hop(self, hop: str) -> HopEnded | None:
        """How a hop ended; None when it has not, or there is none such."""
        found = self._entries("WHERE kind = 'HopEnded' AND json_extract(body, '$.hop') = ?", hop)
        event = found[-1].event if found else None
        return event if isinstance(event, HopEnded) else None

    def run_ids(self, prefix: str) -> list[str]:
        """Runs whose id begins so, in the order in which they started."""
        rows = self.rows(
            "SELECT run FROM entry WHERE kind = 'RunStarted' AND substr(run, 1, ?) = ?"
            " ORDER BY seq",
            len(prefix),
            prefix,
        )
        return [str(row[0]) for row in rows]

    def runs(self) -> list[RunRow]:
        """Every run, in the order in which they started."""
        outcomes: dict[str, dict[str, int]] = {}
        for run, outcome, number in self.rows(
            "SELECT run, json_extract(body, '$.verdict.outcome'), count(*) FROM entry"
            " WHERE kind = 'HopEnded' GROUP BY 1, 2"
        ):
            outcomes.setdefault(run, {})[outcome] = number
        ends = {each.event.run: each for each in self._entries("WHERE kind = 'RunEnded'")}
        bare = {run for (run,) in self.rows("SELECT run FROM bare")}
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
                    bare=started.event.run in bare,
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
                seqs += [row[0] for row in self.rows(FIND, asked, limit - len(seqs))]
        return [self._entry(row) for seq in seqs for row in self.rows(BY_SEQ, seq)]

    def started(self, run: str) -> RunStarted | None:
        """How a run began; None when there is none such."""
        for entry in self._entries("WHERE run = ? AND kind = 'RunStarted'", run):
            if isinstance(entry.event, RunStarted):
                return entry.event
        return None

    def _insert(self, each: Unwritten, seq: int | None) -> Entry:
        self._db.executemany(
            # what is there already is the same bytes: the name is their hash
            "INSERT OR IGNORE INTO blob (digest, size, bytes) VALUES (?, ?, ?)",
            [(name, len(data), self._placed(name, data)) for name, data in each.blobs.items()],
        )
        cursor = self._db.execute(
            "INSERT INTO main.entry (seq, at, run, kind, body) VALUES (?, ?, ?, ?, ?)",
            (seq, *row_of(each)),
        )
        assert cursor.lastrowid is not None
        note(self._db, cursor.lastrowid, each.event)
        return Entry(seq=cursor.lastrowid, at=each.at, event=each.event)

    def _placed(self, digest: str, data: bytes) -> bytes:
        """What of a blob stands in its row: what is large stands beside the file."""
        if not self._bulk.takes(data):
            return data
        if not self._db.execute("SELECT 1 FROM blob WHERE digest = ?", (digest,)).fetchone():
            self._bulk.put(digest, data)
        return b""

    def _entries(self, where: str, *values: str | int) -> list[Entry]:
        # S608: `where` is a literal of this file, values travel as parameters
        rows = self.rows(f"SELECT seq, at, body FROM entry {where}", *values)  # noqa: S608
        return [self._entry(row) for row in rows]

    def rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        """What a query finds; `values` stand for its question marks.

        Raises:
            JournalUnusable: The file is damaged.
        """
        try:
            with self._lock:
                return self._db.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise  # the disk, or another process: the file is well
            raise damaged(str(error)) from error

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

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        entry = _entry(row)
        return msgspec.structs.replace(entry, kept=False) if self._is_held(entry.seq) else entry

    def _is_held(self, seq: int) -> bool:
        return self._holds and bool(self.rows("SELECT 1 FROM held.entry WHERE seq = ?", seq))


def _entry(row: tuple[Any, ...]) -> Entry:
    seq, at, body = row
    try:
        return Entry(seq=seq, at=EPOCH + at * MICROSECOND, event=_decode(body))
    except (msgspec.DecodeError, TypeError) as error:  # SQLite reads pages that are gone as zeros
        raise damaged(f"entry {seq} cannot be read") from error
