"""What is made of measured numbers."""

from itertools import pairwise
from statistics import median

FRAME = 1000 / 60
"""Milliseconds that a picture has, at 60 in a second."""

STILL = 1000.0
"""Milliseconds after which nothing was moving, rather than a frame late."""


def middle(samples: list[float]) -> dict[str, float | int]:
    """The median, and how many it is the median of."""
    return {"median": round(median(samples), 3), "samples": len(samples)} if samples else {}


def percentile(samples: list[float], share: float) -> float:
    """The sample that `share` of all do not exceed; 0 of none."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def frames(stamps: list[float]) -> dict[str, float | int]:
    """How evenly frames came, from the milliseconds at which each was done.

    A frame is *dropped* for every refresh of a 60 Hz screen that an interval missed. Longer than
    a second without any means that the picture had nothing to move; those are told apart.
    """
    gaps = [after - before for before, after in pairwise(stamps)]
    moving = [gap for gap in gaps if gap <= STILL]
    return {
        "drawn": len(stamps),
        "median_ms": round(median(moving), 2) if moving else 0.0,
        "p99_ms": round(percentile(moving, 0.99), 2),
        "dropped": sum(max(0, round(gap / FRAME) - 1) for gap in moving),
        "seconds_moving": round(sum(moving) / 1000, 2),
        "seconds_still": round(sum(gap for gap in gaps if gap > STILL) / 1000, 2),
    }
