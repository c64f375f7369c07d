"""Folders of what a stand-in was sent, emptied at a reset."""

import asyncio
import shutil
from contextlib import suppress
from pathlib import Path
from uuid import uuid4


async def empty(folder: Path) -> None:
    """Throw away what is in a folder, what earlier runs of the program left there included.

    It is moved aside first: what somebody sends meanwhile is filed in a folder of its own and
    stays. The journal has the bytes of every exchange as well, so nothing is lost.
    """
    await asyncio.to_thread(_empty, folder)


def _empty(folder: Path) -> None:
    with suppress(FileNotFoundError):  # nothing was ever sent
        aside = folder.rename(folder.with_name(f"{folder.name}-{uuid4().hex}"))
        shutil.rmtree(aside, ignore_errors=True)
