"""What was found before the doors open: whether every system of a cast can play."""

from datetime import datetime
from enum import StrEnum

import msgspec


class CheckState(StrEnum):
    """How a check went."""

    READY = "ready"
    WARNING = "warning"  # the story will play; somebody should still look at it
    FAILED = "failed"
    SKIPPED = "skipped"  # an earlier one failed, so this one could not be made


class Job(StrEnum):
    """Whose job it is to mend something."""

    STAFF = "booth staff"
    VENDOR = "the vendor's engineer"
    NETWORK = "whoever runs the network"


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One question to one system before the doors open, and how it went.

    Attributes:
        role: Role key; empty for this machine itself.
        system: What people call it.
        subject: ``HL7 v2``, ``DICOM``, ``ITI-18``, ``Audit``, ``Clock``, ``Ports``.
        question: ``name``, ``port``, ``TLS``, ``answer``, ``clock``.
        address: ``host:port`` or URL.
        words: What was found, in plain language.
        remedy: What to do; empty when there is nothing to do.
        job: Whose job that is; None when there is nothing to do.
    """

    role: str
    system: str
    subject: str
    question: str
    address: str
    state: CheckState
    words: str
    remedy: str = ""
    job: Job | None = None
    milliseconds: float = 0.0


class RoleReadiness(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a role can be played as the cast says.

    Attributes:
        system: What people call whoever shall play it.
        stand_in: Whether that is one of ours.
    """

    role: str
    title: str
    system: str
    stand_in: bool
    ready: bool


class ReadinessReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was found before the doors open.

    Attributes:
        verdict: One line: ``Ready: 9 of 11. Archive unreachable, a stand-in will play.``
        ready: Whether everything is.
    """

    story: str
    cast: str
    at: datetime
    milliseconds: float
    verdict: str
    ready: bool
    roles: tuple[RoleReadiness, ...]
    checks: tuple[Check, ...]
