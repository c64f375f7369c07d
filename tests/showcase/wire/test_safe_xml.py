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
