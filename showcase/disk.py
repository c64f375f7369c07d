"""Files that are replaced as a whole: whoever reads one finds the old or the new, never a half.

What is new is written beside the old one, under a name that nobody else takes, and takes its
place once it is complete. A full disk or a pulled cable costs the change, and leaves nothing else.
"""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

_ANYBODY, _OWNER = 0o666, 0o600  # before umask
_BINARY = getattr(os, "O_BINARY", 0)  # else Windows writes CR LF for LF
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY


def replace(
    path: Path, *parts: bytes | memoryview, private: bool = False, lasting: bool = False
) -> None:
    """Make `parts`, one after the other, the content of a file; its folder is made where needed.

    Args:
        path: The file; one that is there keeps its permissions.
        parts: Its new bytes.
        private: Readable by this user only, from its first byte on.
        lasting: Return once it is on the disk, whatever happens to the power.

    Raises:
        OSError: It cannot be written; what was there is still there.
    """
    fresh = path.with_name(f".{path.name}.{token_hex(4)}.part")
    mode = _OWNER if private else _ANYBODY
    try:
        handle = os.open(fresh, _FRESH, mode)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(fresh, _FRESH, mode)
    try:
        with os.fdopen(handle, "wb") as out:
            for part in parts:
                out.write(part)
            if lasting:
                out.flush()
                os.fsync(out.fileno())
        if not private:
            with suppress(FileNotFoundError):
                fresh.chmod(path.stat().st_mode & 0o777)
        fresh.replace(path)
    except BaseException:
        with suppress(OSError):  # the first one is what matters
            fresh.unlink()
        raise
    if lasting:
        _settle(path.parent)


def _settle(folder: Path) -> None:
    """Have the names in a folder on the disk, too; Windows opens no folders, and needs no such."""
    with suppress(PermissionError):
        held = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(held)
        finally:
            os.close(held)
