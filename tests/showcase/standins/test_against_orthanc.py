"""The archive's role given to Orthanc: code we did not write, between scanner and workstation."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.model.fact import FactKind
from tests.showcase.protocols.dicom.programs import orthanc
from tests.showcase.standins.ward import Ward, vendor, ward

pytestmark = pytest.mark.peer("orthanc")

TAKEN = ("RAD-8", "RAD-10", "RAD-14", "RAD-16")


@asynccontextmanager
async def ward_with_orthanc(folder: Path) -> AsyncIterator[Ward]:
    async with ward(folder / "ward") as house:
        known = {"ct": house.address("ct"), "reading": house.address("reading")}
        async with orthanc(folder / "orthanc", known) as peer:
            house.book.vendors["archive"] = vendor("orthanc", peer, *TAKEN)
            yield house


async def hop(house: Ward, transaction: str, sender: str) -> HopEnded:
    """The hop that a stranger starts by itself, once it has ended."""
    async with asyncio.timeout(20):
        while True:
            for each in house.hops_ended():
                if (each.transaction, each.sender) == (transaction, sender):
                    return each
            await asyncio.sleep(0.02)


async def test_orthanc_takes_our_images(tmp_path: Path) -> None:
    async with ward_with_orthanc(tmp_path) as house:
        await house.scan(6)
        stored = house.hops_ended()[-1]
        assert stored.transaction == "RAD-8"
        assert stored.verdict.outcome is Outcome.ACKNOWLEDGED
        assert sum(fact.kind is FactKind.INSTANCE for fact in stored.facts) == 6


async def test_orthanc_commits_on_an_association_of_its_own(tmp_path: Path) -> None:
    async with ward_with_orthanc(tmp_path) as house:
        await house.scan(3)
        asked = await house.prompt("RAD-10", "ct", "archive")
        assert asked[0].verdict.outcome is Outcome.ACKNOWLEDGED
        report = await hop(house, "RAD-10", "archive")
        assert report.receiver == "ct"
        assert report.verdict.outcome is Outcome.ACKNOWLEDGED
        states = [fact.value for fact in report.facts if fact.kind is FactKind.STATUS]
        assert states == ["committed"]


async def test_orthanc_finds_and_sends_what_it_keeps(tmp_path: Path) -> None:
    async with ward_with_orthanc(tmp_path) as house:
        await house.scan(6)
        found = await house.prompt("RAD-14", "reading", "archive", patient="Rosa Quill")
        assert found[0].verdict.outcome is Outcome.ACKNOWLEDGED
        await house.prompt("RAD-16", "reading", "archive")
        asked = await hop(house, "RAD-16", "reading")
        assert asked.verdict.outcome is Outcome.ACKNOWLEDGED, asked.verdict
        assert asked.picture
        sent = await hop(house, "RAD-16", "archive")
        assert (sent.receiver, sent.count) == ("reading", 6)
        patient = next(fact for fact in sent.facts if fact.kind is FactKind.PATIENT_ID)
        assert (patient.value, patient.authority) == ("40213", "1.2.3.1")
        order = house["reading"].memory.orders["A1"]
        assert order.person.id == "40213"
        assert order.procedure_id == "RP1"
