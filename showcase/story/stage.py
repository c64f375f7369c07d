"""Where cards stand: no two in one another's way, no ground upon another."""

from collections.abc import Iterator
from itertools import combinations

from showcase.story.fault import Fault
from showcase.story.sketch import RoleSketch, Sketch

_NEXT_FREE = "Give it a free column and row."


def crowded_cells(story: Sketch) -> Iterator[Fault]:
    """Two cards in the same cell, or less than a cell apart."""
    for one, other in combinations(_placed(story), 2):
        if one.cell == other.cell:
            words = f"`{other.key}` stands where `{one.key}` stands"
        elif _distance(one, other) < 1:
            words = f"`{other.key}` overlaps `{one.key}`: they are less than a cell apart"
        else:
            continue
        yield story.source.fault((*other.at, "at"), words, _NEXT_FREE)


def overlapping_grounds(story: Sketch) -> Iterator[Fault]:
    """A card that stands on the ground of another place.

    A ground is the smallest rectangle around the cards of its place. Where two cards are in one
    another's way, that is the fault, and this is silent.
    """
    grounds: dict[str, list[RoleSketch]] = {}
    for role in _placed(story):
        if role.place:
            grounds.setdefault(role.place.text, []).append(role)
    for place, cards in grounds.items():
        for role in _placed(story):
            if role.place is None or role.place.text == place or not _inside(role, cards):
                continue
            if all(_distance(role, card) >= 1 for card in cards):
                words = f"`{role.key}` stands on the ground of `{place}`"
                remedy = f"Move it, or the cards of `{place}`, so that each place has its own."
                yield story.source.fault((*role.at, "at"), words, remedy)


def _placed(story: Sketch) -> list[RoleSketch]:
    return [role for role in story.roles.values() if role.cell]


def _distance(one: RoleSketch, other: RoleSketch) -> float:
    assert one.cell
    assert other.cell
    return max(abs(one.cell[0] - other.cell[0]), abs(one.cell[1] - other.cell[1]))


def _inside(role: RoleSketch, cards: list[RoleSketch]) -> bool:
    assert role.cell
    column, row = role.cell
    columns = [card.cell[0] for card in cards if card.cell]
    rows = [card.cell[1] for card in cards if card.cell]
    return min(columns) <= column <= max(columns) and min(rows) <= row <= max(rows)
