from pathlib import Path

from tests.showcase.standins.hospital import HOSPITAL, PRACTICE, ROSA, hospital


async def test_each_place_feeds_its_own_identifier(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.prompt("ITI-8", "desk", "index", **ROSA)
        await house.prompt("ITI-8", "gp", "index", **ROSA)
        people = house["index"].memory.people
        assert [oid for oid, _ in people][:1] == [HOSPITAL[1]]
        assert PRACTICE[1] in {oid for oid, _ in people}
        assert len({person.id for person in people.values()}) == 3


async def test_desk_uses_the_identifier_of_the_visit(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        await house.prompt("ITI-8", "desk", "index", **ROSA)
        hers = house["ehr"].memory.named("Rosa Quill")
        assert (hers.authority_oid, hers.id) in house["index"].memory.people
