"""Why a peer refuses a message, wherever in its answer it says so.

Words stand in ERR-8 (user message) or ERR-7 (diagnostic information) from HL7 v2.5 on (2.15.5), in
MSA-3 (text message, deprecated since 2.4 and in use to this day, 2.15.8), or as free text in an
ERR-1 that should be a location; codes in ERR-3, in ERR-1.4 (before 2.5), in MSA-6.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from showcase.protocols.hl7v2.codec import Message, Segment

LONGEST = 140
"""Characters of a peer's words: some put the trace of their program there."""

_SEGMENT = re.compile(r"[A-Z][A-Z0-9]{2}")
_ERROR = ("", "E", "F")
"""ERR-4 (table 0516) of what stops a message; the others warn."""


class Reason(msgspec.Struct, frozen=True):
    """Why a message is refused.

    Attributes:
        condition: A code, of table 0357 where the peer follows it; empty: none is given.
        place: The path that it names: ``PID-3.1``; empty: none.
        said: The peer's own words, fit to be shown; empty: none.
    """

    condition: str
    place: str
    said: str


def reason(answer: Message) -> Reason:
    """The best that an answer gives: what it says to people before what it says to programs."""
    errors = sorted(answer.all("ERR"), key=lambda each: each.get(4) not in _ERROR)
    condition, place, text = _coded(errors)
    if not condition:
        condition, text = answer.get("MSA-6.1"), answer.get("MSA-6.2")
    said = next((shown for words in _told(answer, errors) if (shown := _shown(words))), "")
    return Reason(condition, place, said or _shown(text))


def _told(answer: Message, errors: Sequence[Segment]) -> Iterator[str]:
    yield from (each.get(8) for each in errors)
    yield from (each.get(7) for each in errors)
    yield answer.get("MSA-3")
    yield from (each.get(1) for each in errors if _free(each))


def _free(error: Segment) -> bool:
    """Whether ERR-1 is a text: a location begins with the name of a segment."""
    return not error.get(1, 4) and not _SEGMENT.fullmatch(error.get(1, 1))


def _coded(errors: Sequence[Segment]) -> tuple[str, str, str]:
    """Condition, place and text of the first ERR that has a condition or a place."""
    for each in errors:
        if each.get(3, 1) or each.get(2, 1):
            place = _place(*(each.get(2, number) for number in (1, 3, 5)))
            return each.get(3, 1), place, each.get(3, 2)
        if not _free(each):
            return each.get(1, 4, 1), _place(each.get(1, 1), each.get(1, 3)), each.get(1, 4, 2)
    return "", "", ""


def _place(segment: str, field: str, component: str = "") -> str:
    return segment + (f"-{field}" if field else "") + (f".{component}" if component else "")


def _shown(words: str) -> str:
    """In one line, without what a terminal would obey."""
    line = " ".join("".join(each if each.isprintable() else " " for each in words).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 2]} …"
