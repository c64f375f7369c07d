"""What is on stage, noted beside the journal: so an engine that comes after a crash finds it.

The journal tells what happened in a run; this tells what staff had asked for, and on which ports
our systems listened. Whoever plays holds a lock on it as long as its process lives: a run that
another process is playing is no crash.
"""

from pathlib import Path
from typing import IO

import msgspec
import structlog

from showcase import disk
from showcase.client.lock import locked
from showcase.model.answers import RunWanted

_log = structlog.get_logger()


class Memo(msgspec.Struct, frozen=True, kw_only=True):
    """The run on stage, and how it was asked for.

    Attributes:
        ports: Where the stand-ins listened: port by protocol, by role key.
        interface: On which network they listened; empty: where the cast says.
        names: What staff called callers whom the cast does not know, by address.
        returns: How often an engine has tried to bring it back.
    """

    run: str
    wanted: RunWanted
    ports: dict[str, dict[str, int]] = {}
    interface: str = ""
    names: dict[str, str] = {}
    returns: int = 0


class OnStage:
    """The note of one journal."""

    def __init__(self, journal: Path | None) -> None:
        """Nothing is read or written yet.

        Args:
            journal: The journal's file; None: it is in memory, and nothing outlives us.
        """
        self._file = journal.with_name(f"{journal.name}.stage") if journal else None
        self._lock: IO[bytes] | None = None

    @property
    def ours(self) -> bool:
        """Whether no other process plays with this journal; from now on, none but us."""
        if self._file is None:
            return False
        if self._lock is None:
            self._lock = locked(self._file.with_name(f"{self._file.name}.lock"))
        return self._lock is not None

    def read(self) -> Memo | None:
        """The run that was on stage last; None where nobody knows."""
        if self._file is None:
            return None
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Memo)
        except (OSError, msgspec.DecodeError):
            return None

    def write(self, memo: Memo) -> None:
        """Note what is on stage; where that cannot be, a crash ends the run."""
        if self._file is None or not self.ours:
            return
        try:
            disk.replace(self._file, msgspec.json.encode(memo))
        except OSError as error:
            _log.warning("what is on stage cannot be noted", why=error.strerror)

    def close(self) -> None:
        """Let others play with this journal."""
        if self._lock:
            self._lock.close()
            self._lock = None
