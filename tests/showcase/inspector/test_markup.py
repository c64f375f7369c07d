"""HTML that cannot be broken out of."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from showcase.explain.legible import legible
from showcase.inspector.markup import element, page_of
from tests.showcase.inspector import runs


def test_content_keeps_its_order() -> None:
    made = page_of(element("p", "a", element("b", "c"), None, ["d", element("i")], "e", class_="x"))
    assert made == b'<!doctype html>\n<p class="x">a<b>c</b>d<i></i>e</p>'


def test_numbers_and_names_of_attributes_are_written_as_svg_has_them() -> None:
    made = page_of(element("rect", x=1.0, y=2.345, stroke_width="3", id=None))
    assert made.endswith(b'<rect x="1" y="2.3" stroke-width="3"></rect>')


UTF8 = html.HTMLParser(encoding="utf-8")


@given(st.one_of(st.text(), st.sampled_from(runs.HOSTILE)))
def test_any_text_reads_back_as_text(text: str) -> None:
    body = element("body", element("p", text, title=text))
    made = html.document_fromstring(page_of(element("html", body)), UTF8)
    (paragraph,) = made.iter("p")
    shown = "\n".join(map(legible, text.split("\n")))
    assert paragraph.get("title") == shown
    assert (paragraph.text or "") == shown
    assert len(paragraph) == 0
