"""Ways between cards that run through no other card, and where to write on them."""

from collections.abc import Iterable, Iterator, Sequence
from math import hypot

import msgspec

Point = tuple[float, float]

_SAMPLES = 48
_GAP = 7.0
"""Between a card's edge and the tip of an arrow."""

_BERTH = 12.0
"""How far an arrow keeps from cards that it does not concern."""

_MOST_COVERED = 0.55
"""The share of a way that what is written on it may cover."""

_STRAIGHT = (0.0, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.48, -0.48, 0.64, -0.64, 0.85, -0.85)
_PAIRED = (0.13, 0.2, 0.3, 0.42, -0.13, -0.3, 0.55, -0.42, 0.7, -0.55, 0.9, -0.9)
"""How far a way bends, as a share of its length; the first that runs free is taken. Where there
is a way back, both bend to their right and so keep apart."""


class Box(msgspec.Struct, frozen=True):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def around(self, margin: float) -> "Box":
        """The box with a margin."""
        return Box(
            self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin
        )

    def holds(self, point: Point) -> bool:
        """Whether a point is in it."""
        return (
            self.x <= point[0] <= self.x + self.width and self.y <= point[1] <= self.y + self.height
        )

    def overlap(self, other: "Box") -> float:
        """The area that both cover."""
        width = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        height = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return max(0.0, width) * max(0.0, height)


class Way(msgspec.Struct, frozen=True):
    """From the edge of one card to the edge of another."""

    points: tuple[Point, ...]

    @property
    def path(self) -> str:
        """As an SVG path."""
        return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in self.points)


def way(one: Box, two: Box, others: Iterable[Box], taken: Sequence[Way], *, paired: bool) -> Way:
    """The straightest way that runs through no other card, and along no way that is taken.

    Args:
        one: Where it leaves.
        two: Where it arrives.
        others: What it must not run through: cards, and what is written on the ground.
        taken: The ways that are there already.
        paired: Whether there is a way back.
    """
    obstacles = [each.around(_BERTH) for each in others]
    candidates = [_bent(one, two, bend) for bend in (_PAIRED if paired else _STRAIGHT)]
    costs = [
        order * 1.5 + 40 * _through(points, obstacles) + 4 * _along(points, taken)
        for order, points in enumerate(candidates)
    ]
    return Way(tuple(candidates[costs.index(min(costs))]))


def spot(line: Way, size: tuple[float, float], taken: Sequence[Box], others: Sequence[Way]) -> Box:
    """Where on a way, or close beside it, there is room to write.

    Args:
        line: The way.
        size: Width and height of what is to be written.
        taken: Where something is already: cards, what is written on other ways.
        others: The other ways, which had better not be covered.
    """
    boxes = list(_places(line, *size))
    costs = [
        order * 8
        + 400 * max(0.0, _covered(line, box) - _MOST_COVERED)
        + sum(box.overlap(each.around(3)) for each in taken)
        + 60 * sum(box.holds(point) for each in others for point in each.points[::2])
        for order, box in enumerate(boxes)
    ]
    return boxes[costs.index(min(costs))]


def _covered(line: Way, box: Box) -> float:
    """The share of a way that is under a box."""
    return sum(box.holds(point) for point in line.points) / len(line.points)


def _places(line: Way, width: float, height: float) -> Iterator[Box]:
    """On the way first, its middle before its ends; then on either side of it."""
    (x1, y1), (x2, y2) = line.points[0], line.points[-1]
    steep = abs(y2 - y1) > abs(x2 - x1)
    aside = (width / 2 + 6, 0.0) if steep else (0.0, height / 2 + 6)
    last = len(line.points) - 1
    for side in (0, 1, -1):
        for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82):
            x, y = line.points[round(share * last)]
            left, top = x + side * aside[0] - width / 2, y + side * aside[1] - height / 2
            yield Box(left, top, width, height)


def _bent(one: Box, two: Box, bend: float) -> list[Point]:
    (x1, y1), (x2, y2) = one.middle, two.middle
    across = (-(y2 - y1) * bend, (x2 - x1) * bend)
    control = (x1 + x2) / 2 + across[0] * 2, (y1 + y2) / 2 + across[1] * 2
    curve = []
    for n in range(_SAMPLES + 1):
        t = n / _SAMPLES
        u = 1 - t
        curve.append(
            (
                u * u * x1 + 2 * u * t * control[0] + t * t * x2,
                u * u * y1 + 2 * u * t * control[1] + t * t * y2,
            )
        )
    ends = one.around(_GAP), two.around(_GAP)
    free = [point for point in curve if not any(end.holds(point) for end in ends)]
    return free if len(free) > 1 else [one.middle, two.middle]


def _through(points: list[Point], obstacles: list[Box]) -> int:
    return sum(any(box.holds(point) for box in obstacles) for point in points)


def _along(points: list[Point], taken: Sequence[Way]) -> int:
    """How many of its points have another way close by, its ends aside."""
    inner = points[len(points) // 5 : -len(points) // 5 or None]
    near = 0
    for point in inner:
        near += any(_close(point, other) for each in taken for other in each.points[::4])
    return near


def _close(one: Point, two: Point) -> bool:
    return hypot(one[0] - two[0], one[1] - two[1]) < 10
