import pytest

from showcase.model.exchange import Outcome
from showcase.protocols.dicom.status import Status, judge


@pytest.mark.parametrize(
    ("code", "category", "outcome"),
    [
        (0x0000, "Success", Outcome.ACKNOWLEDGED),
        (0xB000, "Warning", Outcome.ACKNOWLEDGED),
        (0xB007, "Warning", Outcome.ACKNOWLEDGED),
        (0xA700, "Failure", Outcome.REFUSED),
        (0xA7FF, "Failure", Outcome.REFUSED),
        (0xA801, "Failure", Outcome.REFUSED),
        (0xA9AB, "Failure", Outcome.REFUSED),
        (0xC123, "Failure", Outcome.REFUSED),
        (0x0110, "Failure", Outcome.REFUSED),
        (0xFE00, "Cancel", Outcome.REFUSED),
        (0x7777, "Unknown", Outcome.REFUSED),
    ],
)
def test_a_code_has_a_category_and_an_outcome(code: int, category: str, outcome: Outcome) -> None:
    status = Status(code)
    verdict = judge(status, "ARCHIVE")
    assert (status.category, verdict.outcome) == (category, outcome)
    assert verdict.status.startswith(f"0x{code:04X}")
    assert bool(verdict.words) == bool(verdict.remedy) == (outcome is Outcome.REFUSED)


def test_the_peers_own_words_are_kept() -> None:
    text = Status(0x0110, "disk on fire", 0xA710).text
    assert text == "0x0110 Processing Failure error id 0xA710 (disk on fire)"


def test_words_name_the_peer() -> None:
    assert judge(Status(0xA801), "Archive").words.startswith("Archive does not know the AE title")


def test_pending_is_neither_good_nor_bad() -> None:
    assert Status(0xFF01).pending
    assert not Status(0xFF00).good
