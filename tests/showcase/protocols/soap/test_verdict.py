import msgspec
import pytest
from lxml import etree

from showcase.model.exchange import Outcome
from showcase.protocols.soap import envelope, registry_response, verdict
from showcase.protocols.soap.envelope import Fault
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.registry_response import RegistryError, RegistryResponse
from showcase.protocols.soap.verdict import Answer
from showcase.protocols.soap.vocabulary import FAILURE, PARTIAL_SUCCESS, SUCCESS, WARNING
from showcase.wire.failure import Garbled

UNKNOWN = RegistryError(code="XDSUnknownPatientId", context="RX-7")


def answer(body: etree._Element) -> Answer:
    root = envelope.answer(body, action="urn:a", relates_to="")
    return Answer(http_status=200, reason="OK", message=Message(envelope=envelope.read(root)))


def test_success_is_acknowledged() -> None:
    good = registry_response.write(RegistryResponse(status=SUCCESS))
    assert verdict.of(answer(good)).outcome is Outcome.ACKNOWLEDGED


def test_warnings_are_kept_in_the_status() -> None:
    mild = RegistryError(code="XDSExtraMetadataNotSaved", context="x", severity=WARNING)
    read = verdict.of_response(RegistryResponse(status=SUCCESS, errors=(mild,)))
    assert (read.outcome, read.status) == (
        Outcome.ACKNOWLEDGED,
        "Success XDSExtraMetadataNotSaved: x",
    )


def test_error_code_is_put_in_plain_words() -> None:
    read = verdict.of_response(RegistryResponse(status=FAILURE, errors=(UNKNOWN,)))
    assert read.outcome is Outcome.REFUSED
    assert read.status == "XDSUnknownPatientId: RX-7"
    assert read.words == "The registry does not know this patient."
    assert "ITI-8" in read.remedy


def test_unknown_code_still_has_words() -> None:
    odd = RegistryError(code="MyVeryOwnError", context="")
    read = verdict.of_response(RegistryResponse(status=FAILURE, errors=(odd,)))
    assert (read.status, bool(read.words), bool(read.remedy)) == ("MyVeryOwnError", True, True)


def test_failure_without_reason_says_so() -> None:
    read = verdict.of_response(RegistryResponse(status=FAILURE))
    assert (read.outcome, read.status) == (Outcome.REFUSED, "Failure")


def test_part_is_not_all() -> None:
    read = verdict.of_response(RegistryResponse(status=PARTIAL_SUCCESS, errors=(UNKNOWN,)))
    assert read.outcome is Outcome.REFUSED
    assert read.words.startswith("Only part of it")
    odd = RegistryError(code="MyVeryOwnError", context="")
    read = verdict.of_response(RegistryResponse(status=PARTIAL_SUCCESS, errors=(odd,)))
    assert read.words == "Only part of it was done."


@pytest.mark.parametrize("code", ["Sender", "Receiver", "MustUnderstand", "VersionMismatch", ""])
def test_fault_is_refused_in_the_peers_words(code: str) -> None:
    body = envelope.read(
        envelope.fault_answer(Fault(code=code, reason="go away"), relates_to="")
    ).root.find("{*}Body/{*}Fault")
    assert body is not None
    read = verdict.of(msgspec.structs.replace(answer(body), who="Acme"))
    assert read.outcome is Outcome.REFUSED
    assert "go away" in read.status
    assert read.words.startswith("Acme "), "whoever refuses is called by name"


def test_http_error_without_soap_is_refused() -> None:
    read = verdict.of(Answer(http_status=500, reason="Internal Server Error", who="Acme"))
    assert (read.outcome, read.status) == (Outcome.REFUSED, "HTTP 500 Internal Server Error")
    assert read.words.startswith("Acme answered with HTTP error 500")


@pytest.mark.parametrize(
    ("location", "remedy"),
    [("https://acme/xds/", "the cast: https://acme/xds/."), ("", "ask for the right one.")],
)
def test_redirection_says_where_to(location: str, remedy: str) -> None:
    moved = Answer(http_status=307, reason="Temporary Redirect", who="Acme", location=location)
    read = verdict.of(moved)
    assert (read.outcome, read.status) == (Outcome.REFUSED, "HTTP 307 Temporary Redirect")
    assert read.words == "Acme takes this at another address (HTTP 307)."
    assert read.remedy.endswith(remedy)


def test_other_soap_is_garbled() -> None:
    with pytest.raises(Garbled):
        verdict.of(answer(etree.Element("x")))
