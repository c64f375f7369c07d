"""Strangers at a stand-in's DICOM port: what they do becomes hops."""

from pathlib import Path

import pytest

from showcase.model.events import HopProgressed, HopStarted
from showcase.model.exchange import Outcome
from showcase.model.fact import FactKind
from showcase.model.system import Dicom
from showcase.protocols.dicom.messages import VERIFICATION
from showcase.protocols.dicom.negotiation import offer
from showcase.protocols.dicom.requestor import Requestor
from showcase.protocols.dicom.scu import associate
from showcase.standins.behaviour import CannotAct
from showcase.standins.ct_series import scan
from showcase.transactions import rad5, rad14
from showcase.transactions.rad8 import CT_IMAGE_STORAGE
from showcase.wire.clock import SystemClock
from tests.showcase.protocols.dicom.loopback import line
from tests.showcase.protocols.dicom.samples import worklist_item
from tests.showcase.standins.ward import Ward, order, vendor, ward

MODELS = offer(VERIFICATION, CT_IMAGE_STORAGE, rad14.STUDY_ROOT, rad5.MODEL)


async def send(peer: Requestor, count: int) -> None:
    made = scan(worklist_item(), count=4, station="CT", now=SystemClock().now())
    for file in made.files[:count]:
        assert (await peer.c_store(file.sop_class, file.sop_instance, file.data)).good


def counts(house: Ward) -> list[tuple[str, int]]:
    return [(each.transaction, each.count) for each in house.hops_ended()]


async def test_an_association_may_carry_several_transactions(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        async with associate(house.address("archive"), "STRANGER", MODELS, line()) as peer:
            await send(peer, 2)
            await peer.c_find(rad14.STUDY_ROOT, rad14.by_name("Quill", "Rosa"))
            await send(peer, 1)
        await house.ended(3)
        assert counts(house) == [("RAD-8", 2), ("RAD-14", 1), ("RAD-8", 1)]


async def test_each_transactions_bytes_are_its_own(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        async with associate(house.address("archive"), "STRANGER", MODELS, line()) as peer:
            await send(peer, 1)
            await peer.c_find(rad14.STUDY_ROOT, rad14.by_name("Quill", "Rosa"))
        stored, found = await house.ended(2)
        assert stored.exchange.request_size > 512 * 1024
        assert found.exchange.request_size < 2000
        kinds = {fact.kind: fact.value for fact in found.facts}
        assert kinds[FactKind.PATIENT_ID] == "40213"


async def test_every_byte_belongs_to_one_hop(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        recorded = line()
        async with associate(house.address("archive"), "STRANGER", MODELS, recorded) as peer:
            await send(peer, 2)
            await peer.c_find(rad14.STUDY_ROOT, rad14.by_name("Quill", "Rosa"))
            await send(peer, 1)
        hops = await house.ended(3)
        whole, blobs = recorded.recording(), house.notebook.blobs
        assert b"".join(blobs[hop.exchange.request] for hop in hops) == whole.request
        assert b"".join(blobs[hop.exchange.response] for hop in hops) == whole.response


async def test_progress_of_a_strangers_series_is_told(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        async with associate(house.address("archive"), "STRANGER", MODELS, line()) as peer:
            await send(peer, 3)
        await house.ended(1)
        told = [e for e in house.notebook.of(HopProgressed) if isinstance(e, HopProgressed)]
        assert told[-1].done == 3
        (started,) = house.notebook.of(HopStarted)
        assert isinstance(started, HopStarted)
        assert started.label == "Rosa Quill"
        (hop,) = house.hops_ended()
        assert len(hop.thumbnails) == 1
        assert house.notebook.blobs[hop.thumbnails[0]].startswith(b"\x89PNG")


async def test_a_series_ends_when_nothing_more_comes(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        async with associate(house.address("archive"), "STRANGER", MODELS, line()) as peer:
            await send(peer, 2)
            await house.ended(1)
            assert counts(house) == [("RAD-8", 2)]
            await send(peer, 1)
        await house.ended(2)
        assert counts(house) == [("RAD-8", 2), ("RAD-8", 1)]


async def test_echoes_are_no_transactions(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        async with associate(house.address("ct"), "STRANGER", MODELS, line()) as peer:
            assert (await peer.c_echo()).good
        assert house.notebook.events == []


async def test_a_caller_is_known_by_its_title(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        there = Dicom(host="10.9.9.9", port=104, ae_title="VENDOR_CT")
        house.book.vendors["ct"] = vendor("ct", there)
        async with associate(house.address("ris"), "VENDOR_CT", MODELS, line()) as peer:
            query = rad5.broad_query(modality="CT", station_ae="CT", dates="20261124")
            await peer.c_find(rad5.MODEL, query)
        assert (await house.ended(1))[0].sender == "ct"


async def test_a_series_that_breaks_off_still_ends(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        with pytest.raises(ZeroDivisionError):
            await _break_off(house)
        (hop,) = await house.ended(1)
        assert hop.count == 2
        assert hop.verdict.outcome is Outcome.ACKNOWLEDGED


async def _break_off(house: Ward) -> None:
    async with associate(house.address("archive"), "X", MODELS, line()) as peer:
        await send(peer, 2)
        raise ZeroDivisionError


async def test_a_role_without_an_address_cannot_be_called(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        house["ris"].memory.orders["A1"] = order()
        house.book.vendors["ris"] = vendor("ris", house.address("ris"))
        silent = house.book.vendors["ris"]
        house.book.vendors["ris"] = type(silent)(key="ris", stand_in=False)
        with pytest.raises(CannotAct, match="no DICOM address"):
            await house.prompt("RAD-5", "ct", "ris", patient="Rosa Quill")
