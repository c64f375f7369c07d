"""How cards are lettered: all alike, nothing clipped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from tests.ui.stage import strategies
from ui.fonts import load_fonts
from ui.stage.face import Measure, face, lettered, seams
from ui.viewmodels.lettering import title_width

ENGLISH = ["Front desk", "Hospital EHR", "Reading room", "CT scanner", "GP practice", "Repository"]
GERMAN = [
    "Patientenidentitätsverzeichnis",
    "Krankenhausinformationssystem",
    "Radiologieinformationssystem",
    "Hausarztpraxis",
    "Bildarchiv",
]


def rough(text: str, size: float) -> float:
    return 0.57 * size * len(text)


@pytest.fixture
def real(qapp: QGuiApplication) -> Measure:
    assert qapp
    load_fonts()
    return title_width


def test_english_titles_stand_in_one_line_with_two_rows_of_chips(real: Measure) -> None:
    found = face(ENGLISH, 305, 164, real, least=31.6)
    assert (found.lines, found.rows) == (1, 2)
    assert found.title >= 31.6
    assert found.icon > 0


def test_german_titles_are_hyphenated_rather_than_cut(real: Measure) -> None:
    found = face(GERMAN, 305, 164, real, least=31.6)
    for title in GERMAN:
        lines = lettered(title, found.title, found.inner, real)
        assert len(lines) <= 2
        assert not any("…" in line for line in lines)
        assert "".join(line.rstrip("-") for line in lines) == title
        assert all(real(line, found.title) <= found.inner for line in lines)


def test_chips_give_way_before_letters_do() -> None:
    near = face(ENGLISH, 305, 164, rough, least=30)
    far = face(ENGLISH, 305, 164, rough, least=40)
    assert far.title >= 40 > near.title
    assert far.rows < near.rows


@given(
    st.lists(strategies.titles, min_size=1, max_size=12), st.floats(120, 400), st.floats(70, 220)
)
def test_no_title_leaves_its_card(titles: list[str], width: float, height: float) -> None:
    found = face(titles, width, height, rough, least=31.6)
    for title in titles:
        lines = lettered(title, found.title, found.inner, rough)
        assert 1 <= len(lines) <= 2
        assert all(rough(line, found.title) <= found.inner + 1e-6 for line in lines)


def test_words_are_broken_as_germans_would() -> None:
    word = "Verzeichnisdienst"
    parts = [word[:at] for at in seams(word)]
    assert "Verzeich" in parts
    assert "Verzeichnis" in parts
    assert seams("Bild") == []


def test_a_hostile_title_is_cut_with_a_sign() -> None:
    found = face(["x" * 300], 300, 160, rough, least=31.6)
    lines = lettered("x" * 300, found.title, found.inner, rough)
    assert lines[-1].endswith("…")
