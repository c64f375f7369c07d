from pathlib import Path

import pytest

from tests.showcase.standins.hospital import hospital

BODY = "PID|||5^^^ALBA&1.2.3.1&ISO||Stone^Edna||19500101|F\rPV1||E|ED||||||||||||||||V5^^^ALBA\r"


def adt(trigger: str, body: str = BODY) -> str:
    return f"MSH|^~\\&|A|B|EHR|hospital|1||ADT^{trigger}|7|T|2.5\rEVN||20261124\r{body}"


async def test_visit_is_kept_until_it_ends(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("ehr", adt("A01"))
        assert house["ehr"].memory.named("Edna Stone").visit == "V5"
        await house.ask("ehr", adt("A03"))
        assert house["ehr"].memory.named("Edna Stone").visit == ""


async def test_update_changes_the_name(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("ehr", adt("A04"))
        await house.ask("ehr", adt("A08", BODY.replace("Stone", "Stein")))
        assert [p.name for p in house["ehr"].memory.people.values()] == ["Edna Stein"]


async def test_merge_leaves_one(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("ehr", adt("A04"))
        await house.ask("ehr", adt("A04", BODY.replace("5^^^", "6^^^")))
        answer = await house.ask("ehr", adt("A40", BODY + "MRG|6^^^ALBA&1.2.3.1&ISO\r"))
        assert answer.get("MSA-1") == "AA"
        assert list(house["ehr"].memory.people) == [("1.2.3.1", "5")]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("PID|||||Stone^Edna\r", "PID^1^3^1^1"),
        ("PID|||5^^^ALBA\r", "PID^1^5^1^1"),
        ("PID|||5||Stone^Edna\r", "PID^1^3^1^4"),
    ],
)
async def test_missing_field_is_located(tmp_path: Path, body: str, place: str) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("ehr", adt("A04", body))
        assert answer.get("MSA-1") == "AE"
        assert (answer.get("ERR-2"), answer.get("ERR-3.1")) == (place, "101")
        assert not house["ehr"].memory.people


ORM = f"MSH|^~\\&|A|B|RIS|hospital|1||ORM^O01|8|T|2.3.1\r{BODY}ORC|NW|P1\rOBR|1|P1||CT^Chest^L\r"


async def test_an_order_bears_the_name_that_its_patient_has_now(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("ris", ORM)
        update = BODY.replace("Stone", "Stein").replace("V5", "V6")
        await house.ask("ris", adt("A08", update))
        (order,) = house["ris"].memory.orders.values()
        assert (order.person.name, order.person.visit) == ("Edna Stein", "V5")


async def test_the_end_of_a_visit_is_not_the_end_of_its_order(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("ris", ORM)
        await house.ask("ris", adt("A03"))
        (order,) = house["ris"].memory.orders.values()
        assert order.person.visit == "V5"


async def test_two_quotes_delete_and_nothing_keeps(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("ehr", adt("A04"))
        await house.ask("ehr", adt("A08", BODY.replace("|19500101|F", "|")))
        (kept,) = house["ehr"].memory.people.values()
        assert (kept.born, kept.sex) == ("19500101", "F")
        await house.ask("ehr", adt("A08", BODY.replace("|19500101|F", '|19500102|""')))
        (kept,) = house["ehr"].memory.people.values()
        assert (kept.born, kept.sex) == ("19500102", "")
