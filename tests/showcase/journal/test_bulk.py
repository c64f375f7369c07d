"""Large bytes beside the journal."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from showcase.journal import bulk
from showcase.journal.files import open_files, set_aside
from showcase.journal.store import Store
from showcase.journal.unwritten import Unwritten, unwritten
from showcase.model.events import Noticed
from showcase.wire.clock import SystemClock

AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
LARGE = b"pixels" * 20
NAME = sha256(LARGE).hexdigest()


@pytest.fixture(autouse=True)
def _little_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "LEAST", len(LARGE))


def _with(data: bytes) -> list[Unwritten]:
    return [unwritten(AT, Noticed(words="x"), {sha256(data).hexdigest(): data})]


def _beside(journal: Path) -> list[str]:
    folder = journal.with_name(journal.name + bulk.ENDING)
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


def test_large_bytes_stand_in_a_file(tmp_path: Path) -> None:
    writing, reading = Store(tmp_path / "j.db"), Store(tmp_path / "j.db")
    writing.append(_with(LARGE))
    writing.append(_with(LARGE[1:]))
    assert _beside(tmp_path / "j.db") == [NAME]
    assert reading.blob(NAME) == LARGE
    assert reading.blob(sha256(LARGE[1:]).hexdigest()) == LARGE[1:]
    writing.close()
    reading.close()


def test_memory_keeps_all_of_it() -> None:
    with closing(Store(None)) as store:
        store.append(_with(LARGE))
        assert store.blob(NAME) == LARGE


def test_bytes_that_were_cut_short_are_not_shown(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "j.db")) as store:
        store.append(_with(LARGE))
        file = tmp_path / f"j.db{bulk.ENDING}" / NAME
        file.write_bytes(LARGE[:-1])
        assert store.blob(NAME) is None
        file.unlink()
        assert store.blob(NAME) is None


def test_a_disk_that_refuses_is_the_journals_trouble(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "j.db")) as store:
        (tmp_path / f"j.db{bulk.ENDING}").write_text("in the way")
        with pytest.raises(sqlite3.OperationalError):
            store.append(_with(LARGE))
        assert store.last_seq() == 0
        (tmp_path / f"j.db{bulk.ENDING}").unlink()
        store.append(_with(LARGE))
        assert store.blob(NAME) == LARGE


def test_bytes_let_go_leave_the_disk(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "j.db")) as store:
        store.append(_with(LARGE))
        store.strip("run", [NAME, "never there"])
        assert _beside(tmp_path / "j.db") == []
        assert store.blob(NAME) is None


def test_what_a_crash_left_is_swept_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    crashed = Store(path)
    crashed.append(_with(LARGE))
    for orphan in ("cafe", "babe.part"):
        (tmp_path / f"j.db{bulk.ENDING}" / orphan).write_bytes(b"never committed")
    files, _ = open_files(path, SystemClock())  # nobody has closed it: its log is there
    assert _beside(path) == [NAME]
    assert files.reading.blob(NAME) == LARGE
    files.close()
    crashed.close()


def test_a_journal_set_aside_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    with closing(Store(path)) as store:
        store.append(_with(LARGE))
    aside = set_aside(path, SystemClock())
    assert _beside(path) == []
    with closing(Store(aside)) as store:
        assert store.blob(NAME) == LARGE
