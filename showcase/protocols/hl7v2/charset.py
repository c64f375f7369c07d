"""MSH-18, and the Python codec that reads it (HL7 v2.5, 2.15.9.18 and table 0211)."""

from showcase.wire.failure import Garbled

_CODECS = {
    "": "",
    "ASCII": "",  # often said, often untrue: read like an unlabelled message
    **{f"8859/{n}": f"iso8859-{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 15)},
    "UNICODE UTF-8": "utf-8",
    "UNICODE": "utf-8",
    "UTF-8": "utf-8",  # not in the table, but sent
    "ISO IR6": "",
    "ISO IR14": "iso2022_jp",
    "ISO IR87": "iso2022_jp",
    "ISO IR159": "iso2022_jp_2",
    "GB 18030-2000": "gb18030",
    "KS X 1001": "euc_kr",
    "BIG-5": "big5",
}

UTF8_LABEL = "UNICODE UTF-8"


def decode(data: bytes, label: str, *, default: str = "utf-8") -> tuple[str, str]:
    """The text of `data`, and the codec that read it.

    Args:
        data: The message as it was framed.
        label: MSH-18 as it stands; its last repetition that names a code with escapes wins.
        default: Codec for a message that is unlabelled, or says ASCII and is not.

    Raises:
        Garbled: MSH-18 names a character set, and the bytes are not in it.
    """
    codec = _codec(label)
    if not codec:
        try:
            return data.decode(default), default
        except UnicodeDecodeError:
            return data.decode("iso8859-1"), "iso8859-1"
    try:
        return data.decode(codec), codec
    except UnicodeDecodeError as error:
        raise Garbled(
            f"MSH-18 says {label}, but byte {error.start} of the message is not.",
            remedy="Let the sender write the character set that it uses into MSH-18.",
            status=f"not {label}",
        ) from error


def _codec(label: str) -> str:
    codecs = [_CODECS.get(each.strip().upper(), "") for each in label.split("~")]
    named = [codec for codec in codecs if codec]
    return named[-1] if named else ""
