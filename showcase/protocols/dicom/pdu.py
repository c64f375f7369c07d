"""Cuts a byte stream into PDUs, and P-DATA-TF into presentation data values (PS3.8 9.3).

No I/O, and no trust: a declared length is a claim, and noise is one `Garbled`, however it was cut
into pieces.
"""

import struct
from collections import deque
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from showcase.wire.failure import Garbled

HEADER = 6
"""PDU type, a reserved byte, and four bytes of length (PS3.8 9.3.1)."""

LARGEST = 1024 * 1024
"""The largest PDU we take: eight times what we ask for, and room for 128 presentation contexts."""

_HEAD = struct.Struct(">BxL")
_ITEM = struct.Struct(">LBB")


class Kind(IntEnum):
    """PDU types (PS3.8 9.3.1)."""

    ASSOCIATE_RQ = 1
    ASSOCIATE_AC = 2
    ASSOCIATE_RJ = 3
    P_DATA_TF = 4
    RELEASE_RQ = 5
    RELEASE_RP = 6
    ABORT = 7


_FIXED = {Kind.ASSOCIATE_RJ: 4, Kind.RELEASE_RQ: 4, Kind.RELEASE_RP: 4, Kind.ABORT: 4}
_LEAST = {Kind.ASSOCIATE_RQ: 68, Kind.ASSOCIATE_AC: 68, Kind.P_DATA_TF: 6}


class Pdu(NamedTuple):
    """One PDU: its type, where in the stream its header stands, and what follows the header.

    Of a P-DATA-TF that came in one piece, `body` is a view of that piece.
    """

    kind: Kind
    start: int
    body: bytes | memoryview

    @property
    def end(self) -> int:
        """Offset behind its last byte."""
        return self.start + HEADER + len(self.body)

    @property
    def raw(self) -> bytes:
        """The whole PDU as it crossed the wire, but for the reserved byte."""
        return b"".join((_HEAD.pack(self.kind, len(self.body)), self.body))


class Pdv(NamedTuple):
    """A presentation data value item (PS3.8 9.3.5.1, Annex E.2)."""

    context_id: int
    command: bool
    last: bool
    fragment: bytes | memoryview


class Framer:
    """Turns bytes in any pieces into PDUs. What is not in one piece is copied, once."""

    def __init__(self, *, largest: int = LARGEST) -> None:
        """A framer at the start of a stream; a longer PDU than `largest` is garbage."""
        self._largest = largest
        self._held: deque[memoryview] = deque()
        self._pending = 0
        self._at = 0

    @property
    def pending(self) -> int:
        """Bytes of a PDU that is not complete yet."""
        return self._pending

    @property
    def at(self) -> int:
        """Offset in the stream of the first byte that no PDU has taken."""
        return self._at

    def feed(self, data: bytes | memoryview) -> Iterator[Pdu]:
        """The PDUs that `data` completes, one by one.

        Raises:
            Garbled: (while iterating) what comes next is no PDU.
        """
        if data:
            self._held.append(memoryview(data))
            self._pending += len(data)
        return self._cut()

    def _cut(self) -> Iterator[Pdu]:
        while self._pending >= HEADER:
            kind, length = _head(self._peek(HEADER), self._largest)
            end = HEADER + length
            if self._pending < end:
                return
            self._take(HEADER)
            body = self._take(length)
            pdu = Pdu(kind, self._at, body if kind is Kind.P_DATA_TF else bytes(body))
            self._at += end
            yield pdu

    def _peek(self, size: int) -> bytes:
        found = b""
        for view in self._held:
            found += view[: size - len(found)]
            if len(found) == size:
                break
        return found

    def _take(self, size: int) -> bytes | memoryview:
        self._pending -= size
        pieces: list[memoryview] = []
        while size:
            view = self._held.popleft()
            if len(view) > size:
                self._held.appendleft(view[size:])
                view = view[:size]
            pieces.append(view)
            size -= len(view)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _head(held: bytes, largest: int) -> tuple[Kind, int]:
    number, length = _HEAD.unpack_from(held)
    try:
        kind = Kind(number)
    except ValueError:
        raise garbled(f"PDU type {number:#04x} does not exist") from None
    if length > largest:
        raise garbled(f"a PDU claims {length} bytes, the limit is {largest}")
    if length != _FIXED.get(kind, length) or length < _LEAST.get(kind, 0):
        raise garbled(f"a PDU of type {kind.name} cannot have {length} bytes")
    return kind, length


def values(body: bytes | memoryview) -> list[Pdv]:
    """The presentation data values of a P-DATA-TF (PS3.8 9.3.5): one or more, not copied.

    Raises:
        Garbled: Their lengths do not add up.
    """
    found: list[Pdv] = []
    at, end = 0, len(body)
    view = memoryview(body)
    while at < end:
        if end - at < _ITEM.size:
            raise garbled("a presentation data value is cut short")
        length, context_id, control = _ITEM.unpack_from(body, at)
        if length < 2 or at + 4 + length > end:
            raise garbled(f"a presentation data value claims {length} bytes")
        fragment = view[at + _ITEM.size : at + 4 + length]
        found.append(Pdv(context_id, bool(control & 1), bool(control & 2), fragment))
        at += 4 + length
    return found


def p_data(context_id: int, data: bytes, *, command: bool, room: int) -> list[bytes | memoryview]:
    """P-DATA-TF PDUs that carry `data` in fragments, as buffers to write one after the other.

    Args:
        context_id: Presentation context.
        data: A whole command set or dataset.
        command: Which of the two.
        room: Largest fragment; even, as every fragment but the last must be.
    """
    view = memoryview(data)
    pieces: list[bytes | memoryview] = []
    for at in range(0, max(len(data), 1), room):
        fragment = view[at : at + room]
        size = len(fragment)
        control = int(command) | (2 if at + room >= len(data) else 0)
        head = _HEAD.pack(Kind.P_DATA_TF, size + 6) + _ITEM.pack(size + 2, context_id, control)
        pieces += (head, fragment)
    return pieces


def joined(pieces: Sequence[bytes | memoryview]) -> bytes:
    """Buffers as one."""
    return b"".join(pieces)


def garbled(fault: str) -> Garbled:
    """The `Garbled` for a stream that is not DICOM."""
    return Garbled(
        f"What came is not DICOM: {fault}.",
        remedy="Check that a DICOM system, and no other program, uses this port.",
        status=fault,
    )
