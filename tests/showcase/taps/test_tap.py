"""The tap as both ends feel it: bytes, ends, resets."""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from showcase.model.events import Noticed
from showcase.model.exchange import Outcome
from showcase.model.system import Endpoints, Mllp, System
from showcase.wire.limits import Limits
from tests.journeys.relay import free_port
from tests.showcase.standins.hospital import Hospital, hospital, vendor
from tests.showcase.taps.listening import Hearsay, tapped
from tests.showcase.taps.test_mllp import ack, message

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def peer(house: Hospital, talk: Talk) -> AsyncIterator[None]:
    """A vendor's system in the role of the RIS."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await talk(reader, writer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    to = Mllp(host="127.0.0.1", port=port, application="ACME", facility="ALBA")
    house.book.vendors["ris"] = vendor("acme", to)
    try:
        yield
    finally:
        server.close()


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Hospital]:
    async with hospital(tmp_path) as running:
        yield running


async def agree(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Acknowledge C1, C2 …, one after the other."""
    number = 0
    with suppress(asyncio.IncompleteReadError, ConnectionError):
        while await reader.readuntil(b"\x1c\r"):
            number += 1
            writer.write(ack(f"C{number}"))


async def test_bytes_pass_unaltered_both_ways(house: Hospital) -> None:
    hearsay = Hearsay(house.hops)
    async with peer(house, agree), tapped(house["ris"], "hl7v2", sender="desk") as tap:
        reader, writer = await asyncio.open_connection("127.0.0.1", tap.port)
        for number in (1, 2):
            writer.write(message(f"C{number}"))
            assert await reader.readuntil(b"\x1c\r") == ack(f"C{number}")
        await hearsay.first(2)
        writer.close()
    assert hearsay.outcomes == [("ITI-31", "desk", "ris", "acknowledged")] * 2
    assert hearsay.bytes == (message("C1") + message("C2"), ack("C1") + ack("C2"))


async def test_the_recording_bears_the_addresses_of_both_systems(house: Hospital) -> None:
    hearsay = Hearsay(house.hops)
    async with peer(house, agree), tapped(house["ris"], "hl7v2") as tap:
        reader, writer = await asyncio.open_connection("127.0.0.1", tap.port)
        mine = writer.get_extra_info("sockname")
        writer.write(message("C1"))
        await reader.readuntil(b"\x1c\r")
        ((hop, _),) = await hearsay.first()
        writer.close()
    to = house.book.vendors["ris"].endpoints.hl7v2
    assert to
    assert hop.exchange.initiator == f"{mine[0]}:{mine[1]}"
    assert hop.sender == mine[0]
    assert hop.exchange.responder == f"127.0.0.1:{to.port}"


async def test_half_a_close_is_passed_on_and_the_answer_still_comes(house: Hospital) -> None:
    async def after_all(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.read() == message("C1")
        writer.write(ack("C1"))

    async with peer(house, after_all), tapped(house["ris"], "hl7v2") as tap:
        reader, writer = await asyncio.open_connection("127.0.0.1", tap.port)
        writer.write(message("C1"))
        writer.write_eof()
        assert await asyncio.wait_for(reader.read(), 5) == ack("C1")
        writer.close()


async def test_a_reset_of_the_receiver_reaches_the_caller(house: Hospital) -> None:
    async def slam(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\x1c\r")
        _reset(writer)

    hearsay = Hearsay(house.hops)
    async with peer(house, slam), tapped(house["ris"], "hl7v2") as tap:
        reader, writer = await asyncio.open_connection("127.0.0.1", tap.port)
        writer.write(message("C1"))
        with pytest.raises(ConnectionResetError):
            await asyncio.wait_for(reader.read(), 5)
        ((hop, _),) = await hearsay.first()
        writer.close()
    assert hop.verdict.outcome is Outcome.FAILED


async def test_a_reset_of_the_caller_reaches_the_receiver(house: Hospital) -> None:
    told: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def listen(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        try:
            await reader.read()
        except ConnectionResetError:
            told.set_result("reset")
        else:
            told.set_result("closed")

    async with peer(house, listen), tapped(house["ris"], "hl7v2") as tap:
        _, writer = await asyncio.open_connection("127.0.0.1", tap.port)
        writer.write(message("C1")[:30])
        await writer.drain()
        _reset(writer)
        assert await asyncio.wait_for(told, 5) == "reset"


async def test_a_receiver_that_is_not_there_is_a_failed_hop_in_words(house: Hospital) -> None:
    port = free_port()
    to = Mllp(host="127.0.0.1", port=port, application="ACME", facility="ALBA")
    house.book.vendors["ris"] = vendor("acme", to)
    hearsay = Hearsay(house.hops)
    async with tapped(house["ris"], "hl7v2", sender="desk") as tap:
        reader, writer = await asyncio.open_connection("127.0.0.1", tap.port)
        writer.write(message("C1"))
        with pytest.raises(ConnectionResetError):
            await asyncio.wait_for(reader.read(), 5)
        ((hop, recording),) = await hearsay.first()
        writer.close()
    assert (hop.transaction, hop.sender) == ("ITI-31", "desk")
    assert hop.verdict.words == f"Nobody listens at 127.0.0.1:{port}."
    assert recording.request == message("C1")


async def test_what_cannot_be_made_out_passes_all_the_same(house: Hospital) -> None:
    noise = b"GET / HTTP/1.1\r\n" * 1000

    async def mirror(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await reader.readexactly(len(noise)))
        writer.write(await reader.readexactly(4))

    async with peer(house, mirror), tapped(house["ris"], "hl7v2") as tap:
        reader, writer = await asyncio.open_connection("127.0.0.1", tap.port)
        writer.write(noise)
        assert await asyncio.wait_for(reader.readexactly(len(noise)), 5) == noise
        writer.write(b"more")
        assert await asyncio.wait_for(reader.readexactly(4), 5) == b"more"
        writer.close()
    (notice,) = [each for each in house.notebook.events if isinstance(each, Noticed)]
    assert "cannot follow" in notice.words


async def test_a_takeover_leads_the_tap_to_our_stand_in_and_tells_one_hop(house: Hospital) -> None:
    hearsay = Hearsay(house.hops)
    to = Mllp(host="127.0.0.1", port=free_port(), application="ACME", facility="ALBA")
    house.book.vendors["ris"] = vendor("acme", to)
    async with tapped(house["ris"], "hl7v2", sender="desk") as tap:
        house.book.take_over("ris")
        reader, writer = await asyncio.open_connection("127.0.0.1", tap.port)
        writer.write(message("C1"))
        answer = await asyncio.wait_for(reader.readuntil(b"\x1c\r"), 5)
        await hearsay.first()
        writer.close()
    assert b"MSA|AA|C1" in answer
    assert hearsay.outcomes == [("ITI-31", "desk", "ris", "acknowledged")]


async def test_of_more_connections_than_allowed_one_is_dropped(house: Hospital) -> None:
    async with (
        peer(house, agree),
        tapped(house["ris"], "hl7v2", limits=Limits(connections=1)) as tap,
    ):
        ends = [await asyncio.open_connection("127.0.0.1", tap.port) for _ in range(2)]
        reads = [asyncio.ensure_future(_ends(reader)) for reader, _ in ends]
        dropped, stands = await asyncio.wait(reads, return_when=asyncio.FIRST_COMPLETED)
        assert [each.result() for each in dropped] == [True]
        for each in stands:
            each.cancel()
        for _, writer in ends:
            writer.close()


async def test_an_idle_connection_is_closed(house: Hospital) -> None:
    async with (
        peer(house, agree),
        tapped(house["ris"], "hl7v2", limits=Limits(idle_seconds=0.05)) as tap,
    ):
        reader, writer = await asyncio.open_connection("127.0.0.1", tap.port)
        assert await _ends(reader)
        writer.close()


async def test_a_tap_that_is_closed_ends_what_is_under_way_and_says_so(house: Hospital) -> None:
    async def mute(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await reader.read()

    hearsay = Hearsay(house.hops)
    async with peer(house, mute):
        async with tapped(house["ris"], "hl7v2") as tap:
            _, writer = await asyncio.open_connection("127.0.0.1", tap.port)
            writer.write(message("C1"))
            async with asyncio.timeout(5):
                while not house.notebook.events:  # noqa: ASYNC110 - there is no such event
                    await asyncio.sleep(0.005)
        ((hop, _),) = await hearsay.first()
        writer.close()
    assert hop.verdict.status == "tap closed"


async def test_a_role_without_such_an_address_leads_nowhere(house: Hospital) -> None:
    house.book.stand_ins["ris"] = System(key="ris", endpoints=Endpoints())
    hearsay = Hearsay(house.hops)
    async with tapped(house["ris"], "hl7v2") as tap:
        _, writer = await asyncio.open_connection("127.0.0.1", tap.port)
        writer.write(message("C1"))
        ((hop, _),) = await hearsay.first()
        writer.close()
    assert hop.verdict.words == "Ris has no address for this tap to lead to."


async def _ends(reader: asyncio.StreamReader) -> bool:
    try:
        return await asyncio.wait_for(reader.read(), 5) == b""
    except ConnectionError:
        return True


def _reset(writer: asyncio.StreamWriter) -> None:
    plug = writer.get_extra_info("socket")
    plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
