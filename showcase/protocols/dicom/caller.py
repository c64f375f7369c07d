"""Who asks for an association, as far as its first bytes tell."""

_CALLING = slice(26, 42)
"""Where the calling AE title stands in an A-ASSOCIATE-RQ PDU (PS3.8 table 9-11)."""

_A_ASSOCIATE_RQ = b"\x01"


def calling(data: bytes) -> str | None:
    """The calling AE title in what a connection has sent so far.

    Returns:
        None: that takes more bytes. Empty: this is no request for an association.
    """
    if data[:1] not in (b"", _A_ASSOCIATE_RQ):
        return ""
    if len(data) < _CALLING.stop:
        return None
    title = data[_CALLING].decode("ascii", errors="replace")
    return "".join(sign if sign.isprintable() else "?" for sign in title).strip()
