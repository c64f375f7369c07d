"""Cards and what stands on them, as rows; made from the `Picture` alone."""

from dataclasses import dataclass, replace

from showcase.model.programme import Role
from showcase.model.system import System
from ui.icons import glyph, icon_of
from ui.stage.picture import Picture
from ui.stage.rect import Rect
from ui.stage.thread import Woven
from ui.viewmodels.boxes import box
from ui.viewmodels.card_faces import CardFace, CardFaces

_INSET = 24.0  # of the chips, within their card


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
        size: Of the title.
        leading: From line to line of it, in board units.
        icon: Side of the icon; 0: there is none.
        detail: Size of maker and tag.
        chip: Size of the chips' words.
        rest: Height of the title's lines on the cards at rest: their chips stand level.
        glyph: SVG path of its icon.
        maker: Vendor or product; empty for a stand-in.
        logo: Its digest; empty: none.
        assisted: A vendor's system, and a stand-in keeps part of its role.
        quiet: Drawn slim.
        guest: Nobody cast it: its traffic came by itself.
        open: It is in play: its title is as large as everybody needs it.
        count: What a quiet card has counted.
        glow: Why it is lit: one of `Glow`.
        glow_family: In which colour.
        asked: Its human is waited for.
        faded: A value is followed that it never saw.
        threaded: A value is followed that it saw.
        records: How many audit records that it keeps speak of that value.
        knows: What it knows, in words, for whoever cannot see the chips.
    """

    key: str
    title: str
    lettering: str
    size: float
    leading: float
    icon: float
    detail: float
    chip: float
    rest: float
    glyph: str
    maker: str
    logo: str
    stand_in: bool
    assisted: bool
    quiet: bool
    guest: bool
    open: bool
    count: int
    glow: str
    glow_family: str
    asked: bool
    faded: bool
    threaded: bool
    records: int
    knows: str
    x: float
    y: float
    width: float
    height: float


def cards(
    picture: Picture,
    faces: CardFaces,
    known: dict[str, list[ChipRow]],
    woven: Woven | None = None,
) -> list[CardRow]:
    """Systems, and guests."""
    programme, scenery = picture.programme, picture.scenery
    if programme is None or scenery is None:
        return []
    cast = [
        _card(picture, role, faces, known[role.key], quiet=role.key in scenery.layout.quiet)
        for role in programme.roles
    ]
    guests = [_guest(picture, address, seat) for address, seat in scenery.guests.items()]
    return [_threaded(row, woven) for row in (*cast, *guests)]


def _threaded(row: CardRow, woven: Woven | None) -> CardRow:
    if woven is None:
        return row
    inside = row.key in woven.cards
    faded = not inside and not row.open and row.glow == ""
    return replace(row, threaded=inside, faded=faded, records=woven.kept.get(row.key, 0))


def _guest(picture: Picture, address: str, seat: Rect) -> CardRow:
    glow, family = picture.lights.of(address)
    return CardRow(
        key=address,
        title=address,
        lettering=address,
        size=0.0,
        leading=0.0,
        icon=0.0,
        detail=0.0,
        chip=0.0,
        rest=0.0,
        glyph=glyph("stranger"),
        maker="",
        logo="",
        stand_in=False,
        assisted=False,
        quiet=True,
        guest=True,
        open=False,
        count=0,
        glow=glow,
        glow_family=family,
        asked=False,
        faded=False,
        threaded=False,
        records=0,
        knows="",
        **box(seat),
    )


def _card(
    picture: Picture, role: Role, faces: CardFaces, known: list[ChipRow], *, quiet: bool
) -> CardRow:
    system = picture.systems.get(role.key, System(key=role.key))
    glow, family = picture.lights.of(role.key)
    shown: CardFace = faces.of(picture, role.key)
    face = shown.face
    return CardRow(
        key=role.key,
        title=role.title,
        lettering=shown.words,
        size=face.title,
        leading=face.leading * face.title,
        icon=face.icon,
        detail=face.detail,
        chip=face.chip,
        rest=face.title_height if shown.open else faces.rest.title_height,
        glyph=glyph(icon_of(role)),
        logo="" if system.stand_in else system.logo,
        maker="" if system.stand_in else system.vendor or system.product or system.key,
        stand_in=system.stand_in,
        assisted=system.assisted,
        quiet=quiet,
        guest=False,
        open=shown.open and not quiet,
        count=picture.sealed if quiet else 0,
        glow=glow,
        glow_family=family,
        asked=picture.waits_for == role.key,
        faded=False,
        threaded=False,
        records=0,
        knows=", ".join(chip.text for chip in known),
        **box(shown.box),
    )


def chips(picture: Picture, faces: CardFaces) -> dict[str, list[ChipRow]]:
    """What each system knows, by role key: as much of it as its card has room for."""
    roles = picture.programme.roles if picture.programme and picture.scenery else ()
    return {role.key: _chips(picture, role.key, faces.of(picture, role.key)) for role in roles}


def _chips(picture: Picture, key: str, shown: CardFace) -> list[ChipRow]:
    face = shown.face
    found = picture.knowledge.chips(key, shown.box.width - _INSET, face.rows, face.chip)
    return [
        ChipRow(key=each.key, card=key, text=each.text, family=each.family, marks=each.marks)
        for each in found
    ]
