import pytest
from lxml import etree

from showcase.protocols.soap import registry_response
from showcase.protocols.soap.registry_response import RegistryError, RegistryResponse
from showcase.protocols.soap.vocabulary import FAILURE, PARTIAL_SUCCESS, SUCCESS, WARNING

ERROR = RegistryError(code="XDSRegistryError", context="<why> & wherefore", location="1.2")
MILD = RegistryError(code="XDSExtraMetadataNotSaved", context="", severity=WARNING)


@pytest.mark.parametrize("errors", [(), (ERROR,), (ERROR, MILD)])
def test_response_comes_back(errors: tuple[RegistryError, ...]) -> None:
    response = RegistryResponse(status=FAILURE, errors=errors)
    written = etree.tostring(registry_response.write(response))
    assert registry_response.read(etree.fromstring(written)) == response


def test_errors_decide_the_outcome() -> None:
    assert registry_response.outcome([]).status == SUCCESS
    assert registry_response.outcome([MILD]).status == SUCCESS
    assert registry_response.outcome([ERROR]).status == FAILURE
    assert registry_response.outcome([ERROR], partly=True).status == PARTIAL_SUCCESS


def test_worst_severity_stands_above() -> None:
    written = registry_response.write(RegistryResponse(status=FAILURE, errors=(MILD, ERROR)))
    assert written[0].get("highestSeverity", "").endswith(":Error")


def test_other_xml_is_no_response() -> None:
    assert registry_response.read(etree.fromstring("<x/>")) is None
