"""Where cards and grounds stand.

Authored positions win: a role's `at` is a column and a row, fractions allowed. Where some are
missing, free cells of the same place are filled. Where the result would overlap, or where a
place would stand inside another, all positions are worked out afresh: a stage that can be read
beats one that obeys.

A role that only keeps audit records is *quiet*: a slim card at the foot of its place.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from showcase.model.programme import Place, Role
from ui.stage.cells import Cell, authored, blocks, clash
from ui.stage.rect import Rect

WIDTH = 1832.0
HEIGHT = 688.0

_CARD_WIDTH = 400.0  # no card is larger
_CARD_HEIGHT = 226.0
_READABLE = (320.0, 150.0)  # a title in one line, and chips
_LEAST_WIDTH = 120.0
_LEAST_HEIGHT = 60.0
_PAD = 30.0  # between a ground's edge and its cards: room for two or three lanes
_HEAD = 50.0  # the ground's title
_FOOT = 18.0
_GAP = 18.0  # between grounds
_GUTTER = 46.0
_ROW_GUTTER = 34.0
_QUIET_HEIGHT = 44.0
_GROWTH = 7.0  # of a card in play, on every side: less than ways keep away from cards

_QUIET_ACTORS = frozenset({"Audit Record Repository"})


@dataclass(frozen=True, slots=True)
class Layout:
    """A stage, laid out.

    Attributes:
        cards: By role key.
        grounds: By place key; a place without roles has none.
        titles: Where the grounds' titles stand, by place key.
        quiet: Keys of the roles drawn as slim cards.
    """

    width: float
    height: float
    cards: dict[str, Rect]
    grounds: dict[str, Rect]
    titles: dict[str, Rect]
    quiet: frozenset[str]

    @property
    def growth(self) -> float:
        """By how much a card may grow on every side, and touch no other and no title."""
        loud = [card for key, card in self.cards.items() if key not in self.quiet]
        pairs = [(one, two) for one in loud for two in self.cards.values() if two is not one]
        apart = [_gap(*pair) / 2 for pair in pairs]
        below = [_gap(card, title) for card in loud for title in self.titles.values()]
        return max(0.0, min([_GROWTH + 1, *apart, *below]) - 1)


def _gap(one: Rect, other: Rect) -> float:
    """How far two rectangles that do not overlap are apart."""
    across = max(other.x - one.right, one.x - other.right)
    down = max(other.y - one.bottom, one.y - other.bottom)
    return max(across, down)


def is_quiet(role: Role) -> bool:
    """Whether a role does nothing but keep audit records."""
    return bool(role.plays) and set(role.plays) <= _QUIET_ACTORS


def lay_out(
    places: Sequence[Place], roles: Sequence[Role], width: float = WIDTH, height: float = HEIGHT
) -> Layout:
    """Cards on a grid, each inside the ground of its place; nothing overlaps."""
    quiet = _quiet_roles(roles)
    loud = [role for role in roles if role.key not in quiet]
    cells = authored(loud)
    if cells is not None:
        plan = _Plan(places, roles, quiet, cells, width, height)
        if plan.stands():
            return plan.layout()
    return _proposed(places, roles, quiet, width, height).layout()


def _quiet_roles(roles: Sequence[Role]) -> frozenset[str]:
    """Quiet roles, where their place has something else for them to stand under."""
    peopled = {role.place for role in roles if not is_quiet(role)}
    return frozenset(role.key for role in roles if is_quiet(role) and role.place in peopled)


def _proposed(
    places: Sequence[Place],
    roles: Sequence[Role],
    quiet: frozenset[str],
    width: float,
    height: float,
) -> "_Plan":
    """Each place a block of columns, filled from the top; as many rows as make cards largest."""
    plans = (
        _Plan(places, roles, quiet, blocks(places, roles, quiet, rows), width, height)
        for rows in range(1 if len(roles) - len(quiet) <= 2 else 2, 9)
    )
    return max(plans, key=_Plan.comfort)


# --- Units ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Box:
    """The cells of a place: first and last column, first and last row."""

    left: float
    right: float
    top: float
    bottom: float

    def beside(self, other: "_Box") -> bool:
        return self.right + 1 <= other.left or other.right + 1 <= self.left

    def apart(self, other: "_Box") -> bool:
        above = self.bottom + 1 <= other.top or other.bottom + 1 <= self.top
        return above or self.beside(other)


class _Plan:
    """Cells turned into rectangles."""

    def __init__(
        self,
        places: Sequence[Place],
        roles: Sequence[Role],
        quiet: frozenset[str],
        cells: dict[str, Cell],
        width: float,
        height: float,
    ) -> None:
        self._places, self._roles, self._quiet = places, roles, quiet
        self._cells, self._size = cells, (width, height)
        self._boxes = self._boxed()
        self._foot = _QUIET_HEIGHT + 12 if quiet else 0.0
        self._across()
        self._down()

    def _boxed(self) -> dict[str, _Box]:
        boxes = {}
        for place in self._places:
            cells = [
                self._cells[role.key]
                for role in self._roles
                if role.place == place.key and role.key in self._cells
            ]
            if cells:
                columns, rows = [cell[0] for cell in cells], [cell[1] for cell in cells]
                boxes[place.key] = _Box(min(columns), max(columns), min(rows), max(rows))
        return boxes

    def _across(self) -> None:
        """Width of cards, and where each column's middle is."""
        count = math.ceil(max((cell[0] for cell in self._cells.values()), default=0)) + 1
        inner = [
            any(box.left < column + 1 and box.right > column for box in self._boxes.values())
            for column in range(count - 1)
        ]
        borders = inner.count(False)
        gutters = inner.count(True)
        bare = self._size[0] - 2 * _PAD * (borders + 1) - _GAP * borders - _GUTTER * gutters
        self._card_width = min(_CARD_WIDTH, bare / count)
        spare = (bare - self._card_width * count) / (gutters + borders + 1)
        self._pad = _PAD + spare / 2
        between = self._card_width + 2 * self._pad + _GAP
        self._columns = [self._pad + self._card_width / 2]
        for within in inner:
            step = self._card_width + _GUTTER + spare if within else between
            self._columns.append(self._columns[-1] + step)

    def _down(self) -> None:
        """Height of cards, and where each row's middle is."""
        count = math.ceil(max((cell[1] for cell in self._cells.values()), default=0)) + 1
        stacked = [self._stacked(row) for row in range(count - 1)]
        extra = _FOOT + self._foot + _GAP + _HEAD - _ROW_GUTTER
        bare = self._size[1] - _HEAD - _FOOT - self._foot
        bare -= _ROW_GUTTER * (count - 1) + extra * sum(stacked)
        self._card_height = min(_CARD_HEIGHT, bare / count)
        spare = (bare - self._card_height * count) / max(1, count - 1)
        if count == 1:
            spare = 0.0
        top = _HEAD + self._card_height / 2
        self._rows = [top if count > 1 else top + (bare - self._card_height) / 2]
        for apart in stacked:
            step = self._card_height + _ROW_GUTTER + spare + (extra if apart else 0.0)
            self._rows.append(self._rows[-1] + step)

    def _stacked(self, row: int) -> bool:
        """Whether one place ends and another begins below it between `row` and the next."""
        boxes = self._boxes.values()
        return any(
            one.bottom < row + 1 and other.top > row and not one.beside(other)
            for one in boxes
            for other in boxes
            if one is not other
        )

    def comfort(self) -> float:
        """How close the cards come to a size on which all of them can be read."""
        return min(self._card_width / _READABLE[0], self._card_height / _READABLE[1])

    def stands(self) -> bool:
        """Whether cards are apart and places are apart, with room to read."""
        if self._card_width < _LEAST_WIDTH or self._card_height < _LEAST_HEIGHT:
            return False
        cells = list(self._cells.values())
        boxes = list(self._boxes.values())
        return not any(
            clash(one, other) for n, one in enumerate(cells) for other in cells[n + 1 :]
        ) and all(one.apart(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])

    def layout(self) -> Layout:
        """The rectangles."""
        grounds = {key: self._ground(box) for key, box in self._boxes.items()}
        titles = {
            place.key: Rect(ground.x + 24, ground.y + 11, self._title_width(place, ground), 30)
            for place in self._places
            if (ground := grounds.get(place.key)) is not None
        }
        cards = {key: self._card(cell) for key, cell in self._cells.items()}
        for key, ground in grounds.items():
            cards |= self._slim(ground, [r for r in self._roles if r.place == key])
        return Layout(self._size[0], self._size[1], cards, grounds, titles, self._quiet)

    @staticmethod
    def _title_width(place: Place, ground: Rect) -> float:
        return min(ground.width - 48, 24.0 + 12.5 * len(place.title))

    def _card(self, cell: Cell) -> Rect:
        middle = _between(self._columns, cell[0]), _between(self._rows, cell[1])
        width, height = self._card_width, self._card_height
        return Rect(middle[0] - width / 2, middle[1] - height / 2, width, height)

    def _ground(self, box: _Box) -> Rect:
        """Full height, unless another place shares its columns."""
        left = _between(self._columns, box.left) - self._card_width / 2 - self._pad
        right = _between(self._columns, box.right) + self._card_width / 2 + self._pad
        top, bottom = 0.0, self._size[1]
        for other in self._boxes.values():
            if other is not box and not box.beside(other):
                if other.bottom < box.top:
                    top = _between(self._rows, box.top) - self._card_height / 2 - _HEAD
                else:
                    under = _between(self._rows, box.bottom) + self._card_height / 2
                    bottom = under + _FOOT + self._foot
        return Rect(left, top, right - left, bottom - top)

    def _slim(self, ground: Rect, roles: Iterable[Role]) -> dict[str, Rect]:
        """The quiet roles of a place, side by side at its foot."""
        mine = [role.key for role in roles if role.key in self._quiet]
        if not mine:
            return {}
        room = ground.width - 2 * self._pad
        each = (room - 12 * (len(mine) - 1)) / len(mine)
        top = ground.bottom - _FOOT + 6 - _QUIET_HEIGHT
        return {
            key: Rect(ground.x + self._pad + n * (each + 12), top, each, _QUIET_HEIGHT)
            for n, key in enumerate(mine)
        }


def _between(middles: list[float], at: float) -> float:
    """The middle of a column or row, fractions lying between two."""
    low = min(math.floor(at), len(middles) - 1)
    high = min(low + 1, len(middles) - 1)
    return middles[low] + (middles[high] - middles[low]) * (at - low)
