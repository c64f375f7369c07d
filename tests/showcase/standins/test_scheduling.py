from pathlib import Path

from showcase.protocols.hl7v2.order import ImagingOrder
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
