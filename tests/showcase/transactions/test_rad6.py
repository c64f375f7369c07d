from datetime import UTC, datetime

from pydicom.dataset import Dataset

from showcase.model.fact import FactKind
from showcase.protocols.dicom.command import Field
from showcase.transactions import rad6
from tests.showcase.transactions.dicom_wire import Wire, worklist_item

NOW = datetime(2026, 11, 24, 10, 30, 5, tzinfo=UTC)


def step() -> Dataset:
    return rad6.in_progress(worklist_item(), station_ae="CT", station="CT 1", step_id="P1", now=NOW)


def test_everything_of_type_1_has_a_value() -> None:
    for keyword in rad6.TYPE_1:
        assert step()[keyword].value, keyword
    assert step().PerformedProcedureStepStatus == "IN PROGRESS"
    assert step().PerformedProcedureStepStartTime == "103005"


def test_what_the_worklist_answered_is_passed_on() -> None:
    (scheduled,) = step().ScheduledStepAttributesSequence
    assert scheduled.StudyInstanceUID == "2.25.4711"
    assert scheduled.ScheduledProtocolCodeSequence[0].CodeValue == "CTTHOR"
    assert step().ProcedureCodeSequence[0].CodeValue == "CTTHOR"


def test_what_is_not_known_yet_is_sent_empty() -> None:
    assert step()["PerformedProcedureStepEndDate"].value is None
    assert step().PerformedSeriesSequence == []


def test_the_request_states_patient_order_and_study() -> None:
    wire = Wire(rad6.SOP_CLASS)
    wire.ask(Field.N_CREATE, step(), AffectedSOPInstanceUID="1.2.3")
    found = {f.kind: f for f in rad6.facts(wire.request, wire.response)}
    assert (found[FactKind.PATIENT_ID].value, found[FactKind.PATIENT_ID].authority) == (
        "40213",
        "1.2.3.1",
    )
    assert found[FactKind.ACCESSION].path == "(0040,0270).(0008,0050)"
    assert found[FactKind.STUDY].value == "2.25.4711"


def test_damaged_bytes_state_nothing() -> None:
    assert rad6.facts(b"noise", b"noise") == ()
