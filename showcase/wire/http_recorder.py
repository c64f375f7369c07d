"""What stands between a socket and aiohttp, and notes on a `Line` what passes."""

import asyncio
import ssl
from collections.abc import Callable, Iterable
from typing import Any, cast

import structlog
from aiohttp import web

from showcase.wire import handshake
from showcase.wire.failure import TlsRefused, hung_up
from showcase.wire.gate import Gate
from showcase.wire.line import Line
from showcase.wire.stream import address_of

_LINE = "showcase.line"

_log = structlog.get_logger()


def line_of(request: web.Request) -> Line:
    """The recorded connection that a request came on.

    Raises:
        HungUp: The connection is gone.
    """
    line = request.transport.get_extra_info(_LINE) if request.transport else None
    if not isinstance(line, Line):
        raise hung_up(request.remote or "the caller")
    return line


def understood(request: web.Request) -> None:
    """Note that what came was a request; what follows is its answer, and no complaint."""
    if isinstance(request.transport, _RecordedTransport):
        request.transport.understood = True


class Recorder(asyncio.Protocol):
    """Stands between the socket and aiohttp, and notes what passes."""

    def __init__(
        self,
        inner: asyncio.Protocol,
        open_ones: set["Recorder"],
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
        """Drop the connection for another's sake, and say so."""
        _log.warning("connection dropped: too many", transport="http", peer=self._line.remote)
        self._open.discard(self)
        self._unanswered = 0
        self.drop()

    def drop(self) -> None:
        """Drop the connection at once."""
        if self._greeting:
            self._greeting.cancel()
        if self._raw:
            self._raw.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody called: the gate says whether to listen."""
        self._open.add(self)
        self._raw = cast("asyncio.Transport", transport)
        self._line.connected(
            address_of(transport.get_extra_info("sockname")),
            address_of(transport.get_extra_info("peername")),
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
        """Note what came, and hand it on."""
        if self._transport is None:  # it came on the heels of the handshake
            self._early.append(data)
            return
        self._line.received(data)
        self.heard_at = asyncio.get_running_loop().time()
        self._unanswered += len(data)
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        """The caller will say no more."""
        return self._inner.eof_received() if self._transport else None

    def _answered(self) -> None:
        self._unanswered = 0

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over; tell it where a request was left without an answer."""
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
        """The caller reads more slowly than we write."""
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        """The caller has caught up."""
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
