"""Where the item of a row stands, as fields of the row."""

from typing import TypedDict

from ui.stage.rect import Rect


class Box(TypedDict):
    """In board units."""

    x: float
    y: float
    width: float
    height: float


def box(rect: Rect) -> Box:
    """Of that rectangle."""
    return Box(x=rect.x, y=rect.y, width=rect.width, height=rect.height)
