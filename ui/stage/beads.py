"""Where the order numbers of a thread stand: on their path, and in nobody's way."""

import math
from collections.abc import Sequence
from itertools import pairwise

from ui.stage.curve import Point
from ui.stage.rect import Rect, thin

HEIGHT = 42.0
_LETTER = 17.0  # of a digit, in the size that fits the height
_NARROW = 9.0  # of what stands between digits
_INSET = 12.0
_STEP = 10.0  # between two places that are tried
_AIR = 6.0  # between two beads
_EDGE = 5.0  # so much of a card's edge may be covered

_ON_CARD, _ON_TITLE, _ON_BEAD = 0.5, 2.0, 6.0  # dearness of a unit of area
_ON_LINE = 60.0  # of another stretch of the thread: whose number is it?
_ASIDE = 0.25  # of a unit away from the middle of the longest straight


def width_of(numbers: str) -> float:
    """How wide a bead is that says so."""
    letters = sum(_LETTER if letter.isdigit() else _NARROW for letter in numbers)
    return max(HEIGHT, letters + 2 * _INSET)


class Beads:
    """The beads of one thread; each that is placed is in the way of the next."""

    def __init__(
        self,
        cards: Sequence[Rect],
        titles: Sequence[Rect],
        lines: Sequence[tuple[Point, Point]] = (),
    ) -> None:
        """None placed yet.

        Args:
            cards: What they should cover the edge of at most.
            titles: Titles of places.
            lines: Straights of the whole thread.
        """
        self._cards = [card.grown(-_EDGE) for card in cards]
        self._titles = titles
        self._lines = [(line, thin(*line)) for line in lines]
        self._placed: list[Rect] = []

    def place(self, points: Sequence[Point], width: float) -> Rect:
        """The best place along a way for a bead that wide."""
        mine = set(pairwise(points))
        home = _home(points)
        tried = (Rect(x - width / 2, y - HEIGHT / 2, width, HEIGHT) for x, y in _along(points))
        best = min(tried, key=lambda rect: self._dear(rect, mine, home))
        self._placed.append(best)
        return best

    def _dear(self, rect: Rect, mine: set[tuple[Point, Point]], home: Point) -> float:
        foreign = (flat for line, flat in self._lines if line not in mine)
        return (
            _ON_CARD * sum(_shared(rect, each) for each in self._cards)
            + _ON_TITLE * sum(_shared(rect, each) for each in self._titles)
            + _ON_BEAD * sum(_shared(rect.grown(_AIR), each) for each in self._placed)
            + _ON_LINE * sum(rect.overlaps(each) for each in foreign)
            + _ASIDE * math.dist(rect.middle, home)
        )


def _home(points: Sequence[Point]) -> Point:
    """The middle of the longest straight."""
    one, two = max(pairwise(points), key=lambda pair: math.dist(*pair))
    return (one[0] + two[0]) / 2, (one[1] + two[1]) / 2


def _along(points: Sequence[Point]) -> list[Point]:
    found = [_home(points)]
    for one, two in pairwise(points):
        count = max(1, round(math.dist(one, two) / _STEP))
        found += [
            (one[0] + (two[0] - one[0]) * n / count, one[1] + (two[1] - one[1]) * n / count)
            for n in range(count + 1)
        ]
    return found


def _shared(one: Rect, other: Rect) -> float:
    """The area that two rectangles share."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, across) * max(0.0, down)
