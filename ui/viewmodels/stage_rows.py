"""The lists that the stage is drawn from, as rows; each is made from the `Picture` alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from showcase.model.programme import Programme, Role
from showcase.model.system import System
from showcase.model.transaction import Thing
from ui.icons import glyph, icon_of
from ui.stage.cursor import Phase
from ui.stage.face import Face, lettered
from ui.stage.picture import Picture
from ui.stage.rect import Rect
from ui.stage.scenery import Scenery, path_key
from ui.stage.sights import MISSED, Traveller
from ui.viewmodels.lettering import title_width

_INSET = 24.0  # of the chips, within their card


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundRow:
    """A place."""

    key: str
    title: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipRow:
    """Something a system knows.

    Attributes:
        card: The role that knows it.
        marks: Numbers of the identifiers it speaks of.
    """

    key: str
    card: str
    text: str
    family: str
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """A system.

    Attributes:
        lettering: Its title as it stands on the card, broken into lines.
        glyph: SVG path of its icon.
        maker: Vendor or product; empty for a stand-in.
        assisted: A vendor's system, and a stand-in keeps part of its role.
        quiet: Drawn slim.
        guest: Nobody cast it: its traffic came by itself.
        count: What a quiet card has counted.
        glow: Why it is lit: one of `Glow`.
        glow_family: In which colour.
        asked: Its human is waited for.
        knows: What it knows, in words, for whoever cannot see the chips.
    """

    key: str
    title: str
    lettering: str
    glyph: str
    maker: str
    stand_in: bool
    assisted: bool
    quiet: bool
    guest: bool
    count: int
    glow: str
    glow_family: str
    asked: bool
    knows: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PathRow:
    """A path that has been earned.

    Attributes:
        active: Something is under way on it.
        planned: Nothing ever was: its transaction is not in the catalogue yet.
    """

    key: str
    svg: str
    family: str
    uses: int
    active: bool
    planned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TravellerRow:
    """What is under way.

    Attributes:
        svg: The way there; empty where there is none to draw.
        back: The way back.
        wait: Share of the way at which it waits.
        dock_x: Where it moves to when it has to wait for long, small, at the foot of the card.
        dock_y: The same, downwards.
        thing: What it is: one of `Thing`.
        returns: What the answer brings back; empty: a check only.
        phase: One of `Phase`.
        step: To be reported back when the animation of this phase is done.
        speed: How much faster than designed it shall go.
        outcome: One of `Outcome`; empty while unknown.
    """

    hop: str
    svg: str
    back: str
    length: float
    wait: float
    dock_x: float
    dock_y: float
    thing: str
    returns: str
    family: str
    label: str
    count: int
    done: int
    thumbnails: tuple[str, ...]
    phase: str
    step: int
    speed: float
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SealRow:
    """An audit record on its way."""

    hop: str
    svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneRow:
    """A chapter.

    Attributes:
        stands: ``done``, ``now`` or ``next``.
        progress: How much of it has been shown, 0 to 1.
    """

    number: int
    title: str
    stands: str
    progress: float


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityRow:
    """An identifier of hers."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafRow:
    """A part of her record."""

    key: str
    text: str
    family: str
    arrived: bool
    picture: str


def grounds(programme: Programme, scenery: Scenery) -> list[GroundRow]:
    """Places that somebody stands in."""
    return [
        GroundRow(key=place.key, title=place.title, **_box(scenery.layout.grounds[place.key]))
        for place in programme.places
        if place.key in scenery.layout.grounds
    ]


def cards(picture: Picture, face: Face, known: dict[str, list[ChipRow]]) -> list[CardRow]:
    """Systems, and guests."""
    programme, scenery = picture.programme, picture.scenery
    if programme is None or scenery is None:
        return []
    cast = [_card(picture, role, scenery, face, known[role.key]) for role in programme.roles]
    return cast + [
        CardRow(
            key=address,
            title=address,
            lettering=address,
            glyph=glyph("stranger"),
            maker="",
            stand_in=False,
            assisted=False,
            quiet=True,
            guest=True,
            count=0,
            glow=picture.lights.of(address)[0],
            glow_family=picture.lights.of(address)[1],
            asked=False,
            knows="",
            **_box(seat),
        )
        for address, seat in scenery.guests.items()
    ]


def _card(
    picture: Picture, role: Role, scenery: Scenery, face: Face, known: list[ChipRow]
) -> CardRow:
    system = picture.systems.get(role.key, System(key=role.key))
    quiet = role.key in scenery.layout.quiet
    glow, family = picture.lights.of(role.key)
    lines = lettered(role.title, face.title, face.inner, title_width)
    return CardRow(
        key=role.key,
        title=role.title,
        lettering=role.title if quiet else "\n".join(lines),
        glyph=glyph(icon_of(role)),
        maker="" if system.stand_in else system.vendor or system.product or system.key,
        stand_in=system.stand_in,
        assisted=system.assisted,
        quiet=quiet,
        guest=False,
        count=picture.sealed if quiet else 0,
        glow=glow,
        glow_family=family,
        asked=picture.waits_for == role.key,
        knows=", ".join(chip.text for chip in known),
        **_box(scenery.layout.cards[role.key]),
    )


class _Box(TypedDict):
    """Where a row's item stands."""

    x: float
    y: float
    width: float
    height: float


def _box(rect: Rect) -> _Box:
    return _Box(x=rect.x, y=rect.y, width=rect.width, height=rect.height)


def chips(picture: Picture, face: Face) -> dict[str, list[ChipRow]]:
    """What each system knows, by role key: as much of it as its card has room for."""
    roles = picture.programme.roles if picture.programme else ()
    boxes = picture.scenery.layout.cards if picture.scenery else {}
    return {
        role.key: [
            ChipRow(
                key=chip.key, card=role.key, text=chip.text, family=chip.family, marks=chip.marks
            )
            for chip in picture.knowledge.chips(
                role.key, boxes[role.key].width - _INSET, face.rows, face.chip
            )
        ]
        for role in roles
    }


def paths(picture: Picture) -> list[PathRow]:
    """Paths, in the order in which they were earned."""
    traces = picture.scenery.traces if picture.scenery else ()
    busy = {
        path_key(each.start.sender, each.start.receiver) for each in picture.travellers.values()
    }
    return [
        PathRow(
            key=each.key,
            svg=each.curve.svg,
            family=each.family,
            uses=each.uses,
            active=each.key in busy,
            planned=each.uses == 0,
        )
        for each in traces
    ]


def travellers(picture: Picture) -> list[TravellerRow]:
    """What is under way."""
    return [_traveller(each, picture.cursor.speed) for each in picture.travellers.values()]


def _traveller(each: Traveller, speed: float) -> TravellerRow:
    back = each.look.back if each.end and each.phase is Phase.LAND else None
    return TravellerRow(
        hop=each.start.hop,
        svg=each.way.svg if each.way else "",
        back=each.way.back if each.way else "",
        length=each.way.length if each.way else 0.0,
        wait=each.way.wait if each.way else 1.0,
        dock_x=each.dock[0],
        dock_y=each.dock[1],
        thing=each.look.thing,
        returns=back or "",
        family=each.family,
        label=each.label,
        count=each.start.count,
        done=each.done,
        thumbnails=each.thumbnails[:3] if each.look.thing is Thing.IMAGES else (),
        phase=each.phase,
        step=each.step,
        speed=speed,
        outcome=MISSED if each.missed else each.end.verdict.outcome if each.end else "",
    )


def scenes(picture: Picture) -> Iterator[SceneRow]:
    """The chapters."""
    programme = picture.programme
    if programme is None:
        return
    over = picture.end is not None and picture.end.finished
    now = len(programme.scenes) if over else picture.scene
    for number, scene in enumerate(programme.scenes):
        shown = sum(cue.id in picture.shown for cue in scene.cues)  # planned ones count as skipped
        yield SceneRow(
            number=number,
            title=scene.title,
            stands="done" if number < now else "now" if number == now else "next",
            progress=1.0 if number < now else shown / max(1, len(scene.cues)),
        )


def identities(picture: Picture) -> list[IdentityRow]:
    """Her identifiers, in the order of first sight."""
    return [IdentityRow(number=e.number, text=e.label) for e in picture.knowledge.identities]


def leaves(picture: Picture) -> list[LeafRow]:
    """Her record."""
    found = picture.record.leaves if picture.record else ()
    return [
        LeafRow(key=e.key, text=e.text, family=e.family, arrived=e.arrived, picture=e.picture)
        for e in found
    ]
