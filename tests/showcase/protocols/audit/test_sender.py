"""One record to one repository, over real sockets."""

import socket
from collections.abc import Callable

import pytest

from showcase.protocols.audit.sender import send_tls, send_udp
from showcase.wire.failure import Garbled, LineBroke, TlsRefused, Unreachable
from showcase.wire.line import Line
from showcase.wire.listener import Listener
from showcase.wire.stream import Stream
from showcase.wire.tls import Credentials, client_context, server_context

MESSAGE = b"<85>1 - h a - m - <AuditMessage/>"


Make = Callable[..., Credentials]
"""The fixture `credentials`."""


def udp_port() -> socket.socket:
    plug = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    plug.bind(("127.0.0.1", 0))
    plug.settimeout(10)
    return plug


async def test_a_datagram_arrives_and_is_recorded() -> None:
    with udp_port() as repository:
        port = repository.getsockname()[1]
        line = Line("syslog-udp", initiated=True)
        await send_udp(line, "127.0.0.1", port, MESSAGE, deadline=5)
        data, sender = repository.recvfrom(65536)
    assert data == MESSAGE
    recording = line.recording()
    assert recording.request == MESSAGE
    assert recording.response == b""
    assert recording.initiator == f"{sender[0]}:{sender[1]}"
    assert recording.responder == f"127.0.0.1:{port}"


async def test_a_machine_that_says_nobody_listens_is_believed() -> None:
    with udp_port() as repository:
        port = repository.getsockname()[1]
    with pytest.raises(Unreachable, match=f"Nobody listens at 127.0.0.1:{port}"):
        await send_udp(Line("syslog-udp", initiated=True), "127.0.0.1", port, MESSAGE, deadline=5)


async def test_a_record_too_large_for_udp_is_told() -> None:
    with udp_port() as repository:
        line = Line("syslog-udp", initiated=True)
        port = repository.getsockname()[1]
        with pytest.raises(Garbled, match="larger than a UDP datagram") as error:
            await send_udp(line, "127.0.0.1", port, b"x" * 70_000, deadline=5)
    assert "TLS" in error.value.remedy


async def send_to_server(server: Credentials, client: Credentials) -> tuple[bytes, Line]:
    received = bytearray()

    async def keep(stream: Stream) -> None:
        while data := await stream.read():
            received.extend(data)

    listener = Listener("syslog-tls", keep)
    port = await listener.open("127.0.0.1", 0, tls=server_context(server))
    line = Line("syslog-tls", initiated=True)
    try:
        await send_tls(line, "127.0.0.1", port, MESSAGE, tls=client_context(client), deadline=10)
    finally:
        await listener.close()
    return bytes(received), line


async def test_a_record_goes_over_tls_with_its_length(credentials: Make) -> None:
    received, line = await send_to_server(
        credentials("repository", "node"), credentials("node", "repository")
    )
    assert received == b"33 " + MESSAGE
    assert line.recording().request == received


async def test_being_turned_away_is_noticed(credentials: Make) -> None:
    with pytest.raises(TlsRefused, match="does not trust our booth authority"):
        await send_to_server(
            credentials("repository", "node"), credentials("stranger", "repository")
        )


async def test_a_strange_repository_is_not_told_anything(credentials: Make) -> None:
    with pytest.raises(TlsRefused, match="which we do not trust"):
        await send_to_server(credentials("strange", "node"), credentials("node", "repository"))


async def test_no_repository_is_told() -> None:
    with udp_port() as taken:
        port = taken.getsockname()[1]
    with pytest.raises(LineBroke, match="Nobody listens"):
        await send_tls(
            Line("syslog-tls", initiated=True),
            "127.0.0.1",
            port,
            MESSAGE,
            tls=None,  # type: ignore[arg-type]  # never gets so far
            deadline=5,
        )
