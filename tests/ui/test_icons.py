"""Every role of the story has its own icon, and every icon can be drawn."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from showcase.model.icon import _BY_ACTOR
from showcase.model.programme import Role
from tests.ui import journey
from ui.icons import glyph, icon_of

ICONS = sorted((Path(__file__).parents[2] / "assets" / "icons").glob("*.svg"))


def test_the_roles_of_the_story_look_different() -> None:
    assert len({glyph(icon_of(role)) for role in journey.ROLES}) == len(journey.ROLES)


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_every_icon_is_valid(file: Path) -> None:
    renderer = QSvgRenderer(QByteArray(file.read_bytes()))
    assert renderer.isValid()
    assert glyph(file.stem) in file.read_text()


def test_every_actor_has_an_icon_that_exists() -> None:
    assert set(_BY_ACTOR.values()) <= {file.stem for file in ICONS}


def test_an_authored_icon_wins_and_an_unknown_one_is_plain() -> None:
    role = Role(key="x", title="X", plays=("Acquisition Modality",), place="p", icon="phone")
    assert icon_of(role) == "phone"
    assert glyph("no such icon") == glyph("system")
