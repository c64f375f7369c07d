"""Named casts on the disk: those that ship, and the user's own.

What is shipped is never changed: a cast that is edited becomes the user's own first. Files are
replaced as a whole or not at all, so a cable pulled in the middle costs the change and no more.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from showcase import disk
from showcase.story.library import scenarios_folder

_FIRST = "format: 1\n"
_NAMELESS = "cast"
_STRANGE = re.compile(r"[^a-z0-9]+")


class CastShelf:
    """The casts in one folder of the user's, and those that ship.

    Attributes:
        folder: The user's own; it is made when the first file is put there.
    """

    def __init__(self, folder: Path) -> None:
        """Nothing is read yet."""
        self.folder = folder

    def files(self) -> tuple[Path, ...]:
        """Every cast: the user's first; one of a shipped name hides the shipped one."""
        own = sorted(self.folder.glob("*.yaml"))
        mine = {file.name for file in own}
        return (*own, *(file for file in _shipped() if file.name not in mine))

    def is_shipped(self, file: Path) -> bool:
        """Whether a cast came with the program."""
        return file.resolve().parent == (scenarios_folder() / "casts").resolve()

    def own(self, file: Path) -> Path:
        """Where a change of that cast is written: the user's copy of one that ships."""
        return self.folder / file.name if self.is_shipped(file) else file

    def fresh(self, title: str) -> Path:
        """Where a new cast of that title goes: a file that does not exist yet."""
        stem = _STRANGE.sub("-", title.lower()).strip("-")[:40] or _NAMELESS
        taken = {file.name for file in (*self.folder.glob("*.yaml"), *_shipped())}
        names = (f"{stem}.yaml", *(f"{stem}-{number}.yaml" for number in range(2, 1000)))
        return self.folder / next(name for name in names if name not in taken)

    def text(self, file: Path) -> str:
        """What stands in a cast; the beginning of one where there is no file yet.

        Raises:
            OSError: It cannot be read.
        """
        return file.read_text("utf-8-sig") if file.exists() else _FIRST

    def beside(self, file: Path, data: bytes) -> Path:
        """Where something that is brought goes: two vendors may call their logos alike.

        Raises:
            OSError: What has its name cannot be read.
        """
        names = (file.stem, *(f"{file.stem}-{number}" for number in range(2, 1000)))
        places = (file.with_name(f"{name}{file.suffix}") for name in names)
        return next(each for each in places if not each.exists() or each.read_bytes() == data)

    def write(self, file: Path, data: bytes) -> None:
        """Replace a file as a whole.

        Raises:
            OSError: It cannot be written; what was there is still there.
        """
        disk.replace(file, data, lasting=True)


def _shipped() -> Iterator[Path]:
    yield from sorted((scenarios_folder() / "casts").glob("*.yaml"))
