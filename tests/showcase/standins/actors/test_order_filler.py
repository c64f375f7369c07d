from pathlib import Path

import pytest

from showcase.model.exchange import Outcome
from tests.showcase.standins.hospital import ORDER, ROSA, hospital, outcomes

BODY = (
    "PID|||5^^^ALBA&1.2.3.1&ISO||Stone^Edna||19500101|F\r"
    "ORC|{control}|{placer}\rOBR|1|{placer}||CT^Chest\r"
)


def orm(control: str = "NW", placer: str = "P9") -> str:
    head = "MSH|^~\\&|EHR|X|RIS|hospital|1||ORM^O01|7|T|2.3.1\r"
    return head + BODY.format(control=control, placer=placer)


async def test_order_is_scheduled_and_announced(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        hops = await house.prompt("RAD-2", "ehr", "ris", **ORDER)
        assert outcomes(hops) == [
            ("RAD-2", "ehr", "ris", Outcome.ACKNOWLEDGED),
            ("RAD-4", "ris", "archive", Outcome.ACKNOWLEDGED),
        ]
        ((accession, order),) = house["ris"].memory.orders.items()
        assert accession == order.accession
        assert order.modality == "CT"
        assert hops[1].cue == ""


async def test_stranger_may_order_for_anyone(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("ris", orm())
        assert (answer.get("MSA-1"), answer.version, answer.get("MSH-9")) == ("AA", "2.3.1", "ACK")
        (order,) = house["archive"].memory.orders.values()
        assert (order.person.name, order.placer_number) == ("Edna Stone", "P9")


async def test_a_placer_of_the_2_5_1_option_is_understood(tmp_path: Path) -> None:
    omg = orm().replace("ORM^O01", "OMG^O19^OMG_O19").replace("2.3.1", "2.5.1")
    async with hospital(tmp_path) as house:
        answer = await house.ask("ris", omg)
        assert (answer.get("MSA-1"), answer.get("MSH-9")) == ("AA", "ACK^O19^ACK")
        (order,) = house["archive"].memory.orders.values()
        assert (order.person.name, order.placer_number) == ("Edna Stone", "P9")
        assert {hop.transaction for hop in house.hops_ended()} >= {"RAD-2", "RAD-4"}


async def test_order_heard_twice_is_scheduled_once(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("ris", orm())
        assert (await house.ask("ris", orm())).get("MSA-1") == "AA"
        assert len(house["ris"].memory.orders) == 1
        assert [hop.transaction for hop in house.hops_ended()].count("RAD-4") == 1


async def test_an_order_that_nobody_placed_cannot_be_cancelled(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("ris", orm("CA"))
        assert answer.get("MSA-1") == "AE"
        assert answer.get("ERR-1").startswith("ORC^1^2^204")


async def test_cancelled_order_leaves_the_list(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("ris", orm())
        assert (await house.ask("ris", orm("CA"))).get("MSA-1") == "AA"
        assert (await house.ask("ris", orm("CA"))).get("MSA-1") == "AA"
        assert not house["ris"].memory.orders


@pytest.mark.parametrize(
    ("text", "fault"),
    [(orm("ZZ"), "ORC^1^1^103"), (orm(placer=""), "ORC^1^2^101")],
)
async def test_faulty_order_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("ris", text)
        assert answer.get("MSA-1") == "AE"
        assert answer.get("ERR-1").startswith(fault)
        assert not house["ris"].memory.orders
