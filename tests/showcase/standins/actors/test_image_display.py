from pathlib import Path

import pytest

from showcase.standins.behaviour import CannotAct
from tests.showcase.standins.ward import ROSA, STUDY, ward


async def test_it_shows_what_it_received(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(4)
        await house.prompt("RAD-14", "reading", "archive", patient="Rosa Quill")
        hops = await house.prompt("RAD-16", "reading", "archive")
        asked = next(hop for hop in hops if hop.sender == "reading")
        assert asked.picture
        assert len(asked.thumbnails) == 3
        assert asked.label == "Rosa Quill"


async def test_it_knows_the_order_from_the_images_alone(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(1)
        assert house["reading"].memory.orders == {}
        await house.prompt("RAD-14", "reading", "archive", patient="Rosa Quill")
        assert house["reading"].memory.orders == {}
        await house.prompt("RAD-16", "reading", "archive")
        order = house["reading"].memory.orders["A1"]
        assert order.person == ROSA
        assert (order.study, order.procedure_id, order.code) == (STUDY, "RP1", "CTTHOR")
        assert order.requester == "Hale^Iris"
        assert order.placer_number == ""


async def test_a_patient_without_images_cannot_be_read(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        with pytest.raises(CannotAct, match="no images of Jan Oak"):
            await house.prompt("RAD-14", "reading", "archive", patient="Jan Oak")


async def test_a_study_must_be_found_before_it_is_retrieved(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        with pytest.raises(CannotAct, match="has not picked a study"):
            await house.prompt("RAD-16", "reading", "archive")
