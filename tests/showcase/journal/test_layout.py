"""The steps from each older layout to today's."""

import sqlite3
from pathlib import Path

import pytest

from showcase.journal.damage import JournalUnusable
from showcase.journal.layout import STEPS
from showcase.journal.store import Store
from showcase.journal.unwritten import unwritten
from showcase.model.events import Noticed
from tests.showcase.journal import many


def as_before_the_index(path: Path) -> None:
    """A journal as version 1 left it."""
    store = Store(path)
    store.append([unwritten(many.AT, event, {}) for event in many.events(120)])
    store.append([unwritten(many.AT, Noticed(words="Rosa Quill"), {})])
    store.close()
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("DROP TABLE search")
    db.execute("DROP TABLE bare")
    db.execute("PRAGMA user_version = 1")
    db.close()


def test_an_empty_file_gets_todays_layout(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    sqlite3.connect(path).close()
    store = Store(path)
    assert store._db.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    store.close()
    Store(path).close()  # and a second opening finds nothing to do


def test_what_was_recorded_before_the_index_is_found(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    as_before_the_index(path)
    store, fresh = Store(path), Store(None)
    many.fill(fresh, 120)
    for asked in ("rosa", "1000002", "AF424", "embolism", "chest pain"):
        found = [entry.event for entry in store.found(asked, 100)]
        assert found, asked
        assert found == [entry.event for entry in fresh.found(asked, 100)]
    assert store._db.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    store.close()
    fresh.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    as_before_the_index(path)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("CREATE TABLE search (in_the_way)")
    with pytest.raises(JournalUnusable, match="search"):
        Store(path)
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    db.close()
