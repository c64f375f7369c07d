"""What a connection has brought."""

import asyncio

import pytest

from showcase.wire.inbox import Inbox

LIMIT = 64 * 1024


class Source(asyncio.ReadTransport):
    """A transport that notes whether it was told to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def pause_reading(self) -> None:
        self.told.append("wait")

    def resume_reading(self) -> None:
        self.told.append("go on")


async def test_a_large_piece_is_handed_on_as_it_came() -> None:
    inbox, large = Inbox(LIMIT), bytes(20_000)
    inbox.feed_data(large)
    inbox.feed_data(b"more")
    assert await inbox.read(LIMIT) is large
    assert await inbox.read(LIMIT) == b"more"


async def test_small_pieces_come_together() -> None:
    inbox = Inbox(LIMIT)
    for each in (b"a", b"b", b"", b"cd"):
        inbox.feed_data(each)
    assert await inbox.read(3) == b"ab"
    assert await inbox.read(1) == b"c"
    assert await inbox.read() == b"d"


async def test_an_end_comes_after_all_that_came() -> None:
    inbox = Inbox(LIMIT)
    inbox.feed_data(b"last")
    inbox.feed_eof()
    assert not inbox.at_eof()
    assert await inbox.read(LIMIT) == b"last"
    assert inbox.at_eof()
    assert await inbox.read(LIMIT) == b""


async def test_whoever_waits_hears_of_news_and_of_faults() -> None:
    inbox = Inbox(LIMIT)
    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(inbox.read(LIMIT))
        await asyncio.sleep(0)
        inbox.feed_data(b"news")
    assert waiting.result() == b"news"
    inbox.set_exception(ConnectionResetError())
    with pytest.raises(ConnectionResetError):
        await inbox.read(LIMIT)


async def test_a_peer_waits_while_nobody_reads() -> None:
    inbox, source = Inbox(LIMIT), Source()
    inbox.set_transport(source)
    inbox.feed_data(bytes(2 * LIMIT))
    assert source.told == []
    inbox.feed_data(b"!")
    assert source.told == ["wait"]
    await inbox.read(LIMIT)
    assert source.told == ["wait"]
    await inbox.read(1)
    assert source.told == ["wait", "go on"]
