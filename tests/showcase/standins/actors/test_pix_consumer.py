from pathlib import Path

import msgspec
import pytest

from showcase.model.system import Oids
from showcase.standins.behaviour import CannotAct
from tests.showcase.standins.hospital import PRACTICE, REGION, ROSA, hospital, vendor


async def test_answer_is_kept_with_the_patient(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.prompt("ITI-8", "gp", "index", **ROSA)
        (hop,) = await house.prompt("ITI-9", "gp", "index", patient="Rosa Quill")
        assert hop.verdict.status == "AA OK"
        hers = house["gp"].memory.named("Rosa Quill")
        (regional,) = house["gp"].memory.linked[PRACTICE[1], hers.id]
        assert (regional.authority, regional.authority_oid) == REGION
        assert regional.name == "Rosa Quill"


async def test_index_of_no_known_domain_is_asked_for_all(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.prompt("ITI-8", "desk", "index", **ROSA)
        await house.prompt("ITI-8", "gp", "index", **ROSA)
        theirs = msgspec.structs.replace(vendor("acme", house.address("index")), oids=Oids())
        house.book.vendors["index"] = theirs
        await house.prompt("ITI-9", "gp", "index", patient="Rosa Quill")
        (found,) = house["gp"].memory.linked.values()
        assert len(found) == 2


async def test_refusal_teaches_nothing(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        (hop,) = await house.prompt("ITI-9", "ehr", "index", patient="Rosa Quill")
        assert hop.verdict.outcome == "refused"
        assert "does not know an identifier" in hop.verdict.words
        assert not house["ehr"].memory.linked


async def test_unknown_patient_cannot_be_asked_for(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        with pytest.raises(CannotAct):
            await house.prompt("ITI-9", "ehr", "index", patient="Rosa Quill")
        assert not house.notebook.events
