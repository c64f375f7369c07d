"""The only XML parser that ever sees bytes from the network.

No document type declarations, no entities, no external anything, no huge trees. Comments
say nothing to a program: without them a text is in one piece.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress

from lxml import etree

from showcase.wire.failure import Garbled

MAX_DEPTH = 100
MAX_BYTES = 32 * 1024 * 1024
MAX_MARKS = 500_000
"""Of ``<`` and of ``=``: elements and attributes, each of which takes a hundred times its bytes."""

_DECLARED = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")

_BYTE_ORDER_MARKS = (BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE)
_UNREADABLE = (etree.XMLSyntaxError, LookupError, ValueError)


def parse(data: bytes, *, what: str = "The XML", charset: str = "") -> etree._Element:
    """The root element of `data`.

    Args:
        data: One XML document.
        what: How to name it in an error.
        charset: As its Content-Type says; empty: it says nothing.

    Raises:
        Garbled: Not well-formed, or holding a document type declaration, or beyond a limit.
    """
    if len(data) > MAX_BYTES:
        raise _garbled(what, f"is larger than {MAX_BYTES // 2**20} MB")
    if data.count(b"<") > MAX_MARKS or data.count(b"=") > MAX_MARKS:
        raise _garbled(what, f"has more than {MAX_MARKS} tags or attributes")
    if any("utf7" in name.lower().replace("-", "") for name in (charset, _declared(data))):
        raise _garbled(what, "is in UTF-7, in which no tag can be counted")
    try:
        root = _root(data, charset)
    except _UNREADABLE as error:
        raise _garbled(what, f"is not well-formed: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _garbled(what, "holds a document type declaration, which SOAP forbids")
    return root


def _declared(data: bytes) -> str:
    """The encoding in the XML declaration; empty where there is none that ASCII can be read in."""
    found = _DECLARED.match(data)
    return found[1].decode("latin-1") if found else ""


def _root(data: bytes, charset: str) -> etree._Element:
    """A byte order mark counts first, then the charset, then the declaration (RFC 7303 3).

    Where the charset is plainly wrong, the declaration may still be right.
    """
    if charset and not data.startswith(_BYTE_ORDER_MARKS):
        with suppress(*_UNREADABLE):
            return etree.fromstring(data, _parser(charset))
    return etree.fromstring(data, _parser(None))


def _parser(encoding: str | None) -> etree.XMLParser:
    return etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
    )


def _garbled(what: str, fault: str) -> Garbled:
    status = fault.partition(":")[0]
    return Garbled(f"{what} {fault}.", remedy="Send well-formed XML without a DTD.", status=status)
