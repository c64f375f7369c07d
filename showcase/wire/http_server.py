"""A web server whose every byte is recorded, connection by connection.

aiohttp speaks HTTP; between it and the socket stands `http_recorder`, which notes on a `Line` what
it hands on in either direction.
"""

import asyncio
import logging
import ssl
from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from showcase.wire.gate import Gate, open_gate
from showcase.wire.http_recorder import Recorder, understood
from showcase.wire.limits import DEFAULT, Limits

_AHEAD = 4 * 1024 * 1024
"""Bytes of a body that may have come before anybody has asked for them."""


def _in_one_line(record: logging.LogRecord) -> bool:
    """What is no HTTP is the caller's fault: that needs a reason, and no traceback of ours."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, HttpProcessingError):
        record.msg, record.args = "no HTTP request: %.200r", (str(error),)
        record.exc_info = None
    return True


logging.getLogger("aiohttp.server").addFilter(_in_one_line)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class HttpServer:
    """A listening port that hands each request to a handler."""

    def __init__(self, handle: Handler, *, limits: Limits = DEFAULT) -> None:
        """A server that does not listen yet; `handle` gets every request, whatever its path."""
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", _understood(handle))
        self._limits = limits
        self._open: set[Recorder] = set()
        self._tls: ssl.SSLContext | None = None
        self._gate = open_gate()
        self._server: asyncio.Server | None = None
        self._runner = web.AppRunner(
            app,
            access_log=None,
            auto_decompress=False,  # a few kilobytes of gzip may hold gigabytes
            keepalive_timeout=limits.idle_seconds,
            read_bufsize=_AHEAD,
            lingering_time=2.0,
            shutdown_timeout=0.5,
        )

    async def open(
        self,
        host: str,
        port: int,
        *,
        tls: ssl.SSLContext | None = None,
        gate: Gate | None = None,
    ) -> int:
        """Listen, and return the port (useful when `port` is 0).

        Args:
            host: Interface.
            port: TCP port.
            tls: Context for TLS; None: plain TCP.
            gate: Who may come in; None: everybody.

        Raises:
            OSError: The address is taken or not ours.
        """
        await self._runner.setup()
        loop = asyncio.get_running_loop()
        # the handshake is ours: asyncio's own would lose a caller that fails it without a word
        self._tls = tls
        self._gate = gate or self._gate
        self._server = await loop.create_server(self._accept, host, port)
        bound: int = self._server.sockets[0].getsockname()[1]
        return bound

    async def close(self) -> None:
        """Stop listening and drop every connection."""
        if self._server:
            self._server.close()
        for each in tuple(self._open):
            each.drop()
        await self._runner.cleanup()

    def _accept(self) -> asyncio.Protocol:
        serve = self._runner.server
        assert serve is not None
        if len(self._open) >= self._limits.connections:
            # the caller who has said nothing for longest: sockets that idle keep nobody out
            min(self._open, key=lambda each: each.heard_at).make_room()
        return Recorder(serve(), self._open, self._gate, self._tls)


def _understood(handle: Handler) -> Handler:
    async def note(request: web.Request) -> web.StreamResponse:
        understood(request)
        return await handle(request)

    return note
