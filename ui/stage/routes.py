"""The way between two cards, through the gutters, past all others.

A grid of lanes is laid through the gutters; the cheapest way on it is found by A*, where
length, bends, crossings and narrow company cost. A lane that one pair of cards has taken is not
given to another, so every trace on the stage is one relation. Both directions of a pair share
their way.
"""

import heapq
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ui.stage.curve import Curve, Point, draw
from ui.stage.rect import Rect
from ui.stage.traffic import Traffic

_MARGIN = 9.0  # no way comes closer to a card than this
_LANE = 13.0  # between two ways side by side
_BEND = 70.0
_CROSSING = 55.0
_TAKEN = 20_000.0  # running along another pair's way: only where there is no other
_SHARED_DOOR = 400.0
_HUGGING = 0.6  # a unit along a card's edge costs this much more
_HUG = 17.0  # what counts as along
_DOORS = (0.5, 0.3, 0.7, 0.4, 0.6, 0.2, 0.8, 0.15, 0.85)  # along a card's side, dearest last
_SIDES = ((0, -1), (0, 1), (-1, 0), (1, 0))

_Node = tuple[int, int]
_Way = tuple[int, int]  # a direction: (-1, 0), (1, 0), (0, -1), (0, 1)


@dataclass(frozen=True, slots=True)
class _Door:
    """A point on a card's side, and the first node of the grid before it."""

    at: Point
    node: _Node
    out: _Way
    cost: float


class Router:
    """Ways between the cards of one stage. Remembers each, and keeps them apart."""

    def __init__(self, cards: dict[str, Rect], bounds: Rect, avoid: Sequence[Rect] = ()) -> None:
        self._cards = dict(cards)
        self._bounds = bounds
        self._avoid = list(avoid)
        self._ways: dict[frozenset[str], tuple[str, Curve]] = {}
        self._lanes = _Lanes(self._cards, bounds, self._avoid)

    def add(self, key: str, card: Rect) -> None:
        """A card that came later; ways already given stay."""
        self._cards[key] = card
        self._lanes = _Lanes(self._cards, self._bounds, self._avoid)

    @property
    def curves(self) -> list[Curve]:
        """All ways given so far."""
        return [curve for _, curve in self._ways.values()]

    def route(self, start: str, end: str) -> tuple[Curve, bool] | None:
        """The way from `start` to `end`, and whether it was first found the other way round.

        None where a card is not on the stage, or is walled in.
        """
        pair = frozenset((start, end))
        if pair not in self._ways:
            points = self._find(start, end)
            if points is None:
                return None
            self._ways[pair] = start, draw(points, self._cards.values())
        first, curve = self._ways[pair]
        return curve, first != start

    def _find(self, start: str, end: str) -> list[Point] | None:
        if start == end or not {start, end} <= self._cards.keys():
            return None
        lanes = self._lanes
        traffic = Traffic([curve.points for curve in self.curves], _LANE * 0.6)
        leave = lanes.doors(self._cards[start], traffic)
        enter = lanes.doors(self._cards[end], traffic)
        return _Search(lanes, traffic, enter).run(leave)


class _Lanes:
    """Vertical and horizontal lanes; their crossings are the nodes of the grid."""

    def __init__(self, cards: dict[str, Rect], bounds: Rect, avoid: Sequence[Rect]) -> None:
        rects = list(cards.values())
        self._bounds = bounds
        self.xs = _ruled(
            [(rect.x, rect.right) for rect in rects], bounds.x, bounds.right, _door_places(rects, 0)
        )
        self.ys = _ruled(
            [(rect.y, rect.bottom) for rect in rects],
            bounds.y,
            bounds.bottom,
            _door_places(rects, 1),
        )
        self._halos = (
            [Rect(r.x, r.y - _HUG, r.width, r.height + 2 * _HUG) for r in rects],
            [Rect(r.x - _HUG, r.y, r.width + 2 * _HUG, r.height) for r in rects],
        )
        walls = [rect.grown(_MARGIN - 0.5) for rect in rects] + list(avoid)
        self.blocked = {
            (column, row)
            for wall in walls
            for column in range(bisect_left(self.xs, wall.x), bisect_left(self.xs, wall.right))
            for row in range(bisect_left(self.ys, wall.y), bisect_left(self.ys, wall.bottom))
        }

    def at(self, node: _Node) -> Point:
        """Where a node is."""
        return self.xs[node[0]], self.ys[node[1]]

    def holds(self, node: _Node) -> bool:
        """Whether the node is on the stage and in the open."""
        inside = 0 <= node[0] < len(self.xs) and 0 <= node[1] < len(self.ys)
        return inside and node not in self.blocked

    def hugs(self, one: Point, two: Point) -> bool:
        """Whether a stretch runs close along some card's edge."""
        middle = (one[0] + two[0]) / 2, (one[1] + two[1]) / 2
        level = abs(one[1] - two[1]) < 1e-6
        return any(each.holds(*middle) for each in (self._halos[0] if level else self._halos[1]))

    def doors(self, card: Rect, traffic: Traffic) -> list[_Door]:
        """Where a way may leave or enter a card."""
        found = []
        for share in _DOORS:
            for out in _SIDES:
                door = self._door(card, share, out, traffic)
                if door is not None:
                    found.append(door)
        return found

    def _door(self, card: Rect, share: float, out: _Way, traffic: Traffic) -> _Door | None:
        if out[0] == 0:
            at = (card.x + share * card.width, card.y if out[1] < 0 else card.bottom)
        else:
            at = (card.x if out[0] < 0 else card.right, card.y + share * card.height)
        node = self._first_node(at, out)
        if node is None:
            return None
        cost = 90.0 * abs(share - 0.5) + (_SHARED_DOOR if at in traffic.doors else 0.0)
        if traffic.taken_between(at, self.at(node)):
            cost += _TAKEN
        return _Door(at, node, out, cost)

    def _first_node(self, at: Point, out: _Way) -> _Node | None:
        """The first open node straight before a door."""
        column, row = bisect_left(self.xs, at[0] - 1e-6), bisect_left(self.ys, at[1] - 1e-6)
        column = min(column, len(self.xs) - 1)
        row = min(row, len(self.ys) - 1)
        if out[0] < 0 and self.xs[column] >= at[0]:
            column -= 1
        if out[1] < 0 and self.ys[row] >= at[1]:
            row -= 1
        node = (column, row)
        while 0 <= node[0] < len(self.xs) and 0 <= node[1] < len(self.ys):
            if self.holds(node):
                return node
            if abs(self.xs[node[0]] - at[0]) + abs(self.ys[node[1]] - at[1]) > _MARGIN:
                return None  # something else stands right before this door
            node = (node[0] + out[0], node[1] + out[1])
        return None


def _door_places(rects: Iterable[Rect], axis: int) -> set[float]:
    if axis == 0:
        return {rect.x + share * rect.width for rect in rects for share in _DOORS}
    return {rect.y + share * rect.height for rect in rects for share in _DOORS}


def _ruled(
    spans: Sequence[tuple[float, float]], low: float, high: float, doors: set[float]
) -> list[float]:
    """Lanes in every gap between the cards' shadows, beside every card, and at every door."""
    lanes: set[float] = set(doors)
    edge = low
    for begin, end in [*sorted(spans), (high, high)]:
        lanes.update(_spread(edge, begin))
        edge = max(edge, end)
    for begin, end in spans:
        lanes.update((begin - _LANE, end + _LANE))
    inside = sorted(lane for lane in lanes if low + 3 <= lane <= high - 3)
    kept: list[float] = []
    for lane in inside:
        if not kept or lane - kept[-1] > 1e-3:
            kept.append(lane)
    return kept


def _spread(begin: float, end: float) -> list[float]:
    """Lanes in a gutter, evenly about its middle."""
    room = end - begin - 2 * _MARGIN
    if room < 0:
        return []
    count = int(room // _LANE) + 1
    first = (begin + end) / 2 - _LANE * (count - 1) / 2
    return [first + _LANE * n for n in range(count)]


class _Search:
    """A* from any door of one card to any door of another."""

    def __init__(self, lanes: _Lanes, traffic: Traffic, enter: Sequence[_Door]) -> None:
        self._lanes = lanes
        self._traffic = traffic
        self._goals: dict[_Node, list[_Door]] = {}
        for door in enter:
            self._goals.setdefault(door.node, []).append(door)
        middles = [lanes.at(door.node) for door in enter]
        self._target = (
            sorted(x for x, _ in middles)[len(middles) // 2] if middles else 0.0,
            sorted(y for _, y in middles)[len(middles) // 2] if middles else 0.0,
        )
        self._slack = 400.0  # the doors of a card are spread this far; keeps A* honest enough
        self._costs: dict[tuple[_Node, _Node], float] = {}

    def run(self, leave: Sequence[_Door]) -> list[Point] | None:
        """Corners of the cheapest way; None when there is none."""
        best: dict[tuple[_Node, _Way], float] = {}
        came: dict[tuple[_Node, _Way], tuple[_Node, _Way]] = {}
        first: dict[tuple[_Node, _Way], _Door] = {}
        queue: list[tuple[float, float, _Node, _Way]] = []
        for door in leave:
            state = door.node, door.out
            if door.cost < best.get(state, 1e18):
                best[state], first[state] = door.cost, door
                heapq.heappush(queue, (door.cost + self._guess(door.node), door.cost, *state))
        goal: tuple[float, tuple[_Node, _Way], _Door] | None = None
        while queue:
            estimate, cost, node, way = heapq.heappop(queue)
            if goal is not None and estimate >= goal[0]:
                break
            if cost > best[node, way]:
                continue
            goal = self._arrive(goal, cost, node, way)
            for step, price in self._steps(node, way):
                state = (node[0] + step[0], node[1] + step[1]), step
                if cost + price < best.get(state, 1e18):
                    best[state], came[state] = cost + price, (node, way)
                    total = cost + price
                    heapq.heappush(queue, (total + self._guess(state[0]), total, *state))
        return None if goal is None else self._walk(goal[1], goal[2], came, first)

    def _arrive(
        self,
        goal: tuple[float, tuple[_Node, _Way], _Door] | None,
        cost: float,
        node: _Node,
        way: _Way,
    ) -> tuple[float, tuple[_Node, _Way], _Door] | None:
        for door in self._goals.get(node, ()):
            inward = (-door.out[0], -door.out[1])
            if way == door.out:
                continue
            total = cost + door.cost + (0.0 if way == inward else _BEND)
            if goal is None or total < goal[0]:
                goal = total, (node, way), door
        return goal

    def _steps(self, node: _Node, way: _Way) -> Iterable[tuple[_Way, float]]:
        for step in _SIDES:
            if step == (-way[0], -way[1]):
                continue
            beyond = node[0] + step[0], node[1] + step[1]
            if self._lanes.holds(beyond):
                yield step, self._price(node, beyond) + (0.0 if step == way else _BEND)

    def _price(self, one: _Node, two: _Node) -> float:
        if (one, two) not in self._costs:
            begin, end = self._lanes.at(one), self._lanes.at(two)
            price = abs(begin[0] - end[0]) + abs(begin[1] - end[1])
            price += _CROSSING * self._traffic.crossings(begin, end)
            if self._traffic.taken_between(begin, end):
                price += _TAKEN
            if self._lanes.hugs(begin, end):
                price *= 1 + _HUGGING
            self._costs[one, two] = self._costs[two, one] = price
        return self._costs[one, two]

    def _guess(self, node: _Node) -> float:
        x, y = self._lanes.at(node)
        return max(0.0, abs(x - self._target[0]) + abs(y - self._target[1]) - self._slack)

    def _walk(
        self,
        last: tuple[_Node, _Way],
        enter: _Door,
        came: dict[tuple[_Node, _Way], tuple[_Node, _Way]],
        first: dict[tuple[_Node, _Way], _Door],
    ) -> list[Point]:
        points = [enter.at]
        state = last
        while True:
            points.append(self._lanes.at(state[0]))
            if state not in came:
                break
            state = came[state]
        points.append(first[state].at)
        return points[::-1]
