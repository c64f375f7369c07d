"""What staff do with the wall at the console, for walls on other machines to do as well.

It is no event: a recording would black out the wall that replays it. It is what holds now, told to
whoever asks, and to whoever waits for it to change.
"""

import asyncio
from contextlib import suppress

import msgspec
from aiohttp import web

from showcase.api.answering import body, json_answer
from showcase.model.lookout import Curtain

_PATIENCE = 25.0
"""Seconds after which who waits is told that nothing has changed."""


class Draper:
    """Holds the curtain of one engine."""

    def __init__(self, patience: float = _PATIENCE) -> None:
        """It is open."""
        self._patience = patience
        self._now = Curtain()
        self._moved = asyncio.Event()

    def routes(self) -> list[web.RouteDef]:
        """Ask, wait, draw."""
        return [web.get("/curtain", self._told), web.post("/curtain", self._draw)]

    async def _told(self, request: web.Request) -> web.StreamResponse:
        """At once; or, to who knows how it hangs, once it hangs otherwise."""
        if request.query.get("known", "") == str(self._now.number):
            with suppress(TimeoutError):  # nothing has changed: that is an answer, too
                async with asyncio.timeout(self._patience):
                    await self._moved.wait()
        return json_answer(self._now)

    async def _draw(self, request: web.Request) -> web.StreamResponse:
        wanted = await body(request, Curtain)
        self._now = msgspec.structs.replace(wanted, number=self._now.number + 1)
        self.release()
        return json_answer(self._now)

    def release(self) -> None:
        """Answer everybody who waits: it has moved, or the engine ends."""
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()
