from pydicom.dataset import Dataset

from showcase.model.fact import Fact, FactKind, Side
from showcase.protocols.dicom import identity
from tests.showcase.protocols.dicom.samples import worklist_item


def test_a_dataset_states_who_it_is_about() -> None:
    found = tuple(identity.facts(worklist_item(), Side.RESPONSE))
    assert found == (
        Fact(
            kind=FactKind.PATIENT_ID,
            value="40213",
            authority="1.2.3.1",
            path="(0010,0020)",
            side=Side.RESPONSE,
        ),
        Fact(
            kind=FactKind.PATIENT_NAME,
            value="Quill^Rosa",
            path="(0010,0010)",
            side=Side.RESPONSE,
        ),
        Fact(kind=FactKind.ACCESSION, value="A1", path="(0008,0050)", side=Side.RESPONSE),
        Fact(kind=FactKind.STUDY, value="2.25.4711", path="(0020,000D)", side=Side.RESPONSE),
    )


def test_the_issuer_may_be_an_oid_itself() -> None:
    item = Dataset()
    item.IssuerOfPatientID = "1.2.3.9"
    assert identity.issuer(item) == ("1.2.3.9", "1.2.3.9")
    item.IssuerOfPatientID = "ALBA"
    assert identity.issuer(item) == ("ALBA", "")


def test_an_issuer_of_another_type_is_no_oid() -> None:
    item = Dataset()
    identity.set_issuer(item, "ALBA", "alba.example")
    item.IssuerOfPatientIDQualifiersSequence[0].UniversalEntityIDType = "DNS"
    assert identity.issuer(item) == ("ALBA", "")


def test_a_name_is_spoken_given_name_first() -> None:
    item = Dataset()
    for written, spoken in (
        ("Quill^Rosa", "Rosa Quill"),
        ("Quill", "Quill"),
        ("Quill^Rosa^M^Dr=K=I", "Rosa Quill"),
        ("", ""),
    ):
        item.PatientName = written
        assert identity.spoken(item) == spoken


def test_absent_things_are_empty() -> None:
    nothing = Dataset()
    assert identity.text(nothing, "PatientID") == ""
    assert len(identity.item(nothing, "RequestAttributesSequence")) == 0
    assert tuple(identity.facts(nothing, Side.REQUEST)) == ()


def test_a_sequence_that_is_none_has_no_items() -> None:
    damaged = Dataset()
    damaged.add_new("ReferencedSOPSequence", "UT", "what a damaged VR makes of it")
    assert identity.items(damaged, "ReferencedSOPSequence") == ()
    assert len(identity.item(damaged, "ReferencedSOPSequence")) == 0
