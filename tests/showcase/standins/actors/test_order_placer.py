from pathlib import Path

import pytest

from showcase.standins.behaviour import CannotAct
from tests.showcase.standins.hospital import ORDER, ROSA, hospital


async def test_order_bears_what_the_physician_typed(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        await house.prompt("RAD-2", "ehr", "ris", **ORDER)
        (placed,) = house["ehr"].memory.orders.values()
        (filled,) = house["ris"].memory.orders.values()
        for name in ("placer_number", "code", "code_text", "code_scheme", "reason", "requester"):
            assert getattr(placed, name) == getattr(filled, name)
        assert placed.reason == ORDER["reason"]
        assert filled.person == house["desk"].memory.named("Rosa Quill")


async def test_order_sent_again_keeps_its_number(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        await house.prompt("RAD-2", "ehr", "ris", **ORDER)
        await house.prompt("RAD-2", "ehr", "ris", **ORDER)
        assert len(house["ehr"].memory.orders) == 1
        assert len(house["ris"].memory.orders) == 1


async def test_nobody_orders_for_a_stranger(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        with pytest.raises(CannotAct):
            await house.prompt("RAD-2", "ehr", "ris", **ORDER)
