from pathlib import Path

import pytest

from showcase.model.programme import Cue, Place, Programme, Role, Scene
from showcase.model.system import Dicom, Endpoints, System
from showcase.protocols.hl7v2.order import ImagingOrder
from showcase.standins.book import Book
from showcase.standins.memory import Person
from showcase.standins.scheduling import imaging_order, kept_order, schedule
from tests.showcase.standins.hospital import Hospital

PERSON = Person(id="1", authority="ALBA", authority_oid="1.2.3.1", family="Quill", given="Rosa")
ORDERED = ImagingOrder(placer_number="P1", code="CT", reason="pain")


def test_order_is_kept_and_written_alike() -> None:
    assert imaging_order(kept_order(PERSON, ORDERED)) == ORDERED


def test_filler_mints_what_the_images_need(tmp_path: Path) -> None:
    order = schedule(Hospital(tmp_path)["ris"], PERSON, ORDERED)
    assert 0 < len(order.accession) <= 16
    assert 0 < len(order.procedure_id) <= 16
    assert 0 < len(order.step_id) <= 16
    assert len(order.study) <= 64
    assert (order.modality, len(order.start)) == ("CT", 14)
    assert (order.person, order.placer_number, order.reason) == (PERSON, "P1", "pain")


def test_identifiers_are_never_the_same(tmp_path: Path) -> None:
    ris = Hospital(tmp_path)["ris"]
    orders = [schedule(ris, PERSON, ORDERED) for _ in range(100)]
    for name in ("accession", "study"):
        assert len({getattr(order, name) for order in orders}) == 100


def scanners(*asks: tuple[str, str]) -> Book:
    """An address book with two scanners, and whom each asks for work."""
    names = ("ct-a", "ct-b")
    programme = Programme(
        key="t",
        title="t",
        places=(Place(key="hospital", title="Hospital"),),
        roles=tuple(
            Role(key=name, title=name, plays=("Acquisition Modality",), place="hospital")
            for name in names
        ),
        scenes=(
            Scene(
                title="t",
                cues=tuple(
                    Cue(
                        id=f"c{n}",
                        number=n,
                        transaction="RAD-5",
                        sender=sender,
                        receivers=(receiver,),
                        title="t",
                    )
                    for n, (sender, receiver) in enumerate(asks, 1)
                ),
            ),
        ),
    )
    systems = {
        name: System(
            key=name, endpoints=Endpoints(dicom=Dicom(ae_title=name.upper(), host="h", port=1))
        )
        for name in names
    }
    return Book(programme, systems, {})


@pytest.mark.parametrize(
    ("asks", "station"),
    [
        ((("ct-a", "other"), ("ct-b", "ris")), "CT-B"),
        ((("ct-a", "ris"), ("ct-b", "ris")), ""),
        ((), ""),
    ],
)
def test_step_is_scheduled_for_the_scanner_that_asks_here(
    tmp_path: Path, asks: tuple[tuple[str, str], ...], station: str
) -> None:
    ris = Hospital(tmp_path)["ris"]
    ris.book = scanners(*asks)
    assert schedule(ris, PERSON, ORDERED).station_ae == station
