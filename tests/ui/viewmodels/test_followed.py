"""A value is followed on the stage, until it is not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from showcase.model.events import HopStarted
from tests.ui import journey
from ui.rows import Rows
from ui.viewmodels.card_rows import CardRow
from ui.viewmodels.curtain import CurtainModel
from ui.viewmodels.followed import FollowedModel, StretchRow
from ui.viewmodels.path_rows import PathRow
from ui.viewmodels.stage import StageModel
from ui.viewmodels.story_rows import IdentityRow


@pytest.fixture
def stage(qapp: QCoreApplication) -> Iterator[StageModel]:
    assert qapp
    model = StageModel()
    for entry in journey.journey():
        model.apply(entry)
    model.settle()
    yield model
    model.clear()


def _rows(model: object) -> tuple[object, ...]:
    assert isinstance(model, Rows)
    return tuple(model.rows)


def _cards(stage: StageModel) -> dict[str, CardRow]:
    return {row.key: row for row in _rows(stage.cards) if isinstance(row, CardRow)}


def _followed(stage: StageModel) -> FollowedModel:
    assert isinstance(stage.followed, FollowedModel)
    return stage.followed


def test_what_is_not_in_the_thread_fades(stage: StageModel) -> None:
    stage.follow(journey.thread("7731-04"))
    cards = _cards(stage)
    assert {key for key, row in cards.items() if row.faded} == {
        "desk", "ris", "reading", "ct", "archive",
    }  # fmt: skip
    assert all(row.threaded is not row.faded for row in cards.values())
    assert cards["audit"].records == 12
    bright = [row.key for row in _rows(stage.paths) if isinstance(row, PathRow) and not row.faded]
    stretches = [row for row in _rows(_followed(stage).stretches) if isinstance(row, StretchRow)]
    assert set(bright) == {row.key for row in stretches}
    identities = [row for row in _rows(stage.identities) if isinstance(row, IdentityRow)]
    assert [row.text for row in identities if not row.faded] == ["REGION 7731-04"]


def test_the_sentence_says_what_is_followed(stage: StageModel) -> None:
    before = stage.sentence
    stage.follow(journey.thread("7731-04"))
    assert stage.sentence == "6 messages carry REGION 7731-04."
    stage.follow(None)
    assert stage.sentence == before
    assert not _followed(stage).shown
    assert not any(row.faded or row.threaded for row in _cards(stage).values())


def test_a_thread_is_drawn_with_its_run_only(stage: StageModel) -> None:
    stage.follow(journey.thread("7731-04"))
    stage.clear()
    assert not _followed(stage).shown
    for entry in journey.until(journey.journey(), "order"):
        stage.apply(entry)
        stage.settle()
    assert _followed(stage).shown
    assert len(_rows(_followed(stage).stretches)) == 1


def test_what_travels_is_seen_in_spite_of_a_thread(stage: StageModel) -> None:
    stage.clear()
    for entry in journey.until(journey.journey(), "images"):
        stage.apply(entry)
        if not isinstance(entry.event, HopStarted):
            stage.settle()
    stage.follow(journey.thread("7731-04"))
    cards = _cards(stage)
    assert not cards["ct"].faded
    assert not cards["archive"].faded
    assert not str(stage.sentence).startswith("6 messages")


def test_a_frozen_wall_shows_no_thread_until_it_thaws(stage: StageModel) -> None:
    curtain = stage.curtain
    assert isinstance(curtain, CurtainModel)
    curtain.freeze(True)
    stage.follow(journey.thread("7731-04"))
    assert not _followed(stage).shown
    curtain.freeze(False)
    assert _followed(stage).shown
