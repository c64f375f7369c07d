"""Bytes into `Message` and `Segment` (HL7 v2.5, chapter 2). Pure: no sockets, no clocks.

Liberal in what it reads: CR, LF and CRLF end a segment, any separators, a missing or wrong
MSH-18. The bytes that came are kept as they came; what was received is never written anew.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property, lru_cache
from itertools import islice

import msgspec

from showcase.protocols.hl7v2 import charset
from showcase.protocols.hl7v2.escape import DEFAULT, Separators, unescape
from showcase.protocols.hl7v2.path import Path, parse
from showcase.wire.failure import Garbled

_NAME = re.compile(r"[A-Z][A-Z0-9]{2}")
_HEADER = re.compile(rb"(?:^|[\r\n])[ \t\xef\xbb\xbf]*(MSH[^\r\n]*)")
_HEADER_START = re.compile(rb"MSH([^\w\s])[^\r\n]*?\1")
_BATCH = (b"FHS", b"BHS")
_BLANK = b" \t\r\n\xef\xbb\xbf"
_LINE_END = re.compile("(\r\n|\r|\n)")

MOST_SEGMENTS = 20_000
"""A result of a thousand values has two thousand; what has more keeps everybody else waiting."""

LONGEST = 64 * 1024
"""Characters of a segment, as many as HL7 v2.5 allows in any one field (2.5.3.2)."""

QUERIES = frozenset({"QBP", "QRY", "QCN"})
"""Message codes of what asks; of these, DSC names the next page (5.6.3), not the next part."""

NO_MESSAGE = "This is no HL7 v2 message: "
"""How `Garbled` begins here; the fault follows."""

_SMALL = 16 * 1024
"""Bytes of a message that is worth remembering."""

_ROOMY = frozenset({"OBX", "NTE"})
"""Segments that carry whole documents."""


class Segment(msgspec.Struct, frozen=True):
    """One line of a message.

    Attributes:
        id: ``PID``.
        fields: Field 1, 2, 3 … as the wire carried them; of MSH, field 1 is the separator.
        separators: Those of its message.
    """

    id: str
    fields: tuple[str, ...]
    separators: Separators = DEFAULT

    @property
    def wire(self) -> str:
        """The line as it stands in a message, without its end."""
        apart = self.separators.field
        fields = self.fields[1:] if self.id == "MSH" else self.fields
        return apart.join((self.id, *fields))

    def field(self, number: int) -> str:
        """Field `number` as the wire carried it; empty when it is not there."""
        return self.fields[number - 1] if 0 < number <= len(self.fields) else ""

    def repetitions(self, number: int) -> tuple[str, ...]:
        """The repetitions of a field as the wire carried them; none for an empty field."""
        text = self.field(number)
        if not text:
            return ()
        if self.id == "MSH" and number <= 2:
            return (text,)
        return tuple(text.split(self.separators.repetition))

    def components(self, number: int) -> tuple[str, ...]:
        """The components of a field's first repetition, escapes resolved; none when it is empty."""
        first = self.field(number).split(self.separators.repetition, 1)[0]
        parts = first.split(self.separators.component) if first else ()
        return tuple(unescape(part, self.separators) for part in parts)

    def get(
        self, field: int, component: int = 0, subcomponent: int = 0, *, repetition: int = 1
    ) -> str:
        """The text at that place, escapes resolved; empty when nothing stands there.

        Without a component: all of the repetition; without a subcomponent: all of the component.
        """
        text = self.field(field)
        if not text or (self.id == "MSH" and field <= 2):
            return text if repetition == 1 else ""
        if repetition > 1 or self.separators.repetition in text:
            text = _nth(text, self.separators.repetition, repetition)
        if component:
            text = _nth(text, self.separators.component, component)
        if subcomponent:
            text = _nth(text, self.separators.subcomponent, subcomponent)
        return unescape(text, self.separators)


class Message(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One HL7 v2 message.

    Attributes:
        segments: In order; the first is MSH, unless the message is a `group` of another.
        raw: The very bytes it was read from, or is sent as; empty for a `group`.
        charset: The Python codec that reads them.
    """

    segments: tuple[Segment, ...]
    raw: bytes = b""
    charset: str = "utf-8"

    def all(self, segment: str) -> tuple[Segment, ...]:
        """Every segment of that name."""
        return self._named.get(segment, ())

    @cached_property
    def _named(self) -> dict[str, tuple[Segment, ...]]:
        found: dict[str, tuple[Segment, ...]] = {}
        for each in self.segments:
            found[each.id] = (*found.get(each.id, ()), each)
        return found

    def get(self, path: str) -> str:
        """The text at a path such as ``PID-3[2].4.2``; empty when nothing stands there."""
        if path not in self._asked:  # the same few are asked for by everybody who reads it
            place = parse(path)
            found = self.all(place.segment)
            nth = place.occurrence or 1
            self._asked[path] = _at(found[nth - 1], place) if len(found) >= nth else ""
        return self._asked[path]

    @cached_property
    def _asked(self) -> dict[str, str]:
        return {}

    def groups(self, start: str) -> tuple["Message", ...]:
        """The parts of the message that begin with a segment of that name: orders by ``ORC``."""
        found: list[list[Segment]] = []
        for each in self.segments:
            if each.id == start:
                found.append([])
            if found:
                found[-1].append(each)
        return tuple(Message(segments=tuple(part), charset=self.charset) for part in found)

    @property
    def code(self) -> str:
        """Message code, MSH-9.1: ``ADT``."""
        return self.get("MSH-9.1")

    @property
    def trigger(self) -> str:
        """Trigger event, MSH-9.2: ``A04``; EVN-1 where an old sender left it out."""
        return self.get("MSH-9.2") or self.get("EVN-1")

    @property
    def control_id(self) -> str:
        """MSH-10, by which an acknowledgement names the message it answers."""
        return self.get("MSH-10")

    @property
    def version(self) -> str:
        """MSH-12.1: ``2.5``."""
        return self.get("MSH-12.1").strip()


def decode(raw: bytes, *, default: str = "utf-8") -> Message:
    """The message in `raw`. The last few are remembered: several readers ask for each.

    Args:
        raw: The bytes between the MLLP frame's marks.
        default: Python codec for a message whose MSH-18 says nothing.

    Raises:
        Garbled: It is no HL7 v2 message, or beyond a limit; the one exception that damaged bytes
            cause.
    """
    return _remembered(raw, default) if len(raw) <= _SMALL else _decode(raw, default)


def _decode(raw: bytes, default: str) -> Message:
    body = raw.lstrip(_BLANK)
    if body.startswith(_BATCH):
        raise _garbled("it is a batch: send each message in a frame of its own", "a batch")
    if not body.startswith(b"MSH"):
        raise _garbled("it does not begin with MSH", "no MSH segment")
    label = _character_set(body)
    text, codec = charset.decode(body, label, default=default)
    separators = _separators(text)
    lines = tuple(islice(_lines(text, separators), MOST_SEGMENTS + 1))
    if len(lines) > MOST_SEGMENTS:
        raise _garbled(f"it has more than {MOST_SEGMENTS:,} segments", "too many segments")
    segments = tuple(_segment(line, number, separators) for number, line in enumerate(lines, 1))
    return Message(segments=segments, raw=raw, charset=codec)


_remembered = lru_cache(maxsize=64)(_decode)


def glimpse(raw: bytes) -> Message | None:
    """The MSH segment of a message too damaged to decode; None when even that is not to be had.

    Of a batch it is that of the first message; where MSH-2 makes no sense, the separators that
    everybody uses are taken.
    """
    found = _HEADER.search(raw)
    line = found[1].decode("iso8859-1").encode("ascii", errors="replace") if found else b""
    for each in (line, _HEADER_START.sub(rb"MSH\1^~\\&\1", line)):
        with suppress(Garbled):
            return decode(each)
    return None


def _character_set(body: bytes) -> str:
    # MSH-18 names the codec, so it must be found before there is one; it and its neighbours
    # are ASCII in every character set of table 0211
    header = re.split(rb"[\r\n]", body, maxsplit=1)[0]
    fields = header.split(header[3:4]) if len(header) > 3 else []
    return fields[17].decode("ascii", errors="replace") if len(fields) > 17 else ""


def _separators(text: str) -> Separators:
    field = text[3:4]
    encoding = _LINE_END.split(text, maxsplit=1)[0][4:].split(field)[0] if field.strip() else ""
    # a sender may leave out those it does not use (HL7 v2.5, 2.5.4)
    component, repetition, escape, subcomponent = [*encoding, *"^~\\&"[len(encoding) :]][:4]
    used = (field, component, repetition, escape, subcomponent)
    if len(encoding) < 1 or len(set(used)) < 5 or any(c.isalnum() or c.isspace() for c in used):
        raise _garbled("MSH-1 and MSH-2 do not define its separators", "no separators")
    return Separators(
        field=field,
        component=component,
        repetition=repetition,
        escape=escape,
        subcomponent=subcomponent,
    )


def _lines(text: str, separators: Separators) -> Iterator[str]:
    """Segments as lines; a line feed inside a field does not end its segment."""
    pieces = _LINE_END.split(text)
    line = pieces[0]
    for end, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        continues = end == "\n" and piece.strip() and not _begins(piece, separators)
        if continues:
            line += end + piece
            continue
        if line.strip():
            yield line
        line = piece
    if line.strip():
        yield line


def _begins(line: str, separators: Separators) -> bool:
    return bool(_NAME.match(line)) and line[3:4] in ("", separators.field)


def _segment(line: str, number: int, separators: Separators) -> Segment:
    if not _begins(line, separators):
        raise _garbled(f"line {number} does not begin with the name of a segment", "no segment")
    if len(line) > LONGEST and line[:3] not in _ROOMY and line[0] != "Z":
        raise _garbled(f"{line[:3]} is longer than {LONGEST:,} characters", "segment too long")
    fields = tuple(line[4:].split(separators.field)) if len(line) > 3 else ()
    return Segment(
        line[:3], (separators.field, *fields) if line[:3] == "MSH" else fields, separators
    )


def _at(segment: Segment, place: Path) -> str:
    return segment.get(
        place.field, place.component, place.subcomponent, repetition=place.repetition or 1
    )


def _nth(text: str, separator: str, number: int) -> str:
    parts = text.split(separator)
    return parts[number - 1] if len(parts) >= number else ""


def _garbled(fault: str, status: str) -> Garbled:
    return Garbled(
        f"{NO_MESSAGE}{fault}.",
        remedy="Look at the bytes, and send a message that begins with MSH and ends lines with CR.",
        status=status,
    )
