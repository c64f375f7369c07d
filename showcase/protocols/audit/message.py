"""The audit message: DICOM PS3.15 A.5.1, as IHE ITI TF-2 3.20 uses it; struct <-> XML."""

import base64
import binascii
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
from lxml import etree

from showcase.protocols.audit.codes import Code
from showcase.wire import safe_xml
from showcase.wire.failure import Garbled

BOM = b"\xef\xbb\xbf"

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2) cannot hold; a peer's words may, and are recorded with U+FFFD instead."""


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """Who took part: ActiveParticipant.

    Attributes:
        user_id: HL7 ``facility|application``; SOAP endpoint; AE title.
        alternative_id: Process id of the one that writes the record; ``AETITLES=…``.
        requestor: True for whoever started it.
        address: Host name or IP address.
        address_type: ``1`` name, ``2`` IP address.
    """

    user_id: str
    roles: tuple[Code, ...] = ()
    alternative_id: str = ""
    name: str = ""
    requestor: bool = False
    address: str = ""
    address_type: str = ""


class Detail(msgspec.Struct, frozen=True):
    """ParticipantObjectDetail: a named value, base64 on the wire."""

    type: str
    value: bytes


class Object(msgspec.Struct, frozen=True, kw_only=True):
    """What it was about: ParticipantObjectIdentification.

    Attributes:
        type_code: ``1`` person, ``2`` system object.
        role: ``1`` patient, ``3`` report or document, ``20`` job (submission set), ``24`` query.
        query: ParticipantObjectQuery, base64 on the wire; excludes `name`.
    """

    id: str
    id_type: Code
    type_code: str
    role: str
    name: str = ""
    query: bytes = b""
    details: tuple[Detail, ...] = ()
    sensitivity: str = ""


class AuditMessage(msgspec.Struct, frozen=True, kw_only=True):
    """One record.

    Attributes:
        action: C create, R read, U update, D delete, E execute.
        outcome: 0 success, 4 minor, 8 serious, 12 major failure.
        source_id: AuditSourceID: the system that writes the record.
        site_id: AuditEnterpriseSiteID: where it stands.
    """

    event_id: Code
    action: str
    at: datetime
    outcome: int
    event_types: tuple[Code, ...]
    participants: tuple[Participant, ...]
    source_id: str
    site_id: str = ""
    objects: tuple[Object, ...] = ()
    outcome_description: str = ""


def to_xml(message: AuditMessage) -> bytes:
    """The message as XML, UTF-8, without a byte order mark or a declaration."""
    root = etree.Element("AuditMessage")
    event = _add(
        root,
        "EventIdentification",
        EventActionCode=message.action,
        EventDateTime=message.at.astimezone(UTC).isoformat(timespec="milliseconds"),
        EventOutcomeIndicator=str(message.outcome),
    )
    _add_code(event, "EventID", message.event_id)
    for kind in message.event_types:
        _add_code(event, "EventTypeCode", kind)
    if message.outcome_description:
        _add(event, "EventOutcomeDescription").text = _clean(message.outcome_description)
    for participant in message.participants:
        _add_participant(root, participant)
    _add(
        root,
        "AuditSourceIdentification",
        AuditEnterpriseSiteID=message.site_id,
        AuditSourceID=message.source_id,
    )
    for each in message.objects:
        _add_object(root, each)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=False)


def from_xml(data: bytes) -> AuditMessage:
    """The message that `data` holds; a byte order mark and RFC 3881's ``code`` are tolerated.

    Raises:
        Garbled: Not well-formed, not an audit message, or without what every record must have.
    """
    root = safe_xml.parse(data.removeprefix(BOM), what="The audit record")
    if (name := etree.QName(root).localname) != "AuditMessage":
        raise _damaged(f"is <{name}>, not <AuditMessage>")
    event = _only(root, "EventIdentification")
    source = _only(root, "AuditSourceIdentification")
    return AuditMessage(
        event_id=_code(_only(event, "EventID")),
        action=event.get("EventActionCode", ""),
        at=_time(event.get("EventDateTime", "")),
        outcome=_outcome(event.get("EventOutcomeIndicator", "")),
        event_types=tuple(_code(each) for each in _all(event, "EventTypeCode")),
        outcome_description=_text(event, "EventOutcomeDescription"),
        participants=tuple(_participant(each) for each in _all(root, "ActiveParticipant")),
        source_id=source.get("AuditSourceID", ""),
        site_id=source.get("AuditEnterpriseSiteID", ""),
        objects=tuple(_object(each) for each in _all(root, "ParticipantObjectIdentification")),
    )


def _add_participant(root: etree._Element, participant: Participant) -> None:
    element = _add(
        root,
        "ActiveParticipant",
        UserID=participant.user_id,
        AlternativeUserID=participant.alternative_id,
        UserName=participant.name,
        UserIsRequestor="true" if participant.requestor else "false",
        NetworkAccessPointID=participant.address,
        NetworkAccessPointTypeCode=participant.address_type,
    )
    for role in participant.roles:
        _add_code(element, "RoleIDCode", role)


def _add_object(root: etree._Element, each: Object) -> None:
    element = _add(
        root,
        "ParticipantObjectIdentification",
        ParticipantObjectID=each.id,
        ParticipantObjectTypeCode=each.type_code,
        ParticipantObjectTypeCodeRole=each.role,
        ParticipantObjectSensitivity=each.sensitivity,
    )
    _add_code(element, "ParticipantObjectIDTypeCode", each.id_type)
    if each.query:
        _add(element, "ParticipantObjectQuery").text = base64.b64encode(each.query).decode()
    elif each.name:
        _add(element, "ParticipantObjectName").text = _clean(each.name)
    for detail in each.details:
        value = base64.b64encode(detail.value).decode()
        _add(element, "ParticipantObjectDetail", type=detail.type, value=value)


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    # an attribute that says nothing is left out: none of ours may be empty in the schema
    said = {key: _clean(value) for key, value in attributes.items() if value}
    return etree.SubElement(parent, name, said)


def _add_code(parent: etree._Element, name: str, code: Code) -> None:
    element = etree.SubElement(parent, name)
    element.set("csd-code", _clean(code.code))
    element.set("codeSystemName", _clean(code.system))
    element.set("originalText", _clean(code.text or code.code))


def _participant(element: etree._Element) -> Participant:
    return Participant(
        user_id=element.get("UserID", ""),
        alternative_id=element.get("AlternativeUserID", ""),
        name=element.get("UserName", ""),
        requestor=element.get("UserIsRequestor", "") in {"true", "1"},
        address=element.get("NetworkAccessPointID", ""),
        address_type=element.get("NetworkAccessPointTypeCode", ""),
        roles=tuple(_code(each) for each in _all(element, "RoleIDCode")),
    )


def _object(element: etree._Element) -> Object:
    id_type = next(_all(element, "ParticipantObjectIDTypeCode"), None)
    return Object(
        id=element.get("ParticipantObjectID", ""),
        id_type=_code(id_type) if id_type is not None else Code("", ""),
        type_code=element.get("ParticipantObjectTypeCode", ""),
        role=element.get("ParticipantObjectTypeCodeRole", ""),
        sensitivity=element.get("ParticipantObjectSensitivity", ""),
        name=_text(element, "ParticipantObjectName"),
        query=_base64(_text(element, "ParticipantObjectQuery")),
        details=tuple(
            Detail(each.get("type", ""), _base64(each.get("value", "")))
            for each in _all(element, "ParticipantObjectDetail")
        ),
    )


def _code(element: etree._Element) -> Code:
    # RFC 3881 wrote `code`, DICOM renamed it when it became a normative schema
    return Code(
        element.get("csd-code", element.get("code", "")),
        element.get("codeSystemName", ""),
        element.get("originalText", element.get("displayName", "")),
    )


def _time(value: str) -> datetime:
    try:
        at = datetime.fromisoformat(value)
    except ValueError as error:
        raise _damaged(f"has the time {value!r}, which is none") from error
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _outcome(value: str) -> int:
    if value not in {"0", "4", "8", "12"}:
        raise _damaged(f"has the outcome {value!r}; there are 0, 4, 8 and 12")
    return int(value)


def _only(parent: etree._Element, name: str) -> etree._Element:
    for element in _all(parent, name):
        return element
    raise _damaged(f"has no {name}")


def _all(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    return parent.iterchildren("{*}" + name)  # some write a namespace


def _text(parent: etree._Element, name: str) -> str:
    return next((each.text or "" for each in _all(parent, name)), "")


def _base64(value: str) -> bytes:
    try:
        return base64.b64decode(value)
    except (binascii.Error, ValueError):
        return value.encode()  # some write plain text there; it is what they said


def _clean(value: str) -> str:
    return _FORBIDDEN.sub("\ufffd", value)


def _damaged(fault: str) -> Garbled:
    return Garbled(
        f"The audit record {fault}.",
        remedy="Send audit messages as in DICOM PS3.15 A.5.",
        status=fault,
    )
