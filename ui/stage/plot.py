"""The story as the picture asks for it."""

from showcase.model.events import HopStarted
from showcase.model.programme import Cue, Programme


class Plot:
    """What a programme says of its roles and cues; of none, nothing."""

    def __init__(self, programme: Programme | None = None) -> None:
        """Of that programme."""
        self._roles = {role.key: role for role in programme.roles} if programme else {}
        self._scenes = programme.scenes if programme else ()
        self.cues: dict[str, Cue] = {cue.id: cue for cue in programme.cues} if programme else {}

    def title(self, role: str) -> str:
        """A role's title; an address where it is none."""
        found = self._roles.get(role)
        return found.title if found else role

    def scene(self, cue: str) -> int:
        """Which scene a cue belongs to, from 0; -1: none."""
        scenes = enumerate(self._scenes)
        return next((n for n, each in scenes if any(c.id == cue for c in each.cues)), -1)

    def brings_pictures(self, start: HopStarted) -> bool:
        """Whether images travel with a hop; RAD-16 asks one way and delivers the other."""
        found = self._roles.get(start.sender)
        keeper = found is not None and "Image Archive" in found.plays
        return bool(start.thumbnails) or (start.count > 1 and keeper)
