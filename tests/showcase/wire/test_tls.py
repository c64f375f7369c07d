"""Who is trusted, and who is turned away."""

import asyncio
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest

from showcase.wire.failure import LineBroke
from showcase.wire.line import Line
from showcase.wire.listener import Listener
from showcase.wire.stream import Stream, connect
from showcase.wire.tls import Credentials, client_context, server_context

Make = Callable[..., Credentials]
"""The fixture `credentials`."""


async def ask(server: ssl.SSLContext, client: ssl.SSLContext) -> bytes:
    """What an echo server behind `server` answers to `client`."""

    async def echo(stream: Stream) -> None:
        await stream.write(await stream.read())

    listener = Listener("test", echo)
    port = await listener.open("127.0.0.1", 0, tls=server)
    try:
        async with asyncio.timeout(20):
            line = Line("test", initiated=True)
            stream = await connect("127.0.0.1", port, line, deadline=10, tls=client)
            try:
                await stream.write(b"hello")
                return await stream.read()
            finally:
                await stream.close()
    finally:
        await listener.close()


async def answer(server: ssl.SSLContext, client: ssl.SSLContext) -> bytes:
    """The same, where being cut off counts as no answer."""
    try:
        return await ask(server, client)
    except LineBroke:
        return b""


async def test_pinned_certificates_are_trusted(credentials: Make) -> None:
    server = server_context(credentials("one", "two"))
    assert await ask(server, client_context(credentials("two", "one"))) == b"hello"


async def test_a_pinned_leaf_needs_no_authority(credentials: Make) -> None:
    for name in ("one", "two"):
        credentials(name, issuer="authority")
    server = server_context(credentials("one", "two"))
    assert await ask(server, client_context(credentials("two", "one"))) == b"hello"


async def test_an_authoritys_certificates_are_trusted(credentials: Make) -> None:
    server = server_context(credentials("one", "authority", issuer="authority"))
    client = client_context(credentials("two", "authority", issuer="authority"))
    assert await ask(server, client) == b"hello"


async def test_a_stranger_is_turned_away(credentials: Make) -> None:
    server = server_context(credentials("one", "two"))
    assert await answer(server, client_context(credentials("stranger", "one"))) == b""


async def test_a_strange_server_is_not_talked_to(credentials: Make) -> None:
    server = server_context(credentials("stranger", "two"))
    with pytest.raises(LineBroke, match="we do not trust"):
        await ask(server, client_context(credentials("two", "one")))


async def test_a_caller_without_a_certificate_is_turned_away(credentials: Make) -> None:
    server = credentials("one", "two")
    anonymous = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anonymous.check_hostname = False
    anonymous.load_verify_locations(server.certificate)
    assert await answer(server_context(server), anonymous) == b""


def test_the_floor_is_tls_1_2(credentials: Make) -> None:
    one = credentials("one", "two")
    for context in (server_context(one), client_context(one)):
        assert context.minimum_version is ssl.TLSVersion.TLSv1_2
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert not context.check_hostname
        names = {suite["name"] for suite in context.get_ciphers()}
        assert "DHE-RSA-AES256-GCM-SHA384" in names
        assert not {name for name in names if "CBC" in name or name.endswith("SHA")}


def test_a_missing_file_is_an_oserror(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.pem"
    with pytest.raises(OSError, match="No such file"):
        server_context(Credentials(certificate=nowhere, key=nowhere, trusted=()))
