"""ITI-41: a document source hands documents and their metadata to a repository.

IHE ITI TF-2, 3.41.
"""

import hashlib
from collections.abc import Mapping

import msgspec
from lxml import etree

from showcase.model.exchange import Verdict
from showcase.model.fact import Fact, FactKind
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.soap import (
    ebrim,
    message,
    metadata_reader,
    metadata_writer,
    stated,
    verdict,
)
from showcase.protocols.soap.client import Call
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.metadata import Submission
from showcase.protocols.soap.mtom import Attachment
from showcase.protocols.soap.verdict import Answer
from showcase.protocols.soap.vocabulary import LCM, PROVIDE_AND_REGISTER, XDS
from showcase.wire.failure import Garbled

TRANSACTION = Transaction(
    id="ITI-41",
    name="Provide and Register Document Set-b",
    family=Family.XDS,
    carrier="ProvideAndRegisterDocumentSetRequest",
    initiators=("Document Source",),
    responders=("Document Repository",),
    specified="IHE ITI TF-2, 3.41",
    thing=Thing.PAGE,
)

_DOCUMENT = f"{{{XDS}}}Document"


class Provided(msgspec.Struct, frozen=True, kw_only=True):
    """What a source provided.

    Attributes:
        objects: The RegistryObjectList as it came.
        submission: The same, read.
        documents: The document's bytes by the entryUUID of their metadata.
    """

    objects: etree._Element
    submission: Submission
    documents: dict[str, memoryview]


def call(submission: Submission, documents: Mapping[str, Attachment]) -> Call:
    """The request.

    Args:
        submission: Metadata of one submission set.
        documents: Bytes for each of its document entries, by entryUUID.
    """
    return Call(
        transaction=TRANSACTION.id,
        action=PROVIDE_AND_REGISTER,
        mtom=True,
        arguments={
            "SubmitObjectsRequest": {"_value_1": [metadata_writer.submission(submission)]},
            "Document": [{"id": uuid, "_value_1": each} for uuid, each in documents.items()],
        },
    )


def read(request: Message) -> Provided:
    """What a request provides.

    Raises:
        Garbled: It is no ProvideAndRegisterDocumentSetRequest, or a document cannot be read.
    """
    body = request.body
    objects = body.find(f"{{{LCM}}}SubmitObjectsRequest/{ebrim.tag('RegistryObjectList')}")
    if body.tag != f"{{{XDS}}}ProvideAndRegisterDocumentSetRequest" or objects is None:
        raise Garbled(
            "The body is no ProvideAndRegisterDocumentSetRequest with a RegistryObjectList.",
            remedy="Send what IHE ITI TF-2 3.41.4.1.2 describes.",
            status=f"body {body.tag}",
        )
    return Provided(
        objects=objects,
        submission=metadata_reader.submission(objects),
        documents={
            each.get("id", ""): request.view_of(each) for each in body.iterchildren(_DOCUMENT)
        },
    )


def judge(answer: Answer) -> Verdict:
    """What the repository's answer means.

    Raises:
        Garbled: It is no answer to this.
    """
    return verdict.of(answer)


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:  # noqa: ARG001 - it states no fact
    """What recorded HTTP states: patient, document, title; the hash of the bytes themselves."""
    try:
        provided = read(message.recorded(request))
    except Garbled:
        return ()
    hashes = (
        Fact(
            kind=FactKind.DOCUMENT_HASH,
            value=hashlib.sha1(content, usedforsecurity=False).hexdigest(),
            path="document bytes",
        )
        for content in provided.documents.values()
    )
    return (*stated.submission(provided.submission, hashes=False), *hashes)
