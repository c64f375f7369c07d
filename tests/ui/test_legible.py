"""Text from the network, fit to be drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.legible import legible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Rosa Quill", "Rosa Quill"),
        ("Rosa\u202ellauQ", "Rosa\\u202ellauQ"),
        ("bell\x07, escape\x1b[31m", "bell\\x07, escape\\x1b[31m"),
        ("two\nlines", "two\nlines"),
        ("12\u00a0ms", "12\u00a0ms"),
        ("gone\x7f", "gone\\x7f"),
    ],
)
def test_what_hides_or_turns_is_seen(text: str, seen: str) -> None:
    assert legible(text) == seen


@given(st.text())
def test_whatever_comes_is_printable_afterwards(text: str) -> None:
    seen = legible(text)
    assert all(each.isprintable() or each in "\n\u00a0\u202f" for each in seen)
    assert legible(seen) == seen
