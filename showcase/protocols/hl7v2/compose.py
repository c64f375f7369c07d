"""Values into a `Message`: strict in what we send.

A field is written as Python values that have HL7's own shape: text; a tuple of components; a
tuple inside that tuple for subcomponents; a list of any of these for repetitions. Text is
escaped, trailing separators are left out, segments end with CR (HL7 v2.5, 2.5 and 2.6).
"""

from collections.abc import Mapping, Sequence

from showcase.protocols.hl7v2.charset import UTF8_LABEL
from showcase.protocols.hl7v2.codec import Message, Segment
from showcase.protocols.hl7v2.escape import DEFAULT, escape

Component = str | tuple[str, ...]
Repetition = str | tuple[Component, ...]
Field = Repetition | list[Repetition]


def segment(name: str, fields: Mapping[int, Field]) -> Segment:
    """A segment whose fields are given by number; the others are empty."""
    written = {number: _field(value) for number, value in fields.items()}
    last = max((number for number, text in written.items() if text), default=0)
    return Segment(name, tuple(written.get(number, "") for number in range(1, last + 1)))


def compose(segments: Sequence[Segment]) -> Message:
    """The message that consists of these segments, labelled UTF-8 when it is not plain ASCII."""
    text = "".join(f"{each.wire}\r" for each in segments)
    if text.isascii():
        return Message(segments=tuple(segments), raw=text.encode("ascii"))
    labelled = (_labelled(segments[0]), *segments[1:])
    text = "".join(f"{each.wire}\r" for each in labelled)
    return Message(segments=labelled, raw=text.encode("utf-8"))


def _labelled(header: Segment) -> Segment:
    fields = (*header.fields, *[""] * (18 - len(header.fields)))
    return Segment(header.id, (*fields[:17], UTF8_LABEL, *fields[18:]))


def _field(value: Field) -> str:
    if isinstance(value, list):
        return DEFAULT.repetition.join(_repetition(each) for each in value)
    return _repetition(value)


def _repetition(value: Repetition) -> str:
    if isinstance(value, str):
        return escape(value)
    return _joined(DEFAULT.component, [_component(each) for each in value])


def _component(value: Component) -> str:
    if isinstance(value, str):
        return escape(value)
    return _joined(DEFAULT.subcomponent, [escape(each) for each in value])


def _joined(separator: str, parts: list[str]) -> str:
    return separator.join(parts).rstrip(separator)
