"""Paths, and what travels along them, as rows; made from the `Picture` alone."""

from dataclasses import dataclass

from showcase.model.transaction import Thing
from ui.stage.cursor import Phase
from ui.stage.picture import Picture
from ui.stage.rect import Rect
from ui.stage.scenery import path_key
from ui.stage.sights import MISSED, Traveller
from ui.stage.standby import outlines
from ui.stage.thread import Woven
from ui.viewmodels.boxes import box


@dataclass(frozen=True, slots=True, kw_only=True)
class PathRow:
    """A path that has been earned.

    Attributes:
        active: Something is under way on it.
        planned: Nothing ever was: its transaction is not in the catalogue yet.
        faded: A value is followed, and never came this way.
    """

    key: str
    svg: str
    family: str
    uses: int
    active: bool
    planned: bool
    faded: bool


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
class OutlineRow:
    """A card or a path of the cue that GO would fire.

    Attributes:
        named: It bears the word that says so, in a box at `x`, `y`.
    """

    key: str
    svg: str
    named: bool
    x: float
    y: float
    width: float
    height: float


def standby(picture: Picture) -> list[OutlineRow]:
    """The cue on standby, in outlines: on the console's stage alone."""
    return [
        OutlineRow(
            key=f"{each.key} {each.svg}",
            svg=each.svg,
            named=each.label is not None,
            **box(each.label or Rect(0, 0, 0, 0)),
        )
        for each in outlines(picture)
    ]


def paths(picture: Picture, woven: Woven | None = None) -> list[PathRow]:
    """Paths, in the order in which they were earned."""
    traces = picture.scenery.traces if picture.scenery else ()
    busy = {
        path_key(each.start.sender, each.start.receiver) for each in picture.travellers.values()
    }
    kept = busy | {each.key for each in woven.stretches} if woven else set()
    return [
        PathRow(
            key=each.key,
            svg=each.curve.svg,
            family=each.family,
            uses=each.uses,
            active=each.key in busy,
            planned=each.uses == 0,
            faded=woven is not None and each.key not in kept,
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


def seals(picture: Picture) -> list[SealRow]:
    """Audit records on their way."""
    return [SealRow(hop=hop, svg=way.svg) for hop, way in picture.seals]
