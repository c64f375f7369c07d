"""HTML that cannot be broken out of: elements, never strings of markup.

What comes from the network stands in it as text, with its control characters (those that turn
the direction of writing included) made visible.
"""

from collections.abc import Iterable

from lxml import etree

from showcase.explain.legible import legible

Element = etree._Element  # noqa: SLF001 - lxml gives its elements no public name
Content = Element | str | None | Iterable["Content"]


def element(tag: str, /, *content: Content, **attributes: str | float | None) -> Element:
    """An element of HTML or SVG.

    Args:
        tag: Its name.
        content: Elements and text, in order; nested ones are spread out, None is left out.
        attributes: ``class_`` is ``class``, ``stroke_width`` is ``stroke-width``; None: without.
    """
    made = etree.Element(tag)
    for key, value in attributes.items():
        if value is not None:
            made.set(key.rstrip("_").replace("_", "-"), _text(_number(value)))
    _fill(made, content)
    return made


def page_of(html: Element) -> bytes:
    """The document as UTF-8."""
    text = etree.tostring(html, method="html", encoding="unicode", doctype="<!doctype html>")
    return text.encode()


def _fill(parent: Element, content: Content) -> None:
    if content is None:
        return
    if isinstance(content, str):
        _write(parent, _text(content))
    elif isinstance(content, Element):
        parent.append(content)
    else:
        for each in content:
            _fill(parent, each)


def _write(parent: Element, text: str) -> None:
    last = parent[-1] if len(parent) else None
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _text(text: str) -> str:
    return "\n".join(legible(line) for line in text.split("\n"))


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
