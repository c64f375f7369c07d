import pytest

from showcase.protocols.hl7v2.charset import decode
from showcase.wire.failure import Garbled


def test_ascii_label_is_not_believed() -> None:
    assert decode("é".encode(), "ASCII") == ("é", "utf-8")


def test_unknown_label_reads_as_unlabelled() -> None:
    assert decode("é".encode(), "KLINGON") == ("é", "utf-8")


def test_label_is_read_whatever_its_case() -> None:
    assert decode(b"\xe9", " 8859/1 ") == ("é", "iso8859-1")


def test_last_named_repetition_wins() -> None:
    assert decode("山".encode("iso2022_jp"), "ASCII~ISO IR87")[0] == "山"


def test_place_of_the_wrong_byte_is_told() -> None:
    with pytest.raises(Garbled, match="byte 3"):
        decode(b"abc\xff", "UNICODE UTF-8")
