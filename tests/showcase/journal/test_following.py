"""Where a value occurs in the exchanges of a run."""

from datetime import timedelta

import msgspec
import pytest

from showcase.journal.following import mentions
from showcase.model.events import HopEnded
from showcase.model.fact import Fact, FactKind, Side
from tests.showcase.journal import many

NAME = FactKind.PATIENT_NAME


def hop(nth: int, request: bytes = b"", response: bytes = b"", *facts: Fact) -> HopEnded:
    exchange = many.exchange(
        f"h{nth}",
        many.AT + timedelta(seconds=nth),
        request.decode("latin-1"),
        response.decode("latin-1"),
    )
    return msgspec.structs.replace(many.ended(0, 0), hop=f"h{nth}", exchange=exchange, facts=facts)


def found(value: str, *hops: HopEnded) -> list[tuple[str, Side, str, int]]:
    """Here a blob's digest is the blob, so that the bytes stand in the test."""
    told = mentions(hops, value, lambda digest: digest.encode("latin-1"))
    return [(each.hop, each.side, each.path, each.offset) for each in told]


def test_facts_are_told_in_order_of_time_with_their_paths() -> None:
    first = Fact(kind=FactKind.ACCESSION, value="A77", path="OBR-18")
    second = Fact(kind=FactKind.ACCESSION, value="A77", path="(0008,0050)", side=Side.RESPONSE)
    assert found("A77", hop(2, b"", b"", second), hop(1, b"", b"", first, first)) == [
        ("h1", Side.REQUEST, "OBR-18", -1),
        ("h2", Side.RESPONSE, "(0008,0050)", -1),
    ]


def test_bytes_are_looked_through_where_no_fact_speaks() -> None:
    fact = Fact(kind=FactKind.ACCESSION, value="A77", path="OBR-18")
    assert found("A77", hop(1, b"|A77|", b"MSA|A77", fact)) == [
        ("h1", Side.REQUEST, "OBR-18", -1),
        ("h1", Side.RESPONSE, "", 4),
    ]


def test_a_name_is_followed_in_every_spelling() -> None:
    wire = Fact(kind=NAME, value="Quill^Rosa", path="(0010,0010)")
    told = found("Rosa Quill", hop(1, b"", b"", wire), hop(2, b"<v>Quill^Rosa</v>"))
    assert told == [("h1", Side.REQUEST, "(0010,0010)", -1), ("h2", Side.REQUEST, "", 3)]


@pytest.mark.parametrize(
    ("raw", "at"),
    [
        (b"2.25.7", 0),
        (b"x 2.25.7. y", 2),
        (b"(2.25.7)", 1),
        (b"2.25.7\x00", 0),
        (b"2.25.77", None),
        (b"2.25.7.1", None),
        (b"1.2.25.7", None),
        (b"12.25.7", None),
        (b"2.25.77 then 2.25.7", 13),
    ],
)
def test_only_whole_values_count(raw: bytes, at: int | None) -> None:
    assert found("2.25.7", hop(1, raw)) == (
        [("h1", Side.REQUEST, "", at)] if at is not None else []
    )


def test_what_is_too_short_is_looked_for_in_facts_alone() -> None:
    fact = Fact(kind=FactKind.PATIENT_ID, value="7", path="PID-3.1")
    assert found("7", hop(1, b"|7|"), hop(2, b"|7|", b"", fact)) == [
        ("h2", Side.REQUEST, "PID-3.1", -1)
    ]


def test_bytes_that_were_not_kept_are_passed_over() -> None:
    assert mentions([hop(1, b"|A77|")], "A77", lambda _digest: None) == []
