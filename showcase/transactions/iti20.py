"""ITI-20 Record Audit Event: a secure node tells the audit record repository what it did.

IHE ITI TF-2 3.20, by syslog (RFC 5424). Neither carrier has an acknowledgement.
"""

import os
from collections.abc import Iterator
from contextlib import suppress

from showcase.model.exchange import Outcome, Verdict
from showcase.model.fact import Fact, FactKind
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.audit import codes
from showcase.protocols.audit.message import BOM, AuditMessage, Detail, Object, from_xml, to_xml
from showcase.protocols.audit.syslog import (
    AUDIT_MSGID,
    SyslogMessage,
    build,
    messages_in,
    parse,
)
from showcase.wire.failure import Garbled

TRANSACTION = Transaction(
    id="ITI-20",
    name="Record Audit Event",
    family=Family.AUDIT,
    carrier="Syslog, DICOM audit message",
    initiators=("Secure Node",),
    responders=("Audit Record Repository",),
    specified="IHE ITI TF-2, 3.20",
    thing=Thing.SEAL,
)

SENT = Verdict(outcome=Outcome.SENT, status="sent")
"""All that either side can say: syslog has no answer."""

OTHER = Verdict(outcome=Outcome.SENT, status="sent: syslog, and no audit message")

_AUDIT = {AUDIT_MSGID, "DICOM+RFC3881"}
"""MSGID of a message that holds an audit message (3.20.4.1.2; DICOM PS3.15 A.6)."""

_PERSON, _SYSTEM = "1", "2"
_PATIENT, _REPORT, _JOB, _QUERY = "1", "3", "20", "24"


def wrap(message: AuditMessage, *, host: str, app: str) -> bytes:
    """The record in its envelope, as one datagram carries it (3.20.4.1.2)."""
    return build(
        SyslogMessage(
            at=message.at, host=host, app=app, process=str(os.getpid()), body=to_xml(message)
        )
    )


def read(raw: bytes) -> AuditMessage:
    """The record in a syslog message.

    Raises:
        Garbled: The envelope or the record is damaged.
    """
    return from_xml(parse(raw).body)


def judge(raw: bytes) -> Verdict:
    """What a repository makes of a syslog message; it has no way to tell the sender.

    Whatever is RFC 5424 is taken, audit message or not (3.20.4.1.3).
    """
    try:
        said = parse(raw)
        if said.msgid not in _AUDIT and not said.body.removeprefix(BOM).lstrip().startswith(b"<"):
            return OTHER
        from_xml(said.body)
    except Garbled as error:
        return Verdict(
            outcome=Outcome.FAILED, status=error.status, words=error.words, remedy=error.remedy
        )
    return SENT


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:
    """What the records in recorded bytes are about: transaction, patients, documents, studies."""
    del response  # there is none
    found: dict[Fact, None] = {}
    for raw in messages_in(request):
        with suppress(Garbled):
            found.update(dict.fromkeys(_facts(read(raw))))
    return tuple(found)


def patient(identifier: str, authority_oid: str, *details: Detail) -> Object:
    """The patient as a participant object; the id as CX (3.20.7, with ITI TF-3 4.2.3.1.7)."""
    cx = f"{identifier}^^^&{authority_oid}&ISO" if authority_oid else identifier
    return Object(
        id=cx, id_type=codes.PATIENT_NUMBER, type_code=_PERSON, role=_PATIENT, details=details
    )


def document(unique_id: str, *details: Detail) -> Object:
    """A document as a participant object."""
    return Object(
        id=unique_id,
        id_type=codes.REPORT_NUMBER,
        type_code=_SYSTEM,
        role=_REPORT,
        details=details,
    )


def study(uid: str) -> Object:
    """A study as a participant object (PS3.15 A.5.3)."""
    return Object(id=uid, id_type=codes.STUDY, type_code=_SYSTEM, role=_REPORT)


def query(identifier: str, id_type: codes.Code, asked: bytes, *details: Detail) -> Object:
    """A query as a participant object: what was asked, as it was asked.

    Args:
        identifier: Of the query itself: its UUID, its tag, its SOP class.
        id_type: What kind of identifier that is.
        asked: The query's own bytes.
        details: More about it.
    """
    return Object(
        id=identifier,
        id_type=id_type,
        type_code=_SYSTEM,
        role=_QUERY,
        query=asked,
        details=details,
    )


def submission_set(unique_id: str) -> Object:
    """A submission set as a participant object (ITI TF-2 3.41.5.1)."""
    return Object(id=unique_id, id_type=codes.SUBMISSION_SET, type_code=_SYSTEM, role=_JOB)


def _facts(message: AuditMessage) -> Iterator[Fact]:
    for kind in message.event_types:
        yield Fact(kind=FactKind.STATUS, value=kind.code, path="EventTypeCode")
    for each in message.objects:
        if (each.type_code, each.role) == (_PERSON, _PATIENT):
            yield _patient_fact(each)
        elif (each.type_code, each.role) == (_SYSTEM, _REPORT):
            about = FactKind.STUDY if each.id_type.code == codes.STUDY.code else FactKind.DOCUMENT
            yield Fact(kind=about, value=each.id, path="ParticipantObjectID")


def _patient_fact(each: Object) -> Fact:
    identifier, _, rest = each.id.partition("^^^")
    parts = rest.split("^", maxsplit=1)[0].split("&")
    return Fact(
        kind=FactKind.PATIENT_ID,
        value=identifier.split("^", maxsplit=1)[0],
        authority=parts[1] if len(parts) > 1 else "",
        path="ParticipantObjectID",
    )
