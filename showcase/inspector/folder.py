"""The files of an export into a folder, or a ZIP archive; whole, or not at all."""

import asyncio
import io
import zipfile
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

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
        await asyncio.to_thread(put, file.data, folder / file.name)
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


def put(data: bytes, path: Path) -> None:
    """Write a file: the old one is there until the new one is complete.

    Raises:
        OSError: It cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.part")
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
