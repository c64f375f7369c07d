"""Every way in which a handshake fails, in words; both ends told."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from showcase.wire import handshake
from showcase.wire.failure import LineBroke, TlsRefused
from showcase.wire.line import Line
from showcase.wire.listener import Listener
from showcase.wire.stream import Stream, connect
from showcase.wire.tls import Context, Credentials, client_context, server_context
from tests.showcase.wire.booth import Booth

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def echo(stream: Stream) -> None:
    while data := await stream.read():
        await stream.write(data)


class Lost:
    """What a listener is told of callers it loses."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._told = asyncio.Event()

    def __call__(self, _remote: str, failure: TlsRefused) -> None:
        self.words.append(failure.words)
        self._told.set()

    async def first(self) -> str:
        async with asyncio.timeout(10):
            await self._told.wait()
        return self.words[0]


@asynccontextmanager
async def listening(credentials: Credentials, told: Lost | None = None) -> AsyncIterator[int]:
    listener = Listener("test", echo)
    context = server_context(credentials, told=told)
    yield await listener.open("127.0.0.1", 0, tls=context)
    await listener.close()


@asynccontextmanager
async def plain(serve: Serve) -> AsyncIterator[int]:
    served = asyncio.Event()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await serve(reader, writer)
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
        served.set()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()
    async with asyncio.timeout(10):
        await served.wait()


async def ask(port: int, context: ssl.SSLContext, *, deadline: float = 10) -> bytes:
    line = Line("test", initiated=True)
    stream = await connect("127.0.0.1", port, line, deadline=deadline, tls=context)
    try:
        await stream.write(b"hello")
        async with asyncio.timeout(deadline):
            return await stream.read()
    finally:
        await stream.close()


async def listen(port: int, context: ssl.SSLContext, deadline: float) -> None:
    """Only listen: whoever speaks provokes a reset, which may overtake what the server says."""
    line = Line("test", initiated=True)
    stream = await connect("127.0.0.1", port, line, deadline=deadline, tls=context)
    try:
        async with asyncio.timeout(deadline):
            await stream.read()
    finally:
        await stream.close()


async def refusal(port: int, context: ssl.SSLContext, *, deadline: float = 10) -> TlsRefused:
    with pytest.raises(TlsRefused) as caught:
        await listen(port, context, deadline)
    return caught.value


async def test_booth_certificates_are_trusted_both_ways(tmp_path: Path) -> None:
    booth = Booth(tmp_path)
    async with listening(booth.issue("us")) as port:
        assert await ask(port, client_context(booth.issue("acme"))) == b"hello"


async def test_the_version_stands_on_the_line(tmp_path: Path) -> None:
    booth = Booth(tmp_path)
    seen: list[Line] = []

    async def keep(stream: Stream) -> None:
        seen.append(stream.line)
        await echo(stream)

    listener = Listener("test", keep)
    port = await listener.open("127.0.0.1", 0, tls=server_context(booth.issue("us")))
    line = Line("test", initiated=True)
    context = client_context(booth.issue("acme"))
    stream = await connect("127.0.0.1", port, line, deadline=10, tls=context)
    await stream.write(b"hello")
    assert await stream.read() == b"hello"
    await stream.close()
    await listener.close()
    for each in (line, *seen):
        recording = each.recording()
        assert (recording.tls, recording.request, recording.response) == (
            "TLSv1.3",
            b"hello",
            b"hello",
        )


async def test_an_expired_certificate_is_named_with_its_day(tmp_path: Path) -> None:
    booth = Booth(tmp_path, days_ago=20)
    async with listening(booth.issue("theirs", days_ago=15)) as port:
        failure = await refusal(port, client_context(booth.issue("us"), who="Acme"))
    day = datetime.now(UTC) - timedelta(days=1)
    assert failure.words == f"Acme's certificate expired yesterday ({day:%d %b %Y})."
    assert "showcase cert issue" in failure.remedy


async def test_a_caller_with_an_expired_certificate_is_told_and_so_are_we(tmp_path: Path) -> None:
    booth, lost = Booth(tmp_path, days_ago=20), Lost()
    async with listening(booth.issue("us"), lost) as port:
        failure = await refusal(
            port, client_context(booth.issue("theirs", days_ago=15), who="Acme")
        )
        assert failure.words == "Acme takes our certificate for expired."
        assert "certificate has expired" in await lost.first()


async def test_a_stranger_among_authorities_is_named(tmp_path: Path) -> None:
    booth, other = Booth(tmp_path / "ours"), Booth(tmp_path / "theirs")
    async with listening(other.issue("theirs")) as port:
        failure = await refusal(port, client_context(booth.issue("us"), who="Acme"))
    assert failure.words.startswith("Acme's certificate is signed by “Showcase booth authority"), (
        failure.words
    )
    assert failure.words.endswith("”, which we do not trust.")


async def test_a_server_that_does_not_trust_us_is_named(tmp_path: Path) -> None:
    booth, other, lost = Booth(tmp_path / "ours"), Booth(tmp_path / "theirs"), Lost()
    theirs = other.issue("theirs")
    async with listening(theirs, lost) as port:
        mine = booth.issue("us", other.authority.certificate)
        failure = await refusal(port, client_context(mine, who="Acme"))
        assert failure.words == "Acme does not trust our booth authority."
        assert "somebody whom we do not trust" in await lost.first()


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
async def test_without_a_certificate_we_are_asked_for_one(
    tmp_path: Path, version: ssl.TLSVersion
) -> None:
    booth, lost = Booth(tmp_path), Lost()
    anonymous = Context(ssl.PROTOCOL_TLS_CLIENT)
    anonymous.check_hostname = False
    anonymous.who = "Acme"
    anonymous.maximum_version = version
    anonymous.load_verify_locations(booth.authority.certificate)
    async with listening(booth.issue("theirs"), lost) as port:
        failure = await refusal(port, anonymous)
        assert failure.words == "Acme asks for a certificate that we do not have."
        assert "showed no certificate" in await lost.first()


async def test_a_port_that_answers_in_the_clear_is_told(tmp_path: Path) -> None:
    async def http(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async with plain(http) as port:
        failure = await refusal(port, client_context(Booth(tmp_path).issue("us"), who="Acme"))
    assert failure.words == "Acme speaks no TLS on this port."


async def test_a_port_that_waits_for_more_is_told(tmp_path: Path) -> None:
    async def wait(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        del writer
        while await reader.read(100):
            pass

    context = client_context(Booth(tmp_path).issue("us"), who="Acme")
    async with plain(wait) as port:
        failure = await refusal(port, context, deadline=0.3)
    assert "Most likely it speaks no TLS on this port" in failure.words


async def test_a_port_that_hangs_up_is_told(tmp_path: Path) -> None:
    async def leave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        del writer
        await reader.read(100)

    context = client_context(Booth(tmp_path).issue("us"), who="Acme")
    async with plain(leave) as port:
        failure = await refusal(port, context)
    assert failure.words == (
        "Acme broke off the TLS handshake without a reason. "
        "Most likely it speaks no TLS on this port."
    )


async def test_a_caller_in_the_clear_is_told_of(tmp_path: Path) -> None:
    lost = Lost()
    async with listening(Booth(tmp_path).issue("us"), lost) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"\x0bMSH|^~\\&|A|B|C|D|20261124||ADT^A04|1|T|2.5\r\x1c\r")
        with suppress(ConnectionError):
            await reader.read()
        writer.close()
        assert "speaks no TLS on this port" in await lost.first()


async def test_old_tls_is_told(tmp_path: Path) -> None:
    booth = Booth(tmp_path)
    theirs = server_context(booth.issue("theirs"))
    theirs.minimum_version = ssl.TLSVersion.TLSv1_3
    mine = client_context(booth.issue("us"), who="Acme")
    mine.maximum_version = ssl.TLSVersion.TLSv1_2
    listener = Listener("test", echo)
    port = await listener.open("127.0.0.1", 0, tls=theirs)
    failure = await refusal(port, mine)
    await listener.close()
    assert failure.words == "Acme speaks no TLS 1.2 or newer."


async def test_presented_tells_what_a_server_shows(tmp_path: Path) -> None:
    booth = Booth(tmp_path)
    async with listening(booth.issue("theirs")) as port:
        shown = await handshake.present(
            "127.0.0.1", port, client_context(booth.issue("us")), deadline=10
        )
    assert (shown.version, shown.subject, shown.asks) == ("TLSv1.3", "theirs", True)
    assert shown.issuer.startswith("Showcase booth authority")
    assert (shown.until - datetime.now(UTC)).days == 13


async def test_a_server_that_asks_for_nothing_is_noticed(tmp_path: Path) -> None:
    booth = Booth(tmp_path)
    careless = server_context(booth.issue("theirs"))
    careless.verify_mode = ssl.CERT_NONE
    listener = Listener("test", echo)
    port = await listener.open("127.0.0.1", 0, tls=careless)
    context = client_context(booth.issue("us"))
    assert not (await handshake.present("127.0.0.1", port, context, deadline=10)).asks
    await listener.close()


async def test_nobody_presents_nothing(tmp_path: Path) -> None:
    async with listening(Booth(tmp_path).issue("us")) as port:
        pass
    with pytest.raises(LineBroke, match="Nobody listens"):
        await handshake.present(
            "127.0.0.1", port, client_context(Booth(tmp_path).issue("us")), deadline=5
        )
