"""A vendor's logo: a file beside the cast, read and judged before anything draws it.

A cast comes by mail and USB stick, so its pictures may hold anything. A PNG has to be one, within
a bound of pixels; an SVG has to be parsed by the one parser that ever sees foreign XML, and may
hold shapes, gradients and text: nothing that runs, nothing that is fetched, nothing that
multiplies itself.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import msgspec
from lxml import etree
from PIL import Image

from showcase.story.fault import Fault
from showcase.story.raw import get, items, word
from showcase.story.yaml_source import Source
from showcase.wire import safe_xml
from showcase.wire.failure import Garbled

MAX_BYTES = 512 * 1024
MAX_PIXELS = 2048 * 2048

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "http://www.w3.org/2000/svg"
_SHAPES = frozenset(
    {
        "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "path", "rect",
        "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "linearGradient",
        "radialGradient", "stop", "clipPath",
    }
)  # fmt: skip
"""SVG 1.1: what draws, and no more. Not `image`, `script`, `foreignObject`, `filter`, `animate`."""

_NOTES = (
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
)
"""Namespaces in which drawing programs leave remarks that nothing draws."""

_ELSEWHERE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|javascript:|expression\(", re.IGNORECASE)
_PLAIN = "Save it as plain SVG (shapes, gradients, text), or as PNG."
_SMALLER = f"Make it smaller: at most {MAX_BYTES // 1024} KB."


class Logo(msgspec.Struct, frozen=True):
    """A logo that may be drawn.

    Attributes:
        digest: SHA-256 of its bytes, which is what it is called by from here on.
    """

    digest: str
    data: bytes


class Unfit(Exception):
    """What a file lacks to be a logo.

    Attributes:
        words: What is wrong with it, as the rest of a sentence that begins with its name.
        remedy: How to mend it.
    """

    def __init__(self, words: str, remedy: str) -> None:
        """Keep both."""
        super().__init__(words)
        self.words = words
        self.remedy = remedy


def read_logo(folder: Path, name: str) -> Logo:
    """The logo in a file beside a cast.

    Args:
        folder: The cast's own.
        name: As the cast has it, relative to the folder.

    Raises:
        Unfit: It is not there, is elsewhere, too large, or no picture that may be drawn.
    """
    file = folder / name
    if not file.resolve().is_relative_to(folder.resolve()):
        raise Unfit("lies outside the cast's folder", "Put it beside the cast.")
    if not file.is_file():
        raise Unfit("is not there", "Put it beside the cast, and check its name.")
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unfit(f"cannot be read: {error.strerror or error}", "Let us read it.") from error
    return judged(data)


def judged(data: bytes) -> Logo:
    """Those bytes as a logo.

    Raises:
        Unfit: They are too many, or no picture that may be drawn.
    """
    if len(data) > MAX_BYTES:
        raise Unfit(f"is larger than {MAX_BYTES // 1024} KB", _SMALLER)
    if data.startswith(_PNG):
        _see_png(data)
    else:
        _see_svg(data)
    return Logo(sha256(data).hexdigest(), data)


def lint_logos(source: Source) -> Iterator[Fault]:
    """Every logo that cannot be drawn."""
    folder = Path(source.file).parent
    for key, _ in items(source.data, "systems"):
        at = ("systems", key, "logo")
        named = word(get(source.data, at), at)
        if named is None:
            continue
        try:
            read_logo(folder, named.text)
        except Unfit as error:
            yield source.fault(named.at, f"`{named.text}` {error.words}", error.remedy)


def _see_png(data: bytes) -> None:
    if len(data) < 24:
        raise Unfit("breaks off before its size", "Save it again.")
    width, height = struct.unpack(">II", data[16:24])
    if not 0 < width * height <= MAX_PIXELS:
        words = f"has {width} by {height} pixels"
        raise Unfit(words, "Make it smaller: 2048 by 2048 pixels are plenty for a card.")
    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError, EOFError, zlib.error, struct.error) as error:
        raise Unfit("is a damaged PNG", "Save it again.") from error


def _see_svg(data: bytes) -> None:
    try:
        root = safe_xml.parse(data)
    except Garbled as error:
        if "document type" in error.status:
            raise Unfit("holds a document type declaration", _PLAIN) from error
        raise Unfit("is neither PNG nor well-formed SVG", "Ask for a PNG or an SVG.") from error
    if root.tag != f"{{{_SVG}}}svg":
        raise Unfit("is XML, but no SVG", "Ask for a PNG or an SVG.")
    for element in root.iter():
        _see_element(element)
    _see_uses(root)


def _see_element(element: etree._Element) -> None:
    if isinstance(element, etree._Comment):  # noqa: SLF001 - lxml has no other name for it
        return
    if not isinstance(element.tag, str):
        raise Unfit("holds a processing instruction", _PLAIN)
    name = etree.QName(element)
    if name.namespace not in _NOTES and (name.namespace != _SVG or name.localname not in _SHAPES):
        raise Unfit(f"holds <{name.localname}>, which a logo may not", _PLAIN)
    if name.localname == "style" and _ELSEWHERE.search("".join(map(str, element.itertext()))):
        raise Unfit("refers to something outside itself", _PLAIN)
    for attribute, value in element.attrib.items():
        _see_attribute(str(attribute), str(value))


def _see_attribute(attribute: str, value: str) -> None:
    local = etree.QName(attribute).localname.lower()
    if local.startswith("on"):
        raise Unfit(f"has the event handler `{local}`", _PLAIN)
    if local in {"href", "src"} and not value.startswith("#"):
        raise Unfit("refers to something outside itself", _PLAIN)
    if _ELSEWHERE.search(value):
        raise Unfit("refers to something outside itself", _PLAIN)


def _see_uses(root: etree._Element) -> None:
    """A thing that is drawn by reference draws nothing by reference: ten times ten times ten."""
    using = {
        str(parent.get("id"))
        for use in root.iter(f"{{{_SVG}}}use")
        for parent in (use, *use.iterancestors())
        if parent.get("id")
    }
    for use in root.iter(f"{{{_SVG}}}use"):
        targets = {str(v)[1:] for k, v in use.attrib.items() if str(k).endswith("href")}
        if targets & using:
            raise Unfit("repeats what repeats something", _PLAIN)
