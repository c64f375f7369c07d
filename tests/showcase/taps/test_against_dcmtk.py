"""DCMTK's programs on both sides of a tap."""

from pathlib import Path

import pytest

from showcase.model.exchange import Outcome
from showcase.model.system import Dicom
from tests.journeys.relay import relay
from tests.showcase.protocols.dicom.programs import orthanc, run, storescp
from tests.showcase.standins.test_against_dcmtk import storable
from tests.showcase.standins.ward import vendor, ward
from tests.showcase.taps.listening import Hearsay, tapped

pytestmark = pytest.mark.peer("dcmtk")

PLAIN = "1.2.840.10008.1.2.1"


def images(count: int) -> list[Path]:
    whole = (path for path, _, each in storable() if each == PLAIN and "trunc" not in path.name)
    return list(whole)[:count]


@pytest.mark.peer("orthanc")
async def test_storescu_to_orthanc_is_recorded_byte_by_byte(tmp_path: Path) -> None:
    files = images(6)
    async with ward(tmp_path / "ward") as house, orthanc(tmp_path / "orthanc", {}) as peer:
        house.book.vendors["archive"] = vendor("orthanc", peer)
        hearsay = Hearsay(house.hops)
        async with (
            tapped(house["archive"], "dicom", sender="ct") as tap,
            relay(tap.port) as (door, witness),
        ):
            code, printed = await run(
                "storescu", "-aet", "SCANNER", "-aec", "ORTHANC", "127.0.0.1", door, *files
            )
            assert code == 0, printed
            ((hop, recording),) = await hearsay.first()
        assert (hop.transaction, hop.sender, hop.receiver) == ("RAD-8", "ct", "archive")
        assert (hop.verdict.outcome, hop.count) == (Outcome.ACKNOWLEDGED, len(files))
        assert hop.exchange.responder == f"127.0.0.1:{peer.port}"
        assert hop.thumbnails
        assert [(recording.request, recording.response)] == witness.captured()


async def test_a_witness_behind_the_tap_has_seen_the_same(tmp_path: Path) -> None:
    files = images(3)
    async with (
        ward(tmp_path / "ward") as house,
        storescp(tmp_path / "kept") as peer,
        relay(peer.port) as (door, witness),
    ):
        behind = Dicom(host="127.0.0.1", port=door, ae_title="STORESCP")
        house.book.vendors["archive"] = vendor("acme", behind)
        hearsay = Hearsay(house.hops)
        async with tapped(house["archive"], "dicom") as tap:
            code, printed = await run("storescu", "-aec", "STORESCP", "127.0.0.1", tap.port, *files)
            assert code == 0, printed
            ((_, recording),) = await hearsay.first()
        assert [(recording.request, recording.response)] == witness.captured()


async def test_echoscu_is_a_hop_of_its_own_name(tmp_path: Path) -> None:
    async with ward(tmp_path / "ward") as house, storescp(tmp_path / "kept") as peer:
        house.book.vendors["archive"] = vendor("acme", peer)
        hearsay = Hearsay(house.hops)
        async with tapped(house["archive"], "dicom", sender="ct") as tap:
            code, printed = await run("echoscu", "-aec", "STORESCP", "127.0.0.1", tap.port)
            assert code == 0, printed
            await hearsay.first()
        assert hearsay.outcomes == [("C-ECHO", "ct", "archive", "acknowledged")]


@pytest.mark.peer("orthanc")
async def test_a_wrong_ae_title_is_seen_as_a_refusal(tmp_path: Path) -> None:
    async with ward(tmp_path / "ward") as house, orthanc(tmp_path / "orthanc", {}) as peer:
        house.book.vendors["archive"] = vendor("orthanc", peer)
        hearsay = Hearsay(house.hops)
        async with tapped(house["archive"], "dicom") as tap:
            code, _ = await run("storescu", "-aec", "NOBODY", "127.0.0.1", tap.port, *images(1))
            assert code != 0
            ((hop, _),) = await hearsay.first()
        assert (hop.transaction, hop.verdict.outcome) == ("RAD-8", Outcome.REFUSED)
        assert "called AE title not recognised" in hop.verdict.words
