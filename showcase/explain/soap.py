"""HTTP heads, SOAP envelopes and MTOM parts, for people.

Damaged bytes still give a tree: whatever can be read stands in it, then what is wrong.
"""

import msgspec
from lxml import etree

from showcase.explain.documents import explain_document
from showcase.explain.ebxml import explain_body
from showcase.explain.legible import legible
from showcase.model.node import Node
from showcase.protocols.soap import envelope, http, mtom
from showcase.protocols.soap.http import HttpMessage
from showcase.protocols.soap.mtom import Package, Part
from showcase.protocols.soap.vocabulary import SOAP12, WSA
from showcase.wire import safe_xml
from showcase.wire.failure import Garbled

_MOST_TEXT = 64 * 1024


def explain(raw: bytes) -> tuple[Node, ...]:
    """One direction of an HTTP exchange as a tree.

    Args:
        raw: The bytes as they crossed the wire.
    """
    if not raw:
        return ()
    try:
        message = http.read(raw)
    except Garbled as error:
        return (*_damaged(error), *_plain_text("Bytes", raw, 0))
    head = _head(raw, message)
    at = message.body_at
    try:
        body = _body(message, at)
    except Garbled as error:
        body = (*_damaged(error), *_plain_text("Body", message.body, at))
    if not message.verbatim:
        body = tuple(map(_nowhere, body))
    short = () if message.complete else (Node(label="Cut short", value="the body is incomplete"),)
    return (head, *body, *short)


def _head(raw: bytes, message: HttpMessage) -> Node:
    """The start line, and the header fields with their offsets."""
    fields: list[Node] = []
    at = message.head_at
    for line in raw[message.head_at : message.body_at].split(b"\r\n")[:-2]:
        end = at + len(line)
        name, _, value = line.decode("latin-1").partition(":")
        if at > message.head_at:
            fields.append(
                Node(label=legible(name), value=legible(value.strip()), start=at, end=end)
            )
        at = end + 2
    return Node(
        label="HTTP",
        value=legible(message.start_line),
        start=message.head_at,
        end=message.body_at,
        children=tuple(fields),
    )


def _body(message: HttpMessage, at: int) -> tuple[Node, ...]:
    """The SOAP message; an error page or an empty body as text."""
    content_type = message.header("Content-Type")
    if mtom.is_package(content_type):
        package = mtom.parse(content_type, message.body)
        return (
            _envelope(package.root.content, package, at + package.root.start),
            *(_part(part, at) for part in package.parts),
        )
    if "xml" in content_type.lower():
        return (_envelope(message.body, None, at),)
    return _plain_text("Body", message.body, at)


def _envelope(xml: bytes, package: Package | None, at: int) -> Node:
    try:
        read = envelope.read(safe_xml.parse(xml, what="The SOAP envelope"))
    except Garbled as error:
        children = (*_damaged(error), *_plain_text("XML", xml, at))
        return Node(label="SOAP envelope", start=at, end=at + len(xml), children=children)
    header = read.root.find(f"{{{SOAP12}}}Header")
    blocks = tuple(map(_block, header.iterchildren("*"))) if header is not None else ()
    body = explain_body(read.body, package) if read.body is not None else ()
    return Node(
        label="SOAP envelope",
        value=f"SOAP 1.2, {'MTOM' if package else 'SIMPLE'}",
        start=at,
        end=at + len(xml),
        children=(
            Node(label="Header", children=blocks),
            Node(label="Body", children=body),
        ),
    )


def _block(block: etree._Element) -> Node:
    name = etree.QName(block)
    prefix = "wsa:" if name.namespace == WSA else ""
    must = block.get(f"{{{SOAP12}}}mustUnderstand", "") in {"1", "true"}
    text = " ".join("".join(map(str, block.itertext())).split())
    return Node(
        label=f"{prefix}{name.localname}" + (" (mustUnderstand)" if must else ""),
        value=legible(text),
        path=f"Header/{prefix}{name.localname}",
    )


def _part(part: Part, at: int) -> Node:
    media_type = http.parameters(part.content_type)[0]
    return Node(
        label=f"Part {legible(part.cid) or 'without Content-ID'}",
        value=f"{media_type or 'no type'}, {len(part.content)} bytes",
        start=at + part.start,
        end=at + part.end,
        path=f"cid:{legible(part.cid)}",
        children=explain_document(part.content, media_type, at + part.start),
    )


def _nowhere(node: Node) -> Node:
    """The node without offsets: what came in chunks is no stretch of the recorded bytes."""
    children = tuple(map(_nowhere, node.children))
    return msgspec.structs.replace(node, start=0, end=0, children=children)


def _damaged(error: Garbled) -> tuple[Node, ...]:
    return (Node(label="Damaged", value=legible(error.words)),)


def _plain_text(label: str, data: bytes, at: int) -> tuple[Node, ...]:
    if not data:
        return ()
    lines = data[:_MOST_TEXT].decode("utf-8", "replace").splitlines()
    children = tuple(Node(label=str(n), value=legible(line)) for n, line in enumerate(lines, 1))
    return (
        Node(
            label=label,
            value=f"{len(data)} bytes",
            start=at,
            end=at + len(data),
            children=children,
        ),
    )
