"""A web server whose every byte is recorded, connection by connection.

aiohttp speaks HTTP; between it and the socket stands a protocol of ours that notes on a `Line`
what it hands on in either direction.
"""

import asyncio
import logging
import ssl
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, cast

import structlog
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from showcase.wire import handshake
from showcase.wire.failure import Garbled, TlsRefused, hung_up, silent
from showcase.wire.gate import Gate, open_gate
from showcase.wire.limits import DEFAULT, Limits
from showcase.wire.line import Line

_LINE = "showcase.line"

_AHEAD = 4 * 1024 * 1024
"""Bytes of a body that may have come before anybody has asked for them."""

_log = structlog.get_logger()


def _in_one_line(record: logging.LogRecord) -> bool:
    """What is no HTTP is the caller's fault: that needs a reason, and no traceback of ours."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, HttpProcessingError):
        record.msg, record.args = "no HTTP request: %.200r", (str(error),)
        record.exc_info = None
    return True


logging.getLogger("aiohttp.server").addFilter(_in_one_line)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def line_of(request: web.Request) -> Line:
    """The recorded connection that a request came on.

    Raises:
        HungUp: The connection is gone.
    """
    line = request.transport.get_extra_info(_LINE) if request.transport else None
    if not isinstance(line, Line):
        raise hung_up(request.remote or "the caller")
    return line


async def read_body(request: web.Request, limits: Limits = DEFAULT) -> bytes:
    """The whole body of a request, counted as it comes.

    Raises:
        Garbled: Larger than the limit, or badly chunked; `status` is ``413`` or ``400``.
        HungUp: The caller closed in the middle.
        Silent: The caller stopped in the middle.
    """
    if (request.content_length or 0) > limits.message_bytes:
        raise _too_large(limits)
    pieces: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(limits.idle_seconds) as clock:
            async for piece in request.content.iter_any():
                size += len(piece)
                if size > limits.message_bytes:
                    raise _too_large(limits)
                pieces.append(piece)
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
    return b"".join(pieces)


def _too_large(limits: Limits) -> Garbled:
    return Garbled(
        f"The request is larger than {limits.message_bytes // 2**20} MB.",
        remedy="Send less at once.",
        status="413",
    )


class HttpServer:
    """A listening port that hands each request to a handler."""

    def __init__(self, handle: Handler, *, limits: Limits = DEFAULT) -> None:
        """A server that does not listen yet; `handle` gets every request, whatever its path."""
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", _understood(handle))
        self._limits = limits
        self._open: set[_Recorder] = set()
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
        return _Recorder(serve(), self._open, self._gate, self._tls)


def _understood(handle: Handler) -> Handler:
    """Note that what came was a request; what follows is its answer, and no complaint."""

    async def note(request: web.Request) -> web.StreamResponse:
        if isinstance(request.transport, _RecordedTransport):
            request.transport.understood = True
        return await handle(request)

    return note


class _Recorder(asyncio.Protocol):
    """Stands between the socket and aiohttp, and notes what passes."""

    def __init__(
        self,
        inner: asyncio.Protocol,
        open_ones: set["_Recorder"],
        gate: Gate,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._inner = inner
        self._open = open_ones
        self._gate = gate
        self._inside = False
        self._tls = tls
        self._line = Line("http", initiated=False)
        self._raw: asyncio.Transport | None = None
        self._transport: _RecordedTransport | None = None
        self._early: list[bytes] = []
        self._greeting: asyncio.Task[None] | None = None
        self._unanswered = 0
        self.heard_at = 0.0

    def make_room(self) -> None:
        _log.warning("connection dropped: too many", transport="http", peer=self._line.remote)
        self._open.discard(self)
        self._unanswered = 0
        self.drop()

    def drop(self) -> None:
        if self._greeting:
            self._greeting.cancel()
        if self._raw:
            self._raw.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._open.add(self)
        self._raw = cast("asyncio.Transport", transport)
        self._line.connected(
            _address(transport.get_extra_info("sockname")),
            _address(transport.get_extra_info("peername")),
        )
        if (admitted := self._gate.admits(self._line.remote, self._line.local)) is None:
            self._raw.pause_reading()  # a stranger: nothing that it sends is read before
            self._greeting = asyncio.get_running_loop().create_task(self._knock(self._raw))
        else:
            self._enter(self._raw, admitted=admitted)

    async def _knock(self, raw: asyncio.Transport) -> None:
        admitted = await self._gate.judged(self._line.remote)
        if not raw.is_closing():
            raw.resume_reading()
            self._enter(raw, admitted=admitted)

    def _enter(self, raw: asyncio.Transport, *, admitted: bool) -> None:
        self._inside = admitted and self._gate.comes(self._line.remote)
        if not self._inside:
            _log.warning("caller not admitted", transport="http", peer=self._line.remote)
            raw.abort()
        elif self._tls:
            loop = asyncio.get_running_loop()
            self._greeting = loop.create_task(self._greet(raw, self._tls))
        else:
            self._begin(raw)

    async def _greet(self, raw: asyncio.Transport, tls: ssl.SSLContext) -> None:
        loop = asyncio.get_running_loop()
        begin = loop.start_tls(raw, self, tls, server_side=True)
        try:
            secured = await handshake.answer(begin, raw, tls)
        except TlsRefused as failure:
            _log.warning("connection broke", transport="http", why=failure.words)
            self._open.discard(self)
            return
        if secured is None or secured.is_closing():
            return
        self._line.tls = secured.get_extra_info("ssl_object").version()
        self._begin(secured)
        for data in self._early:
            self.data_received(data)

    def _begin(self, transport: asyncio.Transport) -> None:
        self._raw = transport
        self._transport = _RecordedTransport(transport, self._line, self._answered)
        self._inner.connection_made(self._transport)

    def data_received(self, data: bytes) -> None:
        if self._transport is None:  # it came on the heels of the handshake
            self._early.append(data)
            return
        self._line.received(data)
        self.heard_at = asyncio.get_running_loop().time()
        self._unanswered += len(data)
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        return self._inner.eof_received() if self._transport else None

    def _answered(self) -> None:
        self._unanswered = 0

    def connection_lost(self, exc: Exception | None) -> None:
        self._open.discard(self)
        if self._inside:
            self._inside = False
            self._gate.goes(self._line.remote)
        if self._unanswered:
            _log.warning(
                "no request was answered",
                transport="http",
                peer=self._line.remote,
                bytes=self._unanswered,
            )
        if self._transport:
            self._inner.connection_lost(exc)

    def pause_writing(self) -> None:
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        self._inner.resume_writing()


class _RecordedTransport(asyncio.Transport):
    """asyncio's transport, with each write noted before it is made."""

    def __init__(self, real: asyncio.Transport, line: Line, answered: Callable[[], None]) -> None:
        super().__init__()
        self._real = real
        self._line = line
        self._answered = answered
        self.understood = False

    def write(self, data: Any) -> None:  # noqa: ANN401 - asyncio's signature: any buffer
        self._line.sent(data)
        if self.understood:
            self.understood = False
            self._answered()
        self._real.write(data)

    def writelines(self, list_of_data: Iterable[Any]) -> None:
        self.write(b"".join(list_of_data))

    def get_extra_info(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - asyncio's signature
        return self._line if name == _LINE else self._real.get_extra_info(name, default)

    def is_closing(self) -> bool:
        return self._real.is_closing()

    def close(self) -> None:
        self._real.close()

    def abort(self) -> None:
        self._real.abort()

    def can_write_eof(self) -> bool:
        return self._real.can_write_eof()

    def write_eof(self) -> None:
        self._real.write_eof()

    def get_write_buffer_size(self) -> int:
        return self._real.get_write_buffer_size()

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        self._real.set_write_buffer_limits(high, low)

    def pause_reading(self) -> None:
        self._real.pause_reading()

    def resume_reading(self) -> None:
        self._real.resume_reading()

    def is_reading(self) -> bool:
        return self._real.is_reading()

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        self._real.set_protocol(protocol)

    def get_protocol(self) -> asyncio.BaseProtocol:
        return self._real.get_protocol()


def _address(name: object) -> str:
    return f"{name[0]}:{name[1]}" if isinstance(name, tuple) else str(name or "")
