import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom.dataset import Dataset
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_dataset

from showcase.protocols.dicom import plain
from showcase.protocols.dicom.dataset import made
from tests.showcase.protocols.dicom.samples import worklist_item

words = st.text(st.characters(min_codepoint=48, max_codepoint=122, exclude_characters="\\"))


def by_pydicom(dataset: Dataset, *, implicit: bool) -> bytes:
    out = DicomBytesIO()
    out.is_implicit_VR, out.is_little_endian = implicit, True
    write_dataset(out, dataset)
    return out.getvalue()


@pytest.mark.parametrize("implicit", [True, False])
@given(words, words, st.lists(words, max_size=3), st.lists(st.integers(0, 9999), max_size=3))
def test_it_writes_what_pydicom_writes(
    implicit: bool, name: str, reason: str, codes: list[str], counts: list[int]
) -> None:
    items = [made({"CodeValue": code, "CodeMeaning": reason}) for code in codes]
    dataset = made(
        {
            "PatientName": name,
            "StudyInstanceUID": "1.2.3",
            "ReasonForTheRequestedProcedure": reason,
            "AdditionalPatientHistory": reason,
            "RequestedProcedureCodeSequence": items,
            "InstitutionAddress": "",
        }
    )
    dataset.ModalitiesInStudy = ["CT", "SR"]
    dataset.NumberOfStudyRelatedInstances = len(codes)
    dataset.ReferencedFrameNumber = counts
    assert plain.encode(dataset, implicit=implicit) == by_pydicom(dataset, implicit=implicit)


@pytest.mark.parametrize("implicit", [True, False])
def test_an_item_of_a_worklist_is_plain(implicit: bool) -> None:
    item = worklist_item()
    assert plain.encode(item, implicit=implicit) == by_pydicom(item, implicit=implicit)


@pytest.mark.parametrize("what", [{"Rows": 512}, {"PatientName": "Zoë"}, {"PatientWeight": "7"}])
def test_whatever_else_is_left_to_pydicom(what: dict[str, object]) -> None:
    dataset = Dataset()
    for keyword, value in what.items():
        setattr(dataset, keyword, value)
    with pytest.raises(plain.NotPlain):
        plain.encode(dataset, implicit=False)
