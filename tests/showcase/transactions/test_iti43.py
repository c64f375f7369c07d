import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model.fact import FactKind, Side
from showcase.protocols.soap import envelope, message
from showcase.protocols.soap.registry_response import outcome
from showcase.transactions import iti43
from showcase.transactions.iti43 import Retrieved, Wanted
from showcase.wire.failure import Garbled
from tests.showcase.standins.xds import by_hand

GIVEN = Retrieved(repository="1", document="2.3", media_type="text/plain", content=by_hand.DOCUMENT)


def answered(*documents: Retrieved) -> bytes:
    body, attachments = iti43.write(outcome(()), documents)
    root = envelope.answer(body, action="urn:a", relates_to="")
    content_type, packed = message.pack(root, attachments, as_mtom=True)
    return f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n".encode() + packed


ANSWER = answered(GIVEN)


def test_request_is_read() -> None:
    wanted = iti43.read(message.read(*by_hand.alone(by_hand.retrieve("2.3", "1"))))
    assert wanted == (Wanted(repository="1", document="2.3"),)


def test_hash_is_computed_from_what_came() -> None:
    facts = iti43.facts(b"", ANSWER)
    stated = [(fact.kind, fact.value, fact.side) for fact in facts]
    assert stated == [
        (FactKind.DOCUMENT, "2.3", Side.RESPONSE),
        (FactKind.DOCUMENT_HASH, by_hand.SHA1, Side.RESPONSE),
    ]


def test_question_states_what_is_wanted() -> None:
    content_type, body = by_hand.alone(by_hand.retrieve("2.3", "1"))
    head = f"POST / HTTP/1.1\r\nContent-Type: {content_type}\r\n\r\n".encode()
    (fact,) = iti43.facts(head + body, b"")
    assert (fact.value, fact.side) == ("2.3", Side.REQUEST)


@given(st.integers(0, len(ANSWER)))
def test_damaged_bytes_state_what_they_can(cut: int) -> None:
    facts = iti43.facts(b"", ANSWER[:cut])
    assert {fact.value for fact in facts} <= {"2.3", by_hand.SHA1}


def test_empty_question_is_garbled() -> None:
    empty = by_hand.retrieve().replace(b"DocumentRequest>", b"Nothing>")
    with pytest.raises(Garbled):
        iti43.read(message.read(by_hand.SIMPLE, empty))
