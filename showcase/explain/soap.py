"""HTTP heads, SOAP envelopes and MTOM parts, for people.

Damaged bytes still give a tree: whatever can be read stands in it, then what is wrong.
"""

from bisect import bisect_right
from itertools import accumulate

import msgspec
from lxml import etree

from showcase.explain.documents import explain_document, lines_of
from showcase.explain.ebxml import explain_body
from showcase.explain.legible import legible
from showcase.explain.xml_places import Places, Span
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
        plain = http.unpacked(message.body, message.header("Content-Encoding"))
        body = _body(msgspec.structs.replace(message, body=plain), at)
    except Garbled as error:
        plain = message.body
        body = (*_damaged(error), *_plain_text("Body", message.body, at))
    if plain is not message.body:
        body = tuple(map(_nowhere, body))
    elif len(message.pieces) != 1 or message.pieces[0][0] != at:
        chunks = _Chunks(message)
        body = tuple(map(chunks.placed, body))
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
            _envelope(
                package.root.content, package.root.content_type, package, at + package.root.start
            ),
            *(_part(part, at) for part in package.parts),
        )
    if "xml" in content_type.lower():
        return (_envelope(message.body, content_type, None, at),)
    return _plain_text("Body", message.body, at)


def _envelope(xml: bytes, content_type: str, package: Package | None, at: int) -> Node:
    charset = http.parameters(content_type)[1].get("charset", "")
    try:
        root = safe_xml.parse(xml, what="The SOAP envelope", charset=charset)
        read = envelope.read(root)
    except Garbled as error:
        children = (*_damaged(error), *_plain_text("XML", xml, at))
        return Node(label="SOAP envelope", start=at, end=at + len(xml), children=children)
    where = Places(root, xml, at)
    header = root.find(f"{{{SOAP12}}}Header")
    blocks = (
        (_block(each, where) for each in header.iterchildren("*")) if header is not None else ()
    )
    body = explain_body(read.body, package, where) if read.body is not None else ()
    version = "1.2" if root.tag == f"{{{SOAP12}}}Envelope" else "1.1"
    return Node(
        label="SOAP envelope",
        value=f"SOAP {version}, {'MTOM' if package else 'SIMPLE'}",
        start=at,
        end=at + len(xml),
        children=(
            _branch("Header", where.of(header), tuple(blocks)),
            _branch("Body", where.of(root.find(f"{{{SOAP12}}}Body")), body),
        ),
    )


def _branch(label: str, span: Span, children: tuple[Node, ...]) -> Node:
    start, end = span
    return Node(label=label, start=start, end=end, children=children)


def _block(block: etree._Element, where: Places) -> Node:
    name = etree.QName(block)
    prefix = "wsa:" if name.namespace == WSA else ""
    must = block.get(f"{{{SOAP12}}}mustUnderstand", "") in {"1", "true"}
    text = " ".join("".join(map(str, block.itertext())).split())
    start, end = where.of(block)
    return Node(
        label=f"{prefix}{name.localname}" + (" (mustUnderstand)" if must else ""),
        value=legible(text),
        start=start,
        end=end,
        path=f"Header/{prefix}{name.localname}",
    )


def _part(part: Part, at: int) -> Node:
    media_type = http.parameters(part.content_type)[0]
    says = explain_document(part.content, media_type, at + part.start)
    if len(part.content) != part.end - part.start:
        says = tuple(map(_nowhere, says))
    return Node(
        label=f"Part {legible(part.cid) or 'without Content-ID'}",
        value=f"{media_type or 'no type'}, {len(part.content)} bytes",
        start=at + part.start,
        end=at + part.end,
        path=f"cid:{legible(part.cid)}",
        children=says,
    )


class _Chunks:
    """Where the bytes of a body stand that came in chunks; heads of chunks between them are in."""

    def __init__(self, message: HttpMessage) -> None:
        self._base = message.body_at
        self._pieces = message.pieces
        self._sizes = list(accumulate((size for _, size in message.pieces), initial=0))

    def placed(self, node: Node) -> Node:
        """The node, and what it consists of, at the places that the recorded bytes have for it."""
        children = tuple(map(self.placed, node.children))
        if node.end <= node.start:
            return msgspec.structs.replace(node, children=children)
        start, end = self._place(node.start), self._place(node.end - 1) + 1
        return msgspec.structs.replace(node, start=start, end=end, children=children)

    def _place(self, offset: int) -> int:
        """Of one byte, whose offset counts as if the body began where its first chunk's head is."""
        inside = offset - self._base
        nth = min(bisect_right(self._sizes, inside), len(self._pieces)) - 1
        return self._pieces[nth][0] + inside - self._sizes[nth]


def _nowhere(node: Node) -> Node:
    """The node without offsets: what was decoded is no stretch of the recorded bytes."""
    children = tuple(map(_nowhere, node.children))
    return msgspec.structs.replace(node, start=0, end=0, children=children)


def _damaged(error: Garbled) -> tuple[Node, ...]:
    return (Node(label="Damaged", value=legible(error.words)),)


def _plain_text(label: str, data: bytes, at: int) -> tuple[Node, ...]:
    if not data:
        return ()
    children = lines_of(data[:_MOST_TEXT], at)
    return (
        Node(
            label=label,
            value=f"{len(data)} bytes",
            start=at,
            end=at + len(data),
            children=children,
        ),
    )
