"""The only XML parser that ever sees bytes from the network.

No document type declarations, no entities, no external anything, no huge trees.
"""

from lxml import etree

from showcase.wire.failure import Garbled

MAX_DEPTH = 100
MAX_BYTES = 32 * 1024 * 1024
MAX_MARKS = 500_000
"""Of ``<`` and of ``=``: elements and attributes, each of which takes a hundred times its bytes."""


def parse(data: bytes, *, what: str = "The XML") -> etree._Element:
    """The root element of `data`.

    Args:
        data: One XML document.
        what: How to name it in an error.

    Raises:
        Garbled: Not well-formed, or holding a document type declaration, or beyond a limit.
    """
    if len(data) > MAX_BYTES:
        raise _garbled(what, f"is larger than {MAX_BYTES // 2**20} MB")
    if data.count(b"<") > MAX_MARKS or data.count(b"=") > MAX_MARKS:
        raise _garbled(what, f"has more than {MAX_MARKS} tags or attributes")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _garbled(what, f"is not well-formed: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _garbled(what, "holds a document type declaration, which SOAP forbids")
    return root


def _garbled(what: str, fault: str) -> Garbled:
    status = fault.partition(":")[0]
    return Garbled(f"{what} {fault}.", remedy="Send well-formed XML without a DTD.", status=status)
