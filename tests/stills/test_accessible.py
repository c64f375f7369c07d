"""What a screen reader is told of the wall."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QGuiApplication

from showcase.model.events import CueWaits, Entry
from tests.stills.pressing import below
from tests.ui import journey
from ui.fonts import load_fonts
from ui.stills import Moment, Theatre

Role = QAccessible.Role
Text = QAccessible.Text


@pytest.fixture
def theatre(qapp: QGuiApplication) -> Iterator[Theatre]:
    assert qapp
    load_fonts()
    QAccessible.setActive(True)
    theatre = Theatre(QSize(960, 540), blobs=journey.blobs())
    theatre.play(journey.journey(), Moment("end", -1))
    yield theatre
    theatre.close()
    QAccessible.setActive(False)


def _told(theatre: Theatre, role: QAccessible.Role) -> dict[str, str]:
    """Name and description of everything of that role."""
    assert theatre.view
    window = QAccessible.queryAccessibleInterface(theatre.view)
    return {
        each.text(Text.Name): each.text(Text.Description)
        for each in below(window)
        if each.role() == role
    }


def test_cards_say_who_plays_and_what_they_know(theatre: Theatre) -> None:
    cards = _told(theatre, Role.ListItem)
    assert set(cards) == {role.title for role in journey.ROLES}
    assert cards["Front desk"].startswith("stand-in")
    assert cards["Archive"].startswith("Orthanc, assisted. knows: ")
    assert "24 images" in cards["Archive"]
    assert cards["Audit trail"].endswith("46 records")


def test_the_sentence_is_told(theatre: Theatre) -> None:
    texts = _told(theatre, Role.StaticText)
    assert "23 messages" in texts["One patient throughout, and every system knows it."]


def test_chapters_say_where_the_story_stands(theatre: Theatre) -> None:
    texts = _told(theatre, Role.StaticText)
    assert texts["Scan"] == "over"


def test_the_patient_has_a_name(theatre: Theatre) -> None:
    assert _told(theatre, Role.Grouping)["Rosa Quill"] == "65, came with chest pain"


def test_who_is_waited_for_is_told(theatre: Theatre) -> None:
    waits = CueWaits(cue="images", sender="ct", receivers=("archive",), todo="Send the study.")
    theatre.model.apply(Entry(seq=999, at=journey.START, event=waits))
    assert "waiting for its staff" in _told(theatre, Role.ListItem)["CT scanner"]
