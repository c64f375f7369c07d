"""The scrubber."""

import pytest

from showcase.model.events import Entry
from tests.ui import script
from ui.replay import Replay
from ui.viewmodels.reel import ReelModel

RUN = script.entries(script.started(), *script.played(script.ADMIT), *script.played(script.STORE))


class Projector:
    """A recording that nobody draws."""

    def __init__(self) -> None:
        self.told: list[Entry] = []
        self.reel: Replay | None = Replay(RUN, self.told.append, lambda: None)
        self.live = 0

    def seek(self, position: int) -> None:
        """There."""
        assert self.reel
        self.reel.seek(position)

    def back_to_live(self) -> None:
        """Out."""
        self.reel = None
        self.live += 1


@pytest.fixture
def projector() -> Projector:
    return Projector()


@pytest.fixture
def model(projector: Projector) -> ReelModel:
    return ReelModel(projector)


def test_half_way_is_half_of_the_entries(model: ReelModel) -> None:
    model.seek(0.5)
    assert model.position == round(len(RUN) / 2)
    model.step(1)
    assert model.position == round(len(RUN) / 2) + 1


def test_speeds_end_at_both_ends(model: ReelModel) -> None:
    for _ in range(9):
        model.faster(1)
    assert model.speed == 8
    for _ in range(9):
        model.faster(-1)
    assert model.speed == 0.5


def test_at_its_end_it_begins_again(model: ReelModel) -> None:
    model.seek(1.0)
    assert model.paused
    model.toggle()
    assert (model.position, model.paused) == (1, False)


def test_pause_and_go_on(model: ReelModel) -> None:
    model.toggle()
    assert model.paused
    model.toggle()
    assert not model.paused


def test_back_to_live(model: ReelModel, projector: Projector) -> None:
    model.leave()
    assert (projector.live, model.shown, model.length, model.time) == (1, False, 0, "")
