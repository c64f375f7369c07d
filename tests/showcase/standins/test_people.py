from pydicom.dataset import Dataset

from showcase.standins.people import order_of, person_of
from tests.showcase.protocols.dicom.samples import worklist_item


def test_a_header_names_a_person() -> None:
    person = person_of(worklist_item())
    assert (person.name, person.id, person.authority_oid) == ("Rosa Quill", "40213", "1.2.3.1")
    assert (person.born, person.sex) == ("19610402", "F")


def test_a_bare_header_names_nobody() -> None:
    assert person_of(Dataset()).id == ""
    assert order_of(Dataset()).accession == ""


def test_an_image_says_what_it_was_made_for() -> None:
    image = worklist_item()
    requested = Dataset()
    requested.RequestedProcedureID = "RP9"
    requested.ReasonForTheRequestedProcedure = "Chest pain"
    image.RequestAttributesSequence = [requested]
    image.StudyDescription = "CT of the chest"
    order = order_of(image)
    assert (order.procedure_id, order.reason, order.code_text) == (
        "RP9",
        "Chest pain",
        "CT of the chest",
    )
