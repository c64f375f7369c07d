"""python-hl7 on both sides of a tap."""

import asyncio
from pathlib import Path

import hl7
import pytest
from hl7.mllp import open_hl7_connection

from showcase.model.system import Mllp
from tests.journeys.relay import relay
from tests.journeys.strangers import python_hl7
from tests.showcase.protocols.hl7v2.samples import A04
from tests.showcase.standins.hospital import hospital, vendor
from tests.showcase.taps.listening import Hearsay, tapped

pytestmark = pytest.mark.peer("hl7")

COUNT = 5


async def test_its_client_and_its_server_talk_through_a_tap(tmp_path: Path) -> None:
    heard: list[hl7.Message] = []
    async with hospital(tmp_path) as house, python_hl7(heard) as port:
        to = Mllp(host="127.0.0.1", port=port, application="RECORD", facility="ALBA")
        house.book.vendors["ehr"] = vendor("record", to)
        hearsay = Hearsay(house.hops)
        async with (
            tapped(house["ehr"], "hl7v2", sender="desk") as tap,
            relay(tap.port) as (door, witness),
        ):
            reader, writer = await open_hl7_connection("127.0.0.1", door, encoding="utf-8")
            for number in range(COUNT):
                text = A04.decode().replace("|C1|", f"|C{number}|")
                writer.writemessage(hl7.parse(text))
                await writer.drain()
                answer = await asyncio.wait_for(reader.readmessage(), 5)
                assert str(answer.segment("MSA")[2]) == f"C{number}"
            writer.close()
            await hearsay.first(COUNT)
        assert hearsay.outcomes == [("ITI-31", "desk", "ehr", "acknowledged")] * COUNT
        assert [hearsay.bytes] == witness.captured()
        assert len(heard) == COUNT
