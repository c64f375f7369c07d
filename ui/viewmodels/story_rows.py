"""Places, chapters, and what is the patient's, as rows; made from the `Picture` alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from ui.stage.picture import Picture
from ui.stage.thread import Woven
from ui.viewmodels.boxes import box


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
    """An identifier of hers.

    Attributes:
        faded: Another value is followed.
    """

    number: int
    text: str
    faded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafRow:
    """A part of her record."""

    key: str
    text: str
    family: str
    arrived: bool
    pictures: tuple[str, ...]


def grounds(picture: Picture) -> list[GroundRow]:
    """Places that somebody stands in."""
    if picture.programme is None or picture.scenery is None:
        return []
    stand = picture.scenery.layout.grounds
    return [
        GroundRow(key=place.key, title=place.title, **box(stand[place.key]))
        for place in picture.programme.places
        if place.key in stand
    ]


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


def identities(picture: Picture, woven: Woven | None = None) -> list[IdentityRow]:
    """Her identifiers, in the order of first sight."""
    return [
        IdentityRow(
            number=each.number,
            text=each.label,
            faded=woven is not None and each.number != woven.colour,
        )
        for each in picture.knowledge.identities
    ]


def leaves(picture: Picture) -> list[LeafRow]:
    """Her record."""
    found = picture.record.leaves if picture.record else ()
    return [
        LeafRow(key=e.key, text=e.text, family=e.family, arrived=e.arrived, pictures=e.pictures)
        for e in found
    ]
