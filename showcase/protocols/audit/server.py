"""Listeners of an audit record repository: UDP, and TLS. Both hand over one message at a time."""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable

import structlog

from showcase.protocols.audit.syslog import Unframer, frame
from showcase.wire.gate import Gate, open_gate
from showcase.wire.limits import DEFAULT, Limits
from showcase.wire.line import Line
from showcase.wire.listener import Listener
from showcase.wire.stream import Stream

UDP, TLS = "syslog-udp", "syslog-tls"

Handle = Callable[[bytes, Line], Awaitable[None]]
"""(syslog message, a line that holds just that message) -> once it is dealt with."""

_WAITING = 1000
"""Datagrams that may wait to be dealt with; more than that are lost, as UDP may lose them."""

_BUFFER = 4 * 1024 * 1024
"""Bytes that the operating system may keep for us while we are busy; it may grant fewer."""

_log = structlog.get_logger()


class UdpListener(asyncio.DatagramProtocol):
    """Takes one message in each datagram (RFC 5426 3.1)."""

    def __init__(self, handle: Handle) -> None:
        """Not listening yet."""
        self._handle = handle
        self._waiting: asyncio.Queue[tuple[bytes, str]] = asyncio.Queue(_WAITING)
        self._transport: asyncio.DatagramTransport | None = None
        self._local = ""
        self._gate = open_gate()
        self._task: asyncio.Task[None] | None = None

    async def open(self, host: str, port: int, *, gate: Gate | None = None) -> int:
        """Listen, and return the port (useful when `port` is 0).

        Args:
            host: Interface.
            port: UDP port.
            gate: Whose datagrams are taken; None: everybody's.

        Raises:
            OSError: The address is taken or not ours.
        """
        self._gate = gate or self._gate
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_datagram_endpoint(
            lambda: self, local_addr=(host, port)
        )
        plug: socket.socket = self._transport.get_extra_info("socket")
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
        bound: int = self._transport.get_extra_info("sockname")[1]
        self._local = f"{host}:{bound}"
        self._task = loop.create_task(self._deal())
        return bound

    async def close(self) -> None:
        """Stop listening; what waits is dropped."""
        if self._transport:
            self._transport.close()
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        """A datagram has come; a stranger's is lost, as UDP may lose it, and heard as a knock."""
        remote = f"{addr[0]}:{addr[1]}"
        if not (admitted := self._gate.admits(remote, self._local)):
            if admitted is None:
                self._gate.hear(remote)
            return
        try:
            self._waiting.put_nowait((data, remote))
        except asyncio.QueueFull:
            _log.warning("audit record lost: too many at once", peer=addr[0])

    async def _deal(self) -> None:
        while True:
            message, remote = await self._waiting.get()
            try:
                await self._handle(message, _line(UDP, self._local, remote, message))
            except Exception:  # noqa: BLE001 - one record's bug must not close the port for all
                _log.exception("audit handler failed", peer=remote)


class TlsListener:
    """Takes messages with their length first from TLS connections (RFC 5425)."""

    def __init__(self, handle: Handle, *, limits: Limits = DEFAULT) -> None:
        """Not listening yet."""
        self._handle = handle
        self._limits = limits
        self._listener = Listener(TLS, self._serve, limits=limits)

    async def open(
        self, host: str, port: int, tls: ssl.SSLContext, *, gate: Gate | None = None
    ) -> int:
        """Listen, and return the port (useful when `port` is 0); see `Listener.open`.

        Raises:
            OSError: The address is taken or not ours.
        """
        return await self._listener.open(host, port, tls=tls, gate=gate)

    async def close(self) -> None:
        """Stop listening and drop every connection."""
        await self._listener.close()

    async def _serve(self, stream: Stream) -> None:
        unframer = Unframer()
        while data := await self._read(stream):
            unframer.feed(data)
            while (message := unframer.next_message()) is not None:
                line = _line(TLS, stream.line.local, stream.line.remote, frame(message))
                await self._handle(message, line)
        if unframer.pending:
            _log.warning("audit record cut short", peer=stream.line.remote, bytes=unframer.pending)

    async def _read(self, stream: Stream) -> bytes:
        try:
            async with asyncio.timeout(self._limits.idle_seconds):
                return await stream.read()
        except TimeoutError:
            return b""


def _line(transport: str, local: str, remote: str, data: bytes) -> Line:
    """A line for one message: a connection carries many, and each is a hop of its own."""
    line = Line(transport, initiated=False, local=local, remote=remote)
    line.received(data)
    return line
