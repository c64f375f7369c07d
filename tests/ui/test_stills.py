"""The wall, rendered: it loads without a word from Qt, and shows what it should."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from showcase.model.events import Entry, RunStarted, to_json
from showcase.model.system import System
from showcase.story.loader import load_story
from tests.ui import journey
from ui import translations
from ui.fonts import load_fonts
from ui.stills import ANSWER, QML, Moment, Theatre, main

BOARD = QSize(960, 540)


@pytest.fixture
def theatre(qapp: QGuiApplication) -> Iterator[Theatre]:
    assert qapp
    load_fonts()
    theatre = Theatre(BOARD, blobs=journey.blobs())
    yield theatre
    theatre.close()


def _near(picture: QImage, colour: str, tolerance: int = 14) -> int:
    """How many pixels have about that colour."""
    wanted = QColor(colour)
    picture = picture.convertToFormat(QImage.Format.Format_RGB888)
    line, data = picture.bytesPerLine(), bytes(picture.constBits())
    parts = (wanted.red(), wanted.green(), wanted.blue())
    return sum(
        all(abs(data[y * line + 3 * x + n] - parts[n]) <= tolerance for n in range(3))
        for y in range(0, picture.height(), 2)
        for x in range(0, picture.width(), 2)
    )


def test_images_travel_in_their_family_colour(theatre: Theatre) -> None:
    picture = theatre.play(journey.journey(), Moment("images", 10, 0.6))
    assert picture.size() == BOARD
    assert _near(picture, "#56B4E9") > 300
    assert _near(picture, "#05070c") > 60  # film
    assert _near(picture, "#E69F00") > 40


def test_a_refusal_has_its_colour(theatre: Theatre) -> None:
    picture = theatre.play(journey.journey(refuse="images"), Moment("refused", 10, ANSWER))
    assert _near(picture, "#ff9a66") > 120


def test_the_start_has_no_paths(theatre: Theatre) -> None:
    picture = theatre.play(journey.journey(), Moment("start", 0))
    assert theatre.model.paths.property("count") == 0
    assert _near(picture, "#f7f9ff") > 200  # words: without fonts there were boxes or nothing


def test_an_empty_wall_says_so(theatre: Theatre) -> None:
    theatre.model.clear()
    assert _near(theatre.play([], Moment("empty", -1)), "#f7f9ff") > 200


def test_animations_report_and_the_picture_goes_on(theatre: Theatre) -> None:
    theatre.theme.setProperty("tempo", 30.0)
    for entry in journey.journey(stop_after="admit"):
        theatre.model.apply(entry)
    theatre.until(lambda: bool(theatre.model.ended), 10_000)
    assert theatre.model.hops == 2
    assert theatre.model.picture.seals == ()


def test_reduced_motion_still_tells_everything(theatre: Theatre) -> None:
    theatre.theme.setProperty("reducedMotion", True)
    theatre.theme.setProperty("tempo", 30.0)
    for entry in journey.journey(stop_after="admit"):
        theatre.model.apply(entry)
    theatre.until(lambda: bool(theatre.model.ended), 10_000)
    assert theatre.model.acknowledged == 2


def test_the_light_variant_is_light(qapp: QGuiApplication) -> None:
    assert qapp
    load_fonts()
    theatre = Theatre(BOARD, light=True, blobs=journey.blobs())
    picture = theatre.play(journey.journey(), Moment("end", -1))
    assert picture.pixelColor(2, 2).lightness() > 200
    theatre.close()


def _words(item: QQuickItem) -> Iterator[QQuickItem]:
    """Every text that can be seen below an item."""
    if item.isVisible() and item.opacity() > 0:
        if item.metaObject().indexOfProperty("truncated") >= 0 and item.property("text"):
            yield item
        for child in item.childItems():
            yield from _words(child)


def _said(theatre: Theatre) -> set[str]:
    return {str(item.property("text")) for item in _words(theatre.root)}


def _staged(story: str, language: str) -> Entry:
    """The beginning of a run of that story."""
    begin = journey.journey()[0]
    assert isinstance(begin.event, RunStarted)
    told = load_story(story, language).whole
    systems = {role.key: System(key=role.key) for role in told.roles}
    return structs.replace(
        begin, event=structs.replace(begin.event, programme=told, systems=systems)
    )


_STORIES = sorted(
    file.parent.name for file in (Path(__file__).parents[2] / "scenarios").glob("*/story.yaml")
)


@pytest.mark.parametrize("language", ["", "de"])
def test_no_label_of_any_story_is_cut(
    theatre: Theatre, qapp: QGuiApplication, language: str
) -> None:
    translations.install(qapp, language or "en")
    for story in _STORIES:
        theatre.play([_staged(story, language)], Moment("start", -1))
        cut = [
            str(item.property("text"))
            for item in _words(theatre.root)
            if item.property("truncated")
        ]
        assert cut == [], story
    translations.remove(qapp)


def test_what_germans_read_at_the_end_is_not_cut(theatre: Theatre, qapp: QGuiApplication) -> None:
    translations.install(qapp, "de")
    entries = [_staged("chest-pain", "de"), *journey.journey()[1:]]
    theatre.play(entries, Moment("end", -1))
    assert not [item for item in _words(theatre.root) if item.property("truncated")]
    assert "Ein und derselbe Mensch, und jedes System weiß es." in _said(theatre)
    translations.remove(qapp)


def test_a_holding_screen_covers_the_stage(theatre: Theatre) -> None:
    theatre.play(journey.journey(), Moment("end", -1))
    assert "Rosa Quill" in _said(theatre)
    theatre.model.curtain.hold(True)
    theatre.grab()
    assert "One patient. Many systems. Every message real." in _said(theatre)
    assert "Rosa Quill" not in _said(theatre)


def test_the_attract_loop_says_how_to_join(theatre: Theatre) -> None:
    theatre.play(journey.journey(), Moment("end", -1))
    theatre.model.recording(True)
    theatre.model.curtain.invite(True)
    theatre.grab()
    said = _said(theatre)
    assert "recording" in said
    assert any("be the next patient" in each for each in said)


def test_a_hostile_name_is_text_and_stays_inside(theatre: Theatre) -> None:
    begin = journey.journey()[0]
    assert isinstance(begin.event, RunStarted)
    name = "<img src='http://evil/'>\u202e" + "x" * 300
    patient = structs.replace(begin.event.patient, given=name)
    hostile = structs.replace(begin, event=structs.replace(begin.event, patient=patient))
    theatre.play([hostile], Moment("start", -1))
    (shown,) = [item for item in _words(theatre.root) if "evil" in str(item.property("text"))]
    assert shown.property("contentWidth") <= shown.width()


def test_the_wall_is_a_window_too(theatre: Theatre) -> None:
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML))
    engine.setInitialProperties({"stage": theatre.model})
    engine.loadFromModule("Showcase.Wall", "WallWindow")
    (window,) = engine.rootObjects()
    assert isinstance(window, QQuickWindow)
    assert not window.isVisible()  # whoever puts it on a screen shows it


def test_the_command_writes_pictures(qapp: QGuiApplication, tmp_path: Path) -> None:
    assert qapp
    run, out = tmp_path / "run.jsonl", tmp_path / "out"
    run.write_bytes(b"\n".join(to_json(entry) for entry in journey.journey(stop_after="admit")))
    assert main([str(out), "--run", str(run), "--size", "640x360", "--at", "1@0.5", "-1"]) == 0
    assert {file.name for file in out.iterdir()} == {
        "wall-1-0.5-640x360.png",
        "wall--1-640x360.png",
    }


# --- Contrast -------------------------------------------------------------------------------------

_THEME = (QML / "Showcase" / "Theme" / "Theme.qml").read_text()
_PAIRS = {
    name: (dark, light)
    for name, dark, light in re.findall(r'color (\w+): dark \? "(#\w{6})" : "(#\w{6})"', _THEME)
}
_SURFACES = ("backdrop", "backdropGlow", "ground", "card", "panel")


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, two: str) -> float:
    low, high = sorted((_luminance(one), _luminance(two)))
    return (high + 0.05) / (low + 0.05)


def _cases(function: str) -> list[tuple[str, str]]:
    body = _THEME[_THEME.index(f"function {function}(") :]
    return re.findall(
        r'return root\.dark \? "(#\w{6})" : "(#\w{6})"', body[: body.index("    }\n")]
    )


@pytest.mark.parametrize("variant", [0, 1], ids=["dark", "light"])
@pytest.mark.parametrize("surface", _SURFACES)
def test_text_has_seven_to_one(variant: int, surface: str) -> None:
    inks = [_PAIRS[name] for name in ("ink", "inkSoft", "inkFaint")]
    inks += _cases("familyText") + _cases("outcomeColor")
    assert len(inks) == 3 + 5 + 5
    for ink in inks:
        assert _contrast(ink[variant], _PAIRS[surface][variant]) >= 7, ink[variant]
