"""What people take away: a run as a page or as files, saved where their documents are."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_UNSAFE = re.compile(r"[^\w.-]+", re.ASCII)
_FOLDER = "Showcase"


def documents() -> Path:
    """The folder for whatever is taken away."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(where or Path.home()) / _FOLDER


def save(data: bytes, name: str, kind: str, folder: Path | None = None) -> Path:
    """Write a file that was not there before.

    Args:
        data: Its content.
        name: What it is about; whatever a file system may dislike is left out.
        kind: ``html``, ``zip``.
        folder: Where; None: where documents are.

    Raises:
        OSError: It cannot be written.
    """
    folder = folder or documents()
    folder.mkdir(parents=True, exist_ok=True)
    stem = _UNSAFE.sub("-", name).strip("-.")[:60] or "run"
    number = 1
    while True:
        path = folder / (f"{stem}.{kind}" if number == 1 else f"{stem}-{number}.{kind}")
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            number += 1
        else:
            return path
