from pathlib import Path

from tests.showcase.standins.hospital import hospital


def adt(trigger: str, pid3: str, more: str = "") -> str:
    return (
        f"MSH|^~\\&|INDEX|X|REGISTRY|region|1||ADT^{trigger}|7|T|2.3.1\rEVN|{trigger}|1\r"
        f"PID|||{pid3}||Stone^Edna||19500101|F\rPV1||O\r{more}"
    )


async def test_patient_becomes_known(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("registry", adt("A04", "8001^^^REGION"))
        assert answer.get("MSA-1") == "AA"
        assert list(house["registry"].memory.people) == [("1.2.3.9", "8001")]


async def test_subsumed_identifier_becomes_unknown(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        memory = house["registry"].memory
        await house.ask("registry", adt("A04", "8001^^^&1.2.3.9&ISO"))
        await house.ask("registry", adt("A04", "8002^^^&1.2.3.9&ISO"))
        await house.ask("registry", adt("A40", "8001^^^&1.2.3.9&ISO", "MRG|8002^^^&1.2.3.9&ISO\r"))
        assert list(memory.people) == [("1.2.3.9", "8001")]
        assert [person.id for person in memory.linked["1.2.3.9", "8001"]] == ["8002"]


async def test_patient_without_identifier_is_refused(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("registry", adt("A04", ""))
        assert answer.get("MSA-1") == "AE"
        assert answer.get("ERR-1").startswith("PID^1^3^101")


async def test_patient_of_no_known_domain_is_refused_in_words(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("registry", adt("A04", "8001^^^NOWHERE"))
        assert (answer.get("MSA-1"), answer.get("ERR-1")[:11]) == ("AE", "PID^1^3^204")
        assert not house["registry"].memory.people


async def test_what_a_merge_leaves_unsaid_is_the_survivors_domain(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("registry", adt("A04", "8002^^^&1.2.3.9&ISO"))
        await house.ask("registry", adt("A40", "8001^^^REGION", "MRG|8002\r"))
        assert list(house["registry"].memory.people) == [("1.2.3.9", "8001")]
