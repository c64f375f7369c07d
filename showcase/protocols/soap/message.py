"""One SOAP message, whichever way it was packed: SIMPLE or MTOM (IHE ITI TF-2 V.3.6, V.8)."""

from collections.abc import Iterable

import msgspec
from lxml import etree

from showcase.protocols.soap import envelope, http, mtom
from showcase.protocols.soap.envelope import Envelope
from showcase.protocols.soap.mtom import Attachment, Package
from showcase.wire import safe_xml
from showcase.wire.failure import Garbled

_XML_TYPES = {"application/soap+xml", "application/xop+xml", "text/xml", "application/xml"}


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A message that was read.

    Attributes:
        envelope: Its envelope.
        package: Its parts; None when it is SIMPLE SOAP.
    """

    envelope: Envelope
    package: Package | None = None

    @property
    def body(self) -> etree._Element:
        """The first child of the SOAP body.

        Raises:
            Garbled: The body is empty.
        """
        if self.envelope.body is None:
            raise Garbled(
                "The SOAP body is empty.", remedy="Send what the WSDL asks for.", status="no body"
            )
        return self.envelope.body

    def content_of(self, element: etree._Element) -> bytes:
        """A copy of the bytes that an element stands for, included or inline.

        Raises:
            Garbled: There are none.
        """
        return bytes(self.view_of(element))

    def view_of(self, element: etree._Element) -> memoryview:
        """The same bytes where they stand, for a document that is large.

        Raises:
            Garbled: There are none.
        """
        return mtom.view_of(element, self.package)


def read(content_type: str, body: bytes | bytearray) -> Message:
    """The message that came with this Content-Type; its parts are views of `body`.

    Raises:
        Garbled: It is neither SIMPLE nor MTOM, or damaged.
    """
    package = mtom.parse(content_type, body) if mtom.is_package(content_type) else None
    media_type, told = http.parameters(package.root.content_type if package else content_type)
    if package is None and media_type not in _XML_TYPES:
        raise Garbled(
            f"A body of type {media_type or 'unknown'} is no SOAP message.",
            remedy="Send application/soap+xml, or multipart/related for MTOM.",
            status=f"Content-Type {media_type or 'missing'}",
        )
    xml = package.root.content if package else bytes(body)
    root = safe_xml.parse(xml, what="The SOAP envelope", charset=told.get("charset", ""))
    return Message(envelope=envelope.read(root), package=package)


def recorded(raw: bytes) -> Message:
    """The message in the recorded bytes of one direction of an HTTP exchange.

    Raises:
        Garbled: There is none.
    """
    message = http.read(raw)
    body = http.unpacked(message.body, message.header("Content-Encoding"))
    return read(message.header("Content-Type"), body)


def pack(
    root: etree._Element,
    attachments: Iterable[tuple[etree._Element, Attachment]] = (),
    *,
    as_mtom: bool,
    action: str = "",
) -> tuple[str, bytes]:
    """An envelope ready to send: what `packed` gives, in one piece."""
    content_type, pieces = packed(root, attachments, as_mtom=as_mtom, action=action)
    return content_type, b"".join(pieces)


def packed(
    root: etree._Element,
    attachments: Iterable[tuple[etree._Element, Attachment]] = (),
    *,
    as_mtom: bool,
    action: str = "",
) -> tuple[str, tuple[bytes, ...]]:
    """An envelope ready to send.

    Args:
        root: The envelope.
        attachments: Elements of it, and the bytes they stand for.
        as_mtom: Multipart with the bytes beside the XML; else base64 within it.
        action: For the optional `action` parameter.

    Returns:
        The Content-Type header field, and the body in pieces.
    """
    if not as_mtom:
        for element, each in attachments:
            mtom.inline(element, each.content)
        suffix = f'; action="{action}"' if action else ""
        return f"application/soap+xml; charset=UTF-8{suffix}", (envelope.to_bytes(root),)
    parts: list[tuple[str, Attachment]] = []
    for element, each in attachments:
        cid = mtom.fresh_cid()
        mtom.include(element, cid)
        parts.append((cid, each))
    return mtom.build(envelope.to_bytes(root), parts, action=action)
