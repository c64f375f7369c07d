import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import pytest
from aiohttp import web

from showcase.wire import http_server
from showcase.wire.failure import Garbled, HungUp, LineBroke, Silent
from showcase.wire.gate import Gate
from showcase.wire.http_server import HttpServer, line_of
from showcase.wire.limits import Limits
from showcase.wire.line import Line
from showcase.wire.porter import Porter

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
        self.limits = limits
        self.lines: list[Line] = []
        self.bodies: list[bytes] = []
        self.begun = asyncio.Event()
        self.broke: asyncio.Future[LineBroke] = asyncio.get_running_loop().create_future()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.lines.append(line_of(request))
        self.begun.set()
        try:
            self.bodies.append(await http_server.read_body(request, self.limits))
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


async def test_every_byte_is_on_the_line() -> None:
    reads = Reads(Limits())
    async with listening(reads.handle, Limits()) as port:
        sent = HEAD + b"Content-Length: 3\r\n\r\nabc"
        answer = await talk(port, *(sent[n : n + 1] for n in range(len(sent))))
        recording = reads.lines[0].recording()
    assert (recording.request, recording.response) == (sent, answer)
    assert recording.responder == f"127.0.0.1:{port}"
    assert reads.bodies == [b"abc"]


async def test_chunks_are_counted_as_they_come() -> None:
    limits = Limits(message_bytes=10)
    reads = Reads(limits)
    async with listening(reads.handle, limits) as port:
        await talk(port, HEAD, b"Transfer-Encoding: chunked\r\n\r\n", *[b"4\r\nabcd\r\n"] * 3)
        error = await reads.broke
    assert isinstance(error, Garbled)
    assert error.status == "413"


async def test_announced_size_is_refused_unread() -> None:
    limits = Limits(message_bytes=10)
    reads = Reads(limits)
    async with listening(reads.handle, limits) as port:
        await talk(port, HEAD, b"Content-Length: 11\r\n\r\n")
        assert (await reads.broke).status == "413"


async def test_caller_that_stops_is_silent() -> None:
    limits = Limits(idle_seconds=0.1)
    reads = Reads(limits)
    async with listening(reads.handle, Limits()) as port:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(HEAD + b"Content-Length: 11\r\n\r\nhalf")
        async with asyncio.timeout(10):
            assert isinstance(await reads.broke, Silent)
        writer.close()


async def test_caller_that_leaves_has_hung_up() -> None:
    reads = Reads(Limits())
    async with listening(reads.handle, Limits()) as port:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(HEAD + b"Content-Length: 11\r\n\r\nhalf")
        async with asyncio.timeout(10):
            await reads.begun.wait()
        writer.close()
        async with asyncio.timeout(10):
            assert isinstance(await reads.broke, HungUp)


async def test_over_the_limit_the_longest_silent_caller_makes_room() -> None:
    reads = Reads(Limits())
    async with listening(reads.handle, Limits(connections=1)) as port:
        reader, idle = await asyncio.open_connection("127.0.0.1", port)
        answering, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(HEAD + b"Content-Length: 3\r\n\r\nabc")
        async with asyncio.timeout(5):
            assert (await answering.read()).startswith(b"HTTP/1.1 200 ")
            with suppress(ConnectionError):  # a reset closes as well
                assert await reader.read() == b""
        writer.close()
        idle.close()


@pytest.mark.parametrize("noise", [HEAD, b"\x16\x03\x01 no HTTP, 100 %d at all\r\n\r\n"])
async def test_what_came_to_no_request_is_told_in_one_line(
    noise: bytes, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    reads = Reads(Limits())
    async with listening(reads.handle, Limits()) as port:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        caller = writer.get_extra_info("sockname")[1]
        writer.write(noise)
        writer.write_eof()
        told = ""
        async with asyncio.timeout(5):
            while f"127.0.0.1:{caller}" not in told:
                await asyncio.sleep(0)
                told += capsys.readouterr().out
        writer.close()
    assert "no request was answered" in told
    assert not [record for record in caplog.records if record.exc_info]


async def test_closed_server_drops_its_connections() -> None:
    reads = Reads(Limits())
    async with listening(reads.handle, Limits()) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(HEAD)
        await writer.drain()
    async with asyncio.timeout(5):
        with suppress(ConnectionError):  # a reset closes as well
            assert await reader.read() == b""
    writer.close()


@pytest.mark.parametrize("admitted", [True, False])
async def test_what_a_stranger_asks_is_read_once_it_is_admitted(
    elsewhere: str, admitted: bool
) -> None:
    reads = Reads(Limits())
    porter = Porter(open_house=False)
    server = HttpServer(reads.handle)
    port = await server.open(elsewhere, 0, gate=Gate(porter, "registry", "soap"))
    reader, writer = await asyncio.open_connection(elsewhere, port)
    writer.write(HEAD + b"Content-Length: 5\r\n\r\nhello")
    while not porter.knocks:  # noqa: ASYNC110 - the knock is heard in the server's own task
        await asyncio.sleep(0.01)
    assert not reads.lines
    porter.judge("127.0.0.1", admitted=admitted)
    answer = b""
    with suppress(ConnectionError):
        answer = await reader.read()
    assert answer.endswith(b"thanks") is admitted
    assert reads.bodies == ([b"hello"] if admitted else [])
    writer.close()
    await server.close()
