"""A port that listens, and whom its gate lets in."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from showcase.wire.gate import Gate
from showcase.wire.line import Line
from showcase.wire.listener import Listener
from showcase.wire.porter import Knock, Porter
from showcase.wire.stream import Stream, connect
from tests.showcase.wire.test_stream import closed

HERE = "127.0.0.2"
"""Where everybody is a stranger; see the fixture."""

CALLER = "127.0.0.1"


pytestmark = pytest.mark.usefixtures("elsewhere")


def name(data: bytes) -> str | None:
    """A name ends with a full stop."""
    return data.partition(b".")[0].decode() if b"." in data else None


class Heard:
    """What a port has handed on."""

    def __init__(self) -> None:
        self.data: list[bytes] = []

    async def hear(self, stream: Stream) -> None:
        self.data.append(await stream.read())
        await stream.write(b"come in")


@asynccontextmanager
async def calling(
    porter: Porter, hear: Callable[[Stream], Awaitable[None]], said: bytes = b"ACME."
) -> AsyncIterator[Stream]:
    """A port, and a caller who has said something there."""
    listener = Listener("test", hear, namer=name)
    port = await listener.open(HERE, 0, gate=Gate(porter, "archive", "dicom"))
    stream = await connect(HERE, port, Line("test", initiated=True), deadline=5)
    await stream.write(said)
    yield stream
    await stream.close()
    await listener.close()


class Told:
    """Hears of the first knock."""

    def __init__(self) -> None:
        self._first: asyncio.Future[Knock] = asyncio.get_running_loop().create_future()

    def __call__(self, knock: Knock) -> None:
        if not self._first.done():
            self._first.set_result(knock)

    async def knock(self) -> Knock:
        async with asyncio.timeout(5):
            return await self._first


def _porter(told: Callable[[Knock], None] = lambda _knock: None) -> Porter:
    return Porter(open_house=False, told=told)


async def test_a_stranger_is_heard_once_it_is_admitted_and_only_its_name_before() -> None:
    heard, told = Heard(), Told()
    porter = _porter(told)
    async with calling(porter, heard.hear, b"ACME. Let me in.") as stream:
        assert await told.knock() == Knock(
            caller=CALLER, role="archive", protocol="dicom", name="ACME"
        )
        assert not heard.data
        porter.judge(CALLER, "ACME", admitted=True)
        assert await stream.read() == b"come in"
    assert heard.data == [b"ACME. Let me in."]


async def test_a_stranger_who_is_turned_away_is_cut_off_unheard() -> None:
    heard, told = Heard(), Told()
    porter = _porter(told)
    async with calling(porter, heard.hear) as stream:
        await told.knock()
        porter.judge(CALLER, "ACME", admitted=False)
        assert await closed(stream)
    assert not heard.data


async def test_a_stranger_who_says_nothing_knocks_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("showcase.wire.listener._AT_ONCE", 0.01)
    heard, told = Heard(), Told()
    porter = _porter(told)
    async with calling(porter, heard.hear, b"...") as stream:
        assert (await told.knock()).name == ""
        porter.judge(CALLER, admitted=True)
        assert await stream.read() == b"come in"


async def test_a_port_closes_though_a_stranger_stands_before_it() -> None:
    heard, told = Heard(), Told()
    async with asyncio.timeout(5):
        async with calling(_porter(told), heard.hear) as stream:
            await told.knock()
        assert await closed(stream)


async def test_a_known_address_with_the_name_that_is_known_there_comes_in() -> None:
    heard, porter = Heard(), _porter()
    porter.expect({CALLER: {"dicom": ["ACME"]}})
    async with calling(porter, heard.hear) as stream:
        assert await stream.read() == b"come in"
    assert heard.data == [b"ACME."]
    assert not porter.knocks


async def test_a_known_address_with_another_name_knocks() -> None:
    heard, told = Heard(), Told()
    porter = _porter(told)
    porter.expect({CALLER: {"dicom": ["ACME"]}})
    async with calling(porter, heard.hear, b"MALLORY.") as stream:
        assert (await told.knock()).name == "MALLORY"
        assert not heard.data
        porter.judge(CALLER, "MALLORY", admitted=False)
        assert await closed(stream)
    assert not heard.data
    async with calling(porter, heard.hear) as stream:
        assert await stream.read() == b"come in", "its neighbour at that address is not to blame"


async def test_a_known_address_where_no_name_is_known_comes_in_by_any() -> None:
    heard, porter = Heard(), _porter()
    porter.expect({CALLER: {}})
    async with calling(porter, heard.hear, b"whoever.") as stream:
        assert await stream.read() == b"come in"


async def test_a_known_caller_that_leaves_without_a_word_is_no_news() -> None:
    heard, told = Heard(), Told()
    porter = _porter(told)
    porter.expect({CALLER: {"dicom": ["ACME"]}})
    async with calling(porter, heard.hear, b"") as stream:
        stream.finish()
        assert await closed(stream)
    assert not porter.knocks
    assert not heard.data
