from hypothesis import given
from hypothesis import strategies as st

from showcase.explain.legible import legible


def test_control_characters_become_pictures() -> None:
    assert legible("a\r\n\x1b\x7f") == "a\u240d\u240a\u241b\u2421"


def test_direction_marks_are_spelt_out() -> None:
    assert legible("\u202e") == "\\u202e"


@given(st.text())
def test_legible_text_is_printable(text: str) -> None:
    assert legible(text).isprintable()
