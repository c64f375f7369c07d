"""Which stretches of the stage are taken by ways already given."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ui.stage.curve import Point


class Traffic:
    """Which stretches of the lanes are taken by ways already given."""

    def __init__(self, ways: Iterable[Sequence[Point]], apart: float) -> None:
        """Note them all.

        Args:
            ways: Their corners.
            apart: Two ways side by side are no closer than this.
        """
        self._apart = apart
        self.doors: set[Point] = set()
        self._across: dict[float, list[tuple[float, float]]] = {}
        self._down: dict[float, list[tuple[float, float]]] = {}
        for points in ways:
            self.doors |= {points[0], points[-1]}
            for one, two in pairwise(points):
                self._note(one, two)

    def _note(self, one: Point, two: Point) -> None:
        if abs(one[0] - two[0]) < 1e-6:
            self._down.setdefault(round(one[0], 3), []).append(_span(one[1], two[1]))
        else:
            self._across.setdefault(round(one[1], 3), []).append(_span(one[0], two[0]))

    def taken_between(self, one: Point, two: Point) -> bool:
        """Whether a straight stretch runs along one that is taken, or too close beside it."""
        if abs(one[0] - two[0]) < 1e-6:
            return _near(self._apart, self._down, one[0], _span(one[1], two[1]))
        return _near(self._apart, self._across, one[1], _span(one[0], two[0]))

    def crossings(self, one: Point, two: Point) -> int:
        """How many taken stretches a straight stretch crosses."""
        if abs(one[0] - two[0]) < 1e-6:
            return _crossed(self._across, one[0], _span(one[1], two[1]))
        return _crossed(self._down, one[1], _span(one[0], two[0]))


def _span(one: float, two: float) -> tuple[float, float]:
    return (one, two) if one <= two else (two, one)


def _near(
    apart: float,
    taken: dict[float, list[tuple[float, float]]],
    lane: float,
    span: tuple[float, float],
) -> bool:
    return any(
        abs(each - lane) < apart
        and any(begin < span[1] - 1e-6 and span[0] < end - 1e-6 for begin, end in spans)
        for each, spans in taken.items()
    )


def _crossed(
    taken: dict[float, list[tuple[float, float]]], lane: float, span: tuple[float, float]
) -> int:
    return sum(
        span[0] <= each < span[1] and any(begin < lane < end for begin, end in spans)
        for each, spans in taken.items()
    )
