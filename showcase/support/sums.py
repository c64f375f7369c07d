"""Whether the files of a packaged copy are as they were packed: none missing, none other."""

import hashlib
from pathlib import Path

SUMS = "SHA256SUMS"
"""As ``sha256sum`` writes it: a digest, two spaces, ``./`` and a path; a file per line."""


def damaged(folder: Path) -> list[str]:
    """What differs from what was packed; empty when nothing does.

    Args:
        folder: The packaged program's.

    Raises:
        OSError: It has no list of sums.
    """
    listed = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    wanted = dict(line.split("  ", 1)[::-1] for line in listed if line)
    return [f"{name.removeprefix('./')} {words}" for name, digest in wanted.items()
            if (words := _differs(folder / name, digest))]  # fmt: skip


def _differs(file: Path, digest: str) -> str:
    try:
        with file.open("rb") as opened:
            found = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    return "" if found == digest else "is not as it was packed"
