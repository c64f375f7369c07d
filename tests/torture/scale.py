"""How much of everything: the short form for every change, the long one for a release."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Scale:
    """Counts; the same seed tries the same things."""

    seed: int = 1
    mutated: dict[str, int] = field(
        default_factory=lambda: {"HL7": 500, "DICOM": 500, "SOAP": 500}
    )
    datagrams: int = 500
    idle: int = 100
    connects: int = 1_000
    kills: int = 5
    truncations: int = 40
    held_down: float = 2.0
    journeys: int = 15


def long(seed: int) -> Scale:
    """What issue 5 asks for."""
    return Scale(
        seed=seed,
        mutated={"HL7": 20_000, "DICOM": 20_000, "SOAP": 10_000},
        datagrams=10_000,
        idle=1_000,
        connects=20_000,
        kills=200,
        truncations=200,
        held_down=10.0,
        journeys=2_000,
    )
