"""The journal's file."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from showcase.journal.damage import JournalUnusable
from showcase.journal.store import BY_SEQ, FIND, Store
from showcase.journal.unwritten import unwritten
from showcase.model.events import HopEnded, Noticed
from tests.showcase.journal import many

AT = datetime(2026, 5, 4, 9, 30, 0, 123457, tzinfo=UTC)


def test_what_was_appended_reads_back(tmp_path: Path) -> None:
    store = Store(tmp_path / "deep" / "journal.db")
    batch = [unwritten(AT + timedelta(seconds=n), Noticed(words=f"{n} ☃"), {}) for n in range(3)]
    written = store.append(batch)
    assert [each.seq for each in written] == [1, 2, 3]
    assert store.after(0, 10) == written
    assert store.after(1, 1) == written[1:2]
    assert store.last_seq() == 3
    store.close()


def test_a_commit_is_seen_by_another_connection(tmp_path: Path) -> None:
    writing, reading = Store(tmp_path / "j.db"), Store(tmp_path / "j.db")
    written = writing.append([unwritten(AT, Noticed(words="x"), {"aa": b"\x00bytes"})])
    assert reading.after(0, 10) == written
    assert reading.blob("aa") == b"\x00bytes"
    assert reading.blob("bb") is None
    writing.close()
    reading.close()


def test_a_blob_is_written_once(tmp_path: Path) -> None:
    store = Store(tmp_path / "j.db")
    for _ in range(3):
        store.append([unwritten(AT, Noticed(words="x"), {"aa": b"bytes"})])
    with closing(sqlite3.connect(tmp_path / "j.db")) as db:
        rows = db.execute("SELECT digest, size FROM blob").fetchall()
    assert rows == [("aa", 5)]
    store.close()


def test_a_failed_batch_leaves_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "j.db")
    too_late = sqlite3.connect(tmp_path / "j.db", isolation_level=None)
    too_late.execute(
        "CREATE TRIGGER full BEFORE INSERT ON entry WHEN new.body LIKE '%second%'"
        " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    with pytest.raises(sqlite3.Error):
        store.append([unwritten(AT, Noticed(words=w), {}) for w in ("first", "second")])
    assert store.last_seq() == 0
    too_late.execute("DROP TRIGGER full")
    assert store.append([unwritten(AT, Noticed(words="second"), {})])[0].seq == 1
    too_late.close()
    store.close()


def test_the_file_is_safe_to_pull_the_plug_on(tmp_path: Path) -> None:
    store = Store(tmp_path / "j.db")
    assert store._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store._db.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
    store.close()


def test_a_file_that_is_no_journal_is_named(tmp_path: Path) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(b"\xff\xd8\xff" * 1000)
    with pytest.raises(JournalUnusable, match="holiday") as refused:
        Store(path)
    assert "--journal" in refused.value.remedy
    assert path.read_bytes() == b"\xff\xd8\xff" * 1000


def test_a_newer_layout_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    Store(path).close()
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA user_version = 99")
    with pytest.raises(JournalUnusable, match="newer Showcase"):
        Store(path)
    assert db.execute("PRAGMA user_version").fetchone() == (99,)
    db.close()


def test_search_asks_the_index_and_sorts_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "j.db")
    many.fill(store, 50_000)
    for asked in ("rosa qu", "1000999", many.ROOT, "127.0.0.1", "r"):
        found = store.found(asked, 50)
        assert found
        seqs = [entry.seq for entry in found]
        told = [
            entry.seq
            for entry in found
            if not (isinstance(entry.event, HopEnded) and entry.event.transaction == "ITI-20")
        ]
        assert seqs[: len(told)] == sorted(told, reverse=True)
    plans = []
    for query, values in ((FIND, ('{told} : ("rosa" *)', 50)), (BY_SEQ, (7,))):
        plans += store._db.execute(f"EXPLAIN QUERY PLAN {query}", values).fetchall()
    details = [str(plan[-1]) for plan in plans]
    assert details[0].startswith("SCAN search VIRTUAL TABLE INDEX")
    assert details[1].startswith("SEARCH entry USING INTEGER PRIMARY KEY")
    assert len(details) == 2, "nothing is sorted, nothing is scanned"
    store.close()


def test_a_damaged_entry_is_told_in_words(tmp_path: Path) -> None:
    store = Store(tmp_path / "j.db")
    store.append([unwritten(AT, Noticed(words="x"), {})])
    with closing(sqlite3.connect(tmp_path / "j.db", isolation_level=None)) as db:
        db.execute("UPDATE entry SET body = '{\"type\": ' || char(0, 0)")
    with pytest.raises(JournalUnusable, match="entry 1 cannot be read") as caught:
        store.after(0, 10)
    assert caught.value.remedy
    store.close()


def test_half_a_surrogate_pair_costs_a_character_and_no_event(tmp_path: Path) -> None:
    store = Store(tmp_path / "j.db")
    (written,) = store.append([unwritten(AT, Noticed(words="a\udce5b"), {})])
    assert written.event == Noticed(words="a?b")
    assert store.after(0, 10) == [written]
    store.close()
