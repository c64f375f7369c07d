from lxml import etree

from showcase.explain.ebxml import explain_body
from showcase.model.node import as_text
from showcase.protocols.soap import registry_response
from showcase.protocols.soap.registry_response import RegistryError, RegistryResponse
from showcase.protocols.soap.vocabulary import FAILURE


def test_errors_are_shown_with_their_codes() -> None:
    error = RegistryError(code="XDSUnknownPatientId", context="RX-7")
    body = registry_response.write(RegistryResponse(status=FAILURE, errors=(error,)))
    text = as_text(explain_body(body))
    assert "status: Failure" in text
    assert "Error XDSUnknownPatientId: RX-7" in text


def test_huge_trees_are_cut() -> None:
    body = etree.fromstring(f"<x>{'<y/>' * 20_000}</x>")
    assert as_text(explain_body(body)).count("\n") < 5_100
