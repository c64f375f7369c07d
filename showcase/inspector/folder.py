"""The files of an export into a folder, or a ZIP archive; whole, or not at all."""

import asyncio
import io
import zipfile
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

from showcase import disk
from showcase.inspector.files import File

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""No ZIP archive can say an earlier time (APPNOTE 4.4.6)."""


class InTheWay(Exception):
    """There is something already where the export shall go; the message is for people."""


async def into_folder(files: AsyncIterator[File], folder: Path) -> int:
    """Write the files into a new or empty folder; returns how many there are.

    Raises:
        InTheWay: The folder has something in it, or is none.
        OSError: It cannot be written.
    """
    if await asyncio.to_thread(_occupied, folder):
        raise InTheWay(f"{folder} is there already, and not empty.")
    count = 0
    async for file in files:
        await asyncio.to_thread(disk.replace, folder / file.name, file.data)
        count += 1
    return count


async def zipped(files: AsyncIterator[File], at: datetime) -> bytes:
    """The files as a ZIP archive.

    Args:
        files: Them.
        at: The time that each of them bears.
    """
    stamp = max(at.timetuple()[:6], _EARLIEST)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        async for file in files:
            info = zipfile.ZipInfo(file.name, stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            await asyncio.to_thread(archive.writestr, info, file.data)
    return buffer.getvalue()


def _occupied(folder: Path) -> bool:
    return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
