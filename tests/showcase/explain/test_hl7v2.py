from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from showcase.explain.hl7v2 import explain
from showcase.model.node import Node
from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.frame import framed
from tests.showcase.protocols.hl7v2.samples import A04, almost_hl7, anything


def every(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from every(node.children)


def at(nodes: tuple[Node, ...], path: str) -> Node:
    return next(node for node in every(nodes) if node.path == path)


def test_fields_bear_their_names() -> None:
    nodes = explain(framed(A04))
    assert nodes[0].label == "ADT^A04 (HL7 v2.5)"
    assert at(nodes, "PID").label == "PID Patient Identification"
    assert at(nodes, "PID-5").label == "PID-5 Patient Name"
    assert at(nodes, "PID-5.2").label == "PID-5.2 Given Name"
    assert at(nodes, "PID-3[2].4.2").value == "1.2.4"


def test_offsets_point_at_the_bytes() -> None:
    raw = b"noise" + framed(A04.replace(b"Quill", "Qüíll".encode()))
    nodes = explain(raw)
    name = at(nodes, "PID-5.1")
    assert raw[name.start : name.end] == "Qüíll".encode()
    given_name = at(nodes, "PID-5.2")
    assert raw[given_name.start : given_name.end] == b"Rosa"
    assert raw[at(nodes, "MSH-1").start : at(nodes, "MSH-1").end] == b"|"
    assert raw[at(nodes, "MSH-2").start : at(nodes, "MSH-2").end] == b"^~\\&"


def test_every_path_leads_to_the_value() -> None:
    message = decode(A04)
    leaves = [node for node in every(explain(framed(A04))) if node.path and not node.children]
    assert len(leaves) > 20
    for node in leaves:
        assert node.value == message.get(node.path)


def test_answer_says_to_what() -> None:
    ack = b"MSH|^~\\&|A|B|C|D|1||ACK^A04^ACK|9|T|2.5\rMSA|AE|C1\r"
    assert explain(framed(ack))[0].value == "AE to C1"


def test_several_frames_are_several_nodes() -> None:
    nodes = explain(framed(A04) + framed(A04))
    assert [node.start for node in nodes] == [0, len(framed(A04))]


def test_damage_is_shown() -> None:
    raw = b"GET /" + framed(b"gar\x01bage") + b"\x0bMSH|^~\\&|A|half"
    labels = [(node.label, node.value) for node in explain(raw)]
    assert labels[0] == ("Bytes outside of a frame", "GET /")
    assert labels[1][0] == "Damaged message"
    assert labels[2][0] == "Unfinished message"
    assert explain(raw)[1].children[0].value == "gar␁bage"
    assert at(explain(raw), "MSH-4").value == "half"


def test_line_end_inside_a_field_is_visible() -> None:
    nodes = explain(framed(A04 + b"NTE|1||a\nb\r"))
    assert at(nodes, "NTE-3").value == "a␊b"


def test_nothing_explains_to_nothing() -> None:
    assert explain(b"") == ()
    assert explain(b"\r\n") == ()


@given(
    st.one_of(
        anything,
        almost_hl7,
        almost_hl7.map(framed),
        almost_hl7.map(lambda tail: framed(A04 + tail) + tail),
    )
)
def test_noise_still_gives_nodes_inside_the_bytes(raw: bytes) -> None:
    nodes = explain(raw)
    assert nodes or not raw.strip(b"\x0b\x1c\r\n")
    for node in every(nodes):
        assert 0 <= node.start <= node.end <= len(raw)
        for child in node.children:
            assert node.start <= child.start
            assert child.end <= node.end
