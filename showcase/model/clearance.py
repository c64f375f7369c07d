"""What a reset has cleared, and what it could not clear in other people's systems."""

from enum import StrEnum

import msgspec


class Holding(StrEnum):
    """What a system keeps of a patient."""

    PATIENT = "patients"
    ORDER = "orders"
    STEP = "procedure steps"
    IMAGE = "images"
    REPORT = "reports"
    DOCUMENT = "documents"
    ENTRY = "document entries"  # a registry's, or a manifest's
    RECORD = "audit records"


class Cleared(msgspec.Struct, frozen=True, kw_only=True):
    """What one of our stand-ins has forgotten.

    Attributes:
        title: What people call the role.
        counts: How many of each kind; none that is 0.
    """

    role: str
    title: str
    counts: dict[Holding, int]


class Remainder(msgspec.Struct, frozen=True, kw_only=True):
    """What a system still keeps, that is not ours to clear.

    Attributes:
        title: What people call the role.
        system: What people call the system: its maker, else the role's title.
        ours: True for an audit trail of ours, which forgets nothing by its nature.
        patient: Whose it is; empty where it is nobody's in particular.
        name: The identifier under which its people find it: a study UID, an accession number.
        run: The run that left it there.
    """

    role: str
    title: str
    system: str
    holding: Holding
    count: int
    patient: str = ""
    name: str = ""
    run: str = ""
    ours: bool = False


class Clearance(msgspec.Struct, frozen=True, kw_only=True):
    """What the newest reset has done.

    Attributes:
        run: The run that began with it; empty when there was none yet.
        before: The run that it followed; empty for the first.
        patient: The fresh patient.
        cleared: Stand-ins that had something to forget.
        kept: What is still there, the newest run's first.
        milliseconds: From the wish to the fresh run.
    """

    run: str = ""
    before: str = ""
    patient: str = ""
    cleared: tuple[Cleared, ...] = ()
    kept: tuple[Remainder, ...] = ()
    milliseconds: float = 0.0
