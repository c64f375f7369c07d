from datetime import UTC, datetime
from pathlib import Path

import pytest

from showcase.journal.overflow import Overflow
from showcase.journal.store import Store
from showcase.journal.unwritten import Unwritten, unwritten
from showcase.model.events import Noticed

AT = datetime(2026, 11, 24, tzinfo=UTC)


def event(words: str, **blobs: bytes) -> Unwritten:
    return unwritten(AT, Noticed(run="r", words=words), blobs)


@pytest.fixture
def stores(tmp_path: Path) -> tuple[Store, Store]:
    return Store(tmp_path / "j.db"), Store(tmp_path / "j.db")


def test_what_is_held_is_read_after_what_is_written(stores: tuple[Store, Store]) -> None:
    writing, reading = stores
    writing.append([event("a"), event("b")])
    overflow = Overflow(reading)
    overflow.take([event("c")], 3)
    overflow.take([event("d")], 4)
    found = reading.of_run("r")
    assert [(each.seq, each.kept) for each in found] == [
        (1, True),
        (2, True),
        (3, False),
        (4, False),
    ]
    assert reading.last_seq() == 4
    assert (len(overflow), overflow.first) == (2, 3)


def test_what_is_written_is_read_once(stores: tuple[Store, Store]) -> None:
    writing, reading = stores
    overflow = Overflow(reading)
    overflow.take([event("a", x=b"1"), event("b", y=b"2")], 1)
    writing.append(overflow.portion(), overflow.first)
    assert [each.seq for each in reading.of_run("r")] == [1, 2]
    overflow.written(2)
    found = reading.of_run("r")
    assert [(each.seq, each.kept) for each in found] == [(1, True), (2, True)]
    assert (overflow.blob("x"), reading.blob("x")) == (None, b"1")
    assert not overflow


def test_it_can_happen_again(stores: tuple[Store, Store]) -> None:
    writing, reading = stores
    overflow = Overflow(reading)
    for number in range(1, 4):
        overflow.take([event("a")], number)
        writing.append(overflow.portion(), overflow.first)
        overflow.written(1)
    assert [each.seq for each in reading.of_run("r")] == [1, 2, 3]


def test_memory_is_bounded(stores: tuple[Store, Store]) -> None:
    _, reading = stores
    overflow = Overflow(reading, most=10)
    overflow.take(
        [event("a", x=b"12345678"), event("b", y=b"12345678"), event("c", x=b"12345678")], 1
    )
    assert (overflow.blob("x"), overflow.blob("y")) == (b"12345678", None)
    assert (overflow.dropped, len(overflow)) == (1, 3)


def test_little_room_takes_a_little(stores: tuple[Store, Store]) -> None:
    _, reading = stores
    overflow = Overflow(reading)
    overflow.take([event(str(n), big=bytes(30_000_000 + n)) for n in range(4)], 1)
    assert len(overflow.portion()) == 2


def test_readers_move(stores: tuple[Store, Store], tmp_path: Path) -> None:
    _, reading = stores
    overflow = Overflow(reading)
    overflow.take([event("a")], 7)
    new = Store(tmp_path / "new.db")
    overflow.moved(new)
    assert [each.seq for each in new.of_run("r")] == [7]
