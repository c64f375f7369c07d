"""Recorded bytes into HTTP head and body (RFC 9112)."""

import re
import zlib

import msgspec

from showcase.wire.failure import Garbled
from showcase.wire.limits import DEFAULT

_LINE = re.compile(rb"\r?\n")
_INFORMATIONAL = re.compile(rb"HTTP/1\.[01] 1\d\d")
_EITHER_HEADER = 32 + zlib.MAX_WBITS
"""Lets zlib see for itself whether gzip's header (RFC 1952) or its own (RFC 1950) comes."""

_PARAMETER = re.compile(r";\s*([^\s=;]+)\s*=\s*(\"(?:[^\"\\]|\\.)*\"|[^;]*)")


class HttpMessage(msgspec.Struct, frozen=True, kw_only=True):
    """One request or answer, read from what was recorded.

    Attributes:
        start_line: ``POST /iti-41 HTTP/1.1``, ``HTTP/1.1 200 OK``.
        headers: Names and values, in their order.
        body: Without its transfer coding.
        head_at: Offset of the start line; interim answers stand before it.
        body_at: Offset of the body.
        pieces: The stretches of the recorded bytes that `body` was put together of, each as its
            offset and its size: one, or one for each chunk.
        complete: False when the body is shorter than the head announces.
    """

    start_line: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    head_at: int
    body_at: int
    pieces: tuple[tuple[int, int], ...]
    complete: bool

    def header(self, name: str) -> str:
        """The value of a header field, whatever its case; empty where there is none."""
        return next((v for n, v in self.headers if n.lower() == name.lower()), "")

    @property
    def status(self) -> int:
        """The status code; 0 for a request."""
        words = self.start_line.split()
        code = words[1] if len(words) > 1 and words[0].startswith("HTTP/") else ""
        return int(code) if code.isascii() and code.isdigit() else 0


def read(raw: bytes) -> HttpMessage:
    """The first message in recorded bytes, interim answers (100 Continue) passed over.

    Raises:
        Garbled: There is no head.
    """
    at, (head, body_at) = 0, _head(raw, 0)
    while _INFORMATIONAL.match(head):
        at = body_at
        head, body_at = _head(raw, at)
    lines = [line.decode("latin-1") for line in _LINE.split(head)]
    headers = tuple(_header(line) for line in lines[1:] if line)
    rest = len(raw) - body_at
    fields = {name.lower(): value for name, value in headers}
    if "chunked" in fields.get("transfer-encoding", "").lower():
        pieces, complete = _chunks(raw, body_at)
    else:
        length = fields.get("content-length", "")
        size = int(length) if length.isascii() and length.isdigit() else rest
        pieces, complete = ((body_at, min(size, rest)),), rest >= size
    return HttpMessage(
        start_line=lines[0],
        headers=headers,
        body=b"".join(raw[start : start + size] for start, size in pieces),
        head_at=at,
        body_at=body_at,
        pieces=pieces,
        complete=complete,
    )


def _head(raw: bytes, at: int) -> tuple[bytes, int]:
    end = raw.find(b"\r\n\r\n", at)
    if end < 0:
        raise Garbled(
            "The recorded bytes hold no complete HTTP head.",
            remedy="Look at the bytes: the peer may have hung up, or speak something else.",
            status="no HTTP head",
        )
    return raw[at:end], end + 4


def _header(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip(), value.strip()


def _chunks(raw: bytes, at: int) -> tuple[tuple[tuple[int, int], ...], bool]:
    """Chunks (RFC 9112 7.1) by offset and size of their bytes; and whether the last was there."""
    pieces: list[tuple[int, int]] = []
    while (end := raw.find(b"\r\n", at)) >= 0:
        digits = raw[at:end].partition(b";")[0].strip()
        try:
            size = int(digits, 16)
        except ValueError:
            break
        if size <= 0:
            return tuple(pieces), size == 0
        pieces.append((end + 2, min(size, len(raw) - end - 2)))
        at = end + 2 + size + 2
    return tuple(pieces), False


def unpacked(body: bytes, coding: str, *, most: int = DEFAULT.message_bytes) -> bytes:
    """A body without its content coding (RFC 9110 8.4.1): what two vendors' systems agreed upon.

    Args:
        body: As it was recorded, without its transfer coding.
        coding: The header field; empty where there is none.
        most: Bytes beyond which it is not unpacked: a few kilobytes may hold gigabytes.

    Raises:
        Garbled: Damaged, larger, or of a coding other than gzip and deflate.
    """
    name = coding.strip().lower()
    if name in {"", "identity"}:
        return body
    if name not in {"gzip", "x-gzip", "deflate"}:
        raise _packed(f"is compressed ({name}), which is not read here")
    unpacking = zlib.decompressobj(_EITHER_HEADER)
    try:
        content = unpacking.decompress(body, most)
    except zlib.error as error:
        raise _packed(f"is no {name}: {error}") from error
    if unpacking.unconsumed_tail:
        raise _packed(f"holds more than {most // 2**20} MB when unpacked")
    return content


def _packed(fault: str) -> Garbled:
    return Garbled(
        f"The HTTP body {fault}.",
        remedy="Switch off HTTP compression at both systems.",
        status=f"body {fault.partition(':')[0]}",
    )


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """A media type and its parameters: any order, any case, quoted or not (RFC 9110 8.3.1)."""
    media_type = value.partition(";")[0].strip().lower()
    found: dict[str, str] = {}
    for name, text in _PARAMETER.findall(value):
        plain = text.strip()
        if len(plain) >= 2 and plain.startswith('"') and plain.endswith('"'):
            plain = re.sub(r"\\(.)", r"\1", plain[1:-1])
        found.setdefault(name.lower(), plain)
    return media_type, found
