"""Ways between cards, for any cast."""

import math
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.model.programme import Place, Role
from tests.ui import journey
from tests.ui.stage import strategies
from ui.stage.curve import Point, samples
from ui.stage.layout import Layout, lay_out
from ui.stage.rect import Rect
from ui.stage.routes import Router

Cast = tuple[tuple[Place, ...], tuple[Role, ...]]


def _router(layout: Layout) -> Router:
    bounds = Rect(0, 0, layout.width, layout.height)
    return Router(layout.cards, bounds, list(layout.titles.values()))


def _pairs(data: st.DataObject, layout: Layout, most: int) -> list[tuple[str, str]]:
    every = list(combinations(sorted(layout.cards), 2))
    if not every:
        return []
    return data.draw(st.lists(st.sampled_from(every), max_size=most, unique=True))


@settings(max_examples=40)
@given(strategies.casts(), st.data())
def test_no_way_runs_through_a_card(cast: Cast, data: st.DataObject) -> None:
    layout = lay_out(*cast)
    router = _router(layout)
    for one, two in _pairs(data, layout, 6):
        found = router.route(one, two)
        assert found is not None
        curve, _ = found
        for x, y in samples(curve.points, layout.cards.values()):
            assert 0 <= x <= layout.width
            assert 0 <= y <= layout.height
            assert not any(card.grown(-0.01).holds(x, y) for card in layout.cards.values())


@settings(max_examples=40)
@given(strategies.casts(), st.data())
def test_ways_start_and_end_at_their_cards(cast: Cast, data: st.DataObject) -> None:
    layout = lay_out(*cast)
    router = _router(layout)
    for one, two in _pairs(data, layout, 4):
        found = router.route(one, two)
        assert found is not None
        for key, end in ((one, found[0].points[0]), (two, found[0].points[-1])):
            assert layout.cards[key].grown(0.01).holds(*end)
            assert not layout.cards[key].grown(-0.01).holds(*end)


def _run_together(one: tuple[Point, ...], two: tuple[Point, ...]) -> float:
    """How far two ways run along the very same line."""
    shared = 0.0
    for (a, b), (c, d) in ((s, t) for s in pairwise(one) for t in pairwise(two)):
        for axis in (0, 1):
            level = all(math.isclose(p[axis], a[axis], abs_tol=2.0) for p in (b, c, d))
            if level:
                other = 1 - axis
                low = max(min(a[other], b[other]), min(c[other], d[other]))
                high = min(max(a[other], b[other]), max(c[other], d[other]))
                shared += max(0.0, high - low)
    return shared


STORY = """
desk-ehr desk-ris desk-index ehr-ris ris-archive ct-ris ct-archive reading-archive reading-ehr
ehr-index ehr-repository index-registry repository-registry gp-index gp-registry gp-repository
""".split()  # noqa: SIM905 - a list of pairs reads worse


def _story_cards() -> Layout:
    return lay_out(journey.PLACES, journey.ROLES)


def test_pairs_of_the_story_have_their_own_lanes() -> None:
    router = _router(_story_cards())
    ways = [router.route(*pair.split("-")) for pair in STORY]
    curves = [way[0] for way in ways if way]
    assert len(curves) == len(STORY)
    for one, two in combinations(curves, 2):
        assert _run_together(one.points, two.points) < 1


def test_both_directions_share_their_way() -> None:
    router = _router(_story_cards())
    there, back = router.route("ct", "archive"), router.route("archive", "ct")
    assert there
    assert back
    assert there[0] is back[0]
    assert (there[1], back[1]) == (False, True)


def test_neighbours_are_joined_by_a_straight_line() -> None:
    found = _router(_story_cards()).route("ct", "archive")
    assert found
    assert len(found[0].points) == 2


def test_unknown_cards_have_no_way() -> None:
    assert _router(_story_cards()).route("ct", "nobody") is None
