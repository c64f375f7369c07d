from showcase.model.fact import FactKind, Side
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.matching import Keys
from showcase.transactions import rad14
from tests.showcase.transactions.dicom_wire import Wire, worklist_item


def test_a_name_finds_its_patient() -> None:
    query = rad14.by_name("quill", "rosa")
    assert query.QueryRetrieveLevel == "STUDY"
    assert Keys(query).match(worklist_item())
    assert not Keys(rad14.by_name("Quill", "Ann")).match(worklist_item())


def test_the_answer_states_whose_study_it_is() -> None:
    wire = Wire(rad14.STUDY_ROOT)
    asked = wire.ask(Field.C_FIND, rad14.by_name("Quill", "Rosa"))
    wire.answer(asked, 0xFF00, worklist_item())
    wire.answer(asked, 0)
    found = rad14.facts(wire.request, wire.response)
    assert [(f.kind, f.side) for f in found] == [
        (kind, Side.RESPONSE)
        for kind in (
            FactKind.PATIENT_ID,
            FactKind.PATIENT_NAME,
            FactKind.ACCESSION,
            FactKind.STUDY,
        )
    ]


def test_damaged_bytes_state_nothing() -> None:
    assert rad14.facts(b"noise", b"noise") == ()
