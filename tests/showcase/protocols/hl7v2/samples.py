"""Messages and strategies that the tests of this protocol share."""

import itertools
from datetime import UTC, datetime

from hypothesis import strategies as st

from showcase.protocols.hl7v2.header import Envelope, Party
from showcase.protocols.hl7v2.person import Identifier, PatientIdentification

AT = datetime(2026, 11, 24, 10, 30, 15, tzinfo=UTC)

A04 = (
    b"MSH|^~\\&|DESK|ALBA|RIS|ALBA|20261124103015||ADT^A04^ADT_A01|C1|T|2.5\r"
    b"EVN||20261124103015\r"
    b"PID|1||40213^^^ALBA&1.2.3&ISO^PI~77^^^RIVER&1.2.4&ISO^PI||Quill^Rosa^^^^^L||19610402|F\r"
    b"PV1||E|ED^^^ALBA\r"
)

ROSA = PatientIdentification(
    identifiers=(Identifier(value="40213", authority="ALBA", authority_oid="1.2.3"),),
    family="Quill",
    given="Rosa",
    born="19610402",
    sex="F",
    visit="V77",
)


def envelope(control_id: str = "C1") -> Envelope:
    return Envelope(
        sender=Party("DESK", "ALBA"),
        receiver=Party("RIS", "ALBA"),
        at=AT,
        control_id=control_id,
    )


anything = st.binary(max_size=300)
"""Noise."""

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
"""Anything people could type, delimiters and control characters included."""

almost_hl7 = st.lists(
    st.sampled_from(
        [b"MSH", b"|", b"^~\\&", b"^", b"~", b"\\", b"&", b"\r", b"\n", b"PID", b"\x0b", b"\x1c\r",
         b"\xff", b"2.5", b"ADT^A04", b"UNICODE UTF-8", b"\xc3\xa9", b"C1", b"QPD", b"ORC", b"OBX"]
    ),
    max_size=60,
).map(b"".join)  # fmt: skip
"""Noise that gets further into a reader than real noise does."""


def chunks(data: bytes, cuts: list[int]) -> list[bytes]:
    """`data` cut at those places."""
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[a:b] for a, b in itertools.pairwise(places)]
