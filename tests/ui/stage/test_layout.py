"""Where cards and grounds stand, for the shipped story and for any other."""

from itertools import combinations

from hypothesis import given

from showcase.model.programme import Place, Role
from tests.ui.stage import strategies
from ui.stage.layout import Layout, lay_out
from ui.stage.rect import Rect

_SMALL_LETTER = 0.53 * 15  # mean width, in the least size that `Ground` takes


def _stage(layout: Layout) -> Rect:
    return Rect(0, 0, layout.width, layout.height)


@given(strategies.casts())
def test_cards_are_apart_and_inside(cast: tuple[tuple[Place, ...], tuple[Role, ...]]) -> None:
    places, roles = cast
    layout = lay_out(places, roles)
    assert set(layout.cards) == {role.key for role in roles}
    for one, two in combinations(layout.cards.values(), 2):
        assert not one.grown(5).overlaps(two)
    for role in roles:
        assert layout.cards[role.key].within(layout.grounds[role.place])
    for ground in layout.grounds.values():
        assert ground.within(_stage(layout))


@given(strategies.casts())
def test_grounds_are_apart(cast: tuple[tuple[Place, ...], tuple[Role, ...]]) -> None:
    layout = lay_out(*cast)
    assert not any(one.overlaps(two) for one, two in combinations(layout.grounds.values(), 2))


@given(strategies.casts())
def test_titles_are_not_covered(cast: tuple[tuple[Place, ...], tuple[Role, ...]]) -> None:
    layout = lay_out(*cast)
    for title in layout.titles.values():
        assert not any(title.overlaps(card) for card in layout.cards.values())


@given(strategies.booths())
def test_the_title_of_a_place_fits_in_small_letters(
    booth: tuple[tuple[Place, ...], tuple[Role, ...]],
) -> None:
    layout = lay_out(*booth)
    for place in booth[0]:
        if place.key in layout.titles:
            assert layout.titles[place.key].width >= _SMALL_LETTER * len(place.title)


@given(strategies.casts())
def test_a_card_in_play_touches_nothing(
    cast: tuple[tuple[Place, ...], tuple[Role, ...]],
) -> None:
    layout = lay_out(*cast)
    for key, card in layout.cards.items():
        if key in layout.quiet:
            continue
        grown = card.grown(layout.growth)
        for other, each in layout.cards.items():
            growth = 0.0 if other in layout.quiet else layout.growth
            assert other == key or not grown.overlaps(each.grown(growth))
        assert not any(grown.overlaps(each) for each in layout.titles.values())


def _roles(**cells: tuple[float, float] | None) -> tuple[Role, ...]:
    return tuple(
        Role(key=key, title=key, plays=("Order Placer",), place=key[0], at=at)
        for key, at in cells.items()
    )


PLACES = (Place(key="a", title="A"), Place(key="b", title="B"))


def test_authored_cells_are_obeyed() -> None:
    cards = lay_out(PLACES, _roles(a1=(0, 0), a2=(0, 1), a3=(1, 0.5), b1=(2, 0))).cards
    assert cards["a1"].x == cards["a2"].x < cards["a3"].x < cards["b1"].x
    assert cards["a1"].y < cards["a3"].y < cards["a2"].y


def test_missing_cells_are_filled_in_place() -> None:
    cards = lay_out(PLACES, _roles(a1=(0, 0), a2=None, b1=(1, 0))).cards
    assert cards["a2"].x == cards["a1"].x
    assert cards["a2"].y > cards["a1"].y


def test_cells_that_clash_are_laid_out_afresh() -> None:
    cards = lay_out(PLACES, _roles(a1=(0, 0), a2=(0.4, 0.4), b1=(0, 0))).cards
    assert not any(one.overlaps(two) for one, two in combinations(cards.values(), 2))


def test_places_may_stand_on_each_other() -> None:
    layout = lay_out(PLACES, _roles(a1=(0, 0), b1=(0, 1)))
    assert layout.grounds["a"].bottom < layout.grounds["b"].y


def test_audit_is_slim_at_the_foot_of_its_place() -> None:
    audit = Role(key="log", title="Log", plays=("Audit Record Repository",), place="a")
    layout = lay_out(PLACES, (*_roles(a1=(0, 0), a2=(0, 1)), audit))
    assert layout.quiet == {"log"}
    assert layout.cards["log"].height < layout.cards["a1"].height
    assert layout.cards["log"].y > layout.cards["a2"].bottom


def test_audit_alone_in_its_place_is_a_card() -> None:
    audit = Role(key="log", title="Log", plays=("Audit Record Repository",), place="b")
    assert lay_out(PLACES, (*_roles(a1=(0, 0)), audit)).quiet == frozenset()
