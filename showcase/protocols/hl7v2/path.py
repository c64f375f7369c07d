"""``PID-3[2].4.2``: how a value in a message is addressed.

Segment, occurrence of that segment, field, repetition, component, subcomponent; all count from 1.
"""

import re
from functools import lru_cache

import msgspec

_PATH = re.compile(
    r"(?P<segment>[A-Z][A-Z0-9]{2})(?:\[(?P<occurrence>\d+)\])?-(?P<field>\d+)"
    r"(?:\[(?P<repetition>\d+)\])?(?:\.(?P<component>\d+)(?:\.(?P<subcomponent>\d+))?)?"
)


class Path(msgspec.Struct, frozen=True, kw_only=True):
    """Where a value stands; 0 for a level that the path does not name."""

    segment: str
    field: int
    occurrence: int = 0
    repetition: int = 0
    component: int = 0
    subcomponent: int = 0


@lru_cache(maxsize=1024)
def parse(path: str) -> Path:
    """The `Path` that ``PID-3.1`` stands for.

    Raises:
        ValueError: It is no path; our own mistake, never a peer's.
    """
    match = _PATH.fullmatch(path)
    if not match:
        raise ValueError(f"{path!r} is no path into an HL7 message")
    parts = match.groupdict()
    numbers = {name: int(value or 0) for name, value in parts.items() if name != "segment"}
    return Path(segment=parts["segment"], **numbers)
