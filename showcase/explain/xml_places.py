"""Where the elements and attributes of an XML document stand among its bytes.

lxml knows lines, expat knows bytes: it reads once more what `showcase.wire.safe_xml` has let in,
and so meets no document type and no entity.
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree

Span = tuple[int, int]
"""Offset of the first byte, and behind the last."""

NO_SPAN: Span = (0, 0)

_ATTRIBUTE = rb"([^\s=/>]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')"
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_TAG = re.compile(rb"<[^\s/>]+(?:\s+%b)*\s*/?>" % _ATTRIBUTE.replace(b"([", b"(?:["))
_MOST = 100_000
"""Elements beyond which nobody asks for each one's bytes."""


class Places:
    """The places of one document."""

    def __init__(self, root: etree._Element | None, xml: bytes, at: int = 0) -> None:
        """Find them.

        Args:
            root: What `xml` was parsed to; None: nothing has a place.
            xml: The document.
            at: Offset of its first byte in the recorded bytes.
        """
        self._xml = xml
        self._at = at
        # an entry keeps its element alive, and so the one object that lxml gives for it
        self._tags = dict(zip(root.iter("*"), _tags(xml), strict=False)) if root is not None else {}

    def of(self, element: etree._Element | None) -> Span:
        """An element with its tags and all that it holds; `NO_SPAN` where nobody knows."""
        tags = self._tags.get(element) if element is not None else None
        if tags is None:
            return NO_SPAN
        start, last = tags
        found = _TAG.match(self._xml, start)
        empty = found is not None and found[0].endswith(b"/>")
        end = found.end() if found and empty else self._xml.index(b">", last) + 1
        return self._at + start, self._at + end

    def attribute(self, element: etree._Element | None, name: str) -> Span:
        """An attribute with its value, by lxml's name of it; `NO_SPAN` where there is none."""
        tags = self._tags.get(element) if element is not None else None
        found = _TAG.match(self._xml, tags[0]) if tags else None
        if element is None or found is None:
            return NO_SPAN
        names = [str(each) for each in element.keys()]  # noqa: SIM118 - an element iterates over its children
        spans = list(_attributes(self._xml, found))
        if name not in names or len(names) != len(spans):
            return NO_SPAN
        start, end = spans[names.index(name)]
        return self._at + start, self._at + end


NOWHERE = Places(None, b"")


def _tags(xml: bytes) -> list[tuple[int, int]]:
    """Where each element's start tag and its end tag begin, in the order of the start tags."""
    if b"\x00" in xml[:4] or xml[:2] in {b"\xff\xfe", b"\xfe\xff"} or xml.count(b"<") > 2 * _MOST:
        return []  # of two bytes a letter, or of more than anybody looks at
    found: list[tuple[int, int]] = []
    open_: list[int] = []

    def begin(_name: str, _attributes: dict[str, str]) -> None:
        open_.append(len(found))
        found.append((parser.CurrentByteIndex, -1))

    def end(_name: str) -> None:
        number = open_.pop()
        found[number] = (found[number][0], parser.CurrentByteIndex)

    try:
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = begin, end
        parser.Parse(xml, True)  # noqa: FBT003 - expat's order: all of it
    except (expat.ExpatError, LookupError, ValueError):
        return []  # an encoding that lxml knows and expat does not
    return found


def _attributes(xml: bytes, tag: re.Match[bytes]) -> Iterator[Span]:
    for each in _ATTRIBUTES.finditer(xml, tag.start() + 1, tag.end()):
        if each[1] != b"xmlns" and not each[1].startswith(b"xmlns:"):
            yield each.span()
