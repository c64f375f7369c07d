import asyncio
from contextlib import suppress

import pytest

from showcase.wire.gate import Gate
from showcase.wire.http_server import HttpServer
from showcase.wire.limits import Limits
from showcase.wire.porter import Porter
from tests.showcase.wire.http_talk import HEAD, Reads, listening


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
