import asyncio
from pathlib import Path

import pytest

from showcase.model.events import HopEnded, HopStarted
from showcase.model.exchange import Outcome
from showcase.protocols.hl7v2.client import exchange
from showcase.protocols.hl7v2.codec import Message, decode
from showcase.protocols.hl7v2.frame import framed
from showcase.protocols.hl7v2.header import Party, sender_of
from showcase.standins.endpoints.hl7v2 import AnswersHl7, Hl7v2Endpoint
from showcase.standins.evidence import digest
from showcase.wire.line import Line
from tests.showcase.standins.hospital import ROSA, Hospital, hospital, vendor

A04 = (
    "MSH|^~\\&|{app}|THEIRS|EHR|hospital|20261124||{kind}|7|P|{version}\r"
    "EVN||20261124\rPID|||5^^^THEM&1.5&ISO||Stone^Edna||19500101|F\rPV1||E|ED\r"
)


def adt(kind: str = "ADT^A04", *, version: str = "2.5", app: str = "STRANGER") -> str:
    return A04.format(kind=kind, version=version, app=app)


async def test_stranger_becomes_a_hop(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("ehr", adt())
        assert answer.get("MSA-1") == "AA"
        started, ended = house.notebook.events
        assert isinstance(started, HopStarted)
        assert isinstance(ended, HopEnded)
        assert (ended.transaction, ended.receiver) == ("ITI-31", "ehr")
        assert ended.sender == "127.0.0.1"
        assert ended.exchange.request == digest(framed(adt().encode()))
        assert ended.exchange.response == digest(framed(answer.raw))
        assert ended.label == "Edna Stone"
        assert [fact.value for fact in ended.facts] == ["5", "Edna Stone"]


async def test_vendor_is_known_by_its_application(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        acme = house.address("ris").__class__(
            host="10.0.0.1", port=1, application="ACME", facility="X"
        )
        house.book.vendors["desk"] = vendor("acme", acme)
        await house.ask("ehr", adt(app="ACME"))
        assert house.hops_ended()[0].sender == "desk"


async def test_hop_between_ours_is_told_once(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        hops = await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        assert len(hops) == 1
        assert len(house.notebook.events) == 2


@pytest.mark.parametrize("version", ["2.1", "2.3.1", "2.4", "2.5", "2.5.1", "2.8", "", "x"])
async def test_every_version_is_taken(tmp_path: Path, version: str) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("ehr", adt(version=version))
        assert answer.get("MSA-1") == "AA"
        assert house["ehr"].memory.named("Edna Stone").id == "5"


@pytest.mark.parametrize(
    ("kind", "condition", "place"),
    [("DFT^P03", "200", "MSH^1^9^1^1"), ("ADT^A60", "201", "MSH^1^9^1^2")],
)
async def test_what_nobody_takes_is_rejected(
    tmp_path: Path, kind: str, condition: str, place: str
) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("ehr", adt(kind))
        assert answer.get("MSA-1") == "AR"
        assert (answer.get("ERR-3.1"), answer.get("ERR-2")) == (condition, place)
        assert not house.notebook.events


async def test_trigger_may_stand_in_evn_alone(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("ehr", adt("ADT").replace("EVN||", "EVN|A04|"))
        assert answer.get("MSA-1") == "AA"


async def test_bug_in_a_behaviour_is_a_refused_hop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_self: AnswersHl7, _transaction: str, _message: Message) -> Message:
        raise ZeroDivisionError

    async with hospital(tmp_path) as house:
        for behaviour in house["ehr"].behaviours:
            if isinstance(behaviour, AnswersHl7):
                monkeypatch.setattr(type(behaviour), "answer", fail)
        answer = await house.ask("ehr", adt())
        assert (answer.get("MSA-1"), answer.get("ERR-3.1")) == ("AR", "207")
        assert house.hops_ended()[0].verdict.outcome is Outcome.REFUSED


async def test_thirty_senders_at_once_are_all_answered(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:

        async def one(number: int) -> str:
            raw = adt().replace("|7|P|", f"|{number}|P|").replace("|||5^", f"|||{number}^")
            line = Line("mllp", initiated=True)
            answer = await exchange(house.address("ehr"), decode(raw.encode()), line, deadline=10)
            return answer.get("MSA-2")

        answered = await asyncio.gather(*(one(number) for number in range(30)))
        assert answered == [str(number) for number in range(30)]
        assert len(house["ehr"].memory.people) == 30
        assert len(house.hops_ended()) == 30


async def test_endpoint_is_wanted_only_where_something_answers(tmp_path: Path) -> None:
    house = Hospital(tmp_path)
    assert Hl7v2Endpoint(house["ehr"]).wanted
    assert not Hl7v2Endpoint(house["desk"]).wanted


async def test_an_answer_says_who_wrote_it_though_nobody_was_named(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("ehr", adt().replace("|EHR|hospital|", "|||"))
        mine = house["ehr"].listening
        assert sender_of(answer) == Party(mine.application, mine.facility)
