"""HL7 v2 over MLLP, for people: messages, segments, fields, components, each by name.

Offsets are into the recorded bytes of one direction, whatever the character set; damaged bytes
are shown, too, as far as they can be read.
"""

import re
from collections.abc import Iterator

import msgspec

from showcase.model.node import Node
from showcase.protocols.hl7v2.codec import Message, decode, glimpse
from showcase.protocols.hl7v2.dictionary import component_name, field_name, segment_name, title
from showcase.protocols.hl7v2.escape import DEFAULT, Separators, unescape
from showcase.protocols.hl7v2.frame import Frame
from showcase.protocols.hl7v2.recorded import frames
from showcase.wire.failure import Garbled

_LINE = re.compile(rb"[^\r\n]+")
_NAME = re.compile(rb"[A-Z][A-Z0-9]{2}")
_MARKS = b"\x0b\x1c\r\n"
_SHOWN = 4000
"""Characters shown of one value; the bytes are all in the journal."""


def explain(raw: bytes) -> tuple[Node, ...]:
    """What recorded MLLP bytes of one direction say; never raises."""
    nodes: list[Node] = []
    at = 0
    for frame in frames(raw):
        nodes += _stray(raw, at, frame.start)
        nodes.append(_message(raw, frame))
        at = frame.end
    nodes += _stray(raw, at, len(raw))
    return tuple(nodes)


class _Reader(msgspec.Struct, frozen=True):
    """How the bytes of one message are read."""

    raw: bytes
    version: str = ""
    charset: str = "utf-8"
    separators: Separators = DEFAULT

    def text(self, start: int, end: int) -> str:
        """The bytes as text, escapes resolved, control characters made visible."""
        text = self.raw[start:end].decode(self.charset, errors="replace")
        return _visible(unescape(text, self.separators))

    def split(self, start: int, end: int, separator: str) -> list[tuple[int, int]]:
        """Where the pieces between the separators begin and end."""
        mark = separator.encode(self.charset, errors="replace")
        pieces = []
        while (at := self.raw.find(mark, start, end)) >= 0:
            pieces.append((start, at))
            start = at + len(mark)
        return [*pieces, (start, end)]


def _stray(raw: bytes, start: int, end: int) -> list[Node]:
    """Bytes that belong to no frame."""
    stray = raw[start:end]
    if not stray.strip(_MARKS):
        return []
    mark = stray.find(b"\x0b")
    reader = _Reader(raw)
    if mark < 0:
        text = reader.text(start, end)
        return [Node(label="Bytes outside of a frame", value=text, start=start, end=end)]
    begin = start + mark
    lines = tuple(_lines(reader, begin + 1, end))
    unfinished = Node(label="Unfinished message", start=begin, end=end, children=lines)
    return [*_stray(raw, start, begin), unfinished]


def _message(raw: bytes, frame: Frame) -> Node:
    begin, end = frame.start + 1, frame.end - 1
    try:
        message = decode(frame.payload)
    except Garbled as error:
        reader = _reader(raw, glimpse(frame.payload))
        label, value = "Damaged message", error.words
    else:
        reader = _reader(raw, message)
        label, value = _heading(message)
    return Node(
        label=label,
        value=value,
        start=frame.start,
        end=frame.end,
        children=tuple(_lines(reader, begin, end)),
    )


def _heading(message: Message) -> tuple[str, str]:
    answer = message.get("MSA-1")
    return title(message), f"{answer} to {message.get('MSA-2')}" if answer else message.control_id


def _reader(raw: bytes, message: Message | None) -> _Reader:
    if message is None:
        return _Reader(raw)
    return _Reader(raw, message.version, message.charset, message.segments[0].separators)


def _lines(reader: _Reader, begin: int, end: int) -> Iterator[Node]:
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(reader.raw, begin, end):
        if spans and not _NAME.match(match[0]):
            # a line end inside a field
            spans[-1] = (spans[-1][0], match.end())
        else:
            spans.append(match.span())
    return (_segment(reader, *span) for span in spans)


def _segment(reader: _Reader, start: int, end: int) -> Node:
    if not _NAME.match(reader.raw, start, end):
        return Node(label="No segment", value=reader.text(start, end), start=start, end=end)
    name = reader.text(start, start + 3)
    known = segment_name(name)
    fields = reader.split(start, end, reader.separators.field)[1:]
    first = 1
    children: list[Node] = []
    if name == "MSH" and fields:
        # the separator itself is field 1
        children.append(_leaf(reader, "MSH", 1, (start + 3, start + 4)))
        first = 2
    for number, span in enumerate(fields, first):
        if span[0] == span[1]:
            continue
        plain = name == "MSH" and number == 2
        field = _leaf(reader, name, number, span) if plain else _field(reader, name, number, span)
        children.append(field)
    return Node(
        label=f"{name} {known}".strip(),
        start=start,
        end=end,
        path=name,
        children=tuple(children),
    )


def _leaf(reader: _Reader, segment: str, number: int, span: tuple[int, int]) -> Node:
    """A field whose bytes are separators, and so are not looked into."""
    value = reader.raw[slice(*span)].decode(reader.charset, errors="replace")
    return Node(
        label=_label(f"{segment}-{number}", field_name(reader.version, segment, number)),
        value=_visible(value),
        start=span[0],
        end=span[1],
        path=f"{segment}-{number}",
    )


def _field(reader: _Reader, segment: str, number: int, span: tuple[int, int]) -> Node:
    path = f"{segment}-{number}"
    repetitions = reader.split(*span, reader.separators.repetition)
    if len(repetitions) == 1:
        children = _components(reader, path, (segment, number), span)
    else:
        children = tuple(
            Node(
                label=f"{path}[{nth}]",
                value=reader.text(*each),
                start=each[0],
                end=each[1],
                path=f"{path}[{nth}]",
                children=_components(reader, f"{path}[{nth}]", (segment, number), each),
            )
            for nth, each in enumerate(repetitions, 1)
        )
    return Node(
        label=_label(path, field_name(reader.version, segment, number)),
        value=reader.text(*span),
        start=span[0],
        end=span[1],
        path=path,
        children=children,
    )


def _components(
    reader: _Reader, path: str, field: tuple[str, int], span: tuple[int, int], *, above: int = 0
) -> tuple[Node, ...]:
    """The parts of a repetition; of component `above`, where that is given."""
    marks = reader.separators
    pieces = reader.split(*span, marks.subcomponent if above else marks.component)
    if len(pieces) == 1 and (above or len(reader.split(*span, marks.subcomponent)) == 1):
        return ()
    found = []
    for nth, (start, end) in enumerate(pieces, 1):
        if start == end:
            continue
        numbers = (above, nth) if above else (nth,)
        inner = (
            () if above else _components(reader, f"{path}.{nth}", field, (start, end), above=nth)
        )
        found.append(
            Node(
                label=_label(f"{path}.{nth}", component_name(reader.version, *field, *numbers)),
                value=reader.text(start, end),
                start=start,
                end=end,
                path=f"{path}.{nth}",
                children=inner,
            )
        )
    return tuple(found)


def _label(path: str, name: str) -> str:
    return f"{path} {name}".strip()


def _visible(text: str) -> str:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}… ({len(text)} characters)"
    return "".join(char if char.isprintable() else _symbol(char) for char in shown)


def _symbol(char: str) -> str:
    """A picture of a control character; U+2400 and after hold one for each."""
    return chr(0x2400 + ord(char)) if ord(char) < 0x20 else "�"
