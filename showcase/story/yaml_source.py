"""YAML 1.2 into plain values, each with its line; nothing clever allowed.

Story and cast files come by mail and USB stick, so the reader takes the small honest part of
YAML: mappings, lists and scalars of the core schema (YAML 1.2.2, 10.3.2). Anchors, aliases, tags
and directives are refused; a key that stands twice is reported rather than silently lost.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from showcase.story.fault import Fault, Faults

MAX_BYTES = 256 * 1024
"""The shipped story has 12 KB; nobody writes twenty times that by hand."""

MAX_DEPTH = 12
"""A story needs six levels."""

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]
"""What YAML's core schema can say."""

At = tuple[str | int, ...]
"""Where a value stands: ``("scenes", 0, "cues", 3, "from")``."""

_NULL = re.compile(r"null|Null|NULL|~|")
_BOOL = re.compile(r"true|True|TRUE|false|False|FALSE")
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]{1,18}(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")


class Lines(NamedTuple):
    """Where a key and its value begin; the same line for an item of a list."""

    key: int
    value: int


class Source:
    """A file that could be read as YAML.

    Attributes:
        file: The file, as its user named it.
        data: Its values.
        faults: What is wrong with it as YAML, though it could be read.
    """

    def __init__(
        self, file: str, data: Value, lines: dict[At, Lines], faults: tuple[Fault, ...]
    ) -> None:
        """What `read_source` and `parse_source` make."""
        self.file = file
        self.data = data
        self.faults = faults
        self._lines = lines

    def line(self, at: At, *, key: bool = False) -> int:
        """The line of a value (or of its key); of what holds it, where it does not exist."""
        while at not in self._lines:
            at, key = at[:-1], False
        found = self._lines[at]
        return found.key if key else found.value

    def fault(self, at: At, words: str, remedy: str, *, key: bool = False) -> Fault:
        """Something wrong with the value (or the key) that stands there."""
        return Fault(self.file, self.line(at, key=key), words, remedy, at)


def read_source(path: Path, name: str = "") -> Source:
    """Read a file.

    Args:
        path: The file.
        name: What to call it in faults; empty: its path.

    Raises:
        Faults: There is none, or it is no YAML that we take.
    """
    name = name or str(path)
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        remedy = "Check the name; `showcase check FILE` takes story and cast files."
        words = f"the file cannot be read: {error.strerror or error}"
        raise Faults([Fault(name, 0, words, remedy)]) from error
    return parse_source(raw, name)


def parse_source(raw: bytes, name: str) -> Source:
    """Read the bytes of a file.

    Raises:
        Faults: They are no YAML that we take.
    """
    if len(raw) > MAX_BYTES:
        words = f"the file is larger than {MAX_BYTES // 1024} KB"
        raise Faults([Fault(name, 1, words, "Split it into several stories.")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Faults(
            [Fault(name, line, "the text is not UTF-8", "Save the file as UTF-8.")]
        ) from error
    return _Reader(text, name).source()


class _Reader:
    """Turns the events of the YAML parser into values, and notes lines and faults."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._last = max(1, len(text.splitlines()))
        self._lines: dict[At, Lines] = {(): Lines(1, 1)}
        self._faults: list[Fault] = []
        self._aliased = False

    def source(self) -> Source:
        """All of it."""
        yaml = YAML(typ="safe", pure=True)
        data: Value = None
        documents = 0
        try:
            events: Iterator[Event] = iter(yaml.parse(self._text))
            for event in events:
                if isinstance(event, DocumentStartEvent):
                    documents += 1
                    self._document(event, documents)
                elif isinstance(event, NodeEvent):
                    value = self._value(event, events, ())
                    data = value if documents == 1 else data
        except MarkedYAMLError as error:
            raise Faults([*self._faults, self._broken(error)]) from error
        except YAMLError as error:
            raise Faults([*self._faults, self._unreadable(error)]) from error
        if self._aliased:  # what it stands for is unknown, so nothing more can be said
            raise Faults(self._faults)
        return Source(self._name, data, self._lines, tuple(self._faults))

    def _document(self, event: DocumentStartEvent, number: int) -> None:
        if number > 1:
            self._fault(event, "a second document begins here", "Keep one document in a file.")
        if event.version or event.tags:
            self._fault(event, "a `%` directive stands above", "Remove lines that begin with %.")

    def _value(self, event: Event, events: Iterator[Event], at: At) -> Value:
        if len(at) > MAX_DEPTH:
            fault = self._at(event, f"nested deeper than {MAX_DEPTH} levels", "Flatten it.")
            raise Faults([*self._faults, fault])
        self._refuse_cleverness(event)
        match event:
            case MappingStartEvent():
                return self._mapping(events, at)
            case SequenceStartEvent():
                return self._list(events, at)
            case ScalarEvent():
                return _scalar(event)
            case _:
                return None

    def _mapping(self, events: Iterator[Event], at: At) -> Value:
        found: dict[str, Value] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._key(event, events, at)
            line = self._line(event)
            below = next(events)
            if key in found:
                first = self._lines[*at, key].key
                remedy = f"It stands in line {first} already; keep one of the two."
                self._fault(event, f"`{key}` stands twice", remedy)
                self._value(below, events, (*at, key, "(again)"))
                continue
            nothing = isinstance(below, ScalarEvent) and not (below.value or below.style)
            self._lines[*at, key] = Lines(line, line if nothing else self._line(below))
            found[key] = self._value(below, events, (*at, key))
        return found

    def _key(self, event: Event, events: Iterator[Event], at: At) -> str:
        if isinstance(event, ScalarEvent):
            self._refuse_cleverness(event)
            return str(event.value)
        self._fault(event, "a key must be a word", "Write `key: value`.")
        self._value(event, events, (*at, "(key)"))
        return "(key)"

    def _list(self, events: Iterator[Event], at: At) -> Value:
        found: list[Value] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            here = (*at, len(found))
            self._lines[here] = Lines(self._line(event), self._line(event))
            found.append(self._value(event, events, here))
        return found

    def _refuse_cleverness(self, event: Event) -> None:
        if isinstance(event, AliasEvent):
            self._aliased = True
            self._fault(event, f"the alias `*{event.anchor}` is refused", "Write the value out.")
        elif isinstance(event, NodeEvent):
            if event.anchor:
                self._fault(event, f"the anchor `&{event.anchor}` is refused", "Remove it.")
            if tag := getattr(event, "tag", None):
                remedy = "Remove it; text in quotes is text, and the rest is read as it looks."
                self._fault(event, f"the tag `{tag}` is refused", remedy)

    def _fault(self, event: Event, words: str, remedy: str) -> None:
        self._faults.append(self._at(event, words, remedy))

    def _at(self, event: Event, words: str, remedy: str) -> Fault:
        return Fault(self._name, self._line(event), words, remedy)

    def _line(self, event: Event) -> int:
        return min(int(event.start_mark.line) + 1, self._last)

    def _broken(self, error: MarkedYAMLError) -> Fault:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line + 1, self._last) if mark else 1
        remedy = (
            "Indent with spaces, never with tabs."
            if "\\t" in str(error.problem)
            else "Look at this line and the one above: indentation, quotes, brackets, colons."
        )
        return Fault(self._name, line, f"this is no YAML: {error.problem}", remedy)

    def _unreadable(self, error: YAMLError) -> Fault:
        position = getattr(error, "position", 0)
        line = min(len(self._text[:position].splitlines()) or 1, self._last)
        return Fault(
            self._name,
            line,
            "a control character stands here",
            "Delete it; only printable text is allowed.",
        )


def _scalar(event: ScalarEvent) -> Value:
    """A plain scalar by the core schema (YAML 1.2.2, 10.3.2); anything in quotes is text.

    Numbers in other bases and beyond 18 digits stay text: nothing in a story means one.
    """
    text = str(event.value)
    if event.style:
        return text
    if _NULL.fullmatch(text):
        return None
    if _BOOL.fullmatch(text):
        return text[0] in "tT"
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
