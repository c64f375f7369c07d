"""Screen and distance, for QML."""

import pytest
from PySide6.QtTest import QSignalSpy

from ui.viewmodels.sight import SightModel


def test_it_begins_as_most_booths_are() -> None:
    sight = SightModel()
    assert (sight.diagonal, sight.distance) == (55.0, 5.0)
    assert sight.satisfied


def test_another_screen_asks_for_other_letters() -> None:
    sight = SightModel()
    spy = QSignalSpy(sight.changed)
    near = sight.property("sentence")
    sight.look(55.0, 7.0)
    assert spy.count() == 1
    assert sight.property("sentence") > near
    assert sight.property("stageHeight") == pytest.approx(sight.stage_height)


def test_too_far_away_is_said() -> None:
    sight = SightModel()
    sight.look(24.0, 10.0)
    assert not sight.satisfied
    assert 3 < sight.property("nearest") < 10
