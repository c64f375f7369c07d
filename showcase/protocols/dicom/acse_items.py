"""The parts of A-ASSOCIATE PDUs that are known, out of all that a peer may write into one.

What a receiver does not know it passes over: items of types that came later, or are a maker's own,
are no reason not to talk (PS3.8 9.3.1, PS3.7 D.3.3). pynetdicom's codec, which reads the rest,
refuses them.
"""

import struct
from collections.abc import Iterator

from showcase.protocols.dicom.pdu import Pdu, garbled

_TITLES = slice(4, 36)
"""Called and calling AE title, of the body."""

_CONTEXTS = frozenset({0x20, 0x21})
_USER = 0x50
_KNOWN = frozenset({0x10, *_CONTEXTS, _USER})
_IN_CONTEXT = frozenset({0x30, 0x40})
_IN_USER = frozenset(range(0x51, 0x5A))
_VERSION_NAME = 0x55
_LONGEST_NAME = 16

_HEAD = struct.Struct(">BxH")


def known(pdu: Pdu) -> bytes:
    """The A-ASSOCIATE-RQ or -AC without items of unknown types.

    AE titles padded with NUL are padded with spaces, and the name of an implementation, which
    decides nothing, is cut to what may stand there (PS3.7 D.3.3.2.3).

    Raises:
        Garbled: Lengths do not add up.
    """
    body = bytes(pdu.body)
    fixed = bytearray(body[:68])
    fixed[_TITLES] = bytes(fixed[_TITLES]).replace(b"\0", b" ")
    items = b"".join(_item(kind, value) for kind, value in _items(body[68:]) if kind in _KNOWN)
    return struct.pack(">BxL", pdu.kind, len(fixed) + len(items)) + fixed + items


def _item(kind: int, value: bytes) -> bytes:
    if kind in _CONTEXTS:
        value = value[:4] + _only(value[4:], _IN_CONTEXT)
    elif kind == _USER:
        value = _only(value, _IN_USER)
    return _HEAD.pack(kind, len(value)) + value


def _only(data: bytes, kinds: frozenset[int]) -> bytes:
    return b"".join(
        _HEAD.pack(kind, len(value)) + value
        for kind, found in _items(data)
        if kind in kinds
        for value in [_name(found) if kind == _VERSION_NAME else found]
    )


def _name(found: bytes) -> bytes:
    legible = bytes(each for each in found if 0x20 <= each < 0x7F and each != 0x5C)
    return legible[:_LONGEST_NAME]


def _items(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        if at + _HEAD.size > len(data):
            raise garbled("an item of an association request or answer is cut short")
        kind, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        if length > len(data) - at:
            raise garbled(f"an item of type {kind:#04x} claims {length} bytes")
        yield kind, data[at : at + length]
        at += length
