"""Datasets of ASCII text, counts and sequences into bytes: queries and what answers them.

pydicom writes anything, and takes a third of a millisecond for a worklist item; a thousand of them
were most of what a scanner waited for. What is written here is the same to the byte.
"""

import struct

from pydicom.dataset import Dataset

_SHORT = frozenset({"AE", "AS", "CS", "DA", "DT", "IS", "LO", "LT", "PN", "SH", "ST", "TM", "UI"})
"""VRs of text whose length takes two bytes in Explicit VR (PS3.5 7.1.2)."""

_LONG = frozenset({"UC", "UR", "UT"})

_IMPLICIT = struct.Struct("<HHL")
_EXPLICIT = struct.Struct("<HH2sH")
_EXPLICIT_LONG = struct.Struct("<HH2sxxL")
_ITEM = struct.pack("<HH", 0xFFFE, 0xE000)


class NotPlain(Exception):
    """There is something else in it."""


def encode(dataset: Dataset, *, implicit: bool) -> bytes:
    """The dataset in Implicit or Explicit VR Little Endian (PS3.5 7.1, A.1, A.2).

    Raises:
        NotPlain: It holds binary numbers, decimals, bytes, or letters beyond ASCII.
    """
    pieces: list[bytes] = []
    for element in dataset:
        vr, tag = element.VR, element.tag
        if vr == "SQ":
            value = _items(element.value, implicit=implicit)
        elif vr in _SHORT or vr in _LONG:
            value = _text(element.value, vr)
        else:
            raise NotPlain
        pieces += (_head(tag >> 16, tag & 0xFFFF, vr, len(value), implicit=implicit), value)
    return b"".join(pieces)


def _head(group: int, element: int, vr: str, size: int, *, implicit: bool) -> bytes:
    if implicit:
        return _IMPLICIT.pack(group, element, size)
    if vr in _SHORT and size <= 0xFFFF:
        return _EXPLICIT.pack(group, element, vr.encode(), size)
    if vr in _SHORT:
        raise NotPlain  # as UN (PS3.5 6.2.2): pydicom's to do
    return _EXPLICIT_LONG.pack(group, element, vr.encode(), size)


def _items(items: list[Dataset], *, implicit: bool) -> bytes:
    pieces: list[bytes] = []
    for each in items or ():
        body = encode(each, implicit=implicit)
        pieces += (_ITEM, struct.pack("<L", len(body)), body)
    return b"".join(pieces)


def _text(value: object, vr: str) -> bytes:
    if value is None:
        return b""
    text = value if isinstance(value, str) else _joined(value)
    if not text.isascii():
        raise NotPlain
    raw = text.encode("ascii")
    return raw + (b"\0" if vr == "UI" else b" ") * (len(raw) % 2)


def _joined(value: object) -> str:
    """Several values, or one that pydicom has wrapped (PersonName)."""
    many = isinstance(value, (list, tuple)) or type(value).__name__ == "MultiValue"
    return "\\".join(str(each) for each in value) if many else str(value)  # type: ignore[attr-defined] # a MultiValue is iterable
