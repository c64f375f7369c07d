"""How much of everything: the short form for every change, the long one for a release."""

from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Scale:
    """Counts; the same seed tries the same things.

    Attributes:
        patience: Seconds after which a port hangs, and that a cause may need beyond a deadline.
            The short form shares its machine with whatever else is tested, and asks for answers
            only.
        leaves: Seconds after Esc within which the last thing has left.
        grown: Megabytes per hundred journeys.
        mounts: Whether to fill a disk of its own.
        vendors: Runs with each bad vendor.
        kills: How often the engine is killed, and, half as often, the window.
        truncated: Copies of a journal that are cut short.
        back: Seconds after a kill within which an engine has the run on stage again.
    """

    seed: int = 1
    patience: float = 20.0
    mutated: dict[str, int] = field(default_factory=lambda: {"HL7": 100, "DICOM": 100, "SOAP": 100})
    datagrams: int = 100
    idle: int = 60
    exchanges: int = 5
    byte_every: float = 0.05
    connects: int = 300
    held_down: float = 2.0
    cuts: int = 2
    leaves: float = 2.0
    journeys: int = 6
    cut: str = "short"
    grown: float = 1_000.0
    mounts: bool = False
    vendors: int = 1
    kills: int = 2
    truncated: int = 20
    back: float = 60.0


def long(seed: int) -> Scale:
    """What issue 5 asks for."""
    return Scale(
        seed=seed,
        patience=1.0,
        mutated={"HL7": 20_000, "DICOM": 20_000, "SOAP": 10_000},
        datagrams=10_000,
        idle=1_000,
        exchanges=100,
        byte_every=1.0,
        connects=20_000,
        held_down=10.0,
        cuts=100,
        leaves=0.2,
        journeys=2_000,
        cut="",
        grown=1.0,
        mounts=True,
        vendors=10,
        kills=200,
        truncated=200,
        back=5.0,
    )


_TIMES = ("datagrams", "connects", "cuts", "journeys", "vendors", "kills", "truncated")


def shared(scale: Scale, share: float) -> Scale:
    """The same limits, and a share of how often each thing is tried; at least once."""

    def some(count: int) -> int:
        return max(1, round(count * share))

    times: dict[str, Any] = {name: some(getattr(scale, name)) for name in _TIMES}
    mutated = {name: some(count) for name, count in scale.mutated.items()}
    return replace(scale, mutated=mutated, **times)
