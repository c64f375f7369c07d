"""A way as a drawn line: corners rounded as widely as the cards beside it allow."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ui.stage.rect import Rect

Point = tuple[float, float]

_RADII = (64.0, 44.0, 30.0, 20.0, 12.0, 6.0)
_CLEARANCE = 3.0  # between a rounded corner and a card
_KAPPA = 0.5522847498  # a quarter circle as a cubic Bézier
_SAMPLES = 9


@dataclass(frozen=True, slots=True)
class Curve:
    """A line that can be drawn, measured and walked along.

    Attributes:
        svg: SVG path data.
        back: The same from its end to its start.
        length: In board units, along the corners.
        points: Its corners, from start to end.
    """

    svg: str
    back: str
    length: float
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Corner:
    """A rounded corner: where the arc begins, the corner itself, where the arc ends."""

    begin: Point
    corner: Point
    end: Point

    def handles(self) -> tuple[Point, Point]:
        return _toward(self.begin, self.corner, _KAPPA), _toward(self.end, self.corner, _KAPPA)

    def at(self, t: float) -> Point:
        one, two = self.handles()
        rest = 1 - t
        weights = (rest**3, 3 * rest * rest * t, 3 * rest * t * t, t**3)
        knots = (self.begin, one, two, self.end)
        return (
            sum(w * knot[0] for w, knot in zip(weights, knots, strict=True)),
            sum(w * knot[1] for w, knot in zip(weights, knots, strict=True)),
        )


def draw(points: Sequence[Point], cards: Iterable[Rect]) -> Curve:
    """The polyline `points`, rounded so that it runs through none of `cards`."""
    line = _straightened(points)
    obstacles = [card.grown(_CLEARANCE) for card in cards]
    corners = [_round(line, n, obstacles) for n in range(1, len(line) - 1)]
    mirrored = [_Corner(each.end, each.corner, each.begin) for each in reversed(corners)]
    length = sum(math.dist(one, two) for one, two in pairwise(line))
    return Curve(
        svg=_svg(line[0], corners, line[-1]),
        back=_svg(line[-1], mirrored, line[0]),
        length=length,
        points=tuple(line),
    )


def samples(curve_points: Sequence[Point], cards: Iterable[Rect]) -> list[Point]:
    """Points along the drawn line, close together: what a test walks along."""
    line = _straightened(curve_points)
    obstacles = [card.grown(_CLEARANCE) for card in cards]
    walked: list[Point] = [line[0]]
    for n in range(1, len(line) - 1):
        corner = _round(line, n, obstacles)
        walked += [corner.at(step / _SAMPLES) for step in range(_SAMPLES + 1)]
    walked.append(line[-1])
    return [_toward(one, two, step / 20) for one, two in pairwise(walked) for step in range(21)]


def _straightened(points: Sequence[Point]) -> list[Point]:
    """Without corners that are none."""
    line: list[Point] = []
    for point in points:
        if line and math.dist(line[-1], point) < 1e-6:
            continue
        if len(line) > 1 and _in_line(line[-2], line[-1], point):
            line[-1] = point
        else:
            line.append(point)
    return line if len(line) > 1 else [points[0], points[-1]]


def _in_line(one: Point, two: Point, three: Point) -> bool:
    same_x = abs(one[0] - two[0]) < 1e-6 and abs(two[0] - three[0]) < 1e-6
    same_y = abs(one[1] - two[1]) < 1e-6 and abs(two[1] - three[1]) < 1e-6
    return same_x or same_y


def _round(line: Sequence[Point], n: int, obstacles: Sequence[Rect]) -> _Corner:
    """The widest rounding of the n-th corner that touches no card and no neighbouring corner."""
    before, corner, after = line[n - 1], line[n], line[n + 1]
    room = min(_room(line, n - 1, n), _room(line, n, n + 1))
    rounded = _Corner(corner, corner, corner)
    for radius in (min(each, room) for each in _RADII):
        rounded = _Corner(
            _toward(corner, before, radius / max(1e-6, math.dist(corner, before))),
            corner,
            _toward(corner, after, radius / max(1e-6, math.dist(corner, after))),
        )
        arc = [rounded.at(step / _SAMPLES) for step in range(_SAMPLES + 1)]
        if not any(card.holds(*point) for card in obstacles for point in arc[1:-1]):
            return rounded
    return rounded


def _room(line: Sequence[Point], one: int, two: int) -> float:
    """How much of a stretch a corner may use: all of it at an end of the line, else half."""
    stretch = math.dist(line[one], line[two])
    at_end = one == 0 or two == len(line) - 1
    return stretch * (0.85 if at_end else 0.5)


def _toward(one: Point, two: Point, share: float) -> Point:
    return one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share


def _svg(start: Point, corners: Sequence[_Corner], end: Point) -> str:
    parts = [f"M {_xy(start)}"]
    for corner in corners:
        one, two = corner.handles()
        parts.append(f"L {_xy(corner.begin)} C {_xy(one)} {_xy(two)} {_xy(corner.end)}")
    parts.append(f"L {_xy(end)}")
    return " ".join(parts)


def _xy(point: Point) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"
