from showcase.model.fact import FactKind
from showcase.protocols.dicom.command import Field
from showcase.transactions import rad10
from tests.showcase.transactions.dicom_wire import Wire

CT = "1.2.840.10008.5.1.4.1.1.2"
ONE, TWO = (CT, "1.2.3.1"), (CT, "1.2.3.2")


def test_a_request_names_its_images() -> None:
    asked = rad10.ask("1.2.9", (ONE, TWO))
    assert rad10.references(asked) == (ONE, TWO)
    wire = Wire(rad10.SOP_CLASS)
    wire.ask(Field.N_ACTION, asked, RequestedSOPInstanceUID=rad10.INSTANCE, ActionTypeID=1)
    found = rad10.facts(wire.request, wire.response)
    assert [(f.kind, f.value) for f in found] == [
        (FactKind.INSTANCE, "1.2.3.1"),
        (FactKind.INSTANCE, "1.2.3.2"),
    ]


def test_a_report_of_success_says_so() -> None:
    event, report = rad10.report("1.2.9", (ONE, TWO), {}, "ARCHIVE")
    assert event == rad10.ALL_SAFE
    assert "FailedSOPSequence" not in report
    assert report.RetrieveAETitle == "ARCHIVE"


def test_a_report_of_failure_says_which_and_why() -> None:
    event, report = rad10.report("1.2.9", (ONE,), {TWO: rad10.NO_SUCH_INSTANCE}, "ARCHIVE")
    assert event == rad10.FAILURES
    assert report.FailedSOPSequence[0].FailureReason == 0x0112
    wire = Wire(rad10.SOP_CLASS)
    wire.ask(Field.N_EVENT_REPORT, report, AffectedSOPInstanceUID=rad10.INSTANCE, EventTypeID=2)
    found = rad10.facts(wire.request, wire.response)
    assert [(f.kind, f.value) for f in found] == [
        (FactKind.INSTANCE, "1.2.3.1"),
        (FactKind.STATUS, "1 failed"),
    ]


def test_a_report_that_lists_nothing_safe_omits_the_sequence() -> None:
    _, report = rad10.report("1.2.9", (), {TWO: rad10.CLASS_CONFLICT}, "ARCHIVE")
    assert "ReferencedSOPSequence" not in report


def test_damaged_bytes_state_nothing() -> None:
    assert rad10.facts(b"noise", b"noise") == ()


def test_a_sequence_of_another_vr_names_nothing() -> None:
    asked = rad10.ask("1.2.9", (ONE,))
    del asked.ReferencedSOPSequence
    asked.add_new("ReferencedSOPSequence", "LT", "a damaged VR, seed 1 of make torture")
    wire = Wire(rad10.SOP_CLASS)
    wire.ask(Field.N_ACTION, asked, RequestedSOPInstanceUID=rad10.INSTANCE, ActionTypeID=1)
    assert rad10.facts(wire.request, wire.response) == ()
