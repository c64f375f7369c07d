"""What can be seen besides scenery: lights on cards, hops under way, the caption."""

from dataclasses import dataclass
from enum import StrEnum

from showcase.model.events import HopEnded, HopStarted
from showcase.model.transaction import Family
from ui.stage.cursor import Phase
from ui.stage.scenery import Way
from ui.stage.things import Look

MISSED = "missed"
"""What `Caption.outcome` says of a hop that was not what a cue waits for."""


class Glow(StrEnum):
    """Why a card is lit."""

    NONE = ""
    SENDS = "sends"
    WAITS = "waits"
    LEARNS = "learns"
    REFUSES = "refuses"
    SILENT = "silent"
    MISSES = "misses"  # what came was not what the story waits for
    PASSES = "passes"  # somebody else plays it from now on


@dataclass(frozen=True, slots=True)
class Traveller:
    """A hop in the picture."""

    start: HopStarted
    look: Look
    family: Family
    way: Way | None
    phase: Phase
    step: int
    done: int = 0
    end: HopEnded | None = None
    dock: tuple[float, float] = (0.0, 0.0)
    missed: bool = False

    @property
    def label(self) -> str:
        """What is written on it."""
        return (self.end.label if self.end else "") or self.start.label

    @property
    def thumbnails(self) -> tuple[str, ...]:
        """Digests of its pictures."""
        return self.start.thumbnails or (self.end.thumbnails if self.end else ())


@dataclass(frozen=True, slots=True)
class Caption:
    """The sentence and what stands under it."""

    sentence: str = ""
    line: str = ""
    transaction: str = ""
    family: str = ""
    outcome: str = ""
    why: str = ""  # the reason of a refusal, in plain words
