"""Every story of the library, drawn: its cards, its ways, what waits."""

import math
from itertools import combinations
from pathlib import Path

import pytest

from showcase.model.programme import Programme
from showcase.model.transaction import Thing
from showcase.story.loader import load_story
from ui.stage.curve import samples
from ui.stage.rect import Rect
from ui.stage.scenery import Scenery
from ui.viewmodels.families import family_of

ROOT = Path(__file__).parents[3]
STORIES = sorted(file.parent.name for file in (ROOT / "scenarios").glob("*/story.yaml"))
_TITLE = 54.0  # height of a card's title line


def _story(name: str) -> tuple[Programme, Scenery]:
    programme = load_story(name).whole
    return programme, Scenery(programme, family_of)


def _pairs(programme: Programme) -> list[tuple[str, str]]:
    return [
        (cue.sender, other)
        for cue in programme.cues
        for other in cue.receivers
        if cue.sender != other and not cue.planned
    ]


@pytest.mark.parametrize("name", STORIES)
def test_authored_positions_are_obeyed(name: str) -> None:
    programme, scenery = _story(name)
    placed = [role for role in programme.roles if role.at and role.key not in scenery.layout.quiet]
    for one, two in combinations(placed, 2):
        assert one.at
        assert two.at
        cards = scenery.layout.cards[one.key], scenery.layout.cards[two.key]
        assert (one.at[0] < two.at[0]) == (cards[0].x < cards[1].x - 1)
        assert (one.at[1] < two.at[1]) == (cards[0].y < cards[1].y - 1)


@pytest.mark.parametrize("name", STORIES)
def test_no_way_of_a_story_runs_through_a_card(name: str) -> None:
    programme, scenery = _story(name)
    for sender, receiver in _pairs(programme):
        scenery.use(sender, receiver, family_of("ITI-31"))
    cards = scenery.layout.cards
    for trace in scenery.traces:
        for x, y in samples(trace.curve.points, cards.values()):
            assert not any(card.grown(-0.01).holds(x, y) for card in cards.values())


@pytest.mark.parametrize("name", STORIES)
def test_what_waits_hides_no_title(name: str) -> None:
    programme, scenery = _story(name)
    for sender, receiver in _pairs(programme):
        x, y = scenery.dock(sender, receiver, Thing.PAGE)
        waits = Rect(x - 84, y - 26, 168, 52)
        for key, card in scenery.layout.cards.items():
            title = Rect(card.x, card.y, card.width, _TITLE)
            assert key in scenery.layout.quiet or not waits.overlaps(title), (receiver, key)


@pytest.mark.parametrize("name", STORIES)
def test_what_comes_from_above_does_not_cross_the_title(name: str) -> None:
    programme, scenery = _story(name)
    titles = scenery.layout.titles.values()
    for sender, receiver in _pairs(programme):
        card, way = scenery.layout.cards[receiver], scenery.way(sender, receiver)
        assert way is not None
        curve = scenery.curve(sender, receiver)
        assert curve is not None
        door = min((curve.points[0], curve.points[-1]), key=lambda p: _apart(p, card))
        x, y = scenery.dock(sender, receiver, Thing.PAGE)
        above = Rect(x - 84, card.y - 52, 168, 52)
        if door[1] <= card.y + 1 and not any(above.overlaps(each) for each in titles):
            assert y < card.y
        else:
            assert y > card.y + _TITLE or receiver in scenery.layout.quiet


def _apart(point: tuple[float, float], card: Rect) -> float:
    return math.dist(
        point, (min(max(point[0], card.x), card.right), min(max(point[1], card.y), card.bottom))
    )


@pytest.mark.parametrize("name", STORIES)
def test_planned_cues_have_a_dashed_path(name: str) -> None:
    programme, scenery = _story(name)
    foreseen = {
        "|".join(sorted((cue.sender, other)))
        for cue in programme.cues
        if cue.planned
        for other in cue.receivers
    }
    assert {trace.key for trace in scenery.traces} == foreseen
    assert all(trace.uses == 0 for trace in scenery.traces)
    assert scenery.planned == bool(foreseen)


def test_a_path_that_is_used_is_planned_no_longer() -> None:
    programme, scenery = _story("ambulance")
    planned = next(cue for cue in programme.cues if cue.planned)
    scenery.use(planned.sender, planned.receivers[0], family_of(planned.transaction))
    key = "|".join(sorted((planned.sender, planned.receivers[0])))
    assert [trace.uses for trace in scenery.traces if trace.key == key] == [1]


def test_the_images_of_the_shipped_story_have_a_long_way() -> None:
    _, scenery = _story("chest-pain")
    cards = scenery.layout.cards
    assert cards["archive"].x - cards["ct"].right > 300


def test_two_that_wait_at_one_card_stand_side_by_side() -> None:
    _, scenery = _story("chest-pain")
    first = scenery.dock("ct", "archive", Thing.NOTE)
    second = scenery.dock("ct", "archive", Thing.NOTE, 1)
    assert abs(first[0] - second[0]) > 40
    assert first[1] == second[1]
