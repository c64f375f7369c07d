from pathlib import Path

import pytest

from showcase.model.exchange import Outcome
from showcase.protocols.hl7v2.codec import Message
from showcase.protocols.hl7v2.person import read_identifiers
from tests.showcase.standins.hospital import (
    HOSPITAL,
    REGION,
    ROSA,
    Hospital,
    hospital,
    outcomes,
    vendor,
)

HEAD = "MSH|^~\\&|ASKER|X|INDEX|region|1||{kind}|7|T|2.5\r"


def feed(
    pid3: str,
    name: str = "Stone^Edna",
    *,
    trigger: str = "A04",
    born: str = "19500101",
    more: str = "",
) -> str:
    head = HEAD.format(kind=f"ADT^{trigger}")
    return f"{head}EVN||1\rPID|||{pid3}||{name}||{born}|F\rPV1||O\r{more}"


def question(qpd3: str, qpd4: str = "") -> str:
    return HEAD.format(kind="QBP^Q23^QBP_Q21") + f"QPD|IHE PIX Query|T1|{qpd3}|{qpd4}\rRCP|I\r"


def found(answer: Message) -> set[tuple[str, str]]:
    pid = answer.all("PID")
    return {(i.authority_oid, i.value) for i in read_identifiers(pid[0], 3)} if pid else set()


async def test_two_domains_are_linked(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("index", feed("5^^^&1.2.3.1&ISO"))
        await house.ask("index", feed("6^^^&1.2.3.2&ISO"))
        answer = await house.ask("index", question("5^^^&1.2.3.1&ISO", "^^^&1.2.3.2&ISO"))
        assert (answer.get("MSA-1"), answer.get("QAK-1"), answer.get("QAK-2")) == ("AA", "T1", "OK")
        assert found(answer) == {("1.2.3.2", "6")}


async def test_question_without_domains_is_about_all(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("index", feed("5^^^&1.2.3.1&ISO"))
        await house.ask("index", feed("6^^^&1.2.3.2&ISO"))
        answer = await house.ask("index", question("5^^^&1.2.3.1&ISO"))
        master = master_of(house)
        assert found(answer) == {("1.2.3.2", "6"), (REGION[1], master)}


async def test_one_feed_may_name_two_domains(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("index", feed("5^^^&1.2.3.1&ISO~6^^^&1.2.3.2&ISO~7^^^^SS"))
        answer = await house.ask("index", question("6^^^&1.2.3.2&ISO", "^^^&1.2.3.1&ISO"))
        assert found(answer) == {("1.2.3.1", "5")}


async def test_domain_is_known_by_its_name_too(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("index", feed("5^^^ALBA"))
        answer = await house.ask("index", question("5^^^ALBA", "^^^REGION"))
        assert found(answer) == {(REGION[1], master_of(house))}
        assert answer.get("PID-3.4.1") == "REGION"


async def test_a_strangers_domain_is_known_by_the_name_that_its_feed_gave(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("index", feed("77^^^CX&1.2.99.7&ISO"))
        answer = await house.ask("index", question("77^^^CX"))
        assert found(answer) == {(REGION[1], master_of(house))}
        assert answer.get("QPD-3") == "77^^^CX"


async def test_a_name_that_two_domains_claim_is_no_domain(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("index", feed("77^^^CX&1.2.99.7&ISO"))
        await house.ask("index", feed("78^^^CX&1.2.99.8&ISO"))
        answer = await house.ask("index", question("77^^^CX"))
        assert (answer.get("QAK-2"), answer.get("ERR-2")) == ("AE", "QPD^1^3^1^4")


async def test_nobody_linked_is_not_found(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("index", feed("5^^^&1.2.3.1&ISO"))
        answer = await house.ask("index", question("5^^^&1.2.3.1&ISO", "^^^&1.2.3.2&ISO"))
        assert (answer.get("MSA-1"), answer.get("QAK-2")) == ("AA", "NF")
        assert not answer.all("PID")


@pytest.mark.parametrize(
    ("qpd3", "qpd4", "place"),
    [
        ("404^^^&1.2.3.1&ISO", "", "QPD^1^3^1^1"),
        ("5^^^&9.9.9&ISO", "", "QPD^1^3^1^4"),
        ("5", "", "QPD^1^3^1^4"),
        ("5^^^&1.2.3.1&ISO", "^^^&1.2.3.2&ISO~^^^&9.9.9&ISO", "QPD^1^4^2"),
    ],
)
async def test_unknown_key_is_located(tmp_path: Path, qpd3: str, qpd4: str, place: str) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("index", feed("5^^^&1.2.3.1&ISO"))
        answer = await house.ask("index", question(qpd3, qpd4))
        assert (answer.get("MSA-1"), answer.get("QAK-2")) == ("AE", "AE")
        assert (answer.get("ERR-2"), answer.get("ERR-3.1")) == (place, "204")
        assert answer.get("QPD-2") == "T1"
        assert house.hops_ended()[-1].verdict.outcome is Outcome.REFUSED


async def test_registry_is_fed_once_for_both_domains(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        hops = await house.prompt("ITI-8", "desk", "index", **ROSA)
        hops += await house.prompt("ITI-8", "gp", "index", **ROSA)
        hops += await house.prompt("ITI-8", "gp", "index", **ROSA)
        assert outcomes(hops) == [
            ("ITI-8", "desk", "index", Outcome.ACKNOWLEDGED),
            ("ITI-8", "index", "registry", Outcome.ACKNOWLEDGED),
            ("ITI-8", "gp", "index", Outcome.ACKNOWLEDGED),
            ("ITI-8", "gp", "index", Outcome.ACKNOWLEDGED),
        ]
        assert list(house["registry"].memory.people) == [(REGION[1], master_of(house))]


async def test_feed_that_failed_is_tried_again(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house["registry"].stop()
        hops = await house.prompt("ITI-8", "desk", "index", **ROSA)
        assert {hop.receiver: hop.verdict.outcome for hop in hops} == {
            "index": Outcome.ACKNOWLEDGED,
            "registry": Outcome.FAILED,
        }
        house.book.stand_ins["registry"] = await house["registry"].start()
        hops = await house.prompt("ITI-8", "gp", "index", **ROSA)
        assert [hop.verdict.outcome for hop in hops] == [Outcome.ACKNOWLEDGED] * 2


async def test_correction_reaches_the_registry(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("index", feed("5^^^&1.2.3.1&ISO"))
        await house.ask("index", feed("5^^^&1.2.3.1&ISO", "Stein^Edna", trigger="A08"))
        assert [p.name for p in house["registry"].memory.people.values()] == ["Edna Stein"]


async def test_merge_reaches_the_registry(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("index", feed("5^^^&1.2.3.1&ISO"))
        await house.ask("index", feed("6^^^&1.2.3.1&ISO", "Stein^Edna"))
        assert len(house["registry"].memory.people) == 2
        merge = feed("5^^^&1.2.3.1&ISO", trigger="A40", more="MRG|6^^^&1.2.3.1&ISO\r")
        assert (await house.ask("index", merge)).get("MSA-1") == "AA"
        assert [p.name for p in house["registry"].memory.people.values()] == ["Edna Stone"]
        answer = await house.ask("index", question("6^^^&1.2.3.1&ISO"))
        assert answer.get("ERR-3.1") == "204"


async def test_identifier_of_an_unknown_authority_is_refused(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("index", feed("5^^^NOWHERE"))
        assert (answer.get("MSA-1"), answer.get("ERR-3.1")) == ("AE", "204")
        assert answer.get("ERR-2") == "PID^1^3^1^4"
        assert answer.get("ERR-8").startswith("I know no assigning authority NOWHERE")


async def test_a_feed_may_name_a_known_domain_by_its_namespace_alone(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("index", feed("77^^^CX&1.2.99.7&ISO"))
        answer = await house.ask("index", feed("78^^^CX", "Quill^Rosa"))
        assert answer.get("MSA-1") == "AA"
        assert ("1.2.99.7", "78") in house["index"].memory.people


async def test_other_numbers_beside_a_known_one_do_no_harm(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("index", feed("987^^^SOCIAL^SS~5^^^ALBA^MR"))
        assert answer.get("MSA-1") == "AA"
        assert (HOSPITAL[1], "5") in house["index"].memory.people


async def test_vendors_index_feeds_its_registry_itself(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        house.book.vendors["index"] = vendor("acme", house.address("index"))
        hops = await house.prompt("ITI-8", "desk", "index", **ROSA)
        assert len(hops) == 1


def master_of(house: Hospital) -> str:
    return next(id_ for oid, id_ in house["index"].memory.people if oid == REGION[1])
