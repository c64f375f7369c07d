"""How large letters must be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.stage.legibility import ESSENTIAL, arc_minutes, legibility, letter


def test_a_usual_booth_needs_about_fifty_two_pixels() -> None:
    assert letter(ESSENTIAL, 55, 5) == pytest.approx(52, abs=2)


@given(st.floats(20, 100), st.floats(1, 12))
def test_a_letter_is_seen_under_its_angle(diagonal: float, distance: float) -> None:
    assert arc_minutes(letter(16, diagonal, distance), diagonal, distance) == pytest.approx(16)


@given(st.floats(20, 100), st.floats(1, 12))
def test_what_is_satisfied_can_be_read(diagonal: float, distance: float) -> None:
    asked = legibility(diagonal, distance)
    if asked.satisfied:
        assert arc_minutes(asked.sentence, diagonal, distance) >= ESSENTIAL - 1e-6
    assert arc_minutes(asked.sentence, diagonal, asked.nearest) >= ESSENTIAL - 1e-6


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(allow_nan=False))
def test_nonsense_leaves_a_stage(diagonal: float, distance: float) -> None:
    assert 500 < legibility(diagonal, distance).stage_height < 700


def test_from_further_away_the_stage_makes_room() -> None:
    near, far = legibility(55, 4), legibility(55, 8)
    assert far.sentence > near.sentence
    assert far.stage_height < near.stage_height
    assert near.stage_top + near.stage_height + near.sentence_height < 1080
