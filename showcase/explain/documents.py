"""Documents that travel in messages, for people: CDA by what a reader sees, text as lines."""

import re
from itertools import islice

from showcase.explain.legible import legible
from showcase.explain.xml_places import Places, Span
from showcase.model.node import Node
from showcase.protocols.cda import report as cda
from showcase.wire import safe_xml
from showcase.wire.failure import Garbled

_MOST_LINES = 2000
_LONGEST = 4000
"""Bytes of a line that are shown; all of them are in the journal."""

_LINE = re.compile(rb"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


def explain_document(content: bytes, media_type: str, at: int = 0) -> tuple[Node, ...]:
    """What a document says; nothing for types that are no text.

    Args:
        content: Its bytes.
        media_type: ``text/xml``.
        at: Offset of its first byte in the recorded bytes.
    """
    if content.startswith(b"%PDF-"):
        return (_whole("PDF", f"{len(content)} bytes", content, at),)
    if "xml" in media_type:
        return _xml(content, at)
    if media_type.startswith("text/"):
        return (_whole("Text", "", content, at, lines_of(content, at)),)
    return ()


def _xml(content: bytes, at: int) -> tuple[Node, ...]:
    try:
        read = cda.read(content)
    except Garbled as error:
        return (_whole("XML", legible(error.words), content, at, lines_of(content, at)),)
    root = safe_xml.parse(content)
    where = Places(root, content, at)
    role = root.find("{*}recordTarget/{*}patientRole")
    found = role.iterchildren("{*}id") if role is not None else ()
    ids = tuple(
        _placed(
            "Patient id",
            f"{each.extension} ({each.root})",
            "recordTarget/patientRole/id",
            where.of(element),
        )
        for each, element in zip(read.patient_ids, found, strict=False)
    )
    pdf = (Node(label="Body", value=f"PDF, {len(read.pdf)} bytes"),) if read.pdf else ()
    start, end = where.of(root.find("{*}component"))
    lines = _lines(read.text.split("\n"))
    text = Node(label="Text", start=start, end=end, children=lines) if read.text else None
    patient = where.of(role.find("{*}patient") if role is not None else None)
    children = (
        _placed("Patient", read.name, "recordTarget/patientRole/patient", patient),
        *ids,
        *pdf,
        *([text] if text else []),
    )
    return (_whole("CDA document", legible(read.title), content, at, children),)


def _whole(
    label: str, value: str, content: bytes, at: int, children: tuple[Node, ...] = ()
) -> Node:
    return Node(label=label, value=value, start=at, end=at + len(content), children=children)


def _placed(label: str, value: str, path: str, span: Span) -> Node:
    start, end = span
    return Node(label=label, value=legible(value), path=path, start=start, end=end)


def lines_of(content: bytes, at: int) -> tuple[Node, ...]:
    """Text as its lines, each with its bytes.

    Args:
        content: The bytes of the text, UTF-8 or much like it.
        at: Offset of its first byte in the recorded bytes.
    """
    nodes: list[Node] = []
    for each in islice(_LINE.finditer(content), _MOST_LINES):
        if each.start() == len(content):
            break  # behind the last line's end
        value = legible(each[1][:_LONGEST].decode("utf-8", "replace"))
        start, end = at + each.start(1), at + each.end(1)
        nodes.append(Node(label=str(len(nodes) + 1), value=value, start=start, end=end))
    return tuple(nodes)


def _lines(lines: list[str]) -> tuple[Node, ...]:
    shown = lines[:_MOST_LINES]
    return tuple(Node(label=str(n), value=legible(line)) for n, line in enumerate(shown, 1))
