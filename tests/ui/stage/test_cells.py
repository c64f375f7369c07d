"""Authored columns and rows win; what is missing is filled in; what cannot be is refused."""

import math

from showcase.model.programme import Place, Role
from ui.stage.cells import authored, blocks, clash


def _role(key: str, at: tuple[float, float] | None = None) -> Role:
    return Role(key=key, title=key, plays=("Order Placer",), place=key[0], at=at)


def test_cells_less_than_one_apart_clash() -> None:
    assert clash((0, 0), (0.5, 0.5))
    assert not clash((0, 0), (1, 0))
    assert not clash((0, 0), (0, 1))


def test_authored_cells_begin_at_nought() -> None:
    assert authored([_role("a1", (2, 1)), _role("a2", (3, 1))]) == {"a1": (0, 0), "a2": (1, 0)}


def test_a_role_without_a_cell_stays_with_its_place() -> None:
    found = authored([_role("a1", (0, 0)), _role("b1", (1, 0)), _role("a2")])
    assert found is not None
    assert found["a2"] == (0, 1)


def test_without_authored_cells_there_are_none() -> None:
    assert authored([_role("a1")]) is None
    assert authored([_role("a1", (math.nan, 0)), _role("a2", (0, math.inf))]) is None


def test_places_stand_side_by_side() -> None:
    places = (Place(key="a", title="A"), Place(key="b", title="B"))
    roles = [_role("a1"), _role("a2"), _role("a3"), _role("b1")]
    found = blocks(places, roles, frozenset(), 2)
    assert {found[key][0] for key in ("a1", "a2", "a3")} == {0.0, 1.0}
    assert found["b1"][0] == 2.0
