import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model.fact import FactKind
from showcase.protocols.soap import message
from showcase.transactions import iti42
from showcase.wire.failure import Garbled
from tests.showcase.standins.xds import by_hand

BODY = by_hand.register(by_hand.registry_objects(slots=by_hand.REGISTERED_SLOTS))
REQUEST = f"POST / HTTP/1.1\r\nContent-Type: {by_hand.SIMPLE}\r\n\r\n".encode() + BODY


def test_hash_is_the_registered_one() -> None:
    stated = {fact.kind: fact.value for fact in iti42.facts(REQUEST, b"")}
    assert stated[FactKind.DOCUMENT_HASH] == by_hand.SHA1
    assert stated[FactKind.DOCUMENT] == by_hand.DOCUMENT_ID


@given(st.integers(0, len(REQUEST)))
def test_damaged_bytes_state_nothing(cut: int) -> None:
    assert iti42.facts(REQUEST[: cut - 20], b"") == () or cut > len(REQUEST) - 20


def test_other_bodies_register_nothing() -> None:
    with pytest.raises(Garbled):
        iti42.read(message.read(by_hand.SIMPLE, by_hand.retrieve()))
