import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from showcase.wire.failure import Garbled, HungUp, Unreachable
from showcase.wire.http_client import HttpReply, post
from showcase.wire.limits import Limits
from showcase.wire.line import Line

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

LARGE = bytes(range(256)) * 12_000


@asynccontextmanager
async def peer(talk: Talk) -> AsyncIterator[str]:
    """A web server that does as it is told, once."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            await talk(reader, writer)
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
        served.set()

    served = asyncio.Event()
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/iti-41?x=1"
    finally:
        server.close()
        await served.wait()


async def request(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """The head and the body of a request with a length."""
    head = await reader.readuntil(b"\r\n\r\n")
    fields = dict(line.split(b": ", 1) for line in head.split(b"\r\n")[1:] if line)
    return head, await reader.readexactly(int(fields[b"Content-Length"]))


def says(*pieces: bytes) -> Talk:
    """Reads a request, and answers these bytes."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await request(reader)
        writer.write(b"".join(pieces))

    return talk


async def ask(
    url: str, body: bytes | tuple[bytes, ...] = b"<x/>", line: Line | None = None
) -> HttpReply:
    return await post(
        url,
        headers={"Content-Type": "text/xml"},
        body=body,
        line=line or Line("http", initiated=True),
        deadline=10,
        limits=Limits(message_bytes=1000),
    )


@pytest.mark.parametrize(
    "body",
    [(b"",), (b"<x/>",), (LARGE,), (b"<", b"x/>"), (b"<", LARGE, b"", b">")],
    ids=["none", "small", "large", "small pieces", "large pieces"],
)
async def test_request_arrives_whole_and_is_recorded(body: tuple[bytes, ...]) -> None:
    came: list[tuple[bytes, bytes]] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.append(await request(reader))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")

    line = Line("http", initiated=True)
    async with peer(talk) as url:
        reply = await ask(url, body if len(body) > 1 else body[0], line)
    (head, got), recording = came[0], line.recording()
    assert head.startswith(b"POST /iti-41?x=1 HTTP/1.1\r\n")
    assert b"\r\nHost: 127.0.0.1:" in head
    assert got == b"".join(body)
    assert recording.request == head + got
    assert (reply.status, reply.reason, reply.body) == (200, "OK", b"hi")


@pytest.mark.parametrize(
    "framing",
    [
        (b"Content-Length: 5\r\n\r\nhello",),
        (b"Transfer-Encoding: chunked\r\n\r\n", b"2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"),
        (b"\r\nhello",),
    ],
    ids=["length", "chunks", "to the end"],
)
async def test_answer_is_read_however_it_is_framed(framing: tuple[bytes, ...]) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nDate: now\r\n"
    async with peer(says(head, *framing)) as url:
        reply = await ask(url)
    assert (reply.body, reply.content_type, reply.date) == (b"hello", "text/xml", "now")


async def test_interim_answer_is_passed_over() -> None:
    async with peer(says(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 Gone well\r\n\r\n")) as url:
        assert (await ask(url)).reason == "Gone well"


async def test_refusal_in_the_middle_of_a_large_body_is_read() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.write_eof()
        await reader.read()

    async with peer(talk) as url:
        assert (await ask(url, LARGE)).status == 413


@pytest.mark.parametrize(
    "answer",
    [b"", b"HT", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi"],
)
async def test_peer_that_leaves_before_the_end_has_hung_up(answer: bytes) -> None:
    async with peer(says(answer)) as url:
        with pytest.raises(HungUp):
            await ask(url)


async def test_what_is_no_http_is_garbled() -> None:
    async with peer(says(b"220 mail.example ESMTP\r\n")) as url:
        with pytest.raises(Garbled, match="is not HTTP"):
            await ask(url)


async def test_answer_beyond_the_limit_is_cut() -> None:
    async with peer(says(b"HTTP/1.1 200 OK\r\n\r\n", bytes(2000))) as url:
        with pytest.raises(Garbled, match="larger than"):
            await ask(url)


async def test_path_is_written_as_http_wants_it() -> None:
    came: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.append((await request(reader))[0])
        writer.write(b"HTTP/1.1 204 None\r\n\r\n")

    async with peer(talk) as url:
        await ask(url.replace("/iti-41?x=1", "/Dienst für alle?a=%20&b=ü"))
    assert came[0].startswith(b"POST /Dienst%20f%C3%BCr%20alle?a=%20&b=%C3%BC HTTP/1.1\r\n")


@pytest.mark.parametrize("url", ["ftp://x/", "x", "http://", "http://h:0/", "http://h:99999/"])
async def test_what_is_no_address_is_unreachable(url: str) -> None:
    with pytest.raises(Unreachable, match="not the address of a web service"):
        await ask(url)
