from showcase.model.exchange import Outcome
from showcase.model.fact import FactKind
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.status import Status
from showcase.transactions import rad16
from showcase.transactions.rad8 import CT_IMAGE_STORAGE
from tests.showcase.transactions.dicom_wire import Wire, worklist_item


def test_the_asking_half_states_the_study() -> None:
    wire = Wire(rad16.STUDY_ROOT)
    wire.ask(Field.C_MOVE, rad16.study("2.25.4711"), MoveDestination="READING")
    (fact,) = rad16.facts(wire.request, wire.response)
    assert (fact.kind, fact.value) == (FactKind.STUDY, "2.25.4711")


def test_the_carrying_half_states_whose_images_they_are() -> None:
    wire = Wire(CT_IMAGE_STORAGE)
    for uid in ("1.2.3.1", "1.2.3.2"):
        wire.ask(Field.C_STORE, worklist_item(), AffectedSOPInstanceUID=uid)
    found = rad16.facts(wire.request, wire.response)
    assert found[0].value == "40213"
    assert [f.value for f in found if f.kind is FactKind.INSTANCE] == ["1.2.3.1", "1.2.3.2"]


def test_images_that_failed_are_a_refusal() -> None:
    assert rad16.judge(Status(0), "Archive").outcome is Outcome.ACKNOWLEDGED
    partly = rad16.judge(Status(0xB000), "Archive", failed=2)
    assert partly.outcome is Outcome.REFUSED
    assert "2 of the images" in partly.words
    assert "0xB000" in partly.status


def test_an_unknown_destination_is_said_in_words() -> None:
    warned = rad16.judge(Status(0xB000), "Archive")
    assert warned.outcome is Outcome.ACKNOWLEDGED
    assert warned.status == "0xB000 Sub-operations complete, warnings"
    verdict = rad16.judge(Status(0xA801), "Archive")
    assert "does not know the AE title" in verdict.words


def test_damaged_bytes_state_nothing() -> None:
    assert rad16.facts(b"noise", b"noise") == ()
