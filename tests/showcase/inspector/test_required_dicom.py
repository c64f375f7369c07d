"""What datasets lack, by the tables of the standard."""

from datetime import UTC, datetime

import pytest
from pydicom.dataset import Dataset

from showcase.inspector.required_dicom import lacking
from showcase.model.fact import Side
from showcase.protocols.dicom.command import Field
from showcase.transactions import rad5, rad6, rad10, rad14
from showcase.transactions.rad8 import CT_IMAGE_STORAGE
from tests.showcase.transactions.dicom_wire import Wire, worklist_item

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)


def image(number: int = 1) -> Dataset:
    found = Dataset()
    found.SOPClassUID, found.SOPInstanceUID = CT_IMAGE_STORAGE, f"1.2.{number}"
    found.StudyInstanceUID, found.SeriesInstanceUID, found.Modality = "1.2", "1.3", "CT"
    for keyword in (
        *("PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyDate", "StudyTime"),
        *("AccessionNumber", "ReferringPhysicianName", "StudyID", "SeriesNumber"),
    ):
        setattr(found, keyword, None)
    found.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    found.SamplesPerPixel, found.PhotometricInterpretation = 1, "MONOCHROME2"
    found.Rows = found.Columns = 2
    found.BitsAllocated, found.BitsStored, found.HighBit, found.PixelRepresentation = 16, 12, 11, 0
    found.RescaleIntercept, found.RescaleSlope = 0, 1
    return found


def stored(*images: Dataset) -> Wire:
    wire = Wire(CT_IMAGE_STORAGE)
    for each in images:
        asked = wire.ask(Field.C_STORE, each, AffectedSOPInstanceUID=str(each.SOPInstanceUID))
        wire.answer(asked, 0)
    return wire


def remarks(transaction: str, wire: Wire) -> list[tuple[str, str]]:
    return [(each.path, each.words) for each in lacking(transaction, wire.request, wire.response)]


def test_an_image_with_everything_is_not_remarked_upon() -> None:
    assert remarks("RAD-8", stored(image(), image(2))) == []


@pytest.mark.parametrize(
    ("keyword", "path", "words"),
    [
        ("Modality", "(0008,0060)", "must have a value"),
        ("Rows", "(0028,0010)", "must have a value"),
        ("PatientID", "(0010,0020)", "must be there, if only empty"),
    ],
)
def test_what_an_image_lacks_is_named(keyword: str, path: str, words: str) -> None:
    bad = image()
    delattr(bad, keyword)
    assert remarks("RAD-8", stored(bad)) == [(f"C-STORE-RQ/{path}", f"{keyword} {words}")]


def test_an_empty_value_is_none_where_type_1_is_asked_for() -> None:
    bad = image()
    bad.StudyInstanceUID = ""
    ((path, _),) = remarks("RAD-16", stored(bad))
    assert path == "C-STORE-RQ/(0020,000D)"


def test_many_images_with_one_fault_are_one_remark_at_the_first_of_them() -> None:
    second, third = image(2), image(3)
    del second.StudyID
    del third.StudyID
    ((path, words),) = remarks("RAD-8", stored(image(), second, third))
    assert path == "C-STORE-RQ[2]/(0020,0010)"
    assert words.endswith("in 2 of 3 messages")


def test_zero_is_a_value() -> None:
    assert image().PixelRepresentation == 0
    assert remarks("RAD-8", stored(image())) == []


def test_a_worklist_owes_only_what_was_asked_for() -> None:
    item = worklist_item()
    del item.RequestedProcedureID
    del item.ScheduledProcedureStepSequence[0].Modality
    for asks, expected in (
        (worklist_item(), ["(0040,1001)", "(0040,0100)/(0008,0060)"]),
        (item, []),
    ):
        wire = Wire(rad5.MODEL)
        wire.answer(wire.ask(Field.C_FIND, asks), 0xFF00, item)
        found = list(lacking("RAD-5", wire.request, wire.response))
        assert [each.path for each in found] == [f"C-FIND-RSP/{tag}" for tag in expected]
        assert all(each.side is Side.RESPONSE for each in found)


def test_a_query_of_studies_is_looked_at_in_both_directions() -> None:
    asks = rad14.by_name("Quill", "Rosa")
    study = Dataset()
    study.QueryRetrieveLevel, study.StudyInstanceUID = "STUDY", "1.2"
    for keyword in ("StudyDate", "StudyTime", "AccessionNumber", "PatientName", "PatientID"):
        setattr(study, keyword, None)
    study.StudyID = "7"
    wire = Wire(rad14.STUDY_ROOT)
    wire.answer(wire.ask(Field.C_FIND, asks), 0xFF00, study)
    assert remarks("RAD-14", wire) == []

    del asks.QueryRetrieveLevel, study.AccessionNumber
    study.StudyInstanceUID = ""
    wire = Wire(rad14.STUDY_ROOT)
    wire.answer(wire.ask(Field.C_FIND, asks), 0xFF00, study)
    assert remarks("RAD-14", wire) == [
        ("C-FIND-RQ/(0008,0052)", "QueryRetrieveLevel must have a value"),
        ("C-FIND-RSP/(0020,000D)", "StudyInstanceUID must have a value"),
        ("C-FIND-RSP/(0008,0050)", "AccessionNumber must be there, if only empty"),
    ]


def test_an_archive_owes_no_key_that_nobody_asked_for() -> None:
    asks = Dataset()
    asks.QueryRetrieveLevel, asks.StudyInstanceUID = "STUDY", ""
    study = Dataset()
    study.QueryRetrieveLevel, study.StudyInstanceUID = "STUDY", "1.2"
    wire = Wire(rad14.STUDY_ROOT)
    wire.answer(wire.ask(Field.C_FIND, asks), 0xFF00, study)
    assert remarks("RAD-14", wire) == []


def test_a_step_without_its_study_is_remarked_in_its_sequence() -> None:
    step = rad6.in_progress(worklist_item(), station_ae="CT", station="CT 1", step_id="P1", now=NOW)
    wire = Wire(rad6.SOP_CLASS)
    wire.ask(Field.N_CREATE, step)
    assert remarks("RAD-6", wire) == []
    step.ScheduledStepAttributesSequence[0].StudyInstanceUID = ""
    wire = Wire(rad6.SOP_CLASS)
    wire.ask(Field.N_CREATE, step)
    assert [path for path, _ in remarks("RAD-6", wire)] == ["N-CREATE-RQ/(0040,0270)/(0020,000D)"]


def test_a_commitment_names_its_transaction() -> None:
    wire = Wire(rad10.SOP_CLASS)
    wire.ask(Field.N_ACTION, Dataset.from_json({"00081199": {"vr": "SQ", "Value": []}}))
    assert [path for path, _ in remarks("RAD-10", wire)] == [
        "N-ACTION-RQ/(0008,1195)",
        "N-ACTION-RQ/(0008,1199)",
    ]


@pytest.mark.parametrize("raw", [b"", b"noise", stored(image()).request[:300]])
def test_noise_is_not_remarked_upon(raw: bytes) -> None:
    assert list(lacking("RAD-8", raw, raw)) == []
