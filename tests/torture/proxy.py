"""The fault-injecting proxy: stands before a good peer, and spoils what crosses it, to order.

Until it is armed it passes everything on. From then on every conversation goes wrong in the one
way that it was made for; where and by how much follows from a seed.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from random import Random

Spoil = Callable[["Call"], Awaitable[None]]


class Call:
    """One conversation: whoever called, and how to reach the good peer.

    Attributes:
        deadline: Seconds that the caller has patience.
    """

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        target: int,
        rng: Random,
        deadline: float,
    ) -> None:
        self.reader = reader
        self.writer = writer
        self.rng = rng
        self.deadline = deadline
        self._target = target

    async def peer(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection to the good peer; closed by whoever asked for it."""
        return await asyncio.open_connection("127.0.0.1", self._target)

    async def exhaust(self) -> None:
        """Read, and do nothing else, until the caller goes."""
        while await self.reader.read(65536):
            pass


class Proxy:
    """Stands before a good peer.

    Attributes:
        port: Where it listens; the same before and after it is armed.
        spoiled: Conversations that went wrong; those that never came about are not seen.
    """

    def __init__(
        self,
        target: int,
        spoil: Spoil | None,
        *,
        rng: Random,
        deadline: float,
        tls: tuple[ssl.SSLContext, ssl.SSLContext] | None = None,
    ) -> None:
        """Not listening yet.

        Args:
            target: The good peer's port.
            spoil: What is done to a conversation; None: from then on, nobody listens.
            rng: By what is decided where it goes wrong.
            deadline: Seconds that callers have patience.
            tls: Contexts for TLS before it is armed, and from then on; None: plain TCP.
        """
        self.port = 0
        self.spoiled = 0
        self._target = target
        self._spoil = spoil
        self._rng = rng
        self._deadline = deadline
        self._tls = tls
        self._server: asyncio.Server | None = None
        self._talks: set[asyncio.Task[None]] = set()
        self._armed = False

    async def open(self) -> None:
        """Listen, and pass everything on."""
        await self._listen(self._tls[0] if self._tls else None)

    async def arm(self) -> None:
        """From now on, spoil it."""
        if self._armed:
            return
        self._armed = True
        if self._server and (self._spoil is None or self._tls):
            self._server.close()
            await asyncio.sleep(0)
        if self._tls and self._spoil:
            await self._listen(self._tls[1])

    async def close(self) -> None:
        """Drop whoever still talks."""
        if self._server:
            self._server.close()
        for each in tuple(self._talks):
            each.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    async def _listen(self, tls: ssl.SSLContext | None) -> None:
        self._server = await asyncio.start_server(
            self._welcome, "127.0.0.1", self.port, ssl=tls, reuse_address=True
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._talks.add(task)
        self.spoiled += self._armed
        spoil = self._spoil if self._armed and self._spoil else passes
        try:
            # who is spoiled may well go; of a talk that `close` cuts off, asyncio would complain
            with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
                await spoil(Call(reader, writer, self._target, self._rng, self._deadline))
        finally:
            self._talks.discard(task)
            writer.close()


@asynccontextmanager
async def standing(proxy: Proxy) -> AsyncIterator[Proxy]:
    """The proxy, up."""
    await proxy.open()
    try:
        yield proxy
    finally:
        await proxy.close()


Said = Callable[[bytes], bytes]
"""Bytes as they came -> as they are passed on; empty: nothing yet."""


async def passes(call: Call) -> None:
    """Pass everything on, both ways."""
    await relay(call)


async def relay(
    call: Call,
    *,
    asked: Said = bytes,
    answer: Callable[[bytes], Awaitable[None]] | None = None,
) -> None:
    """Pass everything on, both ways, as `asked` changes it and `answer` tells it."""
    far_reader, far_writer = await call.peer()

    async def tell(data: bytes) -> None:
        call.writer.write(data)
        await call.writer.drain()

    try:
        async with asyncio.TaskGroup() as both:
            there = both.create_task(_there(call.reader, far_writer, asked))
            both.create_task(_back(far_reader, answer or tell, call.writer, there))
    except* OSError:
        call.writer.transport.abort()
    finally:
        far_writer.close()


async def _there(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, asked: Said) -> None:
    while data := await reader.read(65536):
        writer.write(asked(data))
        await writer.drain()
    if writer.can_write_eof():
        writer.write_eof()


async def _back(
    reader: asyncio.StreamReader,
    tell: Callable[[bytes], Awaitable[None]],
    writer: asyncio.StreamWriter,
    there: asyncio.Task[None],
) -> None:
    while data := await reader.read(65536):
        await tell(data)
    there.cancel()
    writer.close()
