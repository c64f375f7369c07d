import pytest
from hypothesis import given

from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.frame import framed
from showcase.transactions import iti31
from tests.showcase.protocols.hl7v2.samples import ROSA, almost_hl7, envelope


def test_event_is_read_as_written() -> None:
    message = decode(iti31.event(envelope(), ROSA, iti31.Encounter()).raw)
    assert iti31.read(message) == ((ROSA, None),)
    assert iti31.faults(message) == ()


def test_event_says_where_and_how() -> None:
    message = iti31.event(envelope(), ROSA, iti31.Encounter())
    assert message.version == "2.5"
    assert message.get("EVN-1") == ""
    assert message.get("PV1-2") == "E"
    assert message.get("PV1-3") == "ED^^^ALBA"
    assert message.get("PV1-19.1") == "V77"


@pytest.mark.parametrize(
    ("trigger", "structure"), [("A01", "ADT_A01"), ("A03", "ADT_A03"), ("A11", "ADT_A09")]
)
def test_structure_follows_the_event(trigger: str, structure: str) -> None:
    message = iti31.event(envelope(), ROSA, iti31.Encounter(), trigger=trigger)
    assert message.get("MSH-9") == f"ADT^{trigger}^{structure}"


def test_facts_name_the_patient() -> None:
    raw = framed(iti31.event(envelope(), ROSA, iti31.Encounter()).raw)
    assert [(f.value, f.path) for f in iti31.facts(raw, b"")] == [
        ("40213", "PID-3.1"),
        ("Rosa Quill", "PID-5"),
    ]


@given(almost_hl7)
def test_noise_breaks_nothing(noise: bytes) -> None:
    assert isinstance(iti31.facts(framed(b"MSH|^~\\&|" + noise), noise), tuple)
