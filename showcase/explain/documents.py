"""Documents that travel in messages, for people: CDA by what a reader sees, text as lines."""

from showcase.explain.legible import legible
from showcase.model.node import Node
from showcase.protocols.cda import report as cda
from showcase.wire.failure import Garbled

_MOST_LINES = 2000


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
        lines = content.decode("utf-8", "replace").splitlines()
        return (_whole("Text", "", content, at, _lines(lines)),)
    return ()


def _xml(content: bytes, at: int) -> tuple[Node, ...]:
    try:
        read = cda.read(content)
    except Garbled as error:
        lines = content.decode("utf-8", "replace").splitlines()
        return (_whole("XML", legible(error.words), content, at, _lines(lines)),)
    ids = tuple(
        Node(
            label="Patient id",
            value=legible(f"{each.extension} ({each.root})"),
            path="recordTarget/patientRole/id",
        )
        for each in read.patient_ids
    )
    pdf = (Node(label="Body", value=f"PDF, {len(read.pdf)} bytes"),) if read.pdf else ()
    text = Node(label="Text", children=_lines(read.text.split("\n"))) if read.text else None
    children = (
        Node(label="Patient", value=legible(read.name), path="recordTarget/patientRole/patient"),
        *ids,
        *pdf,
        *([text] if text else []),
    )
    return (_whole("CDA document", legible(read.title), content, at, children),)


def _whole(
    label: str, value: str, content: bytes, at: int, children: tuple[Node, ...] = ()
) -> Node:
    return Node(label=label, value=value, start=at, end=at + len(content), children=children)


def _lines(lines: list[str]) -> tuple[Node, ...]:
    shown = lines[:_MOST_LINES]
    return tuple(Node(label=str(n), value=legible(line)) for n, line in enumerate(shown, 1))
