"""What a query may ask, and what a retrieve must name."""

import pytest
from pydicom.dataset import Dataset

from showcase.protocols.dicom import status
from showcase.standins.levels import find_mismatch, level_of, retrieve_mismatch
from showcase.transactions import rad14, rad16


def query(level: str, **keys: str) -> Dataset:
    asked = Dataset()
    asked.QueryRetrieveLevel = level
    for keyword, value in keys.items():
        setattr(asked, keyword, value)
    return asked


@pytest.mark.parametrize(
    ("model", "level", "wrong"),
    [
        (rad14.STUDY_ROOT, "STUDY", False),
        (rad14.STUDY_ROOT, "PATIENT", True),
        (rad14.PATIENT_ROOT, "PATIENT", False),
        (rad14.PATIENT_ROOT, "FRAME", True),
        (rad14.PATIENT_ROOT, "", True),
    ],
)
def test_a_model_has_its_own_levels(model: str, level: str, *, wrong: bool) -> None:
    answer = find_mismatch(query(level), model)
    assert (answer is not None) is wrong
    if answer:
        assert answer.status == status.CLASS_MISMATCH
        assert level in answer.comment


@pytest.mark.parametrize(
    ("level", "keys", "wrong"),
    [
        ("STUDY", {"StudyInstanceUID": "1.2.3"}, ""),
        ("STUDY", {"StudyInstanceUID": ""}, "StudyInstanceUID"),
        ("STUDY", {"PatientID": "40213"}, "StudyInstanceUID"),
        ("SERIES", {"StudyInstanceUID": "1.2.3"}, "SeriesInstanceUID"),
        ("PATIENT", {"PatientID": "402*"}, "PatientID"),
        ("IMAGE", {"SOPInstanceUID": "1.2.3.4"}, ""),
    ],
)
def test_a_retrieve_names_what_it_wants(level: str, keys: dict[str, str], wrong: str) -> None:
    answer = retrieve_mismatch(query(level, **keys), rad16.PATIENT_ROOT)
    assert (answer.comment.split(" ")[0] if answer else "") == wrong


def test_a_query_without_a_level_has_none() -> None:
    assert level_of(Dataset()) == ""
