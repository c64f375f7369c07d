import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model.fact import FactKind
from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.compose import compose, segment
from showcase.protocols.hl7v2.header import msh
from showcase.protocols.hl7v2.person import (
    Identifier,
    PatientIdentification,
    merge_faults,
    patient_facts,
    pid,
    pid_faults,
    read_pid,
    visit_number,
)
from tests.showcase.protocols.hl7v2.samples import A04, ROSA, envelope

words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=12)
identifiers = st.builds(
    Identifier, value=words, authority=words, authority_oid=st.sampled_from(["", "1.2.3"])
)


@given(st.lists(identifiers, min_size=1, max_size=4), words, words)
def test_patient_survives_the_wire(ids: list[Identifier], family: str, given_name: str) -> None:
    patient = PatientIdentification(
        identifiers=tuple(ids),
        family=family,
        given=given_name,
        born="19610402",
        sex="F",
        visit="V1",
    )
    header = msh(envelope(), ("ADT", "A04", "ADT_A01"), "2.5")
    pv1 = segment("PV1", {2: "E", 19: visit_number(patient)})
    assert read_pid(decode(compose((header, pid(patient), pv1)).raw)) == patient


def test_identifier_names_its_authority() -> None:
    assert pid(ROSA).field(3) == "40213^^^ALBA&1.2.3&ISO^PI"


def test_visit_is_in_the_domain_of_the_patient() -> None:
    assert segment("PV1", {19: visit_number(ROSA)}).field(19) == "V77^^^ALBA&1.2.3&ISO^VN"


def test_account_stands_in_for_a_visit() -> None:
    assert read_pid(decode(A04.replace(b"|F\r", b"|F||||||||||ACC9\r"))).visit == "ACC9"


def test_deleted_values_are_none() -> None:
    assert read_pid(decode(A04.replace(b"|F\r", b'|""\r'))).sex == ""


def test_complete_patient_has_no_faults() -> None:
    assert pid_faults(decode(A04)) == ()


def test_missing_fields_are_named() -> None:
    bare = decode(b"MSH|^~\\&|A|B|C|D|1||ADT^A04|1|T|2.5\rPID|1||||\r")
    assert [fault.at for fault in pid_faults(bare)] == ["PID-3.1", "PID-5.1"]


def test_identifier_of_nobody_is_a_fault() -> None:
    raw = A04.replace(b"^^^ALBA&1.2.3&ISO^PI~77^^^RIVER&1.2.4&ISO", b"")
    faults = pid_faults(decode(raw))
    assert [fault.at for fault in faults] == ["PID-3.4"]


@pytest.mark.parametrize("pid3", ["999^^^^SS~5^^^ALBA^PI", "~5^^^&1.2.3&ISO", "5^^^ALBA~999"])
def test_identifier_of_nobody_does_no_harm_beside_one_of_somebody(pid3: str) -> None:
    message = decode(f"MSH|^~\\&|A|B\rPID|1||{pid3}||Quill^Rosa\r".encode())
    assert pid_faults(message) == ()


def test_every_merge_names_the_number_that_is_no_more() -> None:
    pids = "PID|||5^^^A||Q^R\rMRG|6^^^A\rPID|||7^^^A||S^T\rPID|||8^^^A||U^V\rMRG|\r"
    faults = merge_faults(decode(f"MSH|^~\\&|A|B\r{pids}".encode()))
    assert [(fault.condition, fault.at) for fault in faults] == [
        ("101", "MRG[2]-1.1"),
        ("101", "MRG[3]-1.1"),
    ]


def test_second_patient_is_looked_at_too() -> None:
    faults = pid_faults(decode(A04 + b"PID|2||||Quill^Rosa\r"))
    assert [fault.at for fault in faults] == ["PID[2]-3.1"]


def test_message_without_patient_is_a_fault() -> None:
    assert pid_faults(decode(b"MSH|^~\\&|A|B\rEVN||1\r"))[0].condition == "100"


def test_facts_name_every_identifier() -> None:
    facts = patient_facts(decode(A04))
    ids = [(f.value, f.authority, f.path) for f in facts if f.kind is FactKind.PATIENT_ID]
    assert ids == [("40213", "1.2.3", "PID-3.1"), ("77", "1.2.4", "PID-3.1")]
    assert facts[-1].value == "Rosa Quill"
