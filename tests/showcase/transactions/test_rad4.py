import msgspec
from hypothesis import given

from showcase.model.fact import FactKind
from showcase.protocols.hl7v2.codec import Message, decode
from showcase.protocols.hl7v2.frame import framed
from showcase.transactions import rad4
from tests.showcase.protocols.hl7v2.samples import ROSA, almost_hl7, envelope
from tests.showcase.transactions.samples import ORDER


def test_procedure_is_read_as_written() -> None:
    message = decode(rad4.schedule(envelope(), ROSA, ORDER).raw)
    assert rad4.read(message) == (ROSA, ((rad4.NEW, ORDER),))
    assert rad4.faults(message) == ()


def test_values_stand_where_an_archive_looks() -> None:
    message = rad4.schedule(envelope(), ROSA, ORDER)
    places = {
        "ORC-1": "NW", "ORC-5": "SC", "ORC-7.4": "20261124103015", "OBR-4.4": "CTTHOR",
        "OBR-18": "A1", "OBR-19": "RP1", "OBR-20": "SPS1", "OBR-24": "CT", "OBR-44.1": "CTTHOR",
        "ZDS-1.1": "2.25.1", "ZDS-1.4": "DICOM",
    }  # fmt: skip
    assert {path: message.get(path) for path in places} == places


def test_procedure_without_study_or_accession_is_a_fault() -> None:
    bare = msgspec.structs.replace(ORDER, study="", accession="")
    faults = rad4.faults(rad4.schedule(envelope(), ROSA, bare))
    assert [fault.at for fault in faults] == ["OBR-18.1", "ZDS-1.1"]


def test_facts_link_patient_order_and_study() -> None:
    facts = rad4.facts(framed(rad4.schedule(envelope(), ROSA, ORDER).raw), b"")
    assert {f.kind: f.value for f in facts} == {
        FactKind.PATIENT_ID: "40213",
        FactKind.PATIENT_NAME: "Rosa Quill",
        FactKind.PLACER_ORDER: "P1",
        FactKind.ACCESSION: "A1",
        FactKind.STUDY: "2.25.1",
    }


def omi(ipc: str = "IPC|A1|RP1|2.25.1|SPS1|CT\r") -> Message:
    return decode(
        (
            "MSH|^~\\&|RIS|ALBA|ARCHIVE|ALBA|1||OMI^O23^OMI_O23|7|T|2.5.1\r"
            "PID|||40213^^^ALBA&1.2.3.1&ISO||Quill^Rosa||19610402|F\rPV1||E\r"
            "ORC|NW|P1|F1||SC\rTQ1|1||||||20261124103015||R\r"
            f"OBR|1|P1|F1|CTTHOR^Chest CT^LN\r{ipc}"
        ).encode()
    )


def test_a_procedure_of_the_2_5_1_option_is_read() -> None:
    assert rad4.faults(omi()) == ()
    _, ((control, order),) = rad4.read(omi())
    assert (control, order.accession, order.study) == ("NW", "A1", "2.25.1")
    assert (order.procedure_id, order.step_id, order.modality) == ("RP1", "SPS1", "CT")
    assert order.start == "20261124103015"
    facts = {f.kind: f.path for f in rad4.facts(framed(omi().raw), b"")}
    assert (facts[FactKind.ACCESSION], facts[FactKind.STUDY]) == ("IPC-1", "IPC-3.1")


def test_its_pointers_are_missed_where_they_should_stand() -> None:
    assert [fault.at for fault in rad4.faults(omi(ipc=""))] == ["IPC-1.1", "IPC-3.1"]


@given(almost_hl7)
def test_noise_breaks_nothing(noise: bytes) -> None:
    assert isinstance(rad4.facts(framed(b"MSH|^~\\&|" + noise), noise), tuple)


def test_one_study_is_that_of_every_step() -> None:
    first = rad4.schedule(envelope(), ROSA, ORDER).raw
    second = b"ORC|NW|P1|F1\rOBR|1|P1|F1|CT^Chest||||||||||||||A1|RP1|SPS2||||CT\r"
    message = decode(first + second)
    assert rad4.faults(message) == ()
    _, procedures = rad4.read(message)
    assert [order.study for _, order in procedures] == ["2.25.1", "2.25.1"]


def test_every_procedure_has_pointers_of_its_own() -> None:
    other = msgspec.structs.replace(ORDER, study="2.25.9", accession="A9")
    head, _, second = rad4.schedule(envelope(), ROSA, other).raw.partition(b"ORC|")
    bare = b"ORC|NW|P3\rOBR|1|P3\r"
    message = decode(rad4.schedule(envelope(), ROSA, ORDER).raw + b"ORC|" + second + bare)
    assert head
    assert [fault.at for fault in rad4.faults(message)] == ["OBR[3]-18.1", "ZDS[3]-1.1"]


def test_unknown_order_control_is_no_new_procedure() -> None:
    raw = rad4.schedule(envelope(), ROSA, ORDER).raw.replace(b"ORC|NW", b"ORC|ZZ")
    faults = rad4.faults(decode(raw))
    assert [(fault.condition, fault.at) for fault in faults] == [("103", "ORC-1")]
