"""Recorded TCP, and how to connect; the `listener` listens.

A `Stream` is an `Inbox` and asyncio's writer with a `Line` between them and the socket, so that
what is recorded is what the socket carried.
"""

import asyncio
import socket
import ssl
import struct
from contextlib import suppress

from showcase.wire import distrust, handshake
from showcase.wire.failure import LineBroke, TlsRefused, hung_up, silent, unreachable
from showcase.wire.inbox import Inbox
from showcase.wire.line import Line

CHUNK = 256 * 1024
"""Bytes that are read at once."""

_AT_ONCE = 512 * 1024
"""Bytes that are written at once."""

_LOOK = 4096
"""Bytes in which a caller has said its name, if it ever does."""

_NO_LINGERING = struct.pack("ii", 1, 0)
"""SO_LINGER on, for no time: closing sends RST (RFC 9293 3.10.4, ABORT)."""


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
        self.ahead = b""
        """What has come, and was looked at only: the next `read` gives it."""
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
            data, self.ahead = self.ahead or await self._reader.read(CHUNK), b""
        except (ConnectionError, ssl.SSLError) as error:
            raise self._lost(error) from error
        self.line.received(data)
        self.heard_at = asyncio.get_running_loop().time() if data else self.heard_at
        self._unheard = ""
        return data

    async def peek(self) -> bool:
        """Wait until more has come than `ahead` shows; it is neither recorded nor taken.

        Returns:
            Whether more came: the peer may have closed, or have said enough to be known by.
        """
        if len(self.ahead) >= _LOOK:
            return False
        try:
            data = await self._reader.read(_LOOK)
        except (ConnectionError, ssl.SSLError):  # whoever reads hears of it
            return False
        self.ahead += data
        return bool(data)

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
        whole = memoryview(data)
        try:
            # a little at a time: asyncio would copy all that the socket does not take at once
            for at in range(0, len(whole), _AT_ONCE):
                self._writer.write(whole[at : at + _AT_ONCE])
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
            reader, writer = await _open(host, port)
    except TimeoutError as error:
        raise silent(address, deadline) from error
    except OSError as error:
        raise unreachable(address, error) from error
    if tls:
        await _secure(writer, host, port, tls, latest)
        line.tls = writer.get_extra_info("ssl_object").version()
    line.connected(address_of(writer.get_extra_info("sockname")), address)
    return Stream(reader, writer, line, secured=handshake.name_of(tls, address) if tls else "")


async def _open(host: str, port: int) -> tuple[Inbox, asyncio.StreamWriter]:
    loop = asyncio.get_running_loop()
    reader = Inbox(CHUNK)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, host, port)
    return reader, asyncio.StreamWriter(transport, protocol, reader, loop)


async def _secure(
    writer: asyncio.StreamWriter, host: str, port: int, tls: ssl.SSLContext, latest: float
) -> None:
    left = max(latest - asyncio.get_running_loop().time(), 0.1)
    try:
        await handshake.call(writer, host, f"{host}:{port}", tls, left)
    except TlsRefused as failure:
        said = await handshake.explained(failure, host, port, tls, deadline=left)
        raise said from failure.__cause__


def address_of(name: object) -> str:
    """``host:port`` of what asyncio calls a ``sockname`` or a ``peername``."""
    return f"{name[0]}:{name[1]}" if isinstance(name, tuple) else str(name or "")
