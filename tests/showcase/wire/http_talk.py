"""A server that reads bodies, and a caller that says what it is told to."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from showcase.wire.failure import LineBroke
from showcase.wire.http_body import HttpBodies
from showcase.wire.http_recorder import line_of
from showcase.wire.http_server import HttpServer
from showcase.wire.limits import Limits
from showcase.wire.line import Line

Handle = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def listening(handle: Handle, limits: Limits) -> AsyncIterator[int]:
    server = HttpServer(handle, limits=limits)
    try:
        yield await server.open("127.0.0.1", 0)
    finally:
        await server.close()


class Reads:
    """A handler that reads the body, and remembers what became of that."""

    def __init__(self, limits: Limits) -> None:
        self.reader = HttpBodies(limits)
        self.lines: list[Line] = []
        self.bodies: list[bytes] = []
        self.begun = asyncio.Event()
        self.broke: asyncio.Future[LineBroke] = asyncio.get_running_loop().create_future()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.lines.append(line_of(request))
        self.begun.set()
        try:
            async with self.reader.of(request) as body:
                self.bodies.append(bytes(body))
        except LineBroke as error:
            self.broke.set_result(error)
            raise web.HTTPBadRequest from error
        return web.Response(text="thanks")


async def talk(port: int, *pieces: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
    writer.write_eof()
    async with asyncio.timeout(10):
        answer = await reader.read()
    writer.close()
    return answer


HEAD = b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
