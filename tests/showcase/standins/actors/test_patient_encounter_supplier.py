from pathlib import Path

from showcase.model.exchange import Outcome
from tests.showcase.standins.hospital import ROSA, hospital, outcomes


async def test_every_receiver_is_told_of_one_visit(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        hops = await house.prompt("ITI-31", "desk", "ehr", "ris", **ROSA)
        assert outcomes(hops) == [
            ("ITI-31", "desk", "ehr", Outcome.ACKNOWLEDGED),
            ("ITI-31", "desk", "ris", Outcome.ACKNOWLEDGED),
        ]
        assert {hop.cue for hop in hops} == {"ITI-31"}
        assert {hop.label for hop in hops} == {"Rosa Quill"}
        told = [house[role].memory.named("Rosa Quill") for role in ("desk", "ehr", "ris")]
        assert told[0].visit
        assert told[0] == told[1] == told[2]


async def test_second_feed_keeps_identifier_and_visit(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        before = house["ehr"].memory.named("Rosa Quill")
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        assert list(house["ehr"].memory.people.values()) == [before]


async def test_patient_who_comes_again_has_a_new_visit(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        before = house["ehr"].memory.named("Rosa Quill")
        await house.prompt("ITI-31", "desk", "ehr", trigger="A03", **ROSA)
        assert house["ehr"].memory.named("Rosa Quill").visit == ""
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        again = house["ehr"].memory.named("Rosa Quill")
        assert again.id == before.id
        assert again.visit not in ("", before.visit)
