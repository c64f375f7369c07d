"""Audit records for people: the syslog header, then the DICOM audit message by name."""

import base64
import binascii
import re
from collections.abc import Iterator

import msgspec
from lxml import etree

from showcase.explain.xml_places import Places
from showcase.model.node import Node
from showcase.protocols.audit.message import BOM
from showcase.protocols.audit.syslog import SyslogMessage, frame, parse, unframe
from showcase.wire import safe_xml
from showcase.wire.failure import Garbled

_MEANINGS = {
    "EventActionCode": {
        "C": "create",
        "R": "read",
        "U": "update",
        "D": "delete",
        "E": "execute",
    },
    "EventOutcomeIndicator": {
        "0": "success",
        "4": "minor failure",
        "8": "serious failure",
        "12": "major failure",
    },
    "NetworkAccessPointTypeCode": {"1": "machine name", "2": "IP address"},
    "ParticipantObjectTypeCode": {"1": "person", "2": "system object", "3": "organization"},
    "ParticipantObjectTypeCodeRole": {
        "1": "patient",
        "3": "report",
        "20": "job",
        "24": "query",
    },
}
"""PS3.15 A.5.2, RFC 3881 5."""

_SEVERITIES = [
    "emergency",
    "alert",
    "critical",
    "error",
    "warning",
    "notice",
    "informational",
    "debug",
]
_SECURITY = 10
_WORD = re.compile(rb"[^ ]+")


def explain(raw: bytes) -> tuple[Node, ...]:
    """The records in one direction's bytes, of a datagram or a TLS stream; never raises."""
    if not raw:
        return ()
    if raw[:1] == b"<":
        return (_record(raw, 0),)
    return tuple(_framed(raw))


def _framed(raw: bytes) -> Iterator[Node]:
    messages, rest = unframe(raw)
    at = 0
    for message in messages:
        at += len(frame(message)) - len(message)
        yield _record(message, at)
        at += len(message)
    if rest:
        value = f"{rest} bytes that are no complete message"
        yield Node(label="Rest", value=value, start=at, end=len(raw), children=_lines(raw[at:], at))


def _record(raw: bytes, at: int) -> Node:
    end = at + len(raw)
    try:
        message = parse(raw)
        root = safe_xml.parse(message.body.removeprefix(BOM), what="The audit record")
    except Garbled as error:
        return Node(
            label="Damaged audit record",
            value=error.words,
            start=at,
            end=end,
            children=_lines(raw, at),
        )
    body_at = at + message.body_at
    header = Node(
        label="Syslog header (RFC 5424)",
        start=at,
        end=body_at,
        children=tuple(_header(message, raw, at)),
    )
    xml = message.body.removeprefix(BOM)
    where = Places(root, xml, end - len(xml))
    body = _element(root, "", where)
    return Node(
        label="Audit record", value=_summary(root), start=at, end=end, children=(header, body)
    )


def _header(message: SyslogMessage, raw: bytes, at: int) -> Iterator[Node]:
    """Its fields stand in a fixed order, each behind a space (RFC 5424 6)."""
    words = list(_WORD.finditer(raw, 0, message.body_at))
    for node, word in zip(_fields(message), words, strict=False):
        end = raw.rfind(b" ", 0, message.body_at) if node.label == "STRUCTURED-DATA" else word.end()
        yield msgspec.structs.replace(node, start=at + word.start(), end=at + end)


def _fields(message: SyslogMessage) -> Iterator[Node]:
    facility, severity = divmod(message.priority, 8)
    name = "security" if facility == _SECURITY else f"facility {facility}"
    yield Node(label="PRI", value=f"{message.priority} ({name}, {_SEVERITIES[severity]})")
    yield Node(label="TIMESTAMP", value=message.at.isoformat() if message.at else "not known")
    for label, value in (
        ("HOSTNAME", message.host),
        ("APP-NAME", message.app),
        ("PROCID", message.process),
        ("MSGID", message.msgid),
    ):
        yield Node(label=label, value=value or "not told")
    if message.data != "-":
        yield Node(label="STRUCTURED-DATA", value=_visible(message.data))


def _summary(root: etree._Element) -> str:
    """``Export (ITI-41): success``."""
    names = [_coded(each) for each in root.iter("EventID")]
    kinds = [each.get("csd-code", each.get("code", "")) for each in root.iter("EventTypeCode")]
    outcomes = [each.get("EventOutcomeIndicator", "") for each in root.iter("EventIdentification")]
    meaning = [_MEANINGS["EventOutcomeIndicator"].get(each, each) for each in outcomes]
    return f"{' '.join(names)} ({', '.join(kinds)}): {' '.join(meaning)}"


def _element(element: etree._Element, path: str, where: Places) -> Node:
    name = etree.QName(element).localname
    here = f"{path}/{name}" if path else name
    coded = "codeSystemName" in element.attrib
    attributes = () if coded else tuple(_attribute(element, here, where))
    start, end = where.of(element)
    value = _coded(element) if coded else _visible((element.text or "").strip())
    if name == "ParticipantObjectQuery":
        value = _decoded(element.text or "")
    return Node(
        label=name,
        value=value,
        path=here,
        start=start,
        end=end,
        children=(
            *attributes,
            *(_element(each, here, where) for each in element.iterchildren("{*}*")),
        ),
    )


def _attribute(element: etree._Element, path: str, where: Places) -> Iterator[Node]:
    detail = etree.QName(element).localname == "ParticipantObjectDetail"
    for name in element.keys():  # noqa: SIM118 - an element iterates over its children
        key = str(name)
        value = element.get(key, "")
        meaning = _MEANINGS.get(key, {}).get(value, "")
        said = _decoded(value) if detail and key == "value" else _visible(value)
        start, end = where.attribute(element, key)
        yield Node(
            label=key,
            value=f"{said} ({meaning})" if meaning else said,
            start=start,
            end=end,
            path=f"{path}/@{key}",
        )


def _coded(element: etree._Element) -> str:
    text = element.get("originalText", element.get("displayName", ""))
    code = element.get("csd-code", element.get("code", ""))
    return _visible(f"{text} ({code}, {element.get('codeSystemName', '')})" if text else code)


def _decoded(value: str) -> str:
    try:
        return _visible(base64.b64decode(value, validate=True).decode("utf-8", "replace"))
    except (binascii.Error, ValueError):
        return _visible(value)


def _lines(raw: bytes, at: int) -> tuple[Node, ...]:
    text = raw[:4096].decode("utf-8", "replace")
    return (Node(label="As it came", value=_visible(text), start=at, end=at + len(raw)),)


def _visible(text: str) -> str:
    """The text with control characters as the pictures that Unicode has for them."""
    return "".join(chr(0x2400 + ord(char)) if ord(char) < 0x20 else char for char in text)
