"""What an event can be found by, and how a search is put."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.journal import index
from showcase.journal.store import Store
from showcase.journal.unwritten import unwritten
from showcase.model.events import HopEnded, Noticed
from tests.showcase.journal import many

AT = datetime(2026, 5, 4, tzinfo=UTC)
HOSTILE = [
    "<script>alert(1)</script>",
    '"; DROP TABLE entry; --',
    "Rosa\x00Quill",
    "\u202egnp.exe",
    "N" * 300,
    "NEAR(a b) OR told:x* -y ^z",
    "\ud800",
]
"""Names that somebody may send."""


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store(None)
    yield store
    store.close()


def keep(store: Store, *labels: str) -> None:
    for nth, label in enumerate(labels):
        event = msgspec.structs.replace(many.ended(0, nth), label=label)
        store.append([unwritten(AT, event, {})])


def hops(store: Store, text: str) -> list[str]:
    found = (entry.event for entry in store.found(text, 100))
    return [event.hop for event in found if isinstance(event, HopEnded)]


def test_most_events_are_not_searched_for() -> None:
    assert index.columns(Noticed(words="Rosa Quill")) is None


def test_words_are_found_by_their_beginning_in_any_order_and_case(store: Store) -> None:
    keep(store, "Zoë Brandt-Lee")
    for asked in ("zoe", "ZOË", "brandt", "lee zo", "Brandt-Le", "brandt^zoe", "  zoë\t lee "):
        assert hops(store, asked) == ["hop-0-0"], asked
    for asked in ("oë", "brandt xavier", "", "   ", "-", "…"):
        assert hops(store, asked) == [], asked


def test_a_uid_is_found_by_its_beginning_and_by_its_last_arc(store: Store) -> None:
    store.append([unwritten(AT, many.ended(3, 5), {})])
    study = f"{many.ROOT}.{1_000_003 * 7919}"
    assert hops(store, study) == ["hop-3-5"]
    assert hops(store, study[:-3]) == ["hop-3-5"]
    assert hops(store, study.rpartition(".")[2]) == ["hop-3-5"]
    assert hops(store, study + ".1") == []


def test_the_matching_passage_is_told() -> None:
    passage = index.best(many.ended(3, 5), f"a{1_000_003:x}")
    assert (passage.kind, passage.path) == ("accession number", "OBR-18")


def test_audit_records_come_last(store: Store) -> None:
    store.append([unwritten(AT, many.ended(0, nth), {}) for nth in (20, 3, 21, 4, 22)])
    assert hops(store, "1000000") == ["hop-0-4", "hop-0-3", "hop-0-22", "hop-0-21", "hop-0-20"]
    assert [e.event.run for e in store.found("1000000", 3)] == ["r0"] * 3


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_text(store: Store, name: str) -> None:
    if name.isprintable() or "\x00" in name or "\u202e" in name:
        keep(store, name)
        assert hops(store, name) == ["hop-0-0"]
    else:
        assert hops(store, name) == []


@given(st.text(max_size=40))
def test_no_search_is_an_error(text: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute(index.TABLE)
    db.execute("INSERT INTO search (rowid, told, audited) VALUES (1, 'some text', '')")
    for column in ("told", "audited"):
        if asked := index.expression(text, column):
            db.execute("SELECT rowid FROM search WHERE search MATCH ?", (asked,)).fetchall()
    db.close()


@given(st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=1, max_size=20))
def test_what_was_written_is_found(word: str) -> None:
    store = Store(None)
    keep(store, f"before {word} after")
    assert hops(store, word) == ["hop-0-0"]
    store.close()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Quill^Rosa", "Rosa Quill", True),
        ("Rosa Quill", "ROSA QUILL", True),
        ("a94CD", "A94cd", True),
        ("2.25.1", "25.2.1", False),
        ("Rosa", "Rosa Quill", False),
        ("^", "-", False),
    ],
)
def test_a_name_is_the_same_however_it_is_ordered(one: str, other: str, alike: bool) -> None:
    assert index.same(one, other) is alike
