"""How the page looks."""

import re

from showcase.inspector.style import style_of
from showcase.inspector.thread import MOST
from showcase.model.transaction import Family


def test_nothing_is_loaded() -> None:
    assert "url(" not in style_of(MOST)
    assert "@import" not in style_of(MOST)


def test_every_family_and_identifier_has_its_own_colour() -> None:
    style = style_of(2)
    colours = [
        match[1]
        for name in (*(family.name.lower() for family in Family), *(f"c{n}" for n in range(MOST)))
        if (match := re.search(rf"(?m)^\.{name} {{ color: (#\w+)", style))
    ]
    assert len(colours) == len(set(colours)) == len(Family) + MOST


def test_each_identifier_can_be_followed() -> None:
    assert [f"#follow-{n}:checked" in style_of(2) for n in range(3)] == [True, True, False]
