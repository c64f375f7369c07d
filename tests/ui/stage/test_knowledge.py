"""Facts into chips."""

import pytest

from showcase.model.events import HopEnded
from showcase.model.fact import Fact, FactKind, Side
from showcase.model.transaction import Family
from tests.ui import journey
from tests.ui.stage.test_cursor import start
from ui.stage.knowledge import Knowledge, short_name


def _end(*facts: Fact, sender: str = "a", receiver: str = "b") -> HopEnded:
    return journey.ended(start("h", sender, receiver), facts)


def _texts(knowledge: Knowledge, role: str) -> list[str]:
    return [chip.text for chip in knowledge.chips(role)]


ALBA = journey.patient_id("40213", journey.ALBA)
RP = journey.patient_id("RP-0087", journey.RIVERSIDE)


@pytest.mark.parametrize(
    ("wire", "said"),
    [
        ("Quill^Rosa", "Rosa Q."),
        ("Quill^Rosa^Maria", "Rosa Q."),
        ("Rosa Quill", "Rosa Q."),
        ("Quill", "Quill"),
        ("", ""),
    ],
)
def test_names_are_short(wire: str, said: str) -> None:
    assert short_name(wire) == said


def test_a_request_teaches_the_receiver() -> None:
    knowledge = Knowledge(journey.PLACES)
    name = journey.fact(FactKind.PATIENT_NAME, "Quill^Rosa")
    knowledge.teach(_end(name, ALBA), Side.REQUEST, Family.HL7V2)
    assert _texts(knowledge, "b") == ["Rosa Q.", "40213"]


def test_a_response_is_not_learned_from_the_request() -> None:
    knowledge = Knowledge(journey.PLACES)
    answered = journey.fact(FactKind.ACCESSION, "A26-0091", Side.RESPONSE)
    knowledge.teach(_end(answered), Side.REQUEST, Family.DICOM)
    assert _texts(knowledge, "a") == []
    knowledge.teach(_end(answered), Side.RESPONSE, Family.DICOM)
    assert _texts(knowledge, "a") == ["A26-0091"]


def test_several_identifiers_are_counted_in_their_colours() -> None:
    knowledge = Knowledge(journey.PLACES)
    knowledge.teach(_end(ALBA), Side.REQUEST, Family.HL7V2)
    knowledge.teach(_end(RP), Side.REQUEST, Family.HL7V2)
    chip = knowledge.chips("b")[0]
    assert (chip.text, chip.marks) == ("2 ids", (0, 1))


def test_an_identifier_without_authority_is_the_one_seen_before() -> None:
    knowledge = Knowledge(journey.PLACES)
    knowledge.teach(_end(ALBA), Side.REQUEST, Family.HL7V2)
    bare = journey.patient_id("40213", "")
    knowledge.teach(_end(bare, receiver="ct"), Side.REQUEST, Family.DICOM)
    assert [each.label for each in knowledge.identities] == ["ALBA 40213"]
    assert knowledge.chips("ct")[0].marks == (0,)


def test_an_authority_is_not_said_twice() -> None:
    knowledge = Knowledge(journey.PLACES)
    knowledge.teach(_end(RP), Side.REQUEST, Family.HL7V2)
    assert knowledge.identities[0].label == "RP-0087"


def test_an_accession_number_replaces_the_bare_order() -> None:
    knowledge = Knowledge(journey.PLACES)
    order = journey.fact(FactKind.PLACER_ORDER, "P-1")
    knowledge.teach(_end(order), Side.REQUEST, Family.HL7V2)
    assert _texts(knowledge, "b") == ["order"]
    accession = journey.fact(FactKind.ACCESSION, "A26-0091")
    knowledge.teach(_end(accession), Side.REQUEST, Family.HL7V2)
    assert _texts(knowledge, "b") == ["A26-0091"]


def test_images_are_counted() -> None:
    knowledge = Knowledge()
    knowledge.pictures("archive", 24, Family.DICOM)
    assert _texts(knowledge, "archive") == ["24 images"]


def test_a_full_card_gives_her_numbers_as_colours_of_her_name() -> None:
    knowledge = Knowledge(journey.PLACES)
    name = journey.fact(FactKind.PATIENT_NAME, "Quill^Rosa")
    accession = journey.fact(FactKind.ACCESSION, "A26-0091")
    knowledge.teach(_end(name, ALBA, accession), Side.REQUEST, Family.DICOM)
    knowledge.pictures("b", 24, Family.DICOM)
    assert _texts(knowledge, "b") == ["Rosa Q.", "40213", "24 images", "A26-0091"]
    narrow = knowledge.chips("b", room=240)
    assert [chip.text for chip in narrow] == ["Rosa Q.", "24 images", "A26-0091"]
    assert narrow[0].marks == (0,)


def test_a_card_with_one_row_shows_the_news_in_her_colours() -> None:
    knowledge = Knowledge(journey.PLACES)
    name = journey.fact(FactKind.PATIENT_NAME, "Quill^Rosa")
    knowledge.teach(_end(name, ALBA), Side.REQUEST, Family.DICOM)
    knowledge.pictures("b", 24, Family.DICOM)
    (only,) = knowledge.chips("b", room=210, rows=1)
    assert (only.text, only.marks) == ("24 images", (0,))
    assert knowledge.chips("b", rows=0) == ()
