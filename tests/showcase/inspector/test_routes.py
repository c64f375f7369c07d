"""Ways that keep off the cards, and what is written on them."""

from hypothesis import given
from hypothesis import strategies as st

from showcase.inspector.routes import Box, spot, way

CARD = 200.0, 80.0


def card(column: float, row: float) -> Box:
    return Box(column * 300, row * 180, *CARD)


def test_a_free_way_is_straight() -> None:
    line = way(card(0, 0), card(1, 0), [], [], paired=False)
    assert {round(y) for _, y in line.points} == {40}
    assert line.points[0][0] > 200
    assert line.points[-1][0] < 300


def test_a_way_goes_around_a_card() -> None:
    between = card(1, 0)
    line = way(card(0, 0), card(2, 0), [between], [], paired=False)
    assert not any(between.holds(point) for point in line.points)


def test_there_and_back_keep_apart() -> None:
    there = way(card(0, 0), card(2, 0), [], [], paired=True)
    back = way(card(2, 0), card(0, 0), [], [there], paired=True)
    middle = len(there.points) // 2
    assert there.points[middle][1] > 40 > back.points[middle][1]


def test_two_labels_do_not_cover_each_other() -> None:
    line = way(card(0, 0), card(2, 0), [], [], paired=False)
    first = spot(line, (80, 25), [], [])
    second = spot(line, (80, 25), [first], [])
    assert first.overlap(second) == 0


def test_a_short_way_stays_visible() -> None:
    one, two = card(0, 0), card(1, 0)
    line = way(one, two, [], [], paired=False)
    box = spot(line, (90, 25), [one, two], [])
    assert not any(box.holds(point) for point in line.points)


places = st.tuples(st.integers(0, 4), st.integers(0, 3))


@given(st.lists(places, min_size=2, max_size=8, unique=True))
def test_every_way_ends_outside_of_its_cards(spots: list[tuple[int, int]]) -> None:
    cards = [card(*each) for each in spots]
    line = way(cards[0], cards[1], cards[2:], [], paired=False)
    assert len(line.points) >= 2
    assert line.path.startswith("M")
    for end in (line.points[0], line.points[-1]):
        assert not any(each.holds(end) for each in cards[:2])
