"""What GO would fire, as outlines: for staff, never for the audience."""

from dataclasses import dataclass

from showcase.model.programme import Cue
from ui.stage.beads import Beads
from ui.stage.picture import Picture
from ui.stage.rect import Rect

_AIR = 9.0  # around a card, more than one in play grows
_ROUND = 26.0
_LABEL = 92.0  # width of the word that says what this is


@dataclass(frozen=True, slots=True)
class Outline:
    """A line around a card, or along a path.

    Attributes:
        label: Where the word *next* stands; on the first path only.
    """

    key: str
    svg: str
    label: Rect | None = None


def outlines(picture: Picture) -> tuple[Outline, ...]:
    """Those of the cue on standby: its cards, then its paths."""
    cue = picture.standby
    if cue is None or picture.scenery is None or picture.end is not None:
        return ()
    cards = picture.scenery.layout.cards
    parties = [key for key in (cue.sender, *cue.receivers) if key in cards]
    frames = (Outline(f"card {key}", _around(cards[key])) for key in dict.fromkeys(parties))
    return (*frames, *_paths(picture, cue))


def _paths(picture: Picture, cue: Cue) -> tuple[Outline, ...]:
    assert picture.scenery
    layout = picture.scenery.layout
    found = {
        other: curve
        for other in cue.receivers
        if (curve := picture.scenery.curve(cue.sender, other)) is not None
    }
    beads = Beads(tuple(layout.cards.values()), tuple(layout.titles.values()))
    return tuple(
        Outline(
            f"path {other}",
            curve.svg,
            None if number else beads.place(curve.points, _LABEL),
        )
        for number, (other, curve) in enumerate(found.items())
    )


def _around(card: Rect) -> str:
    """A rounded rectangle as SVG path data."""
    box = card.grown(_AIR)
    r = min(_ROUND, box.height / 2)
    arc = f"a {r} {r} 0 0 1"
    wide, high = box.width - 2 * r, box.height - 2 * r
    return (
        f"M {box.x + r:.2f} {box.y:.2f} h {wide:.2f} {arc} {r} {r} v {high:.2f} {arc} {-r} {r}"
        f" h {-wide:.2f} {arc} {-r} {-r} v {-high:.2f} {arc} {r} {-r} z"
    )
