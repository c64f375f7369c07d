"""How cards are lettered: all alike, nothing clipped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from showcase.model.programme import Place, Role
from tests.ui.stage import strategies
from ui.fonts import load_fonts
from ui.stage.face import Face, Measure, face, lettered, opened, seams
from ui.stage.layout import lay_out
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


def _height(found: Face) -> float:
    """What a card in play needs, as it is drawn."""
    chips = found.rows * (found.chip + 12.0 + 3.0)
    return 6.0 + found.title_height + 6.0 + found.detail + 8.0 + chips + 6.0


@pytest.mark.parametrize("title", [*ENGLISH, *GERMAN])
def test_a_title_in_play_is_as_large_as_asked(real: Measure, title: str) -> None:
    rest = face([*ENGLISH, *GERMAN], 305, 164, real, least=31.6)
    found = opened(title, 319, 178, real, least=50.5, rest=rest)
    lines = lettered(title, found.title, found.inner, real, most=3)
    long = len(title) > 24  # in one word: 45 of 50, uncut
    assert found.title >= (45.0 if long else 50.5)
    assert not any("…" in line for line in lines)
    assert all(real(line, found.title) <= found.inner for line in lines)
    assert _height(found) <= 178


def test_a_card_in_play_keeps_a_chip_where_it_can(real: Measure) -> None:
    rest = face(ENGLISH, 305, 164, real, least=31.6)
    assert all(opened(t, 319, 178, real, least=50.5, rest=rest).rows for t in ENGLISH)


@given(strategies.titles, st.floats(120, 400), st.floats(70, 220), st.floats(20, 90))
def test_no_title_in_play_leaves_its_card(
    title: str, width: float, height: float, least: float
) -> None:
    rest = face([title], width, height, rough, least=31.6)
    found = opened(title, width, height, rough, least=least, rest=rest)
    lines = lettered(title, found.title, found.inner, rough, most=3)
    assert found.title >= rest.title
    assert all(rough(line, found.title) <= found.inner + 1e-6 for line in lines)
    assert found is rest or _height(found) <= height + 1e-6


@given(strategies.booths())
def test_no_title_of_a_booth_is_cut(booth: tuple[tuple[Place, ...], tuple[Role, ...]]) -> None:
    layout = lay_out(*booth)
    loud = [role for role in booth[1] if role.key not in layout.quiet]
    card = layout.cards[loud[0].key]
    found = face([role.title for role in loud], card.width, card.height, rough, least=31.6)
    for role in loud:
        assert _whole(lettered(role.title, found.title, found.inner, rough), role.title)


@given(strategies.booths())
def test_no_title_of_a_booth_is_cut_in_play(
    booth: tuple[tuple[Place, ...], tuple[Role, ...]],
) -> None:
    layout = lay_out(*booth)
    loud = [role for role in booth[1] if role.key not in layout.quiet]
    box = layout.cards[loud[0].key].grown(layout.growth)
    rest = face([role.title for role in loud], box.width, box.height, rough, least=31.6)
    for role in loud:
        shown = opened(role.title, box.width, box.height, rough, least=50.5, rest=rest)
        assert _whole(lettered(role.title, shown.title, shown.inner, rough, most=3), role.title)


def _whole(lines: list[str], title: str) -> bool:
    """Whether every letter of the title is there, hyphens of broken words aside."""
    said, wanted = ("".join(each).replace("-", "").replace(" ", "") for each in (lines, [title]))
    return said.replace("\N{HYPHEN}", "").replace("\N{SOFT HYPHEN}", "") == wanted
