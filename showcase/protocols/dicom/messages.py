"""Requests and responses with the elements that PS3.7 9.3 and 10.3 ask of their command sets."""

from collections.abc import Mapping

from pydicom.dataset import Dataset

from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom.command import NO_DATASET, RESPONSE, Command, Field, Value
from showcase.protocols.dicom.dimse import Message
from showcase.protocols.dicom.negotiation import Context
from showcase.protocols.dicom.pdu import garbled
from showcase.protocols.dicom.status import Status

_HAS_DATASET = 0x0001

VERIFICATION = "1.2.840.10008.1.1"


def request(
    field: Field,
    context: Context,
    number: int,
    data: bytes | None = None,
    more: Mapping[str, Value] | None = None,
) -> Message:
    """The request `number` of an association, for the SOP class of its context."""
    more = more or {}
    requested = "RequestedSOPInstanceUID" in more
    values: dict[str, Value] = {
        "RequestedSOPClassUID" if requested else "AffectedSOPClassUID": context.abstract,
        "CommandField": int(field),
        "MessageID": number,
        "CommandDataSetType": NO_DATASET if data is None else _HAS_DATASET,
        **more,
    }
    return Message(context.id, Command(values), data)


def cancel(context: Context, number: int) -> Message:
    """C-CANCEL of the request `number` (PS3.7 9.3.2.3)."""
    values: dict[str, Value] = {
        "CommandField": int(Field.C_CANCEL),
        "MessageIDBeingRespondedTo": number,
        "CommandDataSetType": NO_DATASET,
    }
    return Message(context.id, Command(values))


def response(
    asked: Message,
    context: Context,
    status: int,
    dataset: Dataset | None = None,
    more: Mapping[str, Value] | None = None,
) -> Message:
    """The response to a request."""
    values: dict[str, Value] = {
        "AffectedSOPClassUID": asked.command.sop_class or context.abstract,
        "CommandField": asked.command.number("CommandField") | RESPONSE,
        "MessageIDBeingRespondedTo": asked.command.number("MessageID"),
        "CommandDataSetType": NO_DATASET if dataset is None else _HAS_DATASET,
        "Status": status,
    }
    if asked.command.sop_instance:
        values["AffectedSOPInstanceUID"] = asked.command.sop_instance
    for echoed in ("ActionTypeID", "EventTypeID"):
        if echoed in asked.command.values:
            values[echoed] = asked.command.values[echoed]
    data = None if dataset is None else datasets.encode(dataset, context.transfer)
    return Message(asked.context_id, Command(values | dict(more or {})), data)


def status_of(command: Command) -> Status:
    """The status of a response.

    Raises:
        Garbled: It has none.
    """
    if "Status" not in command.values:
        raise garbled(f"a {command.title} without a status")
    return Status(command.number("Status"), command.text("ErrorComment"), command.number("ErrorID"))
