"""A relay that writes down what crosses it; plain sockets, none of our own code."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Relay:
    """Passes every connection on to another port, and keeps the bytes of both directions."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.conversations: list[tuple[bytearray, bytearray]] = []
        self._talking: set[asyncio.Task[None]] = set()

    def captured(self) -> list[tuple[bytes, bytes]]:
        return [(bytes(there), bytes(back)) for there, back in self.conversations]

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._talking.add(task)
        task.add_done_callback(self._talking.discard)
        there, back = bytearray(), bytearray()
        self.conversations.append((there, back))
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
        try:
            await asyncio.gather(
                self._pump(reader, far_writer, there), self._pump(far_reader, writer, back)
            )
        finally:
            for end in (writer, far_writer):
                end.close()

    async def close(self) -> None:
        """Drop whoever still talks."""
        for task in tuple(self._talking):
            task.cancel()
        await asyncio.gather(*self._talking, return_exceptions=True)

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, kept: bytearray
    ) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                kept += data
                writer.write(data)
                await writer.drain()
        with suppress(OSError):
            writer.write_eof()


@asynccontextmanager
async def relay(target: int) -> AsyncIterator[tuple[int, Relay]]:
    """A relay to `target`: its own port, and what crossed it."""
    kept = Relay(target)
    server = await asyncio.start_server(kept.handle, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1], kept
    finally:
        server.close()
        await kept.close()
        await server.wait_closed()
