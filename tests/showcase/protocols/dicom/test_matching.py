import pytest
from pydicom.dataset import Dataset

from showcase.protocols.dicom.matching import Keys, understood
from tests.showcase.protocols.dicom.samples import worklist_item


def query(keyword: str, value: object) -> Dataset:
    found = Dataset()
    setattr(found, keyword, value)
    return found


def step(**keys: str) -> Dataset:
    item = Dataset()
    for keyword, value in keys.items():
        setattr(item, keyword, value)
    return query("ScheduledProcedureStepSequence", [item])


@pytest.mark.parametrize(
    ("keyword", "value", "expected"),
    [
        ("PatientName", "Quill^Rosa", True),
        ("PatientName", "QUILL^rosa", True),
        ("PatientName", "Quill*", True),
        ("PatientName", "Qu?ll^R*", True),
        ("PatientName", "Quill", False),
        ("PatientName", "*", True),
        ("PatientName", None, True),
        ("PatientName", "Quill^Rosa^^", True),
        ("PatientName", "Qu.ll*", False),
        ("PatientID", "40213", True),
        ("PatientID", "402*", True),
        ("PatientID", "4021", False),
        ("AccessionNumber", "a1", False),
        ("PatientBirthDate", "19610402", True),
        ("PatientBirthDate", "19610101-19611231", True),
        ("PatientBirthDate", "-19600101", False),
        ("PatientBirthDate", "19610402-", True),
        ("StudyInstanceUID", "2.25.4711", True),
        ("StudyInstanceUID", ["1.2.3", "2.25.4711"], True),
        ("StudyInstanceUID", "2.25.*", False),
        ("PatientWeight", "70", False),
        ("PatientComments", "*", True),
        ("PatientComments", "?*", False),
        ("ReferencedStudySequence", [], True),
    ],
)
def test_a_key_matches_as_the_standard_says(keyword: str, value: object, expected: bool) -> None:
    assert Keys(query(keyword, value)).match(worklist_item()) is expected


@pytest.mark.parametrize(
    ("want", "expected"),
    [
        ("Yamada^Tarou", True),
        ("=山田*", True),
        ("山田^太郎", True),
        ("==やまだ*", True),
        ("Yamada*=山田^太郎", True),
        ("Yamada^Tarou=鈴木^太郎", False),
        ("=鈴木*", False),
        ("=Yamada*", False),
    ],
)
def test_a_name_is_found_in_each_of_its_scripts(want: str, expected: bool) -> None:
    entity = query("PatientName", "Yamada^Tarou=山田^太郎=やまだ^たろう")
    assert Keys(query("PatientName", want)).match(entity) is expected


@pytest.mark.parametrize(("want", "expected"), [("7", True), ("007", True), ("8", False)])
def test_a_number_is_one_however_it_is_written(want: str, expected: bool) -> None:
    assert Keys(query("InstanceNumber", want)).match(query("InstanceNumber", "7")) is expected


def test_an_item_without_keys_asks_for_the_whole_of_it() -> None:
    found = Keys(step()).select(worklist_item())
    (item,) = found.ScheduledProcedureStepSequence
    assert item.Modality == "CT"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"Modality": "CT"}, True),
        ({"Modality": "MR"}, False),
        ({"Modality": "CT", "ScheduledStationAETitle": "CT*"}, True),
        ({"ScheduledProcedureStepStartDate": "20261123-20261125"}, True),
        (
            {
                "ScheduledProcedureStepStartDate": "20261123-20261124",
                "ScheduledProcedureStepStartTime": "2000-1000",
            },
            False,
        ),
        (
            {
                "ScheduledProcedureStepStartDate": "20261123-20261124",
                "ScheduledProcedureStepStartTime": "2000-1100",
            },
            True,
        ),
        ({"ScheduledProcedureStepStartTime": "1000-1100"}, True),
        ({"ScheduledProcedureStepStartTime": "1100-1200"}, False),
        ({}, True),
    ],
)
def test_keys_in_a_sequence_match_one_of_its_items(keys: dict[str, str], expected: bool) -> None:
    assert Keys(step(**keys)).match(worklist_item()) is expected


def test_every_requested_key_is_returned() -> None:
    wanted = step(Modality="CT", ScheduledStationName="")
    wanted.PatientName = None
    wanted.PatientWeight = None
    wanted.ReferencedStudySequence = []
    found = Keys(wanted).select(worklist_item())
    assert str(found.PatientName) == "Quill^Rosa"
    assert found["PatientWeight"].value is None
    assert found.ReferencedStudySequence == []
    (item,) = found.ScheduledProcedureStepSequence
    assert item.Modality == "CT"
    assert not item.ScheduledStationName
    assert "PatientID" not in found


def test_an_empty_sequence_asks_for_all_of_it() -> None:
    found = Keys(query("RequestedProcedureCodeSequence", [])).select(worklist_item())
    assert found.RequestedProcedureCodeSequence[0].CodeValue == "CTTHOR"


def test_level_and_charset_are_no_keys() -> None:
    wanted = query("QueryRetrieveLevel", "STUDY")
    wanted.SpecificCharacterSet = "ISO_IR 192"
    assert Keys(wanted).match(worklist_item())
    assert len(Keys(wanted).select(worklist_item())) == 0


def test_one_of_several_values_is_enough() -> None:
    entity = query("ModalitiesInStudy", ["CT", "SR"])
    assert Keys(query("ModalitiesInStudy", "SR")).match(entity)
    assert not Keys(query("ModalitiesInStudy", "MR")).match(entity)


def test_a_key_that_is_not_supported_is_a_return_key_only() -> None:
    asked = step(Modality="CT", ScheduledStationName="CT-1")
    asked.PregnancyStatus = 0  # as dcmjs-dimse sends it, whose users cannot help it
    asked.MedicalAlerts = "none"
    taken = understood(asked, worklist_item())
    assert not Keys(asked).match(worklist_item())
    assert Keys(taken).match(worklist_item())
    found = Keys(taken).select(worklist_item())
    assert found["PregnancyStatus"].value is None
    assert "MedicalAlerts" in found
    assert found.ScheduledProcedureStepSequence[0].Modality == "CT"


def test_keys_that_are_supported_still_decide() -> None:
    asked = step(Modality="MR", ScheduledStationName="MR-1")
    assert not Keys(understood(asked, worklist_item())).match(worklist_item())
    asked = query("PatientID", "nobody")
    assert not Keys(understood(asked, worklist_item())).match(worklist_item())
