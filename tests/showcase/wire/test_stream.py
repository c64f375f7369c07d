import asyncio
from collections.abc import AsyncIterator

import pytest

from showcase.wire.failure import HungUp, Silent, Unreachable
from showcase.wire.limits import Limits
from showcase.wire.line import Line
from showcase.wire.listener import Listener
from showcase.wire.stream import Stream, connect


async def closed(stream: Stream) -> bool:
    """Whether the peer has closed or reset; reads whatever it still sent."""
    try:
        while await stream.read():
            pass
    except HungUp:
        return True
    return True


async def echo(stream: Stream) -> None:
    while data := await stream.read():
        await stream.write(data.upper())


@pytest.fixture
async def port() -> AsyncIterator[int]:
    listener = Listener("test", echo)
    yield await listener.open("127.0.0.1", 0)
    await listener.close()


async def test_both_ends_record_what_the_socket_carried(port: int) -> None:
    line = Line("test", initiated=True)
    stream = await connect("127.0.0.1", port, line, deadline=5)
    await stream.write(b"hello")
    assert await stream.read() == b"HELLO"
    await stream.close()
    recording = line.recording()
    assert (recording.request, recording.response) == (b"hello", b"HELLO")
    assert recording.responder == f"127.0.0.1:{port}"


async def test_port_that_nobody_has_is_unreachable() -> None:
    listener = Listener("test", echo)
    port = await listener.open("127.0.0.1", 0)
    await listener.close()
    with pytest.raises(Unreachable, match=f"Nobody listens at 127.0.0.1:{port}"):
        await connect("127.0.0.1", port, Line("test", initiated=True), deadline=5)


async def test_peer_that_does_not_accept_in_time_is_silent() -> None:
    with pytest.raises(Silent):
        await connect("127.0.0.1", 9, Line("test", initiated=True), deadline=0)


async def test_peer_that_resets_has_hung_up() -> None:
    async def reset(stream: Stream) -> None:
        await stream.read()
        stream.abort()

    listener = Listener("test", reset)
    port = await listener.open("127.0.0.1", 0)
    stream = await connect("127.0.0.1", port, Line("test", initiated=True), deadline=5)
    await stream.write(b"x")
    assert await closed(stream)
    await stream.close()
    await listener.close()


async def test_connections_over_the_limit_are_dropped() -> None:
    hold = asyncio.Event()

    async def wait(stream: Stream) -> None:
        del stream
        await hold.wait()

    listener = Listener("test", wait, limits=Limits(connections=1))
    port = await listener.open("127.0.0.1", 0)
    first = await connect("127.0.0.1", port, Line("test", initiated=True), deadline=5)
    second = await connect("127.0.0.1", port, Line("test", initiated=True), deadline=5)
    assert await closed(first)  # who has said nothing for longest makes room
    await first.close()
    await second.close()
    await listener.close()


async def test_one_bad_handler_leaves_the_port_open(capsys: pytest.CaptureFixture[str]) -> None:
    async def fail(stream: Stream) -> None:
        del stream
        raise ZeroDivisionError

    listener = Listener("test", fail)
    bad = await listener.open("127.0.0.1", 0)
    for _ in range(2):
        stream = await connect("127.0.0.1", bad, Line("test", initiated=True), deadline=5)
        assert await closed(stream)
        await stream.close()
    await listener.close()
    assert "handler failed" in capsys.readouterr().out
