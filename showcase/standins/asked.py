"""What the recorded bytes of a hop state beyond its facts, for its audit record.

The record of a query holds the query itself, byte for byte; that of a submission names its
submission set, that of a retrieve the repository of each document.
"""

from collections.abc import Callable
from contextlib import suppress

from lxml import etree

from showcase.protocols.audit import codes
from showcase.protocols.audit.message import Detail, Object
from showcase.protocols.dicom import recording as dicom
from showcase.protocols.dicom.command import Field
from showcase.protocols.hl7v2 import recorded as hl7v2
from showcase.protocols.hl7v2.codec import Message, decode
from showcase.protocols.soap import message as soap
from showcase.protocols.soap import metadata_reader
from showcase.protocols.soap import query as stored_query
from showcase.transactions import iti20, iti41, iti42, iti43
from showcase.transactions.catalogue import CATALOGUE
from showcase.wire.failure import Garbled
from showcase.wire.line import Recording

_INTRODUCTION = 64 * 1024
"""Bytes within which a caller has said who it is; a series of images follows."""


def stated(transaction: str, recording: Recording) -> tuple[Object, ...]:
    """Queries and submission sets in a hop's bytes; nothing in damaged ones."""
    reader = _READERS.get(transaction)
    with suppress(Garbled):
        return reader(transaction, recording) if reader else ()
    return ()


def caller(recording: Recording) -> str:
    """The name by which the initiator introduced itself; empty where its protocol has none.

    HL7 v2: ``facility|application`` of MSH-4 and MSH-3; DICOM: the calling AE title.
    """
    match recording.transport:
        case "mllp":
            return _party(recording, "MSH-4.1", "MSH-3.1")
        case "dicom":
            proposal = dicom.read(recording.request[:_INTRODUCTION], b"").proposal
            return proposal.calling if proposal else ""
        case _:
            pass
    return ""


def called(recording: Recording) -> str:
    """The name by which the initiator of HL7 v2 called the other: MSH-6 and MSH-5."""
    return _party(recording, "MSH-6.1", "MSH-5.1")


def trigger(recording: Recording) -> str:
    """The trigger event of an HL7 v2 message; empty where there is none."""
    message = _first(recording)
    return (message.get("MSH-9.2") or message.get("EVN-1")) if message else ""


def patients_details(recording: Recording) -> tuple[Detail, ...]:
    """What an HL7 v2 message adds to the patients it names: which it was (TF-2 3.8.5.1)."""
    message = _first(recording)
    return (Detail("MSH-10", message.get("MSH-10").encode()),) if message else ()


def _party(recording: Recording, facility: str, application: str) -> str:
    message = _first(recording)
    names = (message.get(facility), message.get(application)) if message else ()
    return "|".join(names) if any(names) else ""


def _first(recording: Recording) -> Message | None:
    if recording.transport != "mllp":
        return None
    return next(iter(hl7v2.messages(recording.request[:_INTRODUCTION])), None)


def _hl7v2_query(transaction: str, recording: Recording) -> tuple[Object, ...]:
    """The QPD segment (ITI TF-2 3.9.5.1)."""
    found = []
    for frame in hl7v2.frames(recording.request):
        message = decode(frame.payload)
        lines = [line for line in frame.payload.split(b"\r") if line.startswith(b"QPD")]
        if lines:
            control_id = Detail("MSH-10", message.get("MSH-10").encode())
            found.append(
                iti20.query(message.get("QPD-2"), _kind(transaction), lines[0], control_id)
            )
    return tuple(found)


def _stored_query(transaction: str, recording: Recording) -> tuple[Object, ...]:
    """The AdhocQueryRequest (ITI TF-2 3.18.5.1)."""
    body = soap.recorded(recording.request).body
    asked = stored_query.read(body)
    if asked is None:
        return ()
    details = [Detail("QueryEncoding", b"UTF-8")]
    if asked.home:
        details.append(Detail("urn:ihe:iti:xca:2010:homeCommunityId", asked.home.encode()))
    whole = etree.tostring(body, encoding="UTF-8")
    return (iti20.query(asked.id, _kind(transaction), whole, *details),)


def _dicom_query(_transaction: str, recording: Recording) -> tuple[Object, ...]:
    """The identifier of the C-FIND (PS3.15 A.5.3.10), in its transfer syntax."""
    dialogue = dicom.read(recording.request, recording.response)
    return tuple(
        iti20.query(
            said.command.sop_class,
            codes.SOP_CLASS,
            said.data,
            Detail("TransferSyntax", said.transfer.encode()),
        )
        for said in dialogue.outward
        if said.asks(Field.C_FIND)
    )


def _provided(_transaction: str, recording: Recording) -> tuple[Object, ...]:
    submission = iti41.read(soap.recorded(recording.request)).submission
    return tuple(iti20.submission_set(each.unique_id) for each in submission.sets)


def _registered(_transaction: str, recording: Recording) -> tuple[Object, ...]:
    submission = metadata_reader.submission(iti42.read(soap.recorded(recording.request)))
    return tuple(iti20.submission_set(each.unique_id) for each in submission.sets)


def _retrieved(_transaction: str, recording: Recording) -> tuple[Object, ...]:
    """The documents that were asked for (ITI TF-2 3.43.6.1)."""
    found: list[Object] = []
    for each in iti43.read(soap.recorded(recording.request)):
        details = [Detail("Repository Unique ID", each.repository.encode())]
        if each.home:
            details.append(Detail("ihe:homeCommunityID", each.home.encode()))
        found.append(iti20.document(each.document, *details))
    return tuple(found)


def _kind(transaction: str) -> codes.Code:
    return codes.transaction(transaction, CATALOGUE[transaction].name)


_READERS: dict[str, Callable[[str, Recording], tuple[Object, ...]]] = {
    "ITI-9": _hl7v2_query,
    "ITI-18": _stored_query,
    "RAD-5": _dicom_query,
    "RAD-14": _dicom_query,
    "ITI-41": _provided,
    "ITI-42": _registered,
    "ITI-43": _retrieved,
}
