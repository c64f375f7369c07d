"""Audit records for people."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.explain.audit import explain
from showcase.model.node import Node, as_text
from showcase.protocols.audit import codes
from showcase.protocols.audit.message import AuditMessage, Detail, Participant
from showcase.protocols.audit.syslog import frame
from showcase.transactions import iti20

MESSAGE = AuditMessage(
    event_id=codes.QUERY,
    action="E",
    at=datetime(2026, 5, 4, 9, 30, tzinfo=UTC),
    outcome=4,
    event_types=(codes.transaction("ITI-9", "PIX Query"),),
    participants=(Participant(user_id="ALBA|EHR", requestor=True, roles=(codes.SOURCE,)),),
    source_id="EHR",
    objects=(
        iti20.patient("40213", "1.2.3"),
        iti20.query("q1", codes.SOP_CLASS, b"QPD|IHE PIX Query\r", Detail("Name", b"value")),
    ),
)
RAW = iti20.wrap(MESSAGE, host="booth", app="EHR")


def test_a_datagram_is_told_in_words() -> None:
    (record,) = explain(RAW)
    text = as_text((record,))
    assert record.value == "Query (110112, DCM) (ITI-9): minor failure"
    assert "PRI: 85 (security, notice)" in text
    assert "EventActionCode: E (execute)" in text
    assert "EventTypeCode: PIX Query (ITI-9, IHE Transactions)" in text
    assert "ParticipantObjectQuery: QPD|IHE PIX Query␍" in text
    assert "value: value" in text
    assert "ParticipantObjectTypeCodeRole: 1 (patient)" in text


def test_header_and_message_point_at_their_bytes() -> None:
    (record,) = explain(RAW)
    header, message = record.children
    assert (record.start, record.end) == (0, len(RAW))
    assert RAW[header.start : header.end].endswith(b"IHE+RFC-3881 - ")
    assert RAW[message.start : message.end].startswith(b"<AuditMessage>")


@pytest.mark.parametrize(
    ("label", "bytes_"),
    [
        ("PRI", b"<85>1"),
        ("HOSTNAME", b"booth"),
        ("MSGID", b"IHE+RFC-3881"),
        ("EventActionCode", b'EventActionCode="E"'),
        ("EventID", b'<EventID csd-code="110112"'),
        ("UserID", b'UserID="ALBA|EHR"'),
        ("ParticipantObjectID", b'ParticipantObjectID="40213^^^&amp;1.2.3&amp;ISO"'),
        ("ParticipantObjectQuery", b"<ParticipantObjectQuery>"),
    ],
)
def test_each_line_points_at_the_bytes_that_say_it(label: str, bytes_: bytes) -> None:
    stream = frame(RAW) + frame(RAW)
    for record in explain(stream):
        node = next(each for each in _all((record,)) if each.label == label)
        assert stream[node.start : node.end].startswith(bytes_)
        assert stream[node.start : node.end].count(bytes_) == 1


def test_no_line_of_a_record_is_without_bytes() -> None:
    assert [each.label for each in _all(explain(RAW)) if each.end <= each.start] == []


def _all(nodes: tuple[Node, ...]) -> list[Node]:
    return [each for node in nodes for each in (node, *_all(node.children))]


def test_each_record_of_a_stream_points_at_its_bytes() -> None:
    stream = frame(RAW) + frame(RAW) + b"9 cut"
    first, second, rest = explain(stream)
    assert stream[first.start : first.end] == RAW
    assert stream[second.start : second.end] == RAW
    assert stream[rest.start : rest.end] == b"9 cut"


@pytest.mark.parametrize("raw", [b"<14>su: old\x00", RAW[:-4]])
def test_a_damaged_record_is_shown_as_it_came(raw: bytes) -> None:
    (record,) = explain(raw)
    assert record.label == "Damaged audit record"
    assert record.value
    assert record.children[0].value.startswith(raw[:10].decode())
    assert "\x00" not in record.children[0].value


@given(st.binary(max_size=200), st.integers(0, len(RAW)))
def test_noise_is_shown(noise: bytes, at: int) -> None:
    raw = RAW[:at] + noise
    nodes = explain(raw)
    assert bool(nodes) == bool(raw)
    assert all(_within(node, len(raw)) for node in nodes)


def _within(node: Node, size: int) -> bool:
    return 0 <= node.start <= node.end <= size and all(_within(c, size) for c in node.children)
