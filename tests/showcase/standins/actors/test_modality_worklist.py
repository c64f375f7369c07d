from pathlib import Path

import msgspec
from pydicom.dataset import Dataset

from showcase.protocols.dicom.identity import issuer
from showcase.protocols.dicom.negotiation import offer
from showcase.protocols.dicom.scu import associate
from showcase.standins.actors.modality_worklist import item
from showcase.standins.memory import Person
from showcase.transactions import rad5
from tests.showcase.protocols.dicom.loopback import line
from tests.showcase.standins.ward import ROSA, Ward, order, ward


async def ask(house: Ward, query: Dataset, caller: str = "CT") -> list[Dataset]:
    contexts = offer(rad5.MODEL)
    async with associate(house.address("ris"), caller, contexts, line()) as peer:
        found = await peer.c_find(rad5.MODEL, query)
    assert found.status.good
    return list(found.matches)


def broad(station: str = "CT", modality: str = "CT") -> Dataset:
    dates = f"{order().start[:8]}-"
    return rad5.broad_query(modality=modality, station_ae=station, dates=dates)


async def test_an_order_is_answered_as_the_worklist_has_it(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        house["ris"].memory.orders["A1"] = order()
        (answer,) = await ask(house, broad())
        assert str(answer.PatientName) == "Quill^Rosa"
        assert issuer(answer) == ("ALBA", "1.2.3.1")
        assert answer.AccessionNumber == "A1"
        assert answer.AdmissionID == "V77"
        assert answer.PlacerOrderNumberImagingServiceRequest == "P1"
        (step,) = answer.ScheduledProcedureStepSequence
        assert step.ScheduledProcedureStepID == "SPS1"
        assert step.ScheduledProtocolCodeSequence[0].CodeValue == "CTTHOR"


async def test_only_what_matches_is_answered(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        house["ris"].memory.orders["A1"] = order()
        assert await ask(house, broad(modality="MR")) == []
        assert await ask(house, broad(station="OTHER")) == []
        yesterday = rad5.broad_query(modality="CT", station_ae="CT", dates="20200101-20200102")
        assert await ask(house, yesterday) == []


async def test_a_key_that_no_worklist_item_has_hides_nothing(tmp_path: Path) -> None:
    asked = broad()
    asked.PregnancyStatus = 0  # what dcmjs-dimse makes of an empty US
    asked.PatientName = "*"
    async with ward(tmp_path) as house:
        house["ris"].memory.orders["A1"] = order()
        (answer,) = await ask(house, asked)
    assert answer["PregnancyStatus"].value is None


async def test_nobody_is_named_to_perform_it(tmp_path: Path) -> None:
    asked = broad()
    asked.ScheduledProcedureStepSequence[0].ScheduledPerformingPhysicianName = "Doe*"
    async with ward(tmp_path) as house:
        house["ris"].memory.orders["A1"] = order()
        assert await ask(house, asked) == []


async def test_a_step_for_no_station_is_anybodys(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        house["ris"].memory.orders["A1"] = order(station_ae="")
        (answer,) = await ask(house, broad(station="CT7"), caller="CT7")
        (step,) = answer.ScheduledProcedureStepSequence
        assert step.ScheduledStationAETitle == "CT7"


async def test_an_empty_worklist_is_an_answer(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        assert await ask(house, broad()) == []


async def test_letters_beyond_ascii_travel(tmp_path: Path) -> None:
    person = Person(id="7", authority="ALBA", authority_oid="1.2.3.1", family="Żółć", given="Zoë")
    async with ward(tmp_path) as house:
        house["ris"].memory.orders["A1"] = order(person)
        (answer,) = await ask(house, broad())
        assert str(answer.PatientName) == "Żółć^Zoë"


def test_what_is_not_known_is_empty() -> None:
    bare = item(order(ROSA, code="", reason="", requester=""), "CT")
    assert bare.RequestedProcedureCodeSequence == []
    assert not bare.ReferringPhysicianName


def test_what_hl7_allows_and_dicom_does_not_is_fitted() -> None:
    person = msgspec.structs.replace(ROSA, born="1961", sex="U", family="O^Quill")
    found = item(
        msgspec.structs.replace(
            order(),
            person=person,
            code="CT-THORAX-WITH-CONTRAST",
            code_text="Chest\\abdomen, " + "with contrast " * 5,
            reason="Pain\nand fever",
        ),
        "CT",
    )
    assert str(found.PatientName) == "O Quill^Rosa"
    assert (found.PatientBirthDate, found.PatientSex) == ("", "")
    assert found.ReasonForTheRequestedProcedure == "Pain and fever"
    assert found.RequestedProcedureDescription.startswith("Chest/abdomen, with")
    assert len(found.RequestedProcedureDescription) <= 64
    (code,) = found.RequestedProcedureCodeSequence
    assert code.LongCodeValue == "CT-THORAX-WITH-CONTRAST"
    assert "CodeValue" not in code
