from pathlib import Path

import pytest

from showcase.model.events import HopProgressed
from showcase.model.exchange import Outcome
from showcase.model.fact import FactKind
from showcase.model.system import Dicom
from showcase.standins.behaviour import CannotAct
from showcase.standins.memory import Person
from tests.showcase.protocols.dicom.loopback import Scripted, scripted
from tests.showcase.protocols.dicom.programs import free_port
from tests.showcase.standins.ward import ROSA, order, outcomes, vendor, ward

ACKNOWLEDGED = Outcome.ACKNOWLEDGED


async def test_a_whole_examination_is_acknowledged(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(4)
        await house.prompt("RAD-7", "ct", "ris")
        await house.prompt("RAD-10", "ct", "archive")
        assert outcomes(house.hops_ended()) == [
            ("RAD-5", "ct", "ris", ACKNOWLEDGED),
            ("RAD-6", "ct", "ris", ACKNOWLEDGED),
            ("RAD-8", "ct", "archive", ACKNOWLEDGED),
            ("RAD-7", "ct", "ris", ACKNOWLEDGED),
            ("RAD-10", "ct", "archive", ACKNOWLEDGED),
            ("RAD-10", "archive", "ct", ACKNOWLEDGED),
        ]


async def test_identifiers_are_those_the_worklist_answered(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(2)
        stored = house.hops_ended()[-1]
        found = {fact.kind: fact for fact in stored.facts}
        assert found[FactKind.PATIENT_ID].value == ROSA.id
        assert found[FactKind.PATIENT_ID].authority == ROSA.authority_oid
        assert found[FactKind.ACCESSION].value == "A1"
        assert house["ct"].memory.named("rosa quill") == ROSA


async def test_images_travel_with_their_pictures_and_progress(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(4)
        stored = house.hops_ended()[-1]
        assert (stored.count, len(stored.thumbnails), stored.label) == (4, 3, "Rosa Quill")
        told = [e for e in house.notebook.events if isinstance(e, HopProgressed)]
        assert (told[-1].done, told[-1].total) == (4, 4)


async def test_the_technologist_picks_by_name_and_takes_the_latest(tmp_path: Path) -> None:
    other = Person(id="9", authority="ALBA", authority_oid="1.2.3.1", family="Oak", given="Jan")
    async with ward(tmp_path) as house:
        orders = house["ris"].memory.orders
        orders["A0"] = order(accession="A0", start=order().start[:8] + "000000")
        orders["A1"] = order(accession="A1", start=order().start[:8] + "235959")
        orders["A2"] = order(other, accession="A2")
        await house.prompt("RAD-5", "ct", "ris", patient="Rosa Quill")
        (begun,) = await house.prompt("RAD-6", "ct", "ris")
        found = {fact.kind: fact.value for fact in begun.facts}
        assert found[FactKind.ACCESSION] == "A1"


async def test_work_of_another_station_is_not_ours(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        house["ris"].memory.orders["A1"] = order(station_ae="CT2")
        with pytest.raises(CannotAct, match="worklist of 0 items does not name Rosa Quill"):
            await house.prompt("RAD-5", "ct", "ris", patient="Rosa Quill")
        assert outcomes(house.hops_ended()) == [("RAD-5", "ct", "ris", ACKNOWLEDGED)]


@pytest.mark.parametrize("transaction", ["RAD-6", "RAD-7", "RAD-8", "RAD-10"])
async def test_nothing_can_be_done_for_nobody(tmp_path: Path, transaction: str) -> None:
    async with ward(tmp_path) as house:
        with pytest.raises(CannotAct, match="nobody was picked"):
            await house.prompt(transaction, "ct", "archive")
        assert house.hops_ended() == []


async def test_images_that_were_not_made_cannot_be_vouched_for(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        house["ris"].memory.orders["A1"] = order()
        await house.prompt("RAD-5", "ct", "ris", patient="Rosa Quill")
        with pytest.raises(CannotAct, match="no images"):
            await house.prompt("RAD-10", "ct", "archive")
        with pytest.raises(CannotAct, match="not possible"):
            await house.prompt("RAD-8", "ct", "archive", images="many")


async def test_a_rejected_association_is_a_refusal(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        there = house.address("ris")
        wrong = Dicom(host=there.host, port=there.port, ae_title="WRONG")
        house.book.vendors["ris"] = vendor("ris", wrong)
        (hop,) = await house.prompt("RAD-5", "ct", "ris", patient="Rosa Quill")
        assert hop.verdict.outcome is Outcome.REFUSED
        assert "called AE title not recognised" in hop.verdict.words
        assert "AE title in the cast" in hop.verdict.remedy


async def test_a_peer_that_is_down_or_talks_nonsense_is_a_failure(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        nobody = Dicom(host="127.0.0.1", port=free_port(), ae_title="RIS")
        house.book.vendors["ris"] = vendor("ris", nobody)
        (down,) = await house.prompt("RAD-5", "ct", "ris", patient="Rosa Quill")
        assert down.verdict.outcome is Outcome.FAILED
        assert "Nobody listens" in down.verdict.words
        async with scripted(Scripted(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as web:
            house.book.vendors["ris"] = vendor("ris", web)
            (noise,) = await house.prompt("RAD-5", "ct", "ris", patient="Rosa Quill")
        assert noise.verdict.outcome is Outcome.FAILED
        assert "is not DICOM" in noise.verdict.words


async def test_completing_twice_is_refused_in_words(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(1)
        await house.prompt("RAD-7", "ct", "ris")
        (again,) = await house.prompt("RAD-7", "ct", "ris")
        assert again.verdict.outcome is Outcome.REFUSED
        assert "has ended already" in again.verdict.words
        assert "A710" in again.verdict.status
