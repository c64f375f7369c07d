import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model.fact import FactKind
from showcase.protocols.soap import message
from showcase.transactions import iti41
from showcase.wire.failure import Garbled
from tests.showcase.standins.xds import by_hand


def recorded(content_type: str, body: bytes) -> bytes:
    head = f"POST /iti-41 HTTP/1.1\r\nContent-Type: {content_type}\r\n\r\n"
    return head.encode() + body


REQUEST = recorded(*by_hand.cxf(by_hand.provide(by_hand.registry_objects(), by_hand.CXF_INCLUDE)))


def test_facts_are_those_of_the_bytes() -> None:
    facts = iti41.facts(REQUEST, b"")
    stated = {(fact.kind, fact.value, fact.authority, fact.path) for fact in facts}
    assert stated == {
        (FactKind.PATIENT_ID, "RX-7", "1.2.3.1", "XDSSubmissionSet.patientId"),
        (FactKind.PATIENT_ID, "RX-7", "1.2.3.1", "XDSDocumentEntry.patientId"),
        (FactKind.PATIENT_ID, "40213", "1.2.3.2", "sourcePatientId"),
        (FactKind.DOCUMENT, by_hand.DOCUMENT_ID, "", "XDSDocumentEntry.uniqueId"),
        (FactKind.DOCUMENT_TITLE, "CT by hand", "", "title"),
        (FactKind.DOCUMENT_HASH, by_hand.SHA1, "", "document bytes"),
    }


def test_hash_is_computed_not_believed() -> None:
    changed = REQUEST.replace(by_hand.DOCUMENT, b"something else")
    (stated,) = (f.value for f in iti41.facts(changed, b"") if f.kind is FactKind.DOCUMENT_HASH)
    assert stated == hashlib.sha1(b"something else").hexdigest()


@given(st.integers(0, len(REQUEST)), st.binary(max_size=20))
def test_damaged_bytes_state_what_they_can(cut: int, noise: bytes) -> None:
    for raw in (REQUEST[:cut], REQUEST[:cut] + noise + REQUEST[cut + 1 :]):
        assert isinstance(iti41.facts(raw, noise), tuple)


def test_other_bodies_provide_nothing() -> None:
    with pytest.raises(Garbled):
        iti41.read(message.read(by_hand.SIMPLE, by_hand.retrieve()))
