"""MTOM/XOP: an XML document with its binary parts beside it.

A *package* is a multipart/related body (RFC 2387): one root part of type application/xop+xml and
any number of parts that its ``xop:Include`` elements name (W3C XOP 1.0; IHE ITI TF-2 V.8).
"""

import binascii
import quopri
import re
from collections.abc import Iterable
from urllib.parse import quote, unquote
from uuid import uuid4

import msgspec
from lxml import etree

from showcase.protocols.soap.http import parameters
from showcase.protocols.soap.vocabulary import XOP
from showcase.wire.failure import Garbled

MAX_PARTS = 1000
_MAX_PART_HEAD = 16 * 1024
_INCLUDE = f"{{{XOP}}}Include"
_FIELD = re.compile("[!-~][ -~]*")
"""What a header field may hold (RFC 2045 5.1): a media type is a stranger's text."""


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes that travel beside the XML.

    Attributes:
        media_type: Of the bytes: ``text/xml``.
    """

    content: bytes
    media_type: str = "application/octet-stream"


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a package, as it came.

    Attributes:
        cid: Content-ID without its angle brackets; empty where there is none.
        content_type: The header field, with its parameters.
        view: Its content without its transfer encoding; where there is none, it is the body's own
            bytes, of which a large document makes no second copy.
        start: Offset of the content in the body.
        end: Offset behind it.
    """

    cid: str
    content_type: str
    view: memoryview
    start: int = 0
    end: int = 0

    @property
    def content(self) -> bytes:
        """A copy of what `view` shows."""
        return bytes(self.view)


class Package(msgspec.Struct, frozen=True, kw_only=True):
    """A multipart/related body, taken apart.

    Attributes:
        root: The part that holds the XML.
        parts: The others, in their order.
    """

    root: Part
    parts: tuple[Part, ...] = ()

    def part(self, href: str) -> Part:
        """The part that an ``xop:Include`` names.

        Content-IDs come with and without URL encoding (CXF writes ``%3A`` for a colon).

        Raises:
            Garbled: There is none.
        """
        wanted = {href.removeprefix("cid:"), unquote(href.removeprefix("cid:"))}
        for part in self.parts:
            if part.cid and (part.cid in wanted or unquote(part.cid) in wanted):
                return part
        raise _garbled(f"names a part {href!r} that it does not hold", "dangling xop:Include")


def is_package(content_type: str) -> bool:
    """Whether a Content-Type says multipart/related."""
    return parameters(content_type)[0] == "multipart/related"


def build(
    root: bytes, attachments: Iterable[tuple[str, Attachment]], *, action: str = ""
) -> tuple[str, tuple[bytes, ...]]:
    """A package, ready to send.

    Args:
        root: The XML; its includes name the attachments.
        attachments: Content-IDs (`fresh_cid`) and what they stand for.
        action: The SOAP action, for the optional parameter; empty: leave it out.

    Returns:
        The Content-Type header field, and the body in pieces: the attachments as they are, of which
        large ones make no second copy, and what stands between them.
    """
    boundary = f"MIMEBoundary_{uuid4().hex}"
    start = fresh_cid()
    envelope_type = 'application/xop+xml; charset=UTF-8; type="application/soap+xml"'
    pieces: list[bytes] = []
    between = _part_head(boundary, envelope_type, start) + root
    for cid, each in attachments:
        pieces += [between + b"\r\n" + _part_head(boundary, each.media_type, cid), each.content]
        between = b""
    pieces.append(between + f"\r\n--{boundary}--\r\n".encode("ascii"))
    content_type = (
        f'multipart/related; type="application/xop+xml"; boundary="{boundary}"; '
        f'start="<{start}>"; start-info="application/soap+xml"'
    )
    return content_type + (f'; action="{action}"' if action else ""), tuple(pieces)


def _part_head(boundary: str, content_type: str, cid: str) -> bytes:
    said = content_type if _FIELD.fullmatch(content_type) else "application/octet-stream"
    return (
        f"--{boundary}\r\nContent-Type: {said}\r\n"
        f"Content-Transfer-Encoding: binary\r\nContent-ID: <{cid}>\r\n\r\n"
    ).encode()


def fresh_cid() -> str:
    """A Content-ID, without angle brackets, that was never used before (RFC 2392)."""
    return f"{uuid4().hex}@showcase.invalid"


def include(element: etree._Element, cid: str) -> None:
    """Make an element hold nothing but an ``xop:Include`` of `cid` (XOP 1.0, 3.1)."""
    element.text = None
    href = f"cid:{quote(cid, safe='@.-_')}"
    etree.SubElement(element, _INCLUDE, {"href": href}, nsmap={"xop": XOP})


def inline(element: etree._Element, content: bytes) -> None:
    """Make an element hold the bytes themselves, as base64."""
    element.text = binascii.b2a_base64(content, newline=False).decode("ascii")


def view_of(element: etree._Element, package: Package | None) -> memoryview:
    """The bytes an element stands for: included, or inline as base64.

    Raises:
        Garbled: The include leads nowhere, or the text is no base64.
    """
    found = element.find(_INCLUDE)
    if found is not None:
        if package is None:
            raise _garbled("has an xop:Include but no parts", "xop:Include outside MTOM")
        return package.part(found.get("href", "")).view
    text = "".join((element.text or "").split())
    try:
        return memoryview(binascii.a2b_base64(text.encode("ascii"), strict_mode=bool(text)))
    except ValueError as error:
        raise _garbled("holds a document that is neither base64 nor XOP", str(error)) from error


def parse(content_type: str, body: bytes | bytearray, *, max_parts: int = MAX_PARTS) -> Package:
    """Take a multipart/related body apart; the parts' bytes come out exactly as they went in.

    Raises:
        Garbled: It is not one, or holds more than `max_parts` parts.
    """
    media_type, told = parameters(content_type)
    boundary = told.get("boundary", "")
    if media_type != "multipart/related" or not 0 < len(boundary) <= 200:
        raise _garbled("is not multipart/related with a boundary", "Content-Type")
    parts = _parts(body, b"--" + boundary.encode("latin-1", "replace"), max_parts)
    if not parts:
        raise _garbled("holds no part", "empty multipart")
    start = told.get("start", "").strip().removeprefix("<").removesuffix(">")
    root = next((p for p in parts if start and p.cid == start), None)
    if root is None and start:
        raise _garbled(f"has no part <{start}>, which its start names", "start names no part")
    root = root or parts[0]
    return Package(root=root, parts=tuple(part for part in parts if part is not root))


def _parts(body: bytes | bytearray, delimiter: bytes, max_parts: int) -> list[Part]:
    parts: list[Part] = []
    at, last = _after_delimiter(body, delimiter, 0, first=True)[1:]
    while not last:
        end, following, last = _after_delimiter(body, delimiter, at)
        if len(parts) >= max_parts:
            raise _garbled(f"holds more than {max_parts} parts", "too many parts")
        parts.append(_part(body, at, end))
        at = following
    return parts


def _after_delimiter(
    body: bytes | bytearray, delimiter: bytes, at: int, *, first: bool = False
) -> tuple[int, int, bool]:
    """Where the next delimiter line begins and ends, and whether it is the last (RFC 2046 5.1.1).

    A delimiter stands at the beginning of a line, and nothing but white space follows it there:
    a part may well hold the same characters elsewhere.
    """
    if first and body.startswith(delimiter):
        begin = 0
    else:
        # one step back: the CRLF that ends an empty part's head also begins the delimiter
        begin = body.find(b"\r\n" + delimiter, max(at - 2, 0))
    while begin >= 0:
        after = begin + (2 if body.startswith(b"\r\n", begin) else 0) + len(delimiter)
        last = body.startswith(b"--", after)
        stop = body.find(b"\r\n", after)
        line = body[after + (2 if last else 0) : stop if stop >= 0 else len(body)]
        if not line.strip(b" \t") and (last or stop >= 0):
            return begin, (stop + 2 if stop >= 0 else len(body)), last
        begin = body.find(b"\r\n" + delimiter, after)
    raise _garbled("ends without its closing boundary", "multipart cut short")


def _part(body: bytes | bytearray, at: int, end: int) -> Part:
    head: bytes | bytearray = b""
    start = at + 2
    if not body.startswith(b"\r\n", at):
        stop = body.find(b"\r\n\r\n", at, min(at + _MAX_PART_HEAD, end + 2))
        if stop < 0:
            raise _garbled("has a part without an end of its head", "part head")
        head, start = body[at:stop], stop + 4
    fields = _fields(head)
    coding = fields.get("content-transfer-encoding", "binary").strip().lower()
    stop = max(end, start)
    return Part(
        cid=fields.get("content-id", "").strip().removeprefix("<").removesuffix(">"),
        content_type=fields.get("content-type", ""),
        view=_decoded(memoryview(body)[start:stop], coding),
        start=start,
        end=stop,
    )


def _fields(head: bytes | bytearray) -> dict[str, str]:
    text = head.decode("utf-8", "replace").replace("\r\n ", " ").replace("\r\n\t", " ")
    lines = (line.partition(":") for line in text.split("\r\n"))
    return {name.strip().lower(): value.strip() for name, _, value in lines}


def _decoded(content: memoryview, coding: str) -> memoryview:
    if coding == "base64":
        try:
            return memoryview(binascii.a2b_base64(content))
        except ValueError as error:
            raise _garbled("has a part that is no base64", str(error)) from error
    if coding == "quoted-printable":
        return memoryview(quopri.decodestring(bytes(content)))
    return content


def _garbled(fault: str, status: str) -> Garbled:
    return Garbled(
        f"The MTOM package {fault}.",
        remedy="Send multipart/related as IHE ITI TF-2 V.8 describes it.",
        status=status,
    )
