import asyncio
from pathlib import Path

import msgspec

from showcase.model.exchange import Outcome
from showcase.model.system import Endpoints, Mllp, System
from showcase.standins.sends_hl7 import SendsHl7
from tests.showcase.standins.hospital import ROSA, hospital, vendor


async def test_system_without_an_address_is_a_failed_hop(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        house.book.vendors["ehr"] = System(key="acme", stand_in=False, endpoints=Endpoints())
        (hop,) = await house.prompt("ITI-31", "desk", "ehr", **ROSA)
    assert hop.verdict.outcome is Outcome.FAILED
    assert "acme" in hop.verdict.words
    assert "cast" in hop.verdict.remedy


async def test_silent_system_fails_within_its_own_deadline(tmp_path: Path) -> None:
    async def never(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(never, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    to = Mllp(host="127.0.0.1", port=port, application="X", facility="Y")
    async with hospital(tmp_path) as house:
        system = msgspec.structs.replace(vendor("acme", to), deadline=0.05)
        house.book.vendors["ehr"] = system
        hops = await house.prompt("ITI-31", "desk", "ehr", "ris", **ROSA)
    server.close()
    await server.wait_closed()
    assert [hop.verdict.outcome for hop in hops] == [Outcome.FAILED, Outcome.ACKNOWLEDGED]
    assert "did not answer" in hops[0].verdict.words


async def test_message_bears_both_parties_names(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        sender = next(b for b in house["desk"].behaviours if isinstance(b, SendsHl7))
        envelope = sender._envelope(house.address("ehr"))
    assert (envelope.sender.application, envelope.sender.facility) == ("DESK", "hospital")
    assert (envelope.receiver.application, envelope.receiver.facility) == ("EHR", "hospital")
