"""ITI-18: a consumer asks the registry for a patient's documents.

IHE ITI TF-2, 3.18.
"""

from collections.abc import Iterable

from lxml import etree

from showcase.model.exchange import Verdict
from showcase.model.fact import Fact, Side
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.soap import (
    ebrim,
    message,
    metadata_reader,
    registry_response,
    stated,
    verdict,
)
from showcase.protocols.soap import query as stored_query
from showcase.protocols.soap.client import Call
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.metadata import DocumentEntry
from showcase.protocols.soap.query import StoredQuery
from showcase.protocols.soap.registry_response import RegistryResponse
from showcase.protocols.soap.verdict import Answer
from showcase.protocols.soap.vocabulary import QUERY, RS, STORED_QUERY
from showcase.wire.failure import Garbled

TRANSACTION = Transaction(
    id="ITI-18",
    name="Registry Stored Query",
    family=Family.XDS,
    carrier="AdhocQueryRequest",
    initiators=("Document Consumer",),
    responders=("Document Registry",),
    specified="IHE ITI TF-2, 3.18",
    thing=Thing.QUESTION,
)

_PATIENT_PARAMETERS = (
    "$XDSDocumentEntryPatientId",
    "$XDSSubmissionSetPatientId",
    "$XDSFolderPatientId",
    "$patientId",
)


def call(query: StoredQuery) -> Call:
    """The request."""
    slots = [
        {"name": name, "ValueList": {"Value": [stored_query.format_values(name, values)]}}
        for name, repeated in query.parameters.items()
        for values in repeated
    ]
    asked: dict[str, object] = {"id": query.id, "Slot": slots}
    if query.home:
        asked["home"] = query.home
    return Call(
        transaction=TRANSACTION.id,
        action=STORED_QUERY,
        mtom=False,
        arguments={
            "ResponseOption": {"returnType": query.returns, "returnComposedObjects": True},
            "AdhocQuery": asked,
        },
    )


def read(request: Message) -> StoredQuery:
    """The query in a request.

    Raises:
        Garbled: It is no AdhocQueryRequest.
    """
    found = stored_query.read(request.body)
    if found is None:
        raise Garbled(
            "The body is no AdhocQueryRequest with an AdhocQuery.",
            remedy="Send what IHE ITI TF-2 3.18.4.1.2 describes.",
            status=f"body {request.body.tag}",
        )
    return found


def write(response: RegistryResponse, objects: Iterable[etree._Element]) -> etree._Element:
    """The answer: an AdhocQueryResponse; nothing found is success, too (TF-2 3.18.4.1.3)."""
    element = etree.Element(
        f"{{{QUERY}}}AdhocQueryResponse",
        {"status": response.status},
        nsmap={"query": QUERY, "rs": RS, **ebrim.NSMAP},
    )
    registry_response.add_errors(element, response.errors)
    etree.SubElement(element, ebrim.tag("RegistryObjectList")).extend(objects)
    return element


def documents(answer: Answer) -> tuple[DocumentEntry, ...]:
    """The document entries that were found; none in an answer that is no success."""
    if answer.message is None or answer.message.envelope.body is None:
        return ()
    return _documents(answer.message.envelope.body)


def _documents(body: etree._Element) -> tuple[DocumentEntry, ...]:
    objects = body.find(ebrim.tag("RegistryObjectList"))
    return metadata_reader.submission(objects).documents if objects is not None else ()


def judge(answer: Answer) -> Verdict:
    """What the registry's answer means.

    Raises:
        Garbled: It is no answer to this.
    """
    return verdict.of(answer)


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:
    """What recorded HTTP states: whom the question was about, and what was found."""
    found: list[Fact] = []
    try:
        query = read(message.recorded(request))
    except Garbled:
        query = None
    for name in _PATIENT_PARAMETERS if query else ():
        found += stated.patient(query.value(name) if query else "", name, Side.REQUEST)
    try:
        entries = _documents(message.recorded(response).body)
    except Garbled:
        entries = ()
    for entry in entries:
        found += stated.document(entry, Side.RESPONSE)
    return tuple(found)
