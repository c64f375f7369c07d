"""One thing wrong with a file: where, what, and how to mend it."""

from collections.abc import Iterable

import msgspec


class Fault(msgspec.Struct, frozen=True, order=True):
    """One thing wrong with a story or a cast file.

    Attributes:
        file: The file, as its user named it.
        line: 1, 2, 3 …; 0 when the fault is the file itself: there is none, or it is unreadable.
        words: What is wrong.
        remedy: How to mend it.
        at: Which value of the file: ``("systems", "acme", "dicom", "port")``.
    """

    file: str
    line: int
    words: str
    remedy: str
    at: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        """``file:line: what — remedy``, as terminals and editors like it."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.words} — {self.remedy}"


class Faults(Exception):
    """A file cannot be used. Carries every fault that was found, in the order of its lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep each fault once."""
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))
