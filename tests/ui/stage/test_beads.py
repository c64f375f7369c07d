"""Order numbers hide nothing that one has to read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui import journey
from ui.stage.beads import HEIGHT, Beads, width_of
from ui.stage.picture import Picture
from ui.stage.rect import Rect
from ui.stage.thread import weave
from ui.viewmodels.families import family_of

_HEAD = 60.0  # of a card: its title and who plays it
_EDGE = 9.0  # that a bead may cover


def _seen() -> Picture:
    picture = Picture(family_of)
    for entry in journey.journey():
        picture.apply(entry)
        picture.settle()
    return picture


def test_a_bead_stands_in_the_middle_of_its_way() -> None:
    assert Beads([], []).place([(0, 0), (400, 0)], 50) == Rect(175, -HEIGHT / 2, 50, HEIGHT)


def test_a_bead_gives_way_to_a_card() -> None:
    card = Rect(100, -50, 200, 100)
    assert not Beads([card], []).place([(0, 0), (700, 0)], 50).overlaps(card.grown(-6))


def test_beads_give_way_to_each_other() -> None:
    beads = Beads([], [])
    first, second = (beads.place([(0, 0), (400, 0)], 60) for _ in range(2))
    assert not first.overlaps(second)


def test_a_bead_stands_on_no_other_stretch() -> None:
    crossing = ((200.0, -80.0), (200.0, 80.0))
    placed = Beads([], [], [crossing]).place([(0, 0), (400, 0)], 50)
    assert not placed.x < 200 < placed.right


def test_more_numbers_need_more_width() -> None:
    assert width_of("3") == HEIGHT
    assert width_of("12\N{EN DASH}14 · 20") > width_of("12 · 20") > width_of("3")


@settings(deadline=None, max_examples=25)
@given(st.sets(st.sampled_from(journey.thread(journey.NAME).steps), min_size=1))
def test_no_bead_hides_a_title_or_another_bead(steps: set[object]) -> None:
    picture = _PICTURE
    whole = journey.thread(journey.NAME)
    kept = tuple(step for step in whole.steps if step in steps)
    woven = weave(type(whole)(whole.run, whole.value, kept), picture)
    assert woven is not None
    assert picture.scenery is not None
    layout = picture.scenery.layout
    heads = [Rect(c.x, c.y + _EDGE, c.width, _HEAD) for c in layout.cards.values()]
    beads = [each.bead for each in woven.stretches]
    for number, bead in enumerate(beads):
        assert not any(bead.overlaps(other) for other in beads[number + 1 :])
        assert not any(bead.overlaps(title) for title in layout.titles.values())
        assert not any(bead.overlaps(head) for head in heads)


_PICTURE = _seen()
