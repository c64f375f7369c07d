"""What the recorded bytes of a hop state beyond its facts, for its audit record.

The record of a query holds the query itself, byte for byte; that of a submission names its
submission set.
"""

from collections.abc import Callable
from contextlib import suppress

from lxml import etree

from showcase.protocols.audit import codes
from showcase.protocols.audit.message import Object
from showcase.protocols.dicom import recording as dicom
from showcase.protocols.dicom.command import Field
from showcase.protocols.hl7v2 import recorded as hl7v2
from showcase.protocols.soap import message as soap
from showcase.protocols.soap import metadata_reader
from showcase.protocols.soap import query as stored_query
from showcase.transactions import iti20, iti41, iti42
from showcase.transactions.catalogue import CATALOGUE
from showcase.wire.failure import Garbled
from showcase.wire.line import Recording


def stated(transaction: str, recording: Recording) -> tuple[Object, ...]:
    """Queries and submission sets in a hop's bytes; nothing in damaged ones."""
    reader = _READERS.get(transaction)
    with suppress(Garbled):
        return reader(transaction, recording) if reader else ()
    return ()


def _hl7v2_query(transaction: str, recording: Recording) -> tuple[Object, ...]:
    """The QPD segment (ITI TF-2 3.9.5.1)."""
    found = []
    for frame in hl7v2.frames(recording.request):
        segments = frame.payload.split(b"\r")
        control_id = segments[0].split(segments[0][3:4])[9:10]
        for qpd in (each for each in segments if each.startswith(b"QPD")):
            fields = qpd.split(segments[0][3:4])
            tag = fields[2].decode("utf-8", "replace") if len(fields) > 2 else ""
            details = {"MSH-10": control_id[0]} if control_id else {}
            found.append(iti20.query(tag, _kind(transaction), qpd, **details))
    return tuple(found)


def _stored_query(transaction: str, recording: Recording) -> tuple[Object, ...]:
    """The AdhocQueryRequest (ITI TF-2 3.18.5.1)."""
    body = soap.recorded(recording.request).body
    asked = stored_query.read(body)
    if asked is None:
        return ()
    return (iti20.query(asked.id, _kind(transaction), etree.tostring(body)),)


def _dicom_query(_transaction: str, recording: Recording) -> tuple[Object, ...]:
    """The identifier of the C-FIND (PS3.15 A.5.3.10), in its transfer syntax."""
    dialogue = dicom.read(recording.request, recording.response)
    return tuple(
        iti20.query(
            said.command.sop_class,
            codes.SOP_CLASS,
            said.data,
            TransferSyntax=said.transfer.encode(),
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


def _kind(transaction: str) -> codes.Code:
    return codes.transaction(transaction, CATALOGUE[transaction].name)


_READERS: dict[str, Callable[[str, Recording], tuple[Object, ...]]] = {
    "ITI-9": _hl7v2_query,
    "ITI-18": _stored_query,
    "RAD-5": _dicom_query,
    "RAD-14": _dicom_query,
    "ITI-41": _provided,
    "ITI-42": _registered,
}
