"""What XDS metadata and queries lack."""

import pytest

from showcase.inspector.required_xds import METADATA, QUERIES, lacking
from showcase.protocols.soap.vocabulary import Query
from tests.showcase.standins.xds import by_hand


def posted(body: bytes) -> bytes:
    head = f"POST / HTTP/1.1\r\nContent-Type: {by_hand.SIMPLE}\r\n\r\n"
    return head.encode() + body


def remarks(transaction: str, body: bytes) -> list[tuple[str, str]]:
    return [(each.path, each.clause) for each in lacking(transaction, posted(body))]


def test_metadata_with_everything_are_not_remarked_upon() -> None:
    whole = by_hand.registry_objects(slots=by_hand.REGISTERED_SLOTS)
    assert remarks("ITI-42", by_hand.register(whole)) == []
    assert remarks("ITI-41", by_hand.provide(by_hand.registry_objects(), "QQ==")) == []


def test_a_repository_owes_what_a_source_does_not() -> None:
    found = remarks("ITI-42", by_hand.register(by_hand.registry_objects()))
    assert found == [
        (f"DocumentEntry/{each}", METADATA) for each in ("hash", "size", "repositoryUniqueId")
    ]


def test_what_is_wrong_is_remarked_at_its_attribute() -> None:
    objects = by_hand.registry_objects("RX-7").replace('name="submissionTime"', 'name="when"')
    assert remarks("ITI-41", by_hand.provide(objects, "QQ==")) == [
        ("SubmissionSet/submissionTime", METADATA),
        ("DocumentEntry/patientId", METADATA),
    ]


def test_a_question_says_whom_it_is_about() -> None:
    nobody = by_hand.stored_query(Query.FIND_DOCUMENTS)
    assert remarks("ITI-18", nobody) == [("@id", QUERIES)] * 2
    assert remarks("ITI-18", by_hand.find_documents()) == []


@pytest.mark.parametrize("raw", [b"", b"noise", posted(b"<a/>"), posted(by_hand.envelope("a", ""))])
def test_noise_is_not_remarked_upon(raw: bytes) -> None:
    for transaction in ("ITI-18", "ITI-41", "ITI-42", "ITI-43"):
        assert list(lacking(transaction, raw)) == []
