import msgspec
from hypothesis import given

from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.frame import framed
from showcase.protocols.hl7v2.order import ImagingOrder
from showcase.transactions import rad2
from tests.showcase.protocols.hl7v2.samples import ROSA, almost_hl7, envelope
from tests.showcase.transactions.samples import ORDER

PLACED = ImagingOrder(
    placer_number="P1",
    code=ORDER.code,
    code_text=ORDER.code_text,
    code_scheme=ORDER.code_scheme,
    reason=ORDER.reason,
    requester=ORDER.requester,
)


def test_order_is_read_as_written() -> None:
    message = decode(rad2.place(envelope(), ROSA, PLACED).raw)
    assert rad2.read(message) == (ROSA, ((rad2.NEW, PLACED),))
    assert rad2.faults(message) == ()


def test_order_of_several_examinations_is_read() -> None:
    raw = rad2.place(envelope(), ROSA, PLACED).raw + b"ORC|CA|P2\rOBR|1|P2\r"
    _, orders = rad2.read(decode(raw))
    assert [(control, order.placer_number) for control, order in orders] == [
        ("NW", "P1"),
        ("CA", "P2"),
    ]


def test_what_is_missing_is_named() -> None:
    bare = msgspec.structs.replace(PLACED, placer_number="", code="")
    faults = rad2.faults(rad2.place(envelope(), ROSA, bare))
    assert [fault.at for fault in faults] == ["ORC-2.1", "OBR-4.1"]
    unordered = decode(b"MSH|^~\\&|A|B|C|D|1||ORM^O01|7|T|2.3.1\r")
    assert [fault.condition for fault in rad2.faults(unordered)] == ["100", "100"]


def test_every_order_of_a_message_is_looked_at() -> None:
    raw = rad2.place(envelope(), ROSA, PLACED).raw + b"ORC|NW|\rOBR|1|||\rORC|NW|P3\rOBR|1|P3\r"
    faults = rad2.faults(decode(raw))
    assert [fault.at for fault in faults] == ["ORC[2]-2.1", "OBR[2]-4.1", "OBR[3]-4.1"]


def test_order_number_may_stand_in_the_obr_alone() -> None:
    raw = rad2.place(envelope(), ROSA, PLACED).raw.replace(b"ORC|NW|P1", b"ORC|NW|")
    message = decode(raw)
    assert rad2.faults(message) == ()
    _, ((_, order),) = rad2.read(message)
    assert order.placer_number == "P1"


def test_cancelling_needs_no_code() -> None:
    bare = msgspec.structs.replace(PLACED, code="")
    assert rad2.faults(rad2.place(envelope(), ROSA, bare, control=rad2.CANCEL)) == ()


def test_unknown_order_control_is_named() -> None:
    faults = rad2.faults(rad2.place(envelope(), ROSA, PLACED, control="ZZ"))
    assert [(fault.condition, fault.at) for fault in faults] == [("103", "ORC-1")]


def test_facts_link_patient_and_order() -> None:
    facts = rad2.facts(framed(rad2.place(envelope(), ROSA, PLACED).raw), b"")
    assert [(f.value, f.path) for f in facts] == [
        ("40213", "PID-3.1"),
        ("Rosa Quill", "PID-5"),
        ("P1", "ORC-2.1"),
    ]


@given(almost_hl7)
def test_noise_breaks_nothing(noise: bytes) -> None:
    assert isinstance(rad2.facts(framed(b"MSH|^~\\&|" + noise), noise), tuple)


def test_an_order_of_the_2_5_1_option_is_read() -> None:
    raw = (
        b"MSH|^~\\&|EHR|ALBA|RIS|ALBA|1||OMG^O19^OMG_O19|7|T|2.5.1\r"
        b"PID|||40213^^^ALBA&1.2.3.1&ISO||Quill^Rosa||19610402|F\rPV1||E\r"
        b"ORC|NW|P1\rTQ1|1||||||20261124093000||R\r"
        b"OBR|1|P1||CT^Chest^LN||||||||||||^Weller^Ada|||||||||||||||^Pain\r"
    )
    message = decode(raw)
    assert rad2.faults(message) == ()
    _, ((control, order),) = rad2.read(message)
    assert (control, order.placer_number, order.code_text) == ("NW", "P1", "Chest")
    assert (order.requester, order.reason, order.start) == ("Weller^Ada", "Pain", "20261124093000")
    assert "P1" in {fact.value for fact in rad2.facts(framed(raw), b"")}
