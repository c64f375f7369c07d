"""A file that one process holds: what two copies must not do at once.

The operating system lets go of it when the process ends, however it ends.
"""

import sys
from pathlib import Path
from typing import IO


def locked(path: Path) -> IO[bytes] | None:
    """The file, locked for as long as it is open; None where another process has it."""
    try:
        file = path.open("ab")
    except OSError:
        return None
    try:
        _lock(file)
    except OSError:
        file.close()
        return None
    return file


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
