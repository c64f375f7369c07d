from collections.abc import Callable
from pathlib import Path

import pytest
from pydicom.dataset import Dataset

from showcase.protocols.dicom import status
from showcase.protocols.dicom.negotiation import offer
from showcase.protocols.dicom.requestor import Requestor
from showcase.protocols.dicom.scu import associate
from showcase.standins.actors import performed_procedure_step_manager
from showcase.transactions import rad6, rad7
from showcase.wire.clock import SystemClock
from tests.showcase.protocols.dicom.loopback import line
from tests.showcase.protocols.dicom.samples import worklist_item
from tests.showcase.standins.ward import Ward, ward

NOW = SystemClock().now()
UID = "1.2.3.4"
SERIES = rad7.Series(
    uid="1.2.9", protocol="Thorax", description="", retrieve_ae="", instances=(("1.2", "1.3"),)
)


def begun() -> Dataset:
    return rad6.in_progress(worklist_item(), station_ae="CT", station="CT", step_id="P1", now=NOW)


def done(state: str = "COMPLETED") -> Dataset:
    change = rad7.completed((SERIES,), now=NOW)
    change.PerformedProcedureStepStatus = state
    return change


async def with_peer(house: Ward, work: Callable[[Requestor], object]) -> None:
    contexts = offer(rad6.SOP_CLASS)
    async with associate(house.address("ris"), "CT", contexts, line()) as peer:
        await work(peer)  # type: ignore[misc]


async def create(peer: Requestor, step: Dataset, uid: str = UID) -> int:
    return (await peer.n_create(rad6.SOP_CLASS, uid, step))[0].code


async def change(peer: Requestor, attributes: Dataset, uid: str = UID) -> tuple[int, int]:
    answer, _ = await peer.n_set(rad6.SOP_CLASS, uid, attributes)
    return answer.code, answer.error_id


@pytest.mark.parametrize("state", ["COMPLETED", "DISCONTINUED"])
async def test_a_step_begins_and_ends_once(tmp_path: Path, state: str) -> None:
    async def work(peer: Requestor) -> None:
        assert await create(peer, begun()) == status.SUCCESS
        assert await create(peer, begun()) == status.DUPLICATE_INSTANCE
        assert await change(peer, done(state)) == (status.SUCCESS, 0)
        assert await change(peer, done(state)) == (
            status.PROCESSING_FAILURE,
            status.NOT_IN_PROGRESS,
        )

    async with ward(tmp_path) as house:
        await with_peer(house, work)


async def test_each_fault_has_its_status(tmp_path: Path) -> None:
    missing, empty, ended, nowhere = begun(), begun(), begun(), begun()
    del missing.Modality
    empty.PerformedProcedureStepID = ""
    ended.PerformedProcedureStepStatus = "COMPLETED"
    nowhere.ScheduledStepAttributesSequence[0].StudyInstanceUID = ""

    async def work(peer: Requestor) -> None:
        assert await create(peer, missing) == status.MISSING_ATTRIBUTE
        assert await create(peer, empty) == status.MISSING_VALUE
        assert await create(peer, ended) == status.INVALID_ATTRIBUTE_VALUE
        assert await create(peer, nowhere) == status.MISSING_VALUE
        assert (await change(peer, done()))[0] == status.NO_SUCH_INSTANCE

    async with ward(tmp_path) as house:
        await with_peer(house, work)


async def test_what_identifies_a_step_cannot_be_changed(tmp_path: Path) -> None:
    other, same, strange, bare = done(), done("IN PROGRESS"), done("PAUSED"), done()
    other.PatientID = "somebody else"
    same.PatientID = "40213"
    bare.PerformedSeriesSequence = []

    async def work(peer: Requestor) -> None:
        await create(peer, begun())
        assert (await change(peer, other))[0] == status.INVALID_ATTRIBUTE_VALUE
        assert (await change(peer, same))[0] == status.SUCCESS
        assert (await change(peer, strange))[0] == status.INVALID_ATTRIBUTE_VALUE
        assert (await change(peer, bare))[0] == status.MISSING_VALUE

    async with ward(tmp_path) as house:
        await with_peer(house, work)
        assert [(hop.transaction, hop.receiver) for hop in await house.ended(5)] == [
            ("RAD-6", "ris"),
            *[("RAD-7", "ris")] * 4,
        ]


async def test_an_instance_without_a_uid_is_given_one(tmp_path: Path) -> None:
    async def work(peer: Requestor) -> None:
        assert await create(peer, begun(), "") == status.SUCCESS
        assert await create(peer, begun(), "") == status.SUCCESS

    async with ward(tmp_path) as house:
        await with_peer(house, work)


async def test_steps_that_have_ended_make_room_for_new_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(performed_procedure_step_manager, "AT_HAND", 2)

    async def work(peer: Requestor) -> None:
        for uid in ("1.1", "1.2"):
            await create(peer, begun(), uid)
        await change(peer, done(), "1.2")
        assert await create(peer, begun(), "1.3") == status.SUCCESS
        assert (await change(peer, done(), "1.2"))[0] == status.NO_SUCH_INSTANCE
        assert await change(peer, done(), "1.1") == (status.SUCCESS, 0)

    async with ward(tmp_path) as house:
        await with_peer(house, work)
