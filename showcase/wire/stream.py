"""Recorded TCP: connect, listen.

A `Stream` is asyncio's reader and writer with a `Line` between them and the socket, so that what
is recorded is what the socket carried.
"""

import asyncio
import socket
import ssl
import struct
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog

from showcase.wire import distrust, handshake
from showcase.wire.failure import HungUp, LineBroke, TlsRefused, hung_up, silent, unreachable
from showcase.wire.limits import DEFAULT, Limits
from showcase.wire.line import Line
from showcase.wire.porter import Gate, open_gate

_CHUNK = 256 * 1024
_NO_LINGERING = struct.pack("ii", 1, 0)
"""SO_LINGER on, for no time: closing sends RST (RFC 9293 3.10.4, ABORT)."""

_log = structlog.get_logger()


class Stream:
    """One TCP connection whose bytes are recorded on `line`."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        line: Line,
        *,
        secured: str = "",
    ) -> None:
        """Take over an open connection.

        Args:
            reader: Its one direction.
            writer: Its other direction.
            line: Where to record.
            secured: What people call the peer, where we have called it over TLS; else empty.
        """
        self.line = line
        self.heard_at = 0.0
        """By the event loop's clock, when something came last; 0: nothing ever has."""
        self._reader = reader
        self._writer = writer
        self._unheard = secured

    async def read(self) -> bytes:
        """The next bytes that came; empty when the peer has closed.

        Raises:
            HungUp: The peer reset the connection.
            TlsRefused: It did so before it had said anything over TLS.
        """
        try:
            data = await self._reader.read(_CHUNK)
        except (ConnectionError, ssl.SSLError) as error:
            raise self._lost(error) from error
        self.line.received(data)
        self.heard_at = asyncio.get_running_loop().time() if data else self.heard_at
        self._unheard = ""
        return data

    async def write(self, data: bytes | bytearray | memoryview) -> None:
        """Record and send, and wait while the peer is slower than we are.

        Raises:
            HungUp: The peer has closed or reset the connection.
            TlsRefused: It did so before it had said anything over TLS.
        """
        self.line.sent(data)
        await self.send(data)

    async def send(self, data: bytes | bytearray | memoryview) -> None:
        """Send what is on the line already: recorded first, and then said.

        Raises:
            HungUp: The peer has closed or reset the connection.
            TlsRefused: It did so before it had said anything over TLS.
        """
        self._writer.write(data)
        try:
            await self._writer.drain()
        except (ConnectionError, ssl.SSLError) as error:
            raise self._lost(error) from error

    def finish(self) -> bool:
        """Tell the peer that nothing more will be sent; still read what it sends.

        Returns:
            Whether that could be told: TLS knows no such thing.
        """
        if able := self._writer.can_write_eof():
            self._writer.write_eof()
        return able

    async def close(self) -> None:
        """Close; a peer that has already gone is no error."""
        self.line.leaving()
        self._writer.close()
        with suppress(ConnectionError, ssl.SSLError, TimeoutError):
            async with asyncio.timeout(1):
                await self._writer.wait_closed()

    def abort(self) -> None:
        """Drop the connection at once (RST)."""
        self.line.leaving()
        self._writer.transport.abort()

    def reset(self) -> None:
        """Drop the connection at once, so that the peer hears of a fault and not of an end (RST).

        What has not been sent yet never will be, and what the peer has not read is lost.
        """
        plug = self._writer.get_extra_info("socket")
        with suppress(OSError):  # it is closed already
            plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGERING)
        self.abort()

    def _lost(self, error: BaseException) -> LineBroke:
        if self._unheard:
            return distrust.turned_away(self._unheard, error)
        return hung_up(self.line.remote)


async def connect(
    host: str, port: int, line: Line, *, deadline: float, tls: ssl.SSLContext | None = None
) -> Stream:
    """Open a connection, recorded on `line`.

    Args:
        host: Name or address.
        port: TCP port.
        line: Where to record.
        deadline: Seconds to wait for the peer to accept.
        tls: Context for TLS; None: plain TCP.

    Raises:
        Unreachable: Nobody accepted.
        TlsRefused: Somebody did, but the handshake failed.
        Silent: Nothing happened within the deadline.
    """
    address = f"{host}:{port}"
    line.calling(address)
    latest = asyncio.get_running_loop().time() + deadline
    try:
        async with asyncio.timeout_at(latest):
            reader, writer = await asyncio.open_connection(host, port, limit=_CHUNK)
    except TimeoutError as error:
        raise silent(address, deadline) from error
    except OSError as error:
        raise unreachable(address, error) from error
    if tls:
        await _secure(writer, host, port, tls, latest)
        line.tls = writer.get_extra_info("ssl_object").version()
    line.connected(_address(writer.get_extra_info("sockname")), address)
    return Stream(reader, writer, line, secured=handshake.name_of(tls, address) if tls else "")


async def _secure(
    writer: asyncio.StreamWriter, host: str, port: int, tls: ssl.SSLContext, latest: float
) -> None:
    left = max(latest - asyncio.get_running_loop().time(), 0.1)
    try:
        await handshake.call(writer, host, f"{host}:{port}", tls, left)
    except TlsRefused as failure:
        said = await handshake.explained(failure, host, port, tls, deadline=left)
        raise said from failure.__cause__


class Listener:
    """A listening port that hands each connection to a handler as a `Stream`."""

    def __init__(
        self,
        transport: str,
        handle: Callable[[Stream], Awaitable[None]],
        *,
        limits: Limits = DEFAULT,
    ) -> None:
        """A listener that does not listen yet.

        Args:
            transport: Name of the transport in the recording: ``mllp``, ``dicom``.
            handle: Called for each connection; a `LineBroke` it raises is logged, no more.
            limits: What peers may ask.
        """
        self._transport = transport
        self._handle = handle
        self._limits = limits
        self._tls: ssl.SSLContext | None = None
        self._server: asyncio.Server | None = None
        self._gate = open_gate()
        self._open: dict[asyncio.Task[None], Stream] = {}
        self._outside: set[asyncio.Task[None]] = set()
        """Strangers who knock, and callers who had to go and do not know it yet."""

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
        # the handshake is ours: asyncio's own would lose a caller that fails it without a word
        self._tls = tls
        self._gate = gate or self._gate
        self._server = await asyncio.start_server(self._accept, host, port, limit=_CHUNK)
        bound: int = self._server.sockets[0].getsockname()[1]
        return bound

    async def close(self) -> None:
        """Stop listening and drop every connection."""
        if self._server:
            self._server.close()
        tasks = (*self._open, *self._outside)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        remote = _address(writer.get_extra_info("peername"))
        local = _address(writer.get_extra_info("sockname"))
        try:
            admitted = await self._let_in(remote, local)
        except asyncio.CancelledError:  # the port closes, and nobody has judged it yet
            admitted = False
        if not admitted:
            writer.transport.abort()
            return
        try:
            line = Line(self._transport, initiated=False, local=local, remote=remote)
            await self._welcome(Stream(reader, writer, line), writer)
        finally:
            self._gate.goes(remote)

    async def _let_in(self, remote: str, local: str) -> bool:
        """Have the gate judge a caller; nothing that it sends is read before."""
        admitted = self._gate.admits(remote, local)
        if admitted is None:
            task = _this_task()
            self._outside.add(task)
            try:
                admitted = await self._gate.judged(remote)
            finally:
                self._outside.discard(task)
        if not admitted:
            _log.warning("caller not admitted", transport=self._transport, peer=remote)
        return admitted and self._gate.comes(remote)

    async def _welcome(self, stream: Stream, writer: asyncio.StreamWriter) -> None:
        task, line, remote = _this_task(), stream.line, stream.line.remote
        if len(self._open) >= self._limits.connections:
            self._make_room()
        self._open[task] = stream
        try:
            if self._tls:
                await handshake.answer(writer.start_tls(self._tls), writer.transport, self._tls)
                line.tls = writer.get_extra_info("ssl_object").version()
            await self._handle(stream)
        except HungUp as error:  # the caller chose to; there is nothing to mend
            _log.info("caller hung up", transport=self._transport, peer=remote, why=str(error))
        except LineBroke as error:
            _log.warning("connection broke", transport=self._transport, peer=remote, why=str(error))
        except asyncio.CancelledError:
            stream.abort()
        except Exception:  # noqa: BLE001 - one caller's bug must not close the port for all
            _log.exception("handler failed", transport=self._transport, peer=remote)
            stream.abort()
        finally:
            self._open.pop(task, None)
            await stream.close()
            self._outside.discard(task)

    def _make_room(self) -> None:
        """Drop the caller who has said nothing for longest: sockets that idle keep nobody out."""
        task, stream = min(self._open.items(), key=lambda each: each[1].heard_at)
        peer = stream.line.remote
        _log.warning("connection dropped: too many", transport=self._transport, peer=peer)
        del self._open[task]
        self._outside.add(task)  # its handler learns of it at its next read
        stream.abort()


def _this_task() -> asyncio.Task[None]:
    task = asyncio.current_task()
    assert task is not None
    return task


def _address(name: object) -> str:
    return f"{name[0]}:{name[1]}" if isinstance(name, tuple) else str(name or "")
