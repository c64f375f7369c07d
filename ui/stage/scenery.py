"""What stands on the stage, and the paths that have been earned so far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from showcase.model.programme import Programme
from showcase.model.transaction import Family, Thing
from ui.stage.curve import Curve
from ui.stage.layout import HEIGHT, WIDTH, Layout, lay_out
from ui.stage.rect import Rect, thin
from ui.stage.routes import Router

_INSIDE = 84.0  # how far inside a card a thing rises and sinks
_BEFORE = 22.0  # how far before a card's edge it waits
_GUEST = (216.0, 46.0)


_DOCKED = {
    Thing.IMAGES: 68.0,
    Thing.NOTE: 22.0,
    Thing.SEAL: 22.0,
    Thing.QUESTION: 22.0,
}
_DOCKED_SHEET = 84.0  # half the width of anything else, as small as it is while it waits
_ABOVE = 26.0  # half the height of what waits: above a card it ends where the card begins
_BESIDE = 46.0  # between two that wait at the same card


@dataclass(frozen=True, slots=True)
class Trace:
    """A path that has been used, or that will be once its transaction is in the catalogue.

    Attributes:
        uses: How many hops ran along it; 0: it is only planned.
        family: Of the last of them.
    """

    key: str
    curve: Curve
    uses: int
    family: Family


@dataclass(frozen=True, slots=True)
class Way:
    """How a thing travels: from inside one card to inside the other.

    Attributes:
        svg: The way there.
        back: The way back.
        length: Of the whole way.
        wait: Share of the way at which it waits before the card.
    """

    svg: str
    back: str
    length: float
    wait: float


class Scenery:
    """Cards, grounds, paths; and guests: systems that nobody cast."""

    def __init__(
        self,
        programme: Programme,
        family_of: Callable[[str], Family],
        *,
        width: float = WIDTH,
        height: float = HEIGHT,
    ) -> None:
        """Lay out, and plan the ways of the whole story, so that they keep apart.

        No path is on the stage yet, except those of planned cues, which nothing will travel.

        Args:
            programme: The story.
            family_of: Which standard carries a transaction.
            width: Of the stage.
            height: Of the stage.
        """
        self._programme, self._family_of = programme, family_of
        self.layout: Layout = lay_out(programme.places, programme.roles, width, height)
        self._bounds = Rect(0, 0, self.layout.width, self.layout.height)
        self._router = Router(self.layout.cards, self._bounds, list(self.layout.titles.values()))
        self._traces: dict[str, Trace] = {}
        self.guests: dict[str, Rect] = {}
        for one, two in self._foreseen(programme):
            self._router.route(one, two)
        self._planned = self._plan(programme)

    @property
    def traces(self) -> tuple[Trace, ...]:
        """Paths in the order in which they were earned, before them the planned ones."""
        waiting = (each for key, each in self._planned.items() if key not in self._traces)
        return (*waiting, *self._traces.values())

    @property
    def planned(self) -> bool:
        """Whether a path on the stage is only planned."""
        return any(key not in self._traces for key in self._planned)

    def again(self, *, width: float = WIDTH, height: float = HEIGHT) -> "Scenery":
        """The same on a stage of another size."""
        new = Scenery(self._programme, self._family_of, width=width, height=height)
        for guest in self.guests:
            new.welcome(guest)
        for key, trace in self._traces.items():
            found = new._router.route(*key.split("|"))
            if found is not None:
                new._traces[key] = replace(trace, curve=found[0])
        return new

    def dock(
        self, sender: str, receiver: str, thing: Thing, others: int = 0
    ) -> tuple[float, float]:
        """Where a thing waits at its receiver, small, crossing no title on its way.

        That is the foot of the card; above the card, if it comes from there.

        Args:
            sender: Whence it comes.
            receiver: Where it waits.
            thing: What it is.
            others: How many wait there already.
        """
        card = (self.layout.cards | self.guests).get(receiver)
        found = self._router.route(sender, receiver)
        if card is None or found is None:
            return 0.0, 0.0
        curve, turned = found
        door = curve.points[0] if turned else curve.points[-1]
        half = _DOCKED.get(thing, _DOCKED_SHEET)
        low, high = card.x + half - 14, card.right - half + 14
        at = min(max(door[0], low), max(low, high))
        step = -_BESIDE if at > card.middle[0] else _BESIDE
        slim = receiver in self.layout.quiet or receiver in self.guests
        if slim:
            return at + others * step, card.y - 12
        above = Rect(at - half, card.y - 2 * _ABOVE, 2 * half, 2 * _ABOVE)
        free = not any(above.overlaps(title) for title in self.layout.titles.values())
        on_top = free and door[1] <= card.y + 1
        return at + others * step, card.y - _ABOVE if on_top else card.bottom - 8

    def use(self, sender: str, receiver: str, family: Family) -> None:
        """A hop runs from one to the other: the path appears, or grows."""
        found = self._router.route(sender, receiver)
        if found is None:
            return
        key = path_key(sender, receiver)
        old = self._traces.get(key)
        if old is None:
            self._traces[key] = Trace(key, found[0], 1, family)
        else:
            self._traces[key] = replace(old, uses=old.uses + 1, family=family)

    def curve(self, sender: str, receiver: str) -> Curve | None:
        """The line between two cards, whether it has been earned or not; either way the same."""
        found = self._router.route(sender, receiver)
        return found[0] if found else None

    def way(self, sender: str, receiver: str) -> Way | None:
        """How something travels between two cards; None where there is no way."""
        found = self._router.route(sender, receiver)
        if found is None:
            return None
        curve, turned = found
        points = curve.points[::-1] if turned else curve.points
        begin, end = _inside(points[1], points[0]), _inside(points[-2], points[-1])
        there, back = (curve.back, curve.svg) if turned else (curve.svg, curve.back)
        length = curve.length + 2 * _INSIDE
        waiting = _INSIDE + max(curve.length / 2, curve.length - _BEFORE)
        return Way(
            svg=_through(begin, there, end),
            back=_through(end, back, begin),
            length=length,
            wait=waiting / length,
        )

    def straight(self, sender: str, receiver: str) -> Way | None:
        """As the crow flies, behind the cards: for what happens in the background."""
        cards = self.layout.cards | self.guests
        if sender == receiver or not {sender, receiver} <= cards.keys():
            return None
        one, two = cards[sender].middle, cards[receiver].middle
        there, back = (
            f"M {a[0]:.1f} {a[1]:.1f} L {b[0]:.1f} {b[1]:.1f}" for a, b in ((one, two), (two, one))
        )
        return Way(
            svg=there, back=back, length=abs(one[0] - two[0]) + abs(one[1] - two[1]), wait=1.0
        )

    def welcome(self, address: str) -> None:
        """Give somebody unknown a place on the stage, if there is room for one."""
        if address in self.layout.cards or address in self.guests:
            return
        seat = self._seat()
        if seat is not None:
            self.guests[address] = seat
            self._router.add(address, seat)

    def _seat(self) -> Rect | None:
        """A free place along the lower edge, then along the upper, then anywhere."""
        width, height = _GUEST
        low, high = self.layout.height - height - 10, 12.0
        rows = [low, high, *(low - 40.0 * n for n in range(1, 14))]
        for top in rows:
            for step in range(int((self.layout.width - width) // 40)):
                seat = Rect(20 + 40.0 * step, top, width, height)
                if self._free(seat):
                    return seat
        return None

    def _free(self, seat: Rect) -> bool:
        taken = [*self.layout.cards.values(), *self.guests.values(), *self.layout.titles.values()]
        if any(seat.grown(20).overlaps(each) for each in taken):
            return False
        air = seat.grown(8)
        return not any(
            air.overlaps(thin(one, two))
            for curve in self._router.curves
            for one, two in zip(curve.points, curve.points[1:], strict=False)
        )

    def _plan(self, programme: Programme) -> dict[str, Trace]:
        """The paths of cues whose transaction is not in the catalogue yet."""
        planned = {}
        for cue in programme.cues:
            for other in cue.receivers if cue.planned else ():
                found = self._router.route(cue.sender, other)
                if found is not None:
                    key = path_key(cue.sender, other)
                    planned[key] = Trace(key, found[0], 0, self._family_of(cue.transaction))
        return planned

    def _foreseen(self, programme: Programme) -> list[tuple[str, str]]:
        """Pairs that the story joins, the nearest first: they deserve the straight ways."""
        pairs = {
            (min(cue.sender, other), max(cue.sender, other))
            for cue in programme.cues
            for other in cue.receivers
            if {cue.sender, other} <= self.layout.cards.keys() and cue.sender != other
        }
        return sorted(pairs, key=lambda pair: (self._apart(pair), pair))

    def _apart(self, pair: Sequence[str]) -> float:
        one, two = (self.layout.cards[key].middle for key in pair)
        return abs(one[0] - two[0]) + abs(one[1] - two[1])


def path_key(one: str, two: str) -> str:
    """The name of the path between two cards, either way."""
    return "|".join(sorted((one, two)))


def _inside(before: tuple[float, float], door: tuple[float, float]) -> tuple[float, float]:
    """A point inside the card, straight on from how the path meets its door."""
    dx, dy = door[0] - before[0], door[1] - before[1]
    size = max(1e-6, abs(dx) + abs(dy))  # paths meet cards at right angles
    return door[0] + _INSIDE * dx / size, door[1] + _INSIDE * dy / size


def _through(begin: tuple[float, float], svg: str, end: tuple[float, float]) -> str:
    return f"M {begin[0]:.2f} {begin[1]:.2f} L{svg[1:]} L {end[0]:.2f} {end[1]:.2f}"
