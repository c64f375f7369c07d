import asyncio
from pathlib import Path

import msgspec
import pytest

from showcase.model.exchange import Outcome
from showcase.model.system import Endpoints
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.negotiation import offer
from showcase.protocols.dicom.part10 import read
from showcase.protocols.dicom.scu import associate
from showcase.protocols.dicom.service import Answer, Request, Service
from showcase.standins.behaviour import CannotAct
from showcase.transactions import rad16
from showcase.transactions.rad8 import CT_IMAGE_STORAGE
from tests.showcase.protocols.dicom.loopback import accepting, line
from tests.showcase.standins.ward import ROSA, STUDY, vendor, ward


async def test_it_shows_what_it_received(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(4)
        await house.prompt("RAD-14", "reading", "archive", patient="Rosa Quill")
        hops = await house.prompt("RAD-16", "reading", "archive")
        asked = next(hop for hop in hops if hop.sender == "reading")
        assert asked.picture
        assert len(asked.thumbnails) == 3
        assert asked.label == "Rosa Quill"


async def test_it_knows_the_order_from_the_images_alone(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(1)
        assert house["reading"].memory.orders == {}
        await house.prompt("RAD-14", "reading", "archive", patient="Rosa Quill")
        assert house["reading"].memory.orders == {}
        await house.prompt("RAD-16", "reading", "archive")
        order = house["reading"].memory.orders["A1"]
        assert order.person == ROSA
        assert (order.study, order.procedure_id, order.code) == (STUDY, "RP1", "CTTHOR")
        assert order.requester == "Hale^Iris"
        assert order.placer_number == ""


async def test_a_patient_without_images_cannot_be_read(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        with pytest.raises(CannotAct, match="no images of Jan Oak"):
            await house.prompt("RAD-14", "reading", "archive", patient="Jan Oak")


async def test_a_study_must_be_found_before_it_is_retrieved(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        with pytest.raises(CannotAct, match="has not picked a study"):
            await house.prompt("RAD-16", "reading", "archive")


async def test_an_archive_may_send_for_long_without_saying_how_far_it_is(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(3)
        await house.prompt("RAD-14", "reading", "archive", patient="Rosa Quill")
        slow = vendor("archive", house.address("archive"), "RAD-16")
        images = [(path, read(path)) for path in stored(tmp_path / "archive")]

        async def move(_request: Request) -> Answer:
            reading, contexts = house.address("reading"), offer(CT_IMAGE_STORAGE)
            async with associate(reading, "SLOW", contexts, line()) as peer:
                for path, image in images:
                    await peer.c_store(CT_IMAGE_STORAGE, path.stem, image.data)
                    await asyncio.sleep(slow_deadline * 0.8)
            return Answer(more={"NumberOfCompletedSuboperations": len(images)})

        slow_deadline = 0.4
        service = Service(takes=rad16.STUDY_ROOT.__eq__, handlers={Field.C_MOVE: move})
        async with accepting(service) as endpoint:
            house.book.vendors["archive"] = msgspec.structs.replace(
                slow, deadline=slow_deadline, endpoints=Endpoints(dicom=endpoint)
            )
            hops = await house.prompt("RAD-16", "reading", "archive")
        asked = next(hop for hop in hops if hop.sender == "reading")
        assert asked.verdict.outcome is Outcome.ACKNOWLEDGED
        assert asked.picture


def stored(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.dcm"))
