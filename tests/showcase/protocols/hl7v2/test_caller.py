"""A sender's application and facility, before anything else is read."""

import pytest

from showcase.protocols.hl7v2.caller import sending

MESSAGE = b"\x0bMSH|^~\\&|NORTHWIND^1.2.3^ISO|ALBA|US|HERE|20260101||ADT^A01|1|P|2.5\rEVN||\r\x1c\r"


def test_application_and_facility_are_found() -> None:
    assert sending(MESSAGE) == "NORTHWIND|ALBA"


def test_line_ends_before_a_message_do_not_matter() -> None:
    assert sending(b"\r\n" + MESSAGE) == "NORTHWIND|ALBA"


@pytest.mark.parametrize("length", [0, 1, 3, 9, 34])
def test_it_takes_so_many_bytes(length: int) -> None:
    assert sending(MESSAGE[:length]) is None


@pytest.mark.parametrize("other", [b"\x01\x00\x00", b"GET / HTTP/1.1", b"\x0bPID|", b"MSH|^~"])
def test_what_is_no_message_has_no_name(other: bytes) -> None:
    assert sending(other) == ""


@pytest.mark.parametrize(
    ("header", "name"),
    [(b"MSH", "|"), (b"MSH|^~\\&", "|"), (b"MSH|^~\\&|A", "A|"), (b"MSH|^~\\&||B|", "|B")],
)
def test_a_short_header_has_what_it_has(header: bytes, name: str) -> None:
    assert sending(b"\x0b" + header + b"\r") == name


def test_a_name_without_end_is_not_waited_for() -> None:
    assert sending(b"\x0bMSH|^~\\&|" + b"A" * 5000) is None  # whoever asks sets the limit
