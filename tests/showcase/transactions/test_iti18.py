import pytest
from lxml import etree

from showcase.model.fact import FactKind, Side
from showcase.protocols.soap import message
from showcase.protocols.soap.registry_response import outcome
from showcase.transactions import iti18
from showcase.wire.failure import Garbled
from tests.showcase.standins.xds import by_hand

HEAD = f"POST / HTTP/1.1\r\nContent-Type: {by_hand.SIMPLE}\r\n\r\n".encode()
REQUEST = HEAD + by_hand.find_documents()


def answered(*objects: str) -> bytes:
    body = iti18.write(outcome(()), [etree.fromstring(each) for each in objects])
    return HEAD + by_hand.envelope("urn:a", etree.tostring(body).decode())


def entry() -> str:
    objects = etree.fromstring(by_hand.registry_objects(slots=by_hand.REGISTERED_SLOTS))
    return etree.tostring(objects[0]).decode()


def test_question_states_whom_it_is_about() -> None:
    (fact,) = iti18.facts(REQUEST, b"")
    assert (fact.kind, fact.value, fact.authority) == (FactKind.PATIENT_ID, "RX-7", "1.2.3.1")
    assert (fact.path, fact.side) == ("$XDSDocumentEntryPatientId", Side.REQUEST)


def test_answer_states_what_was_found() -> None:
    facts = iti18.facts(b"", answered(entry()))
    assert {fact.side for fact in facts} == {Side.RESPONSE}
    stated = {fact.kind: fact.value for fact in facts}
    assert stated[FactKind.DOCUMENT_HASH] == by_hand.SHA1
    assert stated[FactKind.DOCUMENT_TITLE] == "CT by hand"


def test_nothing_found_states_nothing() -> None:
    assert iti18.facts(b"", answered()) == ()


def test_answer_holds_a_list_though_empty() -> None:
    assert [etree.QName(each).localname for each in iti18.write(outcome(()), [])] == [
        "RegistryObjectList"
    ]


def test_other_bodies_ask_nothing() -> None:
    with pytest.raises(Garbled):
        iti18.read(message.read(by_hand.SIMPLE, by_hand.retrieve()))
