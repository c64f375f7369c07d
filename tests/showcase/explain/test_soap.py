import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.explain.soap import explain
from showcase.model.node import Node, as_text
from showcase.protocols.cda import report as cda
from tests.showcase.protocols.cda.test_report import REPORT
from tests.showcase.standins.xds import by_hand


def recorded(content_type: str, body: bytes) -> bytes:
    return f"POST /iti-41 HTTP/1.1\r\nContent-Type: {content_type}\r\n\r\n".encode() + body


PROVIDE = by_hand.provide(by_hand.registry_objects(), by_hand.CXF_INCLUDE)
REQUEST = recorded(*by_hand.cxf(PROVIDE))


def every(nodes: tuple[Node, ...]) -> list[Node]:
    return [each for node in nodes for each in (node, *every(node.children))]


def test_metadata_bear_their_names_in_the_framework() -> None:
    text = as_text(explain(REQUEST))
    for line in (
        "HTTP: POST /iti-41 HTTP/1.1",
        "wsa:Action (mustUnderstand): urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b",
        "DocumentEntry: CT by hand",
        "patientId: RX-7^^^&1.2.3.1&ISO",
        "typeCode: Imaging (18748-4, 2.16.840.1.113883.6.1)",
        "objectType: Stable",
        "SubmissionSet",
        "type: HasMember",
        "Document Document01: cid:d9a-1@urn%3Aihe%3Aiti%3Axds-b%3A2007",
        f"Part d9a-1@urn:ihe:iti:xds-b:2007: text/plain, {len(by_hand.DOCUMENT)} bytes",
    ):
        assert line in text, text


def test_offsets_lead_to_the_bytes() -> None:
    nodes = every(explain(REQUEST))
    part = next(node for node in nodes if node.label.startswith("Part "))
    assert REQUEST[part.start : part.end] == by_hand.DOCUMENT
    xml = next(node for node in nodes if node.label == "SOAP envelope")
    assert REQUEST[xml.start : xml.end] == PROVIDE
    head = next(node for node in nodes if node.label == "Content-Type")
    assert REQUEST[head.start : head.end].startswith(b"Content-Type: multipart/related")


def test_clinical_document_is_shown_as_it_reads() -> None:
    text = as_text(explain(recorded(*by_hand.cxf(PROVIDE, cda.build(REPORT)))))
    # by_hand says text/plain, which is believed
    assert "<title>CT chest</title>" in text
    content_type, body = by_hand.cxf(PROVIDE, cda.build(REPORT))
    typed = body.replace(b"Content-Type: text/plain", b"Content-Type: text/xml")
    text = as_text(explain(recorded(content_type, typed)))
    for line in ("CDA document: CT chest", "Patient: Rosa Quill", "2: Second <line> & more."):
        assert line in text


def test_question_is_shown_by_its_name() -> None:
    text = as_text(explain(recorded(by_hand.SIMPLE, by_hand.find_documents())))
    assert "Query: FindDocuments" in text
    assert "$XDSDocumentEntryPatientId: RX-7^^^&1.2.3.1&ISO" in text


def test_error_page_is_shown_as_text() -> None:
    raw = b"HTTP/1.1 500 Oh\r\nContent-Type: text/html\r\n\r\n<p>Sorry\x1b[31m"
    text = as_text(explain(raw))
    assert "1: <p>Sorry\u241b[31m" in text


def test_other_xml_is_shown_as_a_tree() -> None:
    body = by_hand.envelope("urn:a", '<x:Odd xmlns:x="urn:x" a="1"><x:b>text</x:b></x:Odd>')
    text = as_text(explain(recorded(by_hand.SIMPLE, body)))
    assert "b: text" in text
    assert "@a: 1" in text


@pytest.mark.parametrize("raw", [b"\x00\x01", REQUEST[:30], REQUEST[:-40], REQUEST[:2000]])
def test_damage_is_named(raw: bytes) -> None:
    assert "Damaged" in as_text(explain(raw))


def held(raw: bytes, nodes: tuple[Node, ...], label: str, nth: int = 0) -> bytes:
    """The bytes that the nth line of that label points at."""
    found = [node for node in every(nodes) if node.label == label]
    return raw[found[nth].start : found[nth].end]


@pytest.mark.parametrize(
    ("label", "bytes_"),
    [
        ("patientId", b'value="RX-7^^^&amp;1.2.3.1&amp;ISO"'),
        ("entryUUID", b'id="Document01"'),
        ("mimeType", b'mimeType="text/plain"'),
        ("creationTime", b"<ns4:Value>20260301</ns4:Value>"),
        ("title", b'<ns4:LocalizedString value="CT by hand"'),
        ("typeCode", b'nodeRepresentation="18748-4"'),
        ("DocumentEntry", b"<ns4:ExtrinsicObject"),
        ("SubmissionSet", b'<ns4:RegistryPackage id="SubmissionSet01">'),
        ("sourceId", b"554ac39e-e3fe-47fe-b233-965d2a147832"),
        ("type", b"associationType="),
        ("Document Document01", b'<Document id="Document01">'),
        ("wsa:MessageID", b"<a:MessageID>urn:uuid:0fbfdced-6c01-4d09-a110-2201afedaa02"),
        ("Header", b"<s:Header>"),
        ("Body", b"<s:Body>"),
    ],
)
def test_each_line_points_at_the_bytes_that_say_it(label: str, bytes_: bytes) -> None:
    said = held(REQUEST, explain(REQUEST), label)
    assert bytes_ in said
    assert said[:1] in b"<eimoa"
    assert len(said) < len(PROVIDE)


def test_only_an_empty_line_of_text_has_no_bytes() -> None:
    nowhere = [node for node in every(explain(REQUEST)) if node.end <= node.start]
    assert [(node.label, node.value) for node in nowhere] == [("3", "")]


def test_a_question_and_its_answer_have_their_bytes() -> None:
    raw = recorded(by_hand.SIMPLE, by_hand.find_documents())
    tree = explain(raw)
    assert b"'RX-7^^^&amp;1.2.3.1&amp;ISO'" in held(raw, tree, "$XDSDocumentEntryPatientId")
    assert held(raw, tree, "returnType") == b'returnType="LeafClass"'
    assert held(raw, tree, "Query") == b'id="urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d"'


def test_a_body_in_chunks_has_its_places_in_the_recorded_bytes() -> None:
    content_type, body = by_hand.cxf(PROVIDE)
    head = f"POST / HTTP/1.1\r\nContent-Type: {content_type}\r\n".encode()
    pieces = [body[at : at + 700] for at in range(0, len(body), 700)]
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)
    raw = head + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"
    tree = explain(raw)
    whole = {node.label: node for node in every(explain(REQUEST))}
    for node in every(tree):
        there = whole.get(node.label)
        if there and there.path and node.end - node.start == there.end - there.start > 0:
            assert raw[node.start : node.end] == REQUEST[there.start : there.end], node.label
    assert held(raw, tree, "entryUUID") == b'id="Document01"'
    part = next(node for node in every(tree) if node.label.startswith("Part "))
    assert raw[part.start : part.start + 10] == by_hand.DOCUMENT[:10]


def test_lines_of_a_page_have_their_bytes() -> None:
    raw = b"HTTP/1.1 500 Oh\r\nContent-Type: text/html\r\n\r\n<p>\r\nSorry</p>\n"
    _, body = explain(raw)
    assert [raw[each.start : each.end] for each in body.children] == [b"<p>", b"Sorry</p>"]


def test_compressed_body_is_shown_without_places() -> None:
    """No stretch of what crossed the wire says what it says."""
    content_type, body = by_hand.cxf(PROVIDE)
    head = f"POST /x HTTP/1.1\r\nContent-Type: {content_type}\r\nContent-Encoding: gzip\r\n\r\n"
    packed = head.encode() + gzip.compress(body)
    nodes = explain(packed)
    assert "DocumentEntry: CT by hand" in as_text(nodes)
    assert {(each.start, each.end) for each in every(nodes[1:])} == {(0, 0)}


def test_cut_body_is_named() -> None:
    raw = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"
    assert "Cut short" in as_text(explain(raw))


@given(st.integers(0, len(REQUEST)), st.binary(max_size=30))
def test_noise_is_always_shown(cut: int, noise: bytes) -> None:
    for raw in (noise, REQUEST[:cut] + noise, REQUEST[:cut] + noise + REQUEST[cut + 1 :]):
        nodes = every(explain(raw))
        assert all(0 <= node.start <= node.end <= len(raw) for node in nodes)
        assert bool(nodes) is bool(raw)
