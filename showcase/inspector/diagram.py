"""Who told whom: places, systems and the ways between them, as one SVG drawing."""

import textwrap
from collections.abc import Iterator
from itertools import count

import msgspec

from showcase.inspector import icons
from showcase.inspector.markup import Element, element
from showcase.inspector.recording import Hop, Recording
from showcase.inspector.routes import Box, Way, spot, way
from showcase.inspector.thread import Strand, classes
from showcase.model.exchange import Outcome
from showcase.model.icon import STRANGER, icon_of
from showcase.model.programme import Role
from showcase.model.transaction import Family

_CARD = 204.0, 78.0
_PITCH = 308.0, 184.0
_GROUND = 30.0
_TITLE = 34.0
"""Height of a place's title, above its cards."""

_ROWS = 3
"""Cards in a column, where the story gives no positions."""

_NEAR = 0.62
"""Of a row: how far a card without a position stands under its neighbour."""

_LINE = 17.0
_MOST_LINES = 4
_BROKEN = {Outcome.REFUSED, Outcome.FAILED}
_SCALE = 0.85
"""Pixels of a unit, where the page is wide enough: a small story is not blown up."""

_WIDE, _SMALL = 11, 14
"""Letters in a line of a card's title, in the widest of usual fonts: of one line, of two."""

Cards = dict[str, Box]


class _Pair(msgspec.Struct, frozen=True):
    """Everything that one system told another."""

    sender: str
    receiver: str
    hops: tuple[Hop, ...]

    @property
    def broken(self) -> bool:
        """Whether the last of it was not accepted."""
        return self.hops[-1].event.verdict.outcome in _BROKEN


class _Plate(msgspec.Struct, frozen=True):
    """What is written on a way, or beside it."""

    pair: _Pair
    texts: tuple[str, ...]
    box: Box


def diagram(run: Recording, strands: tuple[Strand, ...]) -> Element:
    """The drawing of a run."""
    pairs = _pairs(run)
    cards = _cards(run, pairs)
    grounds = list(_grounds(run, cards))
    ways = _ways(pairs, cards, grounds)
    plates = _plates(ways, cards)
    boxes = [*cards.values(), *(box for _, box in grounds), *(plate.box for plate in plates)]
    bounds = _bounds(boxes, ways)
    return element(
        "svg",
        element("title", f"Which system told which: {run.start.programme.title}"),
        element("defs", [_tip(family) for family in Family]),
        [_ground(run, place, box) for place, box in grounds],
        [_path(pair, line, strands) for pair, line in ways],
        [_card(run, role, box) for role, box in cards.items()],
        [_written(plate, strands) for plate in plates],
        viewBox=f"{bounds.x:.0f} {bounds.y:.0f} {bounds.width:.0f} {bounds.height:.0f}",
        width=bounds.width * _SCALE,
        class_="diagram",
        role="img",
    )


def family_class(family: Family) -> str:
    """The class that gives a family its colour."""
    return family.name.lower()


def _pairs(run: Recording) -> tuple[_Pair, ...]:
    found: dict[tuple[str, str], list[Hop]] = {}
    for hop in run.hops:
        found.setdefault((hop.event.sender, hop.event.receiver), []).append(hop)
    return tuple(_Pair(*ends, tuple(hops)) for ends, hops in found.items())


def _cards(run: Recording, pairs: tuple[_Pair, ...]) -> Cards:
    roles = run.start.programme.roles
    cards = {role.key: _at(*role.at) for role in roles if role.at}
    for place in run.start.programme.places:
        home = [role.at for role in roles if role.at and role.place == place.key]
        loose = [role for role in roles if role.at is None and role.place == place.key]
        right = 1 + max((box.x / _PITCH[0] for box in cards.values()), default=-1.0)
        for nth, role in enumerate(loose):
            beside = _at(right + nth // _ROWS, nth % _ROWS)
            cards[role.key] = _below(home, cards) if home else beside
    ends = dict.fromkeys(end for pair in pairs for end in (pair.sender, pair.receiver))
    strangers = [end for end in ends if end not in cards]
    below = 1 + max(((box.y / _PITCH[1]) for box in cards.values()), default=-1.0)
    return cards | {end: _at(nth, below) for nth, end in enumerate(strangers)}


def _at(column: float, row: float) -> Box:
    return Box(column * _PITCH[0], row * _PITCH[1], *_CARD)


def _below(home: list[tuple[float, float]], cards: Cards) -> Box:
    """The next free spot under those who stand in the same place."""
    column, row = max(home, key=lambda at: (at[1], at[0]))
    spots = (_at(column, row + nth * _NEAR) for nth in count(1))
    return next(spot for spot in spots if not any(spot.overlap(each) for each in cards.values()))


def _grounds(run: Recording, cards: Cards) -> Iterator[tuple[str, Box]]:
    """Where each place is; in pieces, where one piece would cover what stands elsewhere."""
    for place in run.start.programme.places:
        keys = {role.key for role in run.roles.values() if role.place == place.key}
        own = [cards[key] for key in keys]
        strange = [box for key, box in cards.items() if key not in keys]
        whole = _hull(own)
        together = not any(whole.overlap(box) for box in strange)
        for group in [own] if together else _groups(own):
            around = _hull(group).around(_GROUND) if group else None
            if around:
                head = _TITLE - 8
                yield place.key, Box(around.x, around.y - head, around.width, around.height + head)


def _groups(boxes: list[Box]) -> list[list[Box]]:
    """Boxes that stand side by side, or corner to corner, in groups."""
    groups: list[list[Box]] = []
    for box in boxes:
        near = box.around(max(_PITCH[0] - _CARD[0], _PITCH[1] - _CARD[1]) + 1)
        touching = [group for group in groups if any(near.overlap(each) for each in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([box, *(each for group in touching for each in group)])
    return groups


def _ways(
    pairs: tuple[_Pair, ...], cards: Cards, grounds: list[tuple[str, Box]]
) -> list[tuple[_Pair, Way]]:
    ends = {(pair.sender, pair.receiver) for pair in pairs}
    titles = [Box(box.x + 10, box.y, 150, _TITLE - 12) for _, box in grounds]
    drawn: list[tuple[_Pair, Way]] = []
    for pair in pairs:
        if pair.sender == pair.receiver:
            continue  # a system that talks to itself has no way to go
        one, two = cards[pair.sender], cards[pair.receiver]
        others = [box for key, box in cards.items() if key not in {pair.sender, pair.receiver}]
        paired = (pair.receiver, pair.sender) in ends
        taken = [line for _, line in drawn]
        drawn.append((pair, way(one, two, [*others, *titles], taken, paired=paired)))
    return drawn


def _bounds(boxes: list[Box], ways: list[tuple[_Pair, Way]]) -> Box:
    points = [Box(x, y, 0, 0) for _, line in ways for x, y in line.points]
    return _hull([*(box.around(10) for box in boxes), *(point.around(26) for point in points)])


def _hull(boxes: list[Box]) -> Box:
    if not boxes:
        return Box(0, 0, *_CARD)
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right = max(box.x + box.width for box in boxes)
    bottom = max(box.y + box.height for box in boxes)
    return Box(left, top, right - left, bottom - top)


def _tip(family: Family) -> Element:
    return element(
        "marker",
        element("path", d="M0 0 L10 5 L0 10 z", class_=f"tip {family_class(family)}"),
        id=f"tip-{family_class(family)}",
        viewBox="0 0 10 10",
        refX=8,
        refY=5,
        markerWidth=15,
        markerHeight=15,
        markerUnits="userSpaceOnUse",
        orient="auto",
    )


def _ground(run: Recording, place: str, box: Box) -> Element:
    return element(
        "g",
        _rect(box, 22),
        element("text", run.start.programme.place(place).title, x=box.x + 20, y=box.y + 27),
        class_="ground",
    )


def _path(pair: _Pair, line: Way, strands: tuple[Strand, ...]) -> Element:
    family = family_class(pair.hops[-1].family)
    through = classes(strands, *(hop.event for hop in pair.hops))
    return element(
        "path",
        d=line.path,
        marker_end=f"url(#tip-{family})",
        class_=f"way {family}{' broken' if pair.broken else ''} {through}",
    )


def _card(run: Recording, key: str, box: Box) -> Element:
    role = run.roles.get(key)
    lines = _wrapped(role.title if role else key)
    small, two = len(lines[0]) > _WIDE or len(lines) > 1, len(lines) > 1
    return element(
        "g",
        element("title", f"{role.title}: {', '.join(role.plays)}" if role else key),
        _rect(box, 14),
        element(
            "path",
            d=icons.drawn(icon_of(role) if role else STRANGER),
            transform=f"translate({box.x + 15:.1f} {box.y + 23:.1f}) scale(1.3)",
            class_="icon",
        ),
        [
            element(
                "text",
                line,
                x=box.x + 60,
                y=box.y + (27 if two else 36) + nth * 18,
                class_="title small" if small else "title",
            )
            for nth, line in enumerate(lines)
        ],
        element(
            "text", _player(run, role), x=box.x + 60, y=box.y + (63 if two else 57), class_="by"
        ),
        class_="card",
    )


def _player(run: Recording, role: Role | None) -> str:
    if role is None:
        return "not in the cast"
    taken = sum(hop.event.receiver == role.key for hop in run.audits)
    if taken:
        return f"{taken} audit record{'s' if taken > 1 else ''}"
    system = run.systems.get(role.key)
    if system is None or system.stand_in:
        return "stand-in"
    name = f"{system.vendor} {system.product}".strip() or system.key
    return textwrap.shorten(name, 20, placeholder="…")


def _wrapped(title: str) -> list[str]:
    if len(title) <= _WIDE:
        return [title]
    lines = textwrap.wrap(title, _SMALL) or [title]
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1][: _SMALL - 1]}…"]
    return lines


def _plates(ways: list[tuple[_Pair, Way]], cards: Cards) -> list[_Plate]:
    """Where it is written which hops went along a way."""
    taken = list(cards.values())
    plates = []
    for pair, line in ways:
        shown = pair.hops[:_MOST_LINES]
        texts = [_label(hop) for hop in shown]
        if len(pair.hops) > len(shown):
            texts[-1] = f"and {len(pair.hops) - len(shown) + 1} more"
        size = 14 + 8.3 * max(map(len, texts)), 8 + _LINE * len(texts)
        box = spot(line, size, taken, [other for _, other in ways if other is not line])
        taken.append(box)
        plates.append(_Plate(pair, tuple(texts), box))
    return plates


def _written(plate: _Plate, strands: tuple[Strand, ...]) -> Element:
    lines = [
        element(
            "text",
            text,
            x=plate.box.middle[0],
            y=plate.box.y + _LINE * (nth + 1),
            class_=_tone(plate.pair.hops[nth]),
        )
        for nth, text in enumerate(plate.texts)
    ]
    through = classes(strands, *(hop.event for hop in plate.pair.hops))
    return element("g", _rect(plate.box, 9), lines, class_=f"label {through}")


def _label(hop: Hop) -> str:
    broken = hop.event.verdict.outcome in _BROKEN
    return f"{hop.number} {hop.event.transaction[:12]}{' ✕' if broken else ''}"


def _tone(hop: Hop) -> str:
    broken = hop.event.verdict.outcome in _BROKEN
    return hop.event.verdict.outcome.value if broken else family_class(hop.family)


def _rect(box: Box, radius: float) -> Element:
    return element("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=radius)
