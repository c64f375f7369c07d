from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.wire.failure import Garbled
from showcase.wire.safe_xml import MAX_MARKS, parse

LAUGHS = b"""<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>"""
OUTSIDE = b"""<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]><l>&x;</l>"""


def test_plain_xml_is_read() -> None:
    assert parse(b"<a><b>c</b></a>").findtext("b") == "c"


@pytest.mark.parametrize("bomb", [LAUGHS, OUTSIDE, b"<!DOCTYPE html><html/>"])
def test_document_type_is_refused(bomb: bytes) -> None:
    with pytest.raises(Garbled, match="document type"):
        parse(bomb)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(Garbled):
        parse(b"<a>" * 100_000 + b"</a>" * 100_000)


def test_error_names_what_was_read() -> None:
    with pytest.raises(Garbled, match="The envelope is not well-formed"):
        parse(b"<a>", what="The envelope")


@given(st.binary(max_size=200))
def test_noise_gives_nothing_but_garbled(noise: bytes) -> None:
    with suppress(Garbled):
        parse(noise)


@pytest.mark.parametrize(
    "crowd",
    [
        b"<l>" + b"<a/>" * (MAX_MARKS + 1) + b"</l>",
        b"<l " + b"".join(b'a%d="" ' % n for n in range(MAX_MARKS + 1)) + b"/>",
    ],
    ids=["elements", "attributes"],
)
def test_crowds_are_refused_unread(crowd: bytes) -> None:
    with pytest.raises(Garbled, match="tags or attributes"):
        parse(crowd)


@pytest.mark.parametrize(
    ("encoding", "charset", "declared"),
    [
        ("iso-8859-1", "ISO-8859-1", ""),
        ("iso-8859-1", "ISO-8859-1", '<?xml version="1.0"?>'),
        ("utf-16-le", "utf-16le", ""),
        ("utf-8", "utf-8", '<?xml version="1.0" encoding="UTF-16"?>'),
        ("utf-8-sig", "iso-8859-1", ""),
        ("iso-8859-1", "utf-8", '<?xml version="1.0" encoding="ISO-8859-1"?>'),
        ("utf-8", "no-such-charset", ""),
        ("utf-16", "", '<?xml version="1.0" encoding="UTF-16"?>'),
    ],
)
def test_charset_of_the_content_type_counts_after_a_byte_order_mark(
    encoding: str, charset: str, declared: str
) -> None:
    """RFC 7303 3; and a charset that is plainly wrong leaves the declaration to speak."""
    assert parse(f"{declared}<a>Müller</a>".encode(encoding), charset=charset).text == "Müller"


def test_comments_do_not_cut_a_text_in_pieces() -> None:
    root = parse(b"<!-- a --><a>one<!-- x --> two <!-- y -->three<b/></a>")
    assert root.text == "one two three"
    assert [each.tag for each in root.iter()] == ["a", "b"]


@pytest.mark.parametrize(
    ("declared", "charset"),
    [("", "utf-7"), ("", "UNICODE-1-1-UTF-7"), ('<?xml version="1.0" encoding="UTF-7"?>', "")],
)
def test_no_encoding_hides_tags_from_being_counted(declared: str, charset: str) -> None:
    """UTF-7 writes ``<`` as ``+ADw-``: thirty megabytes of it would be three million elements."""
    hidden = declared.encode() + b"+ADw-a+AD4APA-b/+AD4APA-/a+AD4-"
    with pytest.raises(Garbled, match="UTF-7"):
        parse(hidden, charset=charset)
