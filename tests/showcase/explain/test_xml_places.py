"""Where elements and attributes stand among the bytes of their document."""

import pytest
from lxml import etree

from showcase.explain.xml_places import NO_SPAN, NOWHERE, Places
from showcase.wire import safe_xml

XML = (
    b'<?xml version="1.0"?><!-- <b/> -->\n'
    b"<a xmlns='urn:a' xmlns:x='urn:x' x:one = '1' two=\"a > b\">"
    b"<b/><![CDATA[<c>]]><c d='\xc3\xa4'>\xc3\xa4<d></d></c ><x:e\n f='' /></a>\n<!-- end -->"
)


def held(xml: bytes) -> dict[str, bytes]:
    root = safe_xml.parse(xml)
    places = Places(root, xml, 5)
    whole = b"head " + xml
    found: dict[str, bytes] = {}
    for element in root.iter("*"):
        start, end = places.of(element)
        found[etree.QName(element).localname] = whole[start:end]
        for name in element.keys():  # noqa: SIM118 - an element iterates over its children
            start, end = places.attribute(element, str(name))
            found[f"@{etree.QName(str(name)).localname}"] = whole[start:end]
    return found


def test_elements_and_attributes_are_found_whatever_stands_between() -> None:
    assert held(XML) == {
        "a": XML[XML.index(b"<a") : XML.rindex(b"</a>") + 4],
        "@one": b"x:one = '1'",
        "@two": b'two="a > b"',
        "b": b"<b/>",
        "c": b"<c d='\xc3\xa4'>\xc3\xa4<d></d></c >",
        "@d": b"d='\xc3\xa4'",
        "d": b"<d></d>",
        "e": b"<x:e\n f='' />",
        "@f": b"f=''",
    }


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-8"])
def test_bytes_count_not_letters(encoding: str) -> None:
    xml = f"<?xml version='1.0' encoding='{encoding}'?><a>\u00e4<b>\u00e4</b></a>".encode(encoding)
    assert held(xml)["b"] == "<b>\u00e4</b>".encode(encoding)


def test_two_bytes_a_letter_have_no_places() -> None:
    xml = "<a><b/></a>".encode("utf-16")
    root = safe_xml.parse(xml)
    assert Places(root, xml).of(root) == NO_SPAN


def test_what_is_not_there_is_nowhere() -> None:
    root = safe_xml.parse(b"<a b='1'/>")
    places = Places(root, b"<a b='1'/>")
    assert places.attribute(root, "c") == places.of(None) == NOWHERE.of(root) == NO_SPAN
