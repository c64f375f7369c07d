from pathlib import Path

import pytest

from showcase.standins.behaviour import CannotAct
from showcase.standins.memory import Order, Person
from tests.showcase.standins.hospital import hospital

ROSA = Person(
    id="5", authority="ALBA", authority_oid="1.2.3.1", family="Quill", given="Rosa", born="19610402"
)
TYPED = {
    "text": "No embolism.\n\nNormal heart.\n",
    "title": "CT of the chest",
    "author": "Moor^Ada",
}


def received(accession: str) -> Order:
    return Order(
        person=ROSA, placer_number="P1", accession=accession, study="2.25.7", procedure_id="RP7"
    )


async def test_report_is_about_the_latest_study(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        orders = house["reading"].memory.orders
        orders["A1"], orders["A2"] = received("A1"), received("A2")
        (hop,) = await house.prompt("RAD-28", "reading", "ehr", **TYPED)
        assert hop.label == "CT of the chest"
        written = house["reading"].memory.reports["A2"]
        filed = house["ehr"].memory.reports["A2"]
        assert filed == written
        assert filed.text == "No embolism.\n\nNormal heart."
        assert (filed.person, filed.study, filed.placer_number) == (ROSA, "2.25.7", "P1")


async def test_nobody_reports_without_images(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        with pytest.raises(CannotAct, match="no images"):
            await house.prompt("RAD-28", "reading", "ehr", **TYPED)
