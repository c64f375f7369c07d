import sqlite3
from pathlib import Path

import pytest

from showcase.journal.trouble import trouble_of


def refusal(pragma: str, path: Path) -> sqlite3.Error:
    """What SQLite says when it may not write any more."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("CREATE TABLE t (x BLOB)")
    db.execute(pragma)
    try:
        with pytest.raises(sqlite3.Error) as refused:
            db.execute("INSERT INTO t VALUES (zeroblob(1000000))")
    finally:
        db.close()
    return refused.value


@pytest.mark.parametrize(
    ("pragma", "words"),
    [
        ("PRAGMA max_page_count = 10", "The disk is full: the show goes on"),
        ("PRAGMA query_only = ON", "The journal cannot be written: the show goes on"),
    ],
)
def test_cause_and_remedy_are_plain(pragma: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    found = trouble_of(refusal(pragma, path), path)
    assert found.words.startswith(words)
    assert str(tmp_path) in found.remedy
    assert not found.damaged


def test_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    path.write_bytes(b"nothing" * 100)
    with pytest.raises(sqlite3.Error) as refused:
        sqlite3.connect(path).execute("SELECT 1 FROM t")
    assert trouble_of(refused.value, path).damaged


def test_locked_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    one, other = (sqlite3.connect(path, isolation_level=None, timeout=0) for _ in range(2))
    one.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.Error) as refused:
        other.execute("BEGIN IMMEDIATE")
    one.close()
    other.close()
    assert trouble_of(refused.value, path).words.startswith("Another program holds the journal")


def test_other_failures_are_named(tmp_path: Path) -> None:
    found = trouble_of(sqlite3.OperationalError("disk I/O error"), tmp_path / "j.db")
    assert "disk I/O error" in found.words
