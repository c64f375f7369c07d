"""Where the elements of a message stand among the recorded bytes (PS3.5 7, PS3.8 9.3.5).

A dataset crosses the wire in fragments, each behind headers of its own: a place in the dataset is
found in the stream by the fragment that carried it. What straddles two fragments takes in the
headers between them.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from pydicom.datadict import dictionary_VR
from pydicom.tag import BaseTag

from showcase.protocols.dicom.dataset import DEFLATED
from showcase.protocols.dicom.negotiation import EXPLICIT_BIG, IMPLICIT_LITTLE
from showcase.protocols.dicom.pdu import HEADER, Kind, Pdu

Span = tuple[int, int]
"""Offset of the first byte, and behind the last."""

Way = tuple[int, ...]
"""Tag; then, in a sequence, number of the item from 1, tag, and so on."""

_UNKNOWN_LENGTH = 0xFFFFFFFF
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_LONG = frozenset({b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR"})
_LONG |= {b"UT", b"UV"}
_DEEPEST = 16
_PDV = 6  # length, presentation context, message control header


class Fragment(NamedTuple):
    """Bytes of a command set or dataset, one behind the other, where the stream has them."""

    at: int
    place: int
    size: int


class Places:
    """Of one command set or dataset."""

    def __init__(self, spans: Mapping[Way, Span], fragments: tuple[Fragment, ...]) -> None:
        """Elements by their way, in a value that came in these fragments."""
        self._spans = spans
        self._fragments = fragments

    def whole(self) -> Span | None:
        """From the first fragment's first byte to behind the last one's last; None: no bytes."""
        if not self._fragments:
            return None
        last = self._fragments[-1]
        return self._fragments[0].place, last.place + last.size

    def of(self, way: Way) -> Span | None:
        """Where an element or an item stands in the stream; None: nobody knows."""
        span = self._spans.get(way)
        if span is None or span[0] >= span[1]:
            return None
        first, last = self._place(span[0]), self._place(span[1] - 1)
        return None if first is None or last is None else (first, last + 1)

    def _place(self, at: int) -> int | None:
        for fragment in self._fragments:
            if fragment.at <= at < fragment.at + fragment.size:
                return fragment.place + at - fragment.at
        return None


NOWHERE = Places({}, ())


def fragments(pdus: Iterable[Pdu], *, command: bool) -> tuple[Fragment, ...]:
    """Those of the command set, or of the dataset, in the P-DATA-TF PDUs of one message."""
    found: list[Fragment] = []
    at = 0
    for pdu in pdus:
        if pdu.kind is Kind.P_DATA_TF:
            for place, size, of_command in _values(pdu):
                if of_command is command:
                    found.append(Fragment(at, place, size))
                    at += size
    return tuple(found)


def _values(pdu: Pdu) -> Iterator[tuple[int, int, bool]]:
    """Place, size, and whether it is of a command set: of each value of a PDU."""
    at = 0
    while at + _PDV <= len(pdu.body):
        (length,) = struct.unpack_from(">I", pdu.body, at)
        size = min(length - 2, len(pdu.body) - at - _PDV)
        if size < 0:
            return
        yield pdu.start + HEADER + at + _PDV, size, bool(pdu.body[at + 5] & 1)
        at += 4 + length


def places(data: bytes, transfer: str, carried: tuple[Fragment, ...]) -> Places:
    """Where the elements of a value stand; those before the first damage."""
    if transfer == DEFLATED or sum(each.size for each in carried) != len(data):
        return Places({}, carried)
    scan = _Scan(data, explicit=transfer != IMPLICIT_LITTLE, big=transfer == EXPLICIT_BIG)
    with suppress(struct.error):  # what was found before the damage stands where it stands
        scan.elements(0, len(data), ())
    return Places(scan.found, carried)


class _Scan:
    """Walks a dataset by its lengths alone; no value is read."""

    def __init__(self, data: bytes, *, explicit: bool, big: bool) -> None:
        self.found: dict[Way, Span] = {}
        self._data = data
        self._explicit = explicit
        order = ">" if big else "<"
        self._tag, self._short, self._long = (f"{order}{code}" for code in ("HH", "H", "I"))

    def elements(self, at: int, end: int, within: Way) -> int:
        """Note the elements up to `end`, or to the delimiter of their item; where they end."""
        while at + 8 <= end:
            start, tag = at, self._tag_at(at)
            if tag in {_ITEM_END, _SEQUENCE_END}:
                return at + 8
            at, length, sequence = self._head(at, tag)
            way = (*within, tag)
            if sequence and len(way) < _DEEPEST:
                at = self._items(at, length, way)
            elif length == _UNKNOWN_LENGTH:
                at = self._items(at, length, ())  # encapsulated pixels: fragments, no elements
            else:
                at += length
            self.found[way] = (start, min(at, len(self._data)))
        return at

    def _items(self, at: int, length: int, way: Way) -> int:
        end = len(self._data) if length == _UNKNOWN_LENGTH else at + length
        number = 0
        while at + 8 <= end:
            start, tag, number = at, self._tag_at(at), number + 1
            size = self._number(self._long, at + 4)
            at += 8
            if tag != _ITEM:
                return at
            if not way:
                at += size
                continue
            inner = len(self._data) if size == _UNKNOWN_LENGTH else at + size
            at = self.elements(at, inner, (*way, number))
            self.found[(*way, number)] = (start, min(at, len(self._data)))
        return at

    def _head(self, at: int, tag: int) -> tuple[int, int, bool]:
        """Where the value begins, its length, and whether it is a sequence."""
        if not self._explicit:
            length = self._number(self._long, at + 4)
            return at + 8, length, length == _UNKNOWN_LENGTH or _is_sequence(tag)
        kind = bytes(self._data[at + 4 : at + 6])
        if kind not in _LONG:
            return at + 8, self._number(self._short, at + 6), False
        return at + 12, self._number(self._long, at + 8), kind == b"SQ"

    def _tag_at(self, at: int) -> int:
        group, element = struct.unpack_from(self._tag, self._data, at)
        return int(group << 16 | element)

    def _number(self, code: str, at: int) -> int:
        return int(struct.unpack_from(code, self._data, at)[0])


def _is_sequence(tag: int) -> bool:
    try:
        return dictionary_VR(BaseTag(tag)) == "SQ"
    except KeyError:
        return False
