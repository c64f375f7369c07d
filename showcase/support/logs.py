"""What the program logs: to standard error, and to a file of each window and engine.

Standard output is the command's answer, so nothing is logged there. A line is a line: what
strangers sent cannot begin another one, and no value of a local variable is ever written, because
it would be a patient's or a key.
"""

import logging
import logging.handlers
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from platformdirs import user_data_path

from showcase.support.machine import version_line
from showcase.support.secrets import without_secrets

KEPT = 20
"""Files of each kind; older ones are removed when a new one begins."""

_LARGEST = 1_000_000
"""Bytes of a file before its first half goes into ``.1``."""

_FORM = "%(asctime)s.%(msecs)03dZ %(levelname)-7s %(name)s: %(message)s"


class _Scrubbed(logging.Formatter):
    """UTC, and nothing that is called a secret."""

    def __init__(self) -> None:
        super().__init__(_FORM, datefmt="%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        """The record as text."""
        return without_secrets(super().format(record))


def log_to_stderr() -> None:
    """Send warnings, and worse, to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Scrubbed())
    handler.setLevel(logging.WARNING)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


def log_to_file(kind: str) -> Path | None:
    """Keep a log of this process as well, with what goes well in it.

    Args:
        kind: ``window``, ``engine``: part of the file's name.

    Returns:
        The file; None where nothing can be written at all.
    """
    folder = folder_for_logs()
    if folder is None:
        return None
    prune(folder.glob("*.log*"), KEPT - 1)
    file = folder / f"{stamp()}-{kind}-{os.getpid()}.log"
    handler = logging.handlers.RotatingFileHandler(
        file, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", errors="replace", delay=True
    )
    handler.setFormatter(_Scrubbed())
    logging.getLogger().addHandler(handler)
    for ours in ("showcase", "ui"):
        logging.getLogger(ours).setLevel(logging.INFO)
    logging.getLogger("showcase").info("%s of %s begins", kind, version_line())
    return file


def stamp() -> str:
    """Now, in UTC, as file names have it."""
    return time.strftime("%Y%m%d-%H%M%S", time.gmtime())


def folder_for_logs() -> Path | None:
    """Where this process keeps logs and reports, made if need be; None: nowhere."""
    for folder in folders_of_logs():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK) and _is_ours(folder):
            return folder
    return None


def folders_of_logs() -> tuple[Path, ...]:
    """Where logs and reports may lie, the usual place first."""
    user = os.getuid() if hasattr(os, "getuid") else "user"
    return (
        user_data_path("showcase", appauthor=False) / "logs",
        Path(tempfile.gettempdir()) / f"showcase-logs-{user}",
    )


def prune(files: Iterable[Path], kept: int) -> None:
    """Remove all but the newest, as far as we may; their names begin with their times."""
    for old in sorted(files)[: -kept or None]:
        try:
            old.unlink()
        except OSError as error:
            logging.getLogger(__name__).info("%s stays: %s", old.name, error)


def _is_ours(folder: Path) -> bool:
    """Whether nobody else has put that folder there: everybody may write to `/tmp`."""
    if not hasattr(os, "getuid"):
        return True
    return not folder.is_symlink() and folder.stat().st_uid == os.getuid()
