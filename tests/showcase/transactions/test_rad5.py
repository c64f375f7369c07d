from pydicom.dataset import Dataset

from showcase.model.fact import FactKind, Side
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.matching import Keys
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE, IMPLICIT_LITTLE
from showcase.transactions import rad5
from tests.showcase.transactions.dicom_wire import Wire, worklist_item


def query() -> Dataset:
    return rad5.broad_query(modality="CT", station_ae="CT", dates="20261123-20261125")


def test_a_broad_query_has_one_step_and_finds_what_is_scheduled() -> None:
    assert len(query().ScheduledProcedureStepSequence) == 1
    assert Keys(query()).match(worklist_item())


def test_every_return_key_is_requested_empty() -> None:
    for keyword in ("PatientName", "PatientID", "AccessionNumber", "StudyInstanceUID"):
        assert keyword in query()
        assert not query()[keyword].value


def test_the_answer_states_patient_order_and_study() -> None:
    for transfer in (EXPLICIT_LITTLE, IMPLICIT_LITTLE):
        wire = Wire(rad5.MODEL, transfer=transfer)
        asked = wire.ask(Field.C_FIND, query())
        wire.answer(asked, 0xFF00, worklist_item())
        wire.answer(asked, 0xFF01, worklist_item())
        wire.answer(asked, 0)
        found = rad5.facts(wire.request, wire.response)
        assert [(f.kind, f.value, f.authority) for f in found] == [
            (FactKind.PATIENT_ID, "40213", "1.2.3.1"),
            (FactKind.PATIENT_NAME, "Quill^Rosa", ""),
            (FactKind.ACCESSION, "A1", ""),
            (FactKind.STUDY, "2.25.4711", ""),
        ]
        assert {f.side for f in found} == {Side.RESPONSE}


def test_damaged_bytes_state_nothing() -> None:
    assert rad5.facts(b"noise", b"noise") == ()
