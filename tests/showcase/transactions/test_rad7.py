from datetime import UTC, datetime

from showcase.model.exchange import Outcome
from showcase.model.fact import FactKind
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.status import Status
from showcase.transactions import rad6, rad7
from tests.showcase.transactions.dicom_wire import Wire

NOW = datetime(2026, 11, 24, 10, 30, 5, tzinfo=UTC)

SERIES = rad7.Series(
    uid="1.2.9",
    protocol="Thorax",
    description="Axial",
    retrieve_ae="ARCHIVE",
    instances=(("1.2.840.10008.5.1.4.1.1.2", "1.2.9.1"), ("1.2.840.10008.5.1.4.1.1.2", "1.2.9.2")),
)


def test_a_completed_step_names_its_images() -> None:
    change = rad7.completed((SERIES,), now=NOW)
    assert change.PerformedProcedureStepStatus == "COMPLETED"
    assert change.PerformedProcedureStepEndDate == "20261124"
    (series,) = change.PerformedSeriesSequence
    assert series.ProtocolName == "Thorax"
    assert len(series.ReferencedImageSequence) == 2


def test_the_request_states_the_images_and_the_state() -> None:
    wire = Wire(rad6.SOP_CLASS)
    change = rad7.completed((SERIES,), now=NOW)
    wire.ask(Field.N_SET, change, RequestedSOPInstanceUID="1.2.3")
    found = rad7.facts(wire.request, wire.response)
    assert [(f.kind, f.value) for f in found] == [
        (FactKind.STATUS, "COMPLETED"),
        (FactKind.INSTANCE, "1.2.9.1"),
        (FactKind.INSTANCE, "1.2.9.2"),
    ]


def test_a_step_that_has_ended_is_said_in_words() -> None:
    verdict = rad7.judge(Status(0x0110, "", 0xA710), "RIS")
    assert verdict.outcome is Outcome.REFUSED
    assert "has ended already" in verdict.words
    assert rad7.judge(Status(0), "RIS").outcome is Outcome.ACKNOWLEDGED


def test_damaged_bytes_state_nothing() -> None:
    assert rad7.facts(b"noise", b"noise") == ()


def test_a_sequence_of_another_vr_names_no_image() -> None:
    change = rad7.completed((SERIES,), now=NOW)
    del change.PerformedSeriesSequence
    change.add_new("PerformedSeriesSequence", "LT", "a damaged VR")
    wire = Wire(rad6.SOP_CLASS)
    wire.ask(Field.N_SET, change, RequestedSOPInstanceUID="1.2.3")
    assert [f.value for f in rad7.facts(wire.request, wire.response)] == ["COMPLETED"]
