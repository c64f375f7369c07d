import asyncio

import pytest
from aiohttp import web

from showcase.wire.failure import Garbled, HungUp, Silent
from showcase.wire.http_body import HttpBodies
from showcase.wire.limits import Limits
from tests.showcase.wire.http_talk import HEAD, Reads, listening, talk

LARGE = 2 * 1024 * 1024


def request(body: bytes) -> bytes:
    return HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body


class Watches:
    """Notes where each body lies, and what it is; may keep a view of it."""

    def __init__(self, *, holds: bool) -> None:
        self.bodies = HttpBodies()
        self.holds = holds
        self.held: list[memoryview] = []
        self.seen: list[tuple[int, bytes]] = []

    async def handle(self, asked: web.Request) -> web.Response:
        async with self.bodies.of(asked) as body:
            self.seen.append((id(body), bytes(body)))
            if self.holds:
                self.held.append(memoryview(body))
        return web.Response()


@pytest.mark.parametrize("then", [b"b" * LARGE, b"c" * (LARGE + 7), b"d" * (LARGE - 7), b"e"])
async def test_large_body_is_read_over_the_last(then: bytes) -> None:
    watches = Watches(holds=False)
    async with listening(watches.handle, Limits()) as port:
        for body in (b"a" * LARGE, then):
            await talk(port, request(body))
    (first, _), (second, read) = watches.seen
    assert read == then
    assert (first == second) is (len(then) > 1)


async def test_body_that_somebody_looks_at_is_not_written_over() -> None:
    watches = Watches(holds=True)
    async with listening(watches.handle, Limits()) as port:
        for letter in (b"a", b"b"):
            await talk(port, request(letter * LARGE))
    assert [bytes(each[:1]) for each in watches.held] == [b"a", b"b"]
    assert len({place for place, _ in watches.seen}) == 2


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
