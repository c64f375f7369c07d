"""The line at the bottom."""

import msgspec

from showcase.model.system import System
from tests.ui import script
from ui.viewmodels.status import status_pieces


def test_between_runs_only_the_journal_is_told() -> None:
    assert status_pieces(None, (), 12) == ["Journal: 12 saved"]


def test_story_without_minutes_is_named_by_its_cut() -> None:
    programme = msgspec.structs.replace(script.PROGRAMME, minutes=0.0, cut="")
    start = msgspec.structs.replace(script.started(), programme=programme)
    assert "Whole story" in status_pieces(start, script.SYSTEMS.values(), 1)


def test_many_vendors_are_counted() -> None:
    systems = [System(key=f"v{n}", vendor=f"V{n}", stand_in=False) for n in range(4)]
    assert status_pieces(script.started(), systems, 1)[0] == "4 vendors and 0 stand-ins"
