from hypothesis import given
from hypothesis import strategies as st

from showcase.explain.documents import explain_document
from showcase.model.node import as_text
from showcase.protocols.cda import report as cda
from tests.showcase.protocols.cda.test_report import REPORT


def test_clinical_document_is_shown_as_it_reads() -> None:
    text = as_text(explain_document(cda.build(REPORT), "text/xml", 100))
    assert text.startswith("CDA document: CT chest")
    assert "Patient id: RX-7 (1.2.4)" in text


def test_pdf_is_known_by_its_bytes() -> None:
    (node,) = explain_document(b"%PDF-1.4 ...", "text/xml")
    assert (node.label, node.value) == ("PDF", "12 bytes")


def test_other_xml_is_shown_as_lines() -> None:
    assert "1: <x/>" in as_text(explain_document(b"<x/>", "application/xml"))


@given(st.binary(max_size=200), st.sampled_from(["text/xml", "text/plain", "image/png", ""]))
def test_noise_is_shown_or_left(content: bytes, media_type: str) -> None:
    for node in explain_document(content, media_type, 7):
        assert (node.start, node.end) == (7, 7 + len(content))
