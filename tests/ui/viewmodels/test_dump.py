"""Bytes as lines, the picked ones lit."""

from hypothesis import given
from hypothesis import strategies as st

from ui.viewmodels.dump import dump


def test_picked_bytes_are_lit() -> None:
    row = dump(b"ABCDEFGH", 2, 4)[0]
    assert (row.before, row.lit, row.after, row.text) == (
        "41 42",
        "43 44",
        "45 46 47 48",
        "ABCDEFGH",
    )


def test_control_characters_are_dots() -> None:
    assert dump(b"\x0bA\r", 0, 1)[0].text == "·A·"


def test_a_line_before_is_shown() -> None:
    assert [row.offset for row in dump(bytes(100), 40, 41)] == [32, 40, 48, 56, 64]


def test_offsets_beyond_the_bytes_show_nothing() -> None:
    assert dump(b"AB", 900, 904) == ()


@given(st.binary(max_size=200), st.integers(0, 200), st.integers(0, 50))
def test_no_byte_is_lost_or_doubled(data: bytes, start: int, length: int) -> None:
    for row in dump(data, start, start + length):
        joined = " ".join(each for each in (row.before, row.lit, row.after) if each)
        assert joined == data[row.offset : row.offset + 8].hex(" ")
