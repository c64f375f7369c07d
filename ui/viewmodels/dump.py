"""Recorded bytes as lines of hexadecimal and text, with the selected field lit."""

from dataclasses import dataclass

_WIDE = 8
_LINES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpRow:
    """Eight bytes.

    Attributes:
        offset: Of the first of them.
        before: Bytes before the lit ones; likewise `lit` and `after`.
        text: All of them as ASCII; a dot for what has no picture.
    """

    offset: int
    before: str
    lit: str
    after: str
    text: str


def dump(data: bytes, start: int, end: int) -> tuple[DumpRow, ...]:
    """The lines around ``data[start:end]``: one before, where there is one, and some after."""
    first = max(0, start // _WIDE - 1) * _WIDE
    offsets = range(first, min(len(data), first + _LINES * _WIDE), _WIDE)
    return tuple(_row(data[each : each + _WIDE], each, start, end) for each in offsets)


def _row(data: bytes, offset: int, start: int, end: int) -> DumpRow:
    left = min(max(start - offset, 0), len(data))
    right = min(max(end - offset, left), len(data))
    return DumpRow(
        offset=offset,
        before=data[:left].hex(" "),
        lit=data[left:right].hex(" "),
        after=data[right:].hex(" "),
        text="".join(chr(each) if 0x20 <= each < 0x7F else "·" for each in data),
    )
