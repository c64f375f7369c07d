"""The listeners, against hand-made callers and the system's own ``logger``."""

import asyncio
import shutil
import socket
import ssl
from collections.abc import AsyncIterator, Callable

import pytest

from showcase.protocols.audit.sender import send_tls
from showcase.protocols.audit.server import TlsListener, UdpListener
from showcase.protocols.audit.syslog import frame, parse
from showcase.wire.limits import Limits
from showcase.wire.line import Line
from showcase.wire.stream import connect
from showcase.wire.tls import Credentials, client_context, server_context

WAIT = 20


class Book:
    """Keeps what a listener hands over; a message named *bug* makes it fail."""

    def __init__(self) -> None:
        self.messages: asyncio.Queue[tuple[bytes, Line]] = asyncio.Queue()

    async def take(self, message: bytes, line: Line) -> None:
        if message == b"bug":
            raise ZeroDivisionError
        await self.messages.put((message, line))

    async def next(self) -> bytes:
        return (await self.next_line())[0]

    async def next_line(self) -> tuple[bytes, Line]:
        async with asyncio.timeout(WAIT):
            return await self.messages.get()


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
async def udp(book: Book) -> AsyncIterator[int]:
    listener = UdpListener(book.take)
    yield await listener.open("127.0.0.1", 0)
    await listener.close()


def throw(port: int, *datagrams: bytes) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as plug:
        for each in datagrams:
            plug.sendto(each, ("127.0.0.1", port))


async def test_each_datagram_is_a_message(udp: int, book: Book) -> None:
    throw(udp, b"first", b"", b"second")
    message, line = await book.next_line()
    assert message == b"first"
    assert line.recording().request == b"first"
    assert line.recording().responder == f"127.0.0.1:{udp}"
    assert await book.next() == b""
    assert await book.next() == b"second"


async def test_a_bug_does_not_close_the_port(udp: int, book: Book) -> None:
    throw(udp, b"bug", b"after")
    assert await book.next() == b"after"


async def test_a_burst_beyond_the_bound_is_dropped(book: Book) -> None:
    gate = asyncio.Event()

    async def slow(message: bytes, line: Line) -> None:
        await gate.wait()
        await book.take(message, line)

    listener = UdpListener(slow)
    await listener.open("127.0.0.1", 0)
    for number in range(5000):
        listener.datagram_received(str(number).encode(), ("127.0.0.1", 9))
    gate.set()
    assert [await book.next() for _ in range(1000)] == [str(n).encode() for n in range(1000)]
    await listener.close()
    assert book.messages.empty()


@pytest.mark.peer("logger")
async def test_loggers_syslog_is_understood(udp: int, book: Book) -> None:
    program = shutil.which("logger")
    assert program
    logger = await asyncio.create_subprocess_exec(
        *(program, "--rfc5424", "--udp", "--server", "127.0.0.1", "--port", str(udp)),
        *("--priority", "security.notice", "--msgid", "IHE+RFC-3881", "--tag", "booth"),
        "<AuditMessage/>",
    )
    message = parse(await book.next())
    assert await logger.wait() == 0
    assert (message.app, message.msgid, message.body) == (
        "booth",
        "IHE+RFC-3881",
        b"<AuditMessage/>",
    )
    assert message.data.startswith("[timeQuality")


Contexts = tuple[ssl.SSLContext, ssl.SSLContext]


@pytest.fixture
def tls(credentials: Callable[..., Credentials]) -> Contexts:
    """Contexts of a server and of a client that trust each other."""
    return (
        server_context(credentials("one", "two")),
        client_context(credentials("two", "one")),
    )


async def test_tls_brings_message_by_message(book: Book, tls: Contexts) -> None:
    listener = TlsListener(book.take)
    port = await listener.open("127.0.0.1", 0, tls[0])
    stream = await connect("127.0.0.1", port, Line("x", initiated=True), deadline=WAIT, tls=tls[1])
    both = frame(b"first") + frame(b"second\nline")
    await stream.write(both[:9])
    message, line = await book.next_line()
    assert message == b"first"
    await stream.write(both[9:])
    message, line = await book.next_line()
    assert message == b"second\nline"
    assert line.recording().request == b"11 second\nline"
    await stream.close()
    await listener.close()


async def test_tls_noise_ends_the_connection_only(book: Book, tls: Contexts) -> None:
    listener = TlsListener(book.take)
    port = await listener.open("127.0.0.1", 0, tls[0])
    noisy = await connect("127.0.0.1", port, Line("x", initiated=True), deadline=WAIT, tls=tls[1])
    async with asyncio.timeout(WAIT):
        await noisy.write(frame(b"before") + b"<85>1 no length")
        assert await noisy.read() == b""
    await noisy.close()
    await send_tls(
        Line("x", initiated=True), "127.0.0.1", port, b"after", tls=tls[1], deadline=WAIT
    )
    assert await book.next() == b"before"
    assert await book.next() == b"after"
    await listener.close()


async def test_a_plain_caller_gets_nowhere(book: Book, tls: Contexts) -> None:
    listener = TlsListener(book.take)
    port = await listener.open("127.0.0.1", 0, tls[0])
    plain = await connect("127.0.0.1", port, Line("x", initiated=True), deadline=WAIT)
    async with asyncio.timeout(WAIT):
        await plain.write(frame(b"in the clear"))
        while await plain.read():
            pass
    await plain.close()
    await listener.close()
    assert book.messages.empty()


async def test_an_idle_connection_is_closed(book: Book, tls: Contexts) -> None:
    listener = TlsListener(book.take, limits=Limits(idle_seconds=0.05))
    port = await listener.open("127.0.0.1", 0, tls[0])
    idle = await connect("127.0.0.1", port, Line("x", initiated=True), deadline=WAIT, tls=tls[1])
    async with asyncio.timeout(WAIT):
        assert await idle.read() == b""
    await idle.close()
    await listener.close()
