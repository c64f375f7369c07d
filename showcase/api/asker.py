"""Whose work ends when its asker leaves, and whose is seen through.

A window that is killed in the middle of GO must not leave half a run behind; one that is tired of
waiting for a survey must not keep strangers' systems busy.
"""

import asyncio

import structlog
from aiohttp import web

from showcase.api.answering import Handler

_ENDS_WITH_ITS_ASKER = frozenset({"/readiness", "/cast/test", "/events"})
"""Paths of questions that change nothing and take their time."""

_log = structlog.get_logger()


class Askers:
    """Sees work through; for a server whose handlers are cancelled when their asker leaves."""

    def __init__(self) -> None:
        """Nothing under way."""
        self._under_way: set[asyncio.Task[web.StreamResponse]] = set()

    @web.middleware
    async def see_through(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Go on with what was asked for, unless it is a question that nobody waits for."""
        if request.path in _ENDS_WITH_ITS_ASKER:
            return await handler(request)
        work = asyncio.get_running_loop().create_task(_do(request, handler))
        self._under_way.add(work)
        work.add_done_callback(self._under_way.discard)
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            work.add_done_callback(lambda done: _note(request.path, done))
            raise

    async def close(self) -> None:
        """Drop what is still under way."""
        for work in tuple(self._under_way):
            work.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)


async def _do(request: web.Request, handler: Handler) -> web.StreamResponse:
    return await handler(request)


def _note(path: str, done: asyncio.Task[web.StreamResponse]) -> None:
    """There is nobody left to answer; what went wrong must not go unheard."""
    if not done.cancelled() and (error := done.exception()):
        _log.warning("failed for somebody who had left", path=path, why=str(error))
