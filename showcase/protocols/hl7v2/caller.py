"""Who sends a first message, as far as its first bytes tell."""

import re

from showcase.protocols.hl7v2.frame import BETWEEN, START

_LONGEST = 227
"""Characters of an HD, which MSH-3 and MSH-4 are (HL7 v2.5, 2.A.33)."""


def sending(data: bytes) -> str | None:
    """Application and facility in the header that a connection has sent so far.

    Args:
        data: MLLP: a start of block, and a message that begins with MSH.

    Returns:
        ``MSH-3.1|MSH-4.1``. None: that takes more bytes. Empty: this is no message.
    """
    framed = data.lstrip(bytes(BETWEEN))
    if framed[:4] != bytes((START, *b"MSH"))[: len(framed[:4])]:
        return ""
    header, *more = re.split(rb"[\r\n]", framed[1:], maxsplit=1)
    fields: list[bytes] = header.split(header[3:4]) if len(header) > 3 else []
    if len(fields) < 5 and not more:
        return None
    _, signs, application, facility, *_ = [*fields, b"", b"", b"", b""]
    return f"{_first(application, signs)}|{_first(facility, signs)}"


def _first(field: bytes, signs: bytes) -> str:
    """The first component: a namespace, which is what people enter."""
    text = field.split(signs[:1])[0] if signs[:1] else field
    said = text[:_LONGEST].decode("utf-8", errors="replace").strip()
    return "".join(sign if sign.isprintable() else "?" for sign in said)
