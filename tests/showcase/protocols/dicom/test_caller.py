"""A caller's AE title, before anything else is read."""

import pytest

from showcase.protocols.dicom.caller import calling

REQUEST = (
    b"\x01\x00\x00\x00\x00\xd0\x00\x01\x00\x00"
    + b"ARCHIVE".ljust(16)
    + b"STORE SCU".ljust(16)
    + bytes(32)
)


def test_the_calling_ae_title_is_found() -> None:
    assert calling(REQUEST) == "STORE SCU"


@pytest.mark.parametrize("length", [0, 1, 25, 41])
def test_it_takes_so_many_bytes(length: int) -> None:
    assert calling(REQUEST[:length]) is None


@pytest.mark.parametrize("other", [b"\x05\x00", b"GET / HTTP/1.1", b"\x0bMSH|"])
def test_what_asks_for_no_association_has_no_name(other: bytes) -> None:
    assert calling(other) == ""


def test_what_cannot_be_shown_is_not_shown() -> None:
    assert calling(REQUEST[:26] + b"A\x07\xff" + b" " * 13) == "A??".replace("??", "?\ufffd")
