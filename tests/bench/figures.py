"""What is made of measured numbers: figures, each beside its peer and against its target."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

FRAME = 1000 / 60
"""Milliseconds that a picture has, at 60 in a second."""

STILL = 1000.0
"""Milliseconds after which nothing was moving, rather than a frame late."""


@dataclass(frozen=True, kw_only=True)
class Target:
    """What a figure shall reach.

    Attributes:
        value: The bound.
        most: Whether the figure may be at most this; else it must be at least this.
        ratio: Whether it bounds the ratio to the peer; else the figure itself.
        all_of: Whether the worst sample, rather than the median, has to keep it.
    """

    value: float
    most: bool = True
    ratio: bool = True
    all_of: bool = False


def at_most(value: float) -> Target:
    """The ratio to the peer is this or less."""
    return Target(value=value)


def at_least(value: float) -> Target:
    """The ratio to the peer is this or more."""
    return Target(value=value, most=False)


def within(value: float) -> Target:
    """The figure itself, in its own unit, is this or less."""
    return Target(value=value, ratio=False)


def always_within(value: float) -> Target:
    """Every single sample, in its own unit, is this or less."""
    return Target(value=value, ratio=False, all_of=True)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure.

    Attributes:
        part: The part of the bench it comes from.
        what: What was measured, for people.
        unit: ``ms``, ``s``, ``images/s``, ``MB`` …
        ours: Samples of ours.
        peer: Samples of the peer; each was taken right after that of ours in the same place, so
            that whatever else the machine does falls on both alike.
        beside: Who the peer is.
        target: What it shall reach; None: told, and not judged.
        note: Why there is nothing, or what one has to know.
    """

    part: str
    what: str
    unit: str
    ours: Sequence[float] = ()
    peer: Sequence[float] = ()
    beside: str = ""
    target: Target | None = None
    note: str = ""
    detail: dict[str, object] = field(default_factory=dict)

    @property
    def ratios(self) -> tuple[float, ...]:
        """Ours by the peer's, pair by pair."""
        return tuple(mine / his for mine, his in zip(self.ours, self.peer, strict=False) if his)

    @property
    def judged(self) -> float | None:
        """The value that the target bounds; None when there is none."""
        if self.target is None:
            return None
        samples = self.ratios if self.target.ratio else tuple(self.ours)
        if not samples:
            return None
        if self.target.all_of:
            return max(samples) if self.target.most else min(samples)
        return median(samples)

    @property
    def met(self) -> bool | None:
        """Whether it reaches its target; None when there is nothing to judge."""
        value = self.judged
        if value is None or self.target is None:
            return None
        return value <= self.target.value if self.target.most else value >= self.target.value

    def plain(self) -> dict[str, object]:
        """The figure for JSON."""
        told: dict[str, object] = {"part": self.part, "what": self.what, "unit": self.unit}
        told["ours"] = spread(self.ours)
        if self.beside:
            told |= {"beside": self.beside, "peer": spread(self.peer)}
        if self.ratios:
            told["ratio"] = spread(self.ratios)
        if self.target:
            told["target"] = {
                "at_most" if self.target.most else "at_least": self.target.value,
                "of": "ratio" if self.target.ratio else self.unit,
            }
            told["met"] = self.met
        if self.note:
            told["note"] = self.note
        return told | ({"detail": self.detail} if self.detail else {})


def spread(samples: Sequence[float]) -> dict[str, float | int]:
    """The median, the least, the most, and of how many; empty of none."""
    if not samples:
        return {}
    return {
        "median": round(median(samples), 3),
        "least": round(min(samples), 3),
        "most": round(max(samples), 3),
        "samples": len(samples),
    }


def middle(samples: list[float]) -> dict[str, float | int]:
    """The median, and how many it is the median of."""
    return {"median": round(median(samples), 3), "samples": len(samples)} if samples else {}


def percentile(samples: list[float], share: float) -> float:
    """The sample that `share` of all do not exceed; 0 of none."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def intervals(stamps: Sequence[float]) -> list[float]:
    """Milliseconds between frames while something moved, from when each was done."""
    gaps = (after - before for before, after in pairwise(stamps))
    return [gap for gap in gaps if gap <= STILL]


def dropped(moving: Sequence[float]) -> int:
    """Refreshes of a 60 Hz screen that these intervals missed."""
    return sum(max(0, round(gap / FRAME) - 1) for gap in moving)


def frames(stamps: list[float]) -> dict[str, float | int]:
    """How evenly frames came, from the milliseconds at which each was done.

    A frame is *dropped* for every refresh of a 60 Hz screen that an interval missed. Longer than
    a second without any means that the picture had nothing to move; those are told apart.
    """
    moving = intervals(stamps)
    still = [after - before for before, after in pairwise(stamps) if after - before > STILL]
    return {
        "drawn": len(stamps),
        "median_ms": round(median(moving), 2) if moving else 0.0,
        "p99_ms": round(percentile(moving, 0.99), 2),
        "longest_ms": round(max(moving, default=0.0), 2),
        "dropped": dropped(moving),
        "seconds_moving": round(sum(moving) / 1000, 2),
        "seconds_still": round(sum(still) / 1000, 2),
    }
