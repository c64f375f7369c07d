import pytest

from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE, IMPLICIT_LITTLE
from showcase.protocols.dicom.storage import best, is_storage, proposals

JPEG = "1.2.840.10008.1.2.4.50"


@pytest.mark.parametrize(
    ("uid", "expected"),
    [
        ("1.2.840.10008.5.1.4.1.1.2", True),
        ("1.2.840.10008.5.1.4.1.1.104.1", True),
        ("1.2.840.10008.5.1.4.34.7", True),
        ("1.3.46.670589.5.0.1", True),
        ("1.2.840.10008.1.1", False),
        ("1.2.840.10008.5.1.4.31", False),
        ("1.2.840.10008.5.1.4.1.2.2.1", False),
        ("1.2.840.10008.1.20.1", False),
    ],
)
def test_storage_classes_are_told_from_others(uid: str, expected: bool) -> None:
    assert is_storage(uid) is expected


def test_each_kind_gets_a_context() -> None:
    found = proposals([("1.2", EXPLICIT_LITTLE), ("1.2", JPEG), ("1.2", EXPLICIT_LITTLE)])
    assert [(each.id, each.transfers) for each in found] == [
        (1, (EXPLICIT_LITTLE, IMPLICIT_LITTLE)),
        (3, (JPEG,)),
    ]


def test_no_more_contexts_than_an_association_holds() -> None:
    found = proposals((f"1.2.{number}", JPEG) for number in range(200))
    assert len(found) == 128
    assert found[-1].id == 255


def test_the_best_syntax_is_the_one_it_has() -> None:
    assert best(EXPLICIT_LITTLE, (IMPLICIT_LITTLE, EXPLICIT_LITTLE)) == EXPLICIT_LITTLE
    assert best(EXPLICIT_LITTLE, (IMPLICIT_LITTLE,)) == IMPLICIT_LITTLE
    assert best(JPEG, (IMPLICIT_LITTLE, EXPLICIT_LITTLE)) == ""
