import pytest
from pydicom.dataset import Dataset

from showcase.protocols.dicom import messages
from showcase.protocols.dicom.command import Command, Field
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE, Context
from showcase.protocols.dicom.status import Status
from showcase.wire.failure import Garbled

CONTEXT = Context(3, "1.2.840.10008.1.20.1", EXPLICIT_LITTLE)


def test_a_request_about_a_known_instance_names_its_class_as_requested() -> None:
    more: dict[str, int | str | tuple[int, ...]] = {
        "RequestedSOPInstanceUID": "1.2",
        "ActionTypeID": 1,
    }
    asked = messages.request(Field.N_ACTION, CONTEXT, 7, b"data", more)
    assert asked.command.text("RequestedSOPClassUID") == CONTEXT.abstract
    assert "AffectedSOPClassUID" not in asked.command.values
    assert asked.command.has_dataset
    assert asked.context_id == 3


def test_a_response_answers_its_request() -> None:
    more: dict[str, int | str | tuple[int, ...]] = {
        "RequestedSOPInstanceUID": "1.2",
        "ActionTypeID": 1,
    }
    asked = messages.request(Field.N_ACTION, CONTEXT, 7, b"data", more)
    said = messages.response(asked, CONTEXT, 0x0110, None, {"ErrorComment": "no"})
    assert said.command.title == "N-ACTION-RSP"
    assert said.command.number("MessageIDBeingRespondedTo") == 7
    assert said.command.text("AffectedSOPInstanceUID") == "1.2"
    assert said.command.number("ActionTypeID") == 1
    assert not said.command.has_dataset
    assert messages.status_of(said.command) == Status(0x0110, "no")


def test_a_dataset_is_encoded_in_the_contexts_syntax() -> None:
    asked = messages.request(Field.C_FIND, CONTEXT, 1, b"")
    match = Dataset()
    match.PatientID = "1"
    said = messages.response(asked, CONTEXT, 0xFF00, match)
    assert said.data == b"\x10\0\x20\0LO\x02\x001 "


def test_a_response_without_a_status_is_garbage() -> None:
    with pytest.raises(Garbled):
        messages.status_of(Command({"CommandField": 0x8001}))
