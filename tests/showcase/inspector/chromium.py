"""Chromium without a screen: what a browser makes of a page."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

_WAIT = 90

_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--hide-scrollbars",
)
"""No sandbox: containers allow none. The rest keeps it from asking for anything by itself."""


class Chromium:
    """Renders pages, each in a new profile below `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._starts = 0

    async def dom(self, page: bytes) -> bytes:
        """The document as it stands after loading."""
        return await self._run(page, ["--dump-dom"])

    async def screenshot(self, page: bytes, width: int, height: int) -> bytes:
        """A PNG of its beginning."""
        shot = self._folder / "shot.png"
        await self._run(page, [f"--window-size={width},{height}", f"--screenshot={shot}"])
        return await asyncio.to_thread(shot.read_bytes)

    async def pdf(self, page: bytes) -> bytes:
        """The page as it is printed."""
        printed = self._folder / "page.pdf"
        await self._run(page, ["--no-pdf-header-footer", f"--print-to-pdf={printed}"])
        return await asyncio.to_thread(printed.read_bytes)

    async def _run(self, page: bytes, what: Sequence[str]) -> bytes:
        self._starts += 1
        place = self._folder / f"page{self._starts}.html"
        await asyncio.to_thread(place.write_bytes, page)
        profile = self._folder / f"profile{self._starts}"
        child = await asyncio.create_subprocess_exec(
            "chromium",
            *_QUIET,
            f"--user-data-dir={profile}",
            *what,
            place.as_uri(),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            async with asyncio.timeout(_WAIT):
                out, _ = await child.communicate()
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
        assert child.returncode == 0
        return out
