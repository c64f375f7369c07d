from hypothesis import given

from showcase.protocols.hl7v2.escape import Separators, escape, unescape
from tests.showcase.protocols.hl7v2.samples import text


@given(text)
def test_text_survives(meant: str) -> None:
    assert unescape(escape(meant)) == meant


@given(text)
def test_escaped_text_holds_no_delimiters(meant: str) -> None:
    assert not set(escape(meant)) & set("|^~&\r\n\x0b\x1c")


@given(text)
def test_any_text_can_be_read(raw: str) -> None:
    assert isinstance(unescape(raw, Separators(escape="#")), str)


def test_unknown_sequence_is_left_as_it_stands() -> None:
    assert unescape("a\\Zfoo\\b\\Xzz\\c\\") == "a\\Zfoo\\b\\Xzz\\c\\"


def test_highlighting_is_dropped() -> None:
    assert unescape("a\\H\\b\\N\\c") == "abc"


def test_formatted_text_is_lines_and_spaces() -> None:
    assert unescape("a\\.sp\\b\\.sp2\\c\\.ce\\d\\.sk3\\e") == "a\nb\n\nc\nd   e"
    assert unescape("\\.fi\\\\.in+4\\\\.ti-2\\a\\.nf\\") == "a"


def test_hexadecimal_may_be_of_either_character_set() -> None:
    assert unescape("Gr\\XC3B6\\\\XDF\\e\\X0D\\") == "Größe\r"
