"""Recorded TCP: a port that listens, and has its gate judge each caller before anybody hears it."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog

from showcase.wire import handshake
from showcase.wire.failure import HungUp, LineBroke
from showcase.wire.gate import Gate, open_gate
from showcase.wire.inbox import Inbox
from showcase.wire.limits import DEFAULT, Limits
from showcase.wire.line import Line
from showcase.wire.stream import CHUNK, Stream, address_of

Namer = Callable[[bytes], str | None]
"""By what name a connection's first bytes call their sender; None: that takes more of them."""

_AT_ONCE = 1.0
"""Seconds that a stranger has to say its name; then staff are told of it without."""

_log = structlog.get_logger()


class Listener:
    """A listening port that hands each connection to a handler as a `Stream`."""

    def __init__(
        self,
        transport: str,
        handle: Callable[[Stream], Awaitable[None]],
        *,
        limits: Limits = DEFAULT,
        namer: Namer = lambda _data: "",
    ) -> None:
        """A listener that does not listen yet.

        Args:
            transport: Name of the transport in the recording: ``mllp``, ``dicom``.
            handle: Called for each connection; a `LineBroke` it raises is logged, no more.
            limits: What peers may ask.
            namer: Finds a caller's name in what it sends first; here, callers have none.
        """
        self._namer = namer
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
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: asyncio.StreamReaderProtocol(Inbox(CHUNK), self._accept, loop=loop), host, port
        )
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
        remote = address_of(writer.get_extra_info("peername"))
        local = address_of(writer.get_extra_info("sockname"))
        line = Line(self._transport, initiated=False, local=local, remote=remote)
        stream = Stream(reader, writer, line)
        try:
            admitted = await self._let_in(stream)
        except asyncio.CancelledError:  # the port closes, and nobody has judged it yet
            admitted = False
        if not admitted:
            writer.transport.abort()
            return
        try:
            await self._welcome(stream, writer)
        finally:
            self._gate.goes(remote)

    async def _let_in(self, stream: Stream) -> bool:
        """Have the gate judge a caller by its address; of a stranger, only the name is heard."""
        remote = stream.line.remote
        admitted = self._gate.admits(remote, stream.line.local)
        if admitted is None:
            admitted = self._gate.knows(remote) or await self._outside_judged(stream)
        if not admitted:
            _log.warning("caller not admitted", transport=self._transport, peer=remote)
        return admitted and self._gate.comes(remote)

    async def _outside_judged(self, stream: Stream) -> bool:
        task = _this_task()
        self._outside.add(task)
        try:
            # over TLS it has to come in before it can say a name
            name = "" if self._tls else await self._name(stream, _AT_ONCE)
            return await self._gate.judged(stream.line.remote, name)
        finally:
            self._outside.discard(task)

    async def _name(self, stream: Stream, patience: float) -> str:
        """What a caller calls itself; empty where it says nothing, or goes by no name here."""
        name = self._namer(stream.ahead)
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while name is None and await stream.peek():
                    name = self._namer(stream.ahead)
        return name or ""

    async def _known_by_name(self, stream: Stream) -> bool:
        """Whether a caller from a known address goes by a name that is known there, or admitted."""
        remote = stream.line.remote
        if not self._gate.knows(remote) or self._gate.admits(remote, stream.line.local):
            return True
        name = await self._name(stream, self._limits.idle_seconds)
        if admitted := bool(stream.ahead) and await self._gate.judged(remote, name):
            return True
        _log.warning("caller not admitted", transport=self._transport, peer=remote, name=name)
        return admitted

    async def _welcome(self, stream: Stream, writer: asyncio.StreamWriter) -> None:
        task = _this_task()
        if len(self._open) >= self._limits.connections:
            self._make_room()
        self._open[task] = stream
        try:
            await self._serve(stream, writer)
        except HungUp as error:  # the caller chose to; there is nothing to mend
            self._say("caller hung up", stream, error, mend=False)
        except LineBroke as error:
            self._say("connection broke", stream, error)
        except asyncio.CancelledError:
            stream.abort()
        except Exception:  # noqa: BLE001 - one caller's bug must not close the port for all
            _log.exception("handler failed", transport=self._transport, peer=stream.line.remote)
            stream.abort()
        finally:
            self._open.pop(task, None)
            await stream.close()
            self._outside.discard(task)

    async def _serve(self, stream: Stream, writer: asyncio.StreamWriter) -> None:
        if self._tls:
            await handshake.answer(writer.start_tls(self._tls), writer.transport, self._tls)
            stream.line.tls = writer.get_extra_info("ssl_object").version()
        if await self._known_by_name(stream):
            await self._handle(stream)
        else:
            stream.abort()

    def _say(self, what: str, stream: Stream, error: LineBroke, *, mend: bool = True) -> None:
        tell = _log.warning if mend else _log.info
        tell(what, transport=self._transport, peer=stream.line.remote, why=str(error))

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
