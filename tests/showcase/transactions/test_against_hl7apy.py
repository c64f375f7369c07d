"""What we send, checked by hl7apy's own tables of structures, fields and data types.

Left out is what it is known to get wrong: it demands every choice of ORM_O01 at once, has three
fields in QPD, and no 2.3.1 ACK. Of orders each segment is checked on its own.
"""

import pytest
from hl7apy.consts import VALIDATION_LEVEL
from hl7apy.parser import parse_message, parse_segment

from showcase.protocols.hl7v2.ack import Fault, accept, refuse
from showcase.protocols.hl7v2.codec import Message
from showcase.transactions import iti8, iti9, iti31, rad2, rad4, rad28
from tests.showcase.protocols.hl7v2.samples import AT, ROSA, envelope
from tests.showcase.transactions.samples import ORDER, REPORT

QUESTION = iti9.query(envelope(), ROSA.identifiers[0])
EVENTS = [
    iti31.event(envelope(), ROSA, iti31.Encounter(), trigger=t) for t in ("A01", "A03", "A04")
]
FEEDS = [iti8.feed(envelope(), ROSA, trigger=t) for t in ("A01", "A04", "A08")]
OTHERS = [
    iti8.merge(envelope(), ROSA, ROSA.identifiers[0]),
    QUESTION,
    iti9.answer(QUESTION, ROSA.identifiers, AT),
    iti9.answer(QUESTION, (), AT),
    iti9.refuse_query(QUESTION, (iti9.UNKNOWN_PATIENT,), AT),
    rad28.export(envelope(), ROSA, REPORT),
    accept(QUESTION, AT),
    refuse(QUESTION, (Fault("101", "PID-3.1", "why"),), AT),
]


@pytest.mark.parametrize(
    "message", [*EVENTS, *FEEDS, *OTHERS], ids=lambda message: str(message.get("MSH-9"))
)
def test_message_is_valid(message: Message) -> None:
    parsed = parse_message(
        message.raw.decode(), validation_level=VALIDATION_LEVEL.STRICT, find_groups=True
    )
    assert parsed.validate()


@pytest.mark.parametrize(
    "message",
    [rad2.place(envelope(), ROSA, ORDER), rad4.schedule(envelope(), ROSA, ORDER)],
    ids=["RAD-2", "RAD-4"],
)
def test_segments_of_an_order_are_valid(message: Message) -> None:
    names = [each.id for each in message.segments]
    for each in message.segments:
        if each.id == "ZDS":  # IHE's own, which HL7 does not know
            continue
        parsed = parse_segment(each.wire, version=message.version)
        assert parsed.validate()
    assert names[:5] == ["MSH", "PID", "PV1", "ORC", "OBR"]
