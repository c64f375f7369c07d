r"""Escape sequences in text: ``\F\`` and its relatives (HL7 v2.5, 2.7)."""

import re
from functools import lru_cache

import msgspec


class Separators(msgspec.Struct, frozen=True, kw_only=True):
    """The five characters that MSH-1 and MSH-2 define (HL7 v2.5, 2.5.4)."""

    field: str = "|"
    component: str = "^"
    repetition: str = "~"
    escape: str = "\\"
    subcomponent: str = "&"


DEFAULT = Separators()
"""The separators that everybody uses, and that we send."""

_LONGEST = 200
"""Longest escape sequence looked at; text without an end to it is no sequence."""


_FORMATTING = re.compile(r"\.(sp|ce|sk|in|ti|fi|nf)\+?-?(\d{0,3})")


def escape(text: str) -> str:
    """`text` as it may stand between the default separators."""
    return _SPECIAL.sub(lambda match: _ESCAPED[match[0]], text)


def unescape(text: str, separators: Separators = DEFAULT) -> str:
    """The text that was meant; a sequence nobody knows is left as it stands."""
    mark = separators.escape
    if mark not in text:
        return text
    return _sequence(mark).sub(lambda match: _meaning(match, separators), text)


@lru_cache(maxsize=64)
def _sequence(mark: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(mark)}([^{re.escape(mark)}]{{1,{_LONGEST}}}){re.escape(mark)}")


def in_default(text: str, separators: Separators) -> str:
    """Raw text that stands between `separators`, so that it means the same between the default.

    Between the default ones it stays as it is, to the letter, right or wrong: who reads it again
    is who wrote it.
    """
    theirs, ours = msgspec.structs.astuple(separators), msgspec.structs.astuple(DEFAULT)
    table = {ord(char): escape(char) for char in ours if char not in theirs}
    table |= {ord(old): new for old, new in zip(theirs, ours, strict=True)}
    return text.translate(table)


def _meaning(match: re.Match[str], separators: Separators) -> str:
    body = match[1]
    meaning = {
        "F": separators.field,
        "S": separators.component,
        "R": separators.repetition,
        "E": separators.escape,
        "T": separators.subcomponent,
        ".br": "\n",
        "H": "",  # highlighting on and off
        "N": "",
    }.get(body)
    if meaning is not None:
        return meaning
    if body[0] == "X":
        return _hexadecimal(body[1:], match[0])
    command = _FORMATTING.fullmatch(body)
    return _formatted(command[1], int(command[2] or 1)) if command else match[0]


def _formatted(command: str, number: int) -> str:
    """What a formatting command of FT is in plain text (2.7.6): lines and spaces, no indents."""
    match command:
        case "sp":
            return "\n" * min(number, _LONGEST)
        case "ce":
            return "\n"
        case "sk":
            return " " * min(number, _LONGEST)
        case _:
            return ""


def _hexadecimal(digits: str, otherwise: str) -> str:
    try:
        found = bytes.fromhex(digits)
    except ValueError:
        return otherwise
    try:
        return found.decode("utf-8")
    except UnicodeDecodeError:
        return found.decode("iso8859-1")


_ESCAPED = {
    DEFAULT.field: "\\F\\",
    DEFAULT.component: "\\S\\",
    DEFAULT.repetition: "\\R\\",
    DEFAULT.escape: "\\E\\",
    DEFAULT.subcomponent: "\\T\\",
    # control characters end segments (CR) and MLLP frames (FS), whatever they were meant to be
    **{chr(code): f"\\X{code:02X}\\" for code in (*range(32), 127)},
}

_SPECIAL = re.compile(f"[{re.escape(''.join(_ESCAPED))}]")
