"""The body of a request as it comes in, counted: a declared length is a claim, not a fact."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from showcase.wire.failure import Garbled, hung_up, silent
from showcase.wire.limits import DEFAULT, Limits

_LARGE = 1024 * 1024
"""Bytes from which on it pays to have memory at hand."""

_KEPT = 16 * 1024 * 1024
"""Bytes of memory that stay at hand, at most."""


class HttpBodies:
    """Reads the bodies of one server's requests.

    Fresh memory for 10 MB takes as long as their way through the socket (the machine hands it out
    page by page, and `memory.frugal` gives it back at once): that of the last large body is
    written over by the next one, unless somebody still looks at it.
    """

    def __init__(self, limits: Limits = DEFAULT) -> None:
        """Nothing at hand yet."""
        self._limits = limits
        self._spare = bytearray()

    @asynccontextmanager
    async def of(self, request: web.Request) -> AsyncIterator[bytearray]:
        """The whole body of a request. Whoever wants it for longer than this copies it.

        Raises:
            Garbled: Larger than the limit, or badly chunked; `status` is ``413`` or ``400``.
            HungUp: The caller closed in the middle.
            Silent: The caller stopped in the middle.
        """
        declared = request.content_length or 0
        if declared > self._limits.message_bytes:
            raise _too_large(self._limits)
        body = bytearray()
        if declared >= _LARGE:
            body, self._spare = self._spare, body
        await self._read(request, body)
        try:
            yield body
        finally:
            if len(self._spare) < len(body) <= _KEPT and not _looked_at(body):
                self._spare = body

    async def _read(self, request: web.Request, body: bytearray) -> None:
        """The body instead of what was there."""
        limits = self._limits
        size = 0
        try:
            async with asyncio.timeout(limits.idle_seconds) as clock:
                async for piece in request.content.iter_any():
                    if size + len(piece) > limits.message_bytes:
                        raise _too_large(limits)
                    body[size : size + len(piece)] = piece
                    size += len(piece)
                    clock.reschedule(asyncio.get_running_loop().time() + limits.idle_seconds)
        except TimeoutError as error:
            raise silent(request.remote or "the caller", limits.idle_seconds) from error
        except (web.RequestPayloadError, HttpProcessingError) as error:
            raise Garbled(
                "The body of the request is not framed as its head says.",
                remedy="Send Content-Length or chunks as RFC 9112 has them.",
                status="400",
            ) from error
        except (ConnectionError, OSError) as error:
            raise hung_up(request.remote or "the caller") from error
        del body[size:]


def _looked_at(body: bytearray) -> bool:
    """Whether a view of it is left: its size cannot be changed then."""
    try:
        body.append(0)
    except BufferError:
        return True
    del body[-1]
    return False


def _too_large(limits: Limits) -> Garbled:
    return Garbled(
        f"The request is larger than {limits.message_bytes // 2**20} MB.",
        remedy="Send less at once.",
        status="413",
    )
