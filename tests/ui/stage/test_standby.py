"""What GO would fire is outlined: its cards, its paths, and the word on the first of them."""

import pytest

from showcase.model.events import CueStandby, Entry, RunEnded
from tests.ui import journey
from ui.stage.picture import Picture
from ui.stage.standby import outlines
from ui.viewmodels.families import family_of


def _on_standby(cue: str) -> Picture:
    picture = Picture(family_of)
    picture.apply(journey.journey()[0])
    picture.apply(_entry(cue))
    return picture


def _entry(cue: str) -> Entry:
    return Entry(seq=9_000, at=journey.START, event=CueStandby(run=journey.RUN, cue=cue))


def test_cards_and_path_of_the_next_cue_are_outlined() -> None:
    picture = _on_standby("images")
    found = outlines(picture)
    assert [each.key for each in found] == ["card ct", "card archive", "path archive"]
    assert picture.scenery is not None
    curve = picture.scenery.curve("ct", "archive")
    assert curve is not None
    assert found[-1].svg == curve.svg


def test_several_receivers_have_several_paths_and_one_word() -> None:
    found = outlines(_on_standby("admit"))
    assert [each.key for each in found if each.key.startswith("path")] == ["path ehr", "path ris"]
    assert [each.key for each in found if each.label] == ["path ehr"]


def test_it_goes_on_with_the_standby() -> None:
    picture = _on_standby("images")
    before = outlines(picture)
    picture.apply(_entry("complete"))
    assert outlines(picture) != before


@pytest.mark.parametrize("cue", ["", "no such cue"])
def test_without_a_standby_nothing_is_outlined(cue: str) -> None:
    assert outlines(_on_standby(cue)) == ()


def test_nothing_is_outlined_before_and_after_a_run() -> None:
    assert outlines(Picture(family_of)) == ()
    picture = _on_standby("images")
    ends = [each for each in journey.journey() if isinstance(each.event, RunEnded)]
    picture.apply(ends[-1])
    picture.settle()
    assert picture.end is not None
    assert outlines(picture) == ()


def test_no_path_is_earned_by_standing_by() -> None:
    picture = _on_standby("images")
    outlines(picture)
    assert picture.scenery is not None
    assert picture.scenery.traces == ()
