"""What an answer means, in plain words."""

import msgspec

from showcase.model.exchange import Outcome, Verdict
from showcase.protocols.soap import registry_response
from showcase.protocols.soap.envelope import Fault
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.registry_response import RegistryError, RegistryResponse
from showcase.protocols.soap.vocabulary import PARTIAL_SUCCESS, SUCCESS, WARNING
from showcase.wire.failure import Garbled


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came back for a SOAP request.

    Attributes:
        http_status: 200, 400, 500 …
        reason: The phrase behind it.
        message: The SOAP message; None when the answer was an HTTP error without one.
        who: What people call whoever answered.
        location: Where a redirection leads; else empty.
    """

    http_status: int
    reason: str
    message: Message | None = None
    who: str = "The system"
    location: str = ""


_ASK = "Look into that system's log; the request is in the panel of this hop."

_MEANING: dict[str, tuple[str, str]] = {
    "XDSUnknownPatientId": (
        "The registry does not know this patient.",
        "Register her first: her identity must reach the registry by ITI-8 before a document can.",
    ),
    "XDSPatientIdDoesNotMatch": (
        "The submission speaks of more than one patient.",
        "Use one patient identifier in all of its objects.",
    ),
    "XDSRegistryNotAvailable": (
        "The repository could not reach its registry.",
        "Start the registry, or correct its address in the cast.",
    ),
    "XDSRepositoryMetadataError": (
        "The repository found the document's description wrong or incomplete.",
        "Correct the metadata that it names.",
    ),
    "XDSRegistryMetadataError": (
        "The registry found the document's description wrong or incomplete.",
        "Correct the metadata that it names.",
    ),
    "XDSMissingDocument": (
        "A document was announced but not sent.",
        "Send a document for each description, under the same id.",
    ),
    "XDSMissingDocumentMetadata": (
        "A document came without its description.",
        "Send a description for each document, under the same id.",
    ),
    "XDSDuplicateUniqueIdInRegistry": (
        "The registry already has something under this unique id.",
        "Use a fresh unique id for every submission.",
    ),
    "XDSRegistryDuplicateUniqueIdInMessage": (
        "Two objects of the submission have the same unique id.",
        "Give each its own.",
    ),
    "XDSRepositoryDuplicateUniqueIdInMessage": (
        "Two documents of the submission have the same unique id.",
        "Give each its own.",
    ),
    "XDSNonIdenticalHash": (
        "A different document was registered before under this unique id.",
        "Use a fresh unique id when the content changes.",
    ),
    "XDSNonIdenticalSize": (
        "A document of another size was registered before under this unique id.",
        "Use a fresh unique id when the content changes.",
    ),
    "XDSRegistryDeprecatedDocumentError": (
        "The document to be replaced has already been replaced.",
        "Replace its latest version.",
    ),
    "UnresolvedReferenceException": (
        "The submission refers to something the registry does not have.",
        "Submit that first, or correct the reference.",
    ),
    "XDSUnknownStoredQuery": (
        "The registry does not know this kind of query.",
        "Ask one that it announces.",
    ),
    "XDSStoredQueryMissingParam": (
        "The query lacks something the registry must be told.",
        "Add the parameter that it names.",
    ),
    "XDSStoredQueryParamNumber": (
        "The query has parameters that do not go together.",
        "Give exactly one of those that it names.",
    ),
    "XDSResultNotSinglePatient": (
        "The answer would mix patients.",
        "Ask for one patient at a time.",
    ),
    "XDSTooManyResults": ("There are more results than the registry gives.", "Ask more narrowly."),
    "XDSDocumentUniqueIdError": (
        "The repository has no document under this unique id.",
        "Check that the document was stored there, and the unique id.",
    ),
    "XDSUnknownRepositoryId": (
        "This is not the repository that was asked for.",
        "Correct the repository's unique id, or the address in the cast.",
    ),
    "XDSRegistryBusy": ("The registry is busy.", "Try again in a moment."),
    "XDSRepositoryBusy": ("The repository is busy.", "Try again in a moment."),
    "XDSRegistryOutOfResources": ("The registry has run out of resources.", _ASK),
    "XDSRepositoryOutOfResources": ("The repository has run out of resources.", _ASK),
    "XDSRegistryError": ("The registry failed inside.", _ASK),
    "XDSRepositoryError": ("The repository failed inside.", _ASK),
}
"""Error codes (TF-3 table 4.2.4.1-2) for people who are not engineers: what, and what to do."""


def of(answer: Answer) -> Verdict:
    """What the answer to any of the XDS.b transactions means.

    Raises:
        Garbled: It is SOAP, but neither a registry's response nor a fault.
    """
    if answer.message is None:
        return _of_http(answer)
    if answer.message.envelope.fault:
        return of_fault(answer.message.envelope.fault, answer.who)
    response = registry_response.read(answer.message.body)
    if response is None:
        raise Garbled(
            "The answer is SOAP, but not what was asked for.",
            remedy="Check that the URL in the cast leads to this transaction's endpoint.",
            status=f"answer {answer.message.body.tag}",
        )
    return of_response(response, answer.who)


def _of_http(answer: Answer) -> Verdict:
    """What an HTTP status means that comes without SOAP."""
    words = f"{answer.who} answered with HTTP error {answer.http_status}, without a reason."
    remedy = _ASK if answer.http_status != 404 else "Correct the URL in the cast."
    if answer.http_status < 400:
        words = f"{answer.who} takes this at another address (HTTP {answer.http_status})."
        remedy = f"Correct the URL in the cast: {answer.location or 'ask for the right one'}."
    return Verdict(
        outcome=Outcome.REFUSED,
        status=f"HTTP {answer.http_status} {answer.reason}".strip(),
        words=words,
        remedy=remedy,
    )


def of_fault(fault: Fault, who: str = "The system") -> Verdict:
    """What a SOAP fault means."""
    names = ".".join(part for part in (fault.code, fault.subcode) if part)
    words, remedy = {
        "Sender": (f"{who} says that the request itself is wrong.", _ASK),
        "MustUnderstand": (
            f"{who} does not understand a header that it must.",
            "Leave the header out, or use a system that knows it.",
        ),
        "VersionMismatch": (
            f"{who} speaks another version of SOAP.",
            "Set it to SOAP 1.2.",
        ),
    }.get(fault.code, (f"{who} failed while it handled the request.", _ASK))
    return Verdict(
        outcome=Outcome.REFUSED,
        status=f"SOAP fault {names}: {fault.reason}",
        words=words,
        remedy=remedy,
    )


def of_response(response: RegistryResponse, who: str = "The system") -> Verdict:
    """What a registry response means."""
    if response.status == SUCCESS:
        warnings = "; ".join(_plain(each) for each in response.errors)
        return Verdict(outcome=Outcome.ACKNOWLEDGED, status=f"Success {warnings}".strip())
    errors = [each for each in response.errors if each.severity != WARNING]
    if not errors:
        return Verdict(
            outcome=Outcome.REFUSED,
            status=response.status.rpartition(":")[2] or "no status",
            words=f"{who} did not do it, and gives no reason.",
            remedy=_ASK,
        )
    words, remedy = _MEANING.get(errors[0].code, ("", _ASK))
    if response.status == PARTIAL_SUCCESS:
        words = f"Only part of it was done. {words}".strip()
    status = "; ".join(_plain(each) for each in errors)
    return Verdict(
        outcome=Outcome.REFUSED,
        status=status,
        words=words or f"{who} did not do it.",
        remedy=remedy,
    )


def _plain(error: RegistryError) -> str:
    return f"{error.code}: {error.context}" if error.context else error.code
