"""In which lines two trees differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.explain import hl7v2, readers
from showcase.explain.compare import compare
from showcase.model.answers import Change
from showcase.model.node import Node

ADMIT = (
    b"\x0bMSH|^~\\&|ADT|ALBA|RIS|ALBA|20260504||ADT^A04|17|T|2.5.1\r"
    b"PID|||40213^^^ALBA~77^^^REGION||Quill^Rosa\r"
    b"OBX|1|ST|a||one\r"
    b"OBX|2|ST|b||two\r"
    b"\x1c\r"
)

SOAP = (
    b"POST /xds HTTP/1.1\r\nHost: here\r\nContent-Type: application/soap+xml\r\n"
    b"Content-Length: %d\r\n\r\n%s"
)
ENVELOPE = (
    b'<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>'
    b'<Query id="%s"><Slot>%s</Slot></Query></s:Body></s:Envelope>'
)

NODES = st.recursive(
    st.builds(Node, label=st.sampled_from("abc1"), value=st.text("xy", max_size=2)),
    lambda below: st.builds(
        Node,
        label=st.sampled_from(["a", "b", "Item 1", "Item 2"]),
        path=st.sampled_from(["", "p", "p[2]"]),
        children=st.lists(below, max_size=4).map(tuple),
    ),
    max_leaves=12,
)
TREES = st.lists(NODES, max_size=5).map(tuple)


def told(before: bytes, after: bytes) -> list[tuple[Change, str, str, str]]:
    found = compare(hl7v2.explain(before), hl7v2.explain(after))
    return [(each.change, each.path, each.before, each.after) for each in found]


def test_the_same_message_does_not_differ() -> None:
    assert told(ADMIT, ADMIT) == []


def test_a_changed_component_is_told_once() -> None:
    assert told(ADMIT, ADMIT.replace(b"Rosa", b"Ada")) == [
        (Change.CHANGED, "PID-5.2", "Rosa", "Ada")
    ]


def test_an_inserted_segment_shifts_nothing() -> None:
    more = ADMIT.replace(b"OBX|1", b"OBX|0|ST|z||zero\rOBX|1")
    ((change, path, before, after),) = told(ADMIT, more)
    assert (change, path, before) == (Change.ADDED, "OBX", "")
    assert "OBX-5 zero" in after
    ((change, path, before, after),) = told(more, ADMIT)
    assert (change, path, after) == (Change.REMOVED, "OBX", "")


def test_the_way_to_a_repeated_segment_is_numbered() -> None:
    other = ADMIT.replace(b"two", b"2").replace(b"one", b"1")
    first, second = compare(hl7v2.explain(ADMIT), hl7v2.explain(other))
    assert (first.within[-1], first.before) == ("OBX Observation/Result [1]", "one")
    assert (second.within[-1], second.before) == ("OBX Observation/Result [2]", "two")


def test_a_second_identifier_is_one_repetition_more() -> None:
    once = ADMIT.replace(b"40213^^^ALBA~77^^^REGION", b"77^^^REGION")
    ((change, path, before, _after),) = told(ADMIT, once)
    assert (change, path, before) == (Change.REMOVED, "PID-3[1]", "40213^^^ALBA")
    ((change, path, _before, after),) = told(once, ADMIT)
    assert (change, path, after) == (Change.ADDED, "PID-3[1]", "40213^^^ALBA")


def test_messages_of_two_kinds_are_compared_field_by_field() -> None:
    other = ADMIT.replace(b"ADT^A04", b"ADT^A08")
    found = told(ADMIT, other)
    assert (Change.CHANGED, "MSH-9.2", "A04", "A08") in found
    assert not [each for each in found if each[0] is not Change.CHANGED]


def test_soap_differs_where_its_xml_does() -> None:
    def http(*values: bytes) -> tuple[Node, ...]:
        body = ENVELOPE % values
        return readers.explain("http", SOAP % (len(body), body))

    (difference,) = compare(http(b"q1", b"one"), http(b"q1", b"two"))
    assert (difference.before, difference.after) == ("one", "two")
    assert difference.within[0] == "SOAP envelope"


def test_a_line_of_text_more_is_one_difference() -> None:
    def lines(*texts: str) -> tuple[Node, ...]:
        return tuple(Node(label=str(n), value=text) for n, text in enumerate(texts, 1))

    (difference,) = compare(lines("a", "b", "c"), lines("a", "new", "b", "c"))
    assert (difference.change, difference.after) == (Change.ADDED, "new")


def test_very_many_lines_are_compared_at_once() -> None:
    many = [Node(label=str(n), value=str(n)) for n in range(20_000)]
    other = [*many[:10_000], Node(label="x", value="new"), *many[10_001:]]
    removed, added = compare(
        (Node(label="Text", children=tuple(many)),),
        (Node(label="Text", children=tuple(other)),),
    )
    assert (removed.change, removed.before) == (Change.REMOVED, "10000")
    assert (added.change, added.after) == (Change.ADDED, "new")


@pytest.mark.parametrize("transport", ["mllp", "dicom", "http", "syslog-udp", "syslog-tls"])
@given(a=st.binary(max_size=200), b=st.binary(max_size=200))
def test_noise_is_compared_too(transport: str, a: bytes, b: bytes) -> None:
    one, two = readers.explain(transport, a), readers.explain(transport, b)
    assert compare(one, one) == ()
    compare(one, two)


@given(TREES, TREES)
def test_trees_differ_in_both_directions_or_in_none(
    one: tuple[Node, ...], two: tuple[Node, ...]
) -> None:
    assert compare(one, one) == ()
    assert bool(compare(one, two)) == bool(compare(two, one))
