from hypothesis import given
from hypothesis import strategies as st

from showcase.model.fact import FactKind
from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.frame import framed
from showcase.protocols.hl7v2.person import Identifier
from showcase.transactions import iti8
from tests.showcase.protocols.hl7v2.samples import ROSA, almost_hl7, anything, envelope

GONE = Identifier(value="99", authority="ALBA", authority_oid="1.2.3")


def test_feed_is_read_as_written() -> None:
    message = decode(iti8.feed(envelope(), ROSA).raw)
    assert iti8.read(message) == (iti8.Feed(patient=ROSA),)
    assert iti8.faults(message) == ()


def test_feed_is_version_2_3_1_with_structure() -> None:
    message = iti8.feed(envelope(), ROSA, trigger="A08")
    assert (message.version, message.get("MSH-9")) == ("2.3.1", "ADT^A08^ADT_A01")
    assert [each.id for each in message.segments] == ["MSH", "EVN", "PID", "PV1"]


def test_merge_names_who_is_no_more() -> None:
    message = decode(iti8.merge(envelope(), ROSA, GONE).raw)
    assert message.get("MSH-9") == "ADT^A40^ADT_A39"
    (feed,) = iti8.read(message)
    assert feed.subsumed == GONE
    assert feed.patient.identifiers == ROSA.identifiers


def test_several_merges_in_one_message_are_read() -> None:
    raw = iti8.merge(envelope(), ROSA, GONE).raw + b"PID|2||7^^^B&1.9&ISO||X^Y\rMRG|8^^^B&1.9&ISO\r"
    found = [(f.patient.identifiers[0].value, f.subsumed) for f in iti8.read(decode(raw))]
    assert found == [
        ("40213", GONE),
        ("7", Identifier(value="8", authority="B", authority_oid="1.9")),
    ]


def test_merge_without_mrg_is_a_fault() -> None:
    raw = iti8.merge(envelope(), ROSA, GONE).raw.partition(b"MRG")[0]
    assert [fault.at for fault in iti8.faults(decode(raw))] == ["MRG-1.1"]


def test_facts_name_the_patient_and_her_domain() -> None:
    facts = iti8.facts(framed(iti8.feed(envelope(), ROSA).raw), b"")
    assert [(f.kind, f.value, f.authority) for f in facts] == [
        (FactKind.PATIENT_ID, "40213", "1.2.3"),
        (FactKind.PATIENT_NAME, "Rosa Quill", ""),
    ]


@given(st.one_of(anything, almost_hl7), st.one_of(anything, almost_hl7))
def test_noise_states_nothing_and_breaks_nothing(request: bytes, response: bytes) -> None:
    assert isinstance(iti8.facts(framed(b"MSH|^~\\&|" + request), response), tuple)
