"""ITI-43: a consumer fetches documents from a repository.

IHE ITI TF-2, 3.43.
"""

import hashlib
from collections.abc import Iterable

import msgspec
from lxml import etree

from showcase.model.exchange import Verdict
from showcase.model.fact import Fact, FactKind, Side
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.soap import message, registry_response, verdict
from showcase.protocols.soap.client import Call
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.mtom import Attachment
from showcase.protocols.soap.registry_response import RegistryResponse
from showcase.protocols.soap.verdict import Answer
from showcase.protocols.soap.vocabulary import RETRIEVE, RS, XDS
from showcase.wire.failure import Garbled

TRANSACTION = Transaction(
    id="ITI-43",
    name="Retrieve Document Set",
    family=Family.XDS,
    carrier="RetrieveDocumentSetRequest",
    initiators=("Document Consumer",),
    responders=("Document Repository",),
    specified="IHE ITI TF-2, 3.43",
    thing=Thing.PAGE,
)


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """One document that is asked for."""

    repository: str
    document: str
    home: str = ""


class Retrieved(msgspec.Struct, frozen=True, kw_only=True):
    """One document that was given."""

    repository: str
    document: str
    media_type: str
    content: bytes
    home: str = ""


def call(wanted: Iterable[Wanted]) -> Call:
    """The request: multipart, though nothing binary travels in it (TF-2 V.3.6)."""
    return Call(
        transaction=TRANSACTION.id,
        action=RETRIEVE,
        mtom=True,
        arguments={"DocumentRequest": [_asked(each) for each in wanted]},
    )


def _asked(each: Wanted) -> dict[str, object]:
    home = {"HomeCommunityId": each.home} if each.home else {}
    return {**home, "RepositoryUniqueId": each.repository, "DocumentUniqueId": each.document}


def read(request: Message) -> tuple[Wanted, ...]:
    """What a request asks for.

    Raises:
        Garbled: It is no RetrieveDocumentSetRequest, or asks for nothing.
    """
    body = request.body
    asked = list(body.iterchildren(_xds("DocumentRequest")))
    if body.tag != _xds("RetrieveDocumentSetRequest") or not asked:
        raise Garbled(
            "The body is no RetrieveDocumentSetRequest with a DocumentRequest.",
            remedy="Send what IHE ITI TF-2 3.43.4.1.2 describes.",
            status=f"body {body.tag}",
        )
    return tuple(
        Wanted(
            repository=_text(each, "RepositoryUniqueId"),
            document=_text(each, "DocumentUniqueId"),
            home=_text(each, "HomeCommunityId"),
        )
        for each in asked
    )


def write(
    response: RegistryResponse, documents: Iterable[Retrieved]
) -> tuple[etree._Element, tuple[tuple[etree._Element, Attachment], ...]]:
    """The answer, and the bytes that go with its elements."""
    body = etree.Element(_xds("RetrieveDocumentSetResponse"), nsmap={"xds": XDS, "rs": RS})
    body.append(registry_response.write(response))
    attachments: list[tuple[etree._Element, Attachment]] = []
    for each in documents:
        one = etree.SubElement(body, _xds("DocumentResponse"))
        texts = (
            ("HomeCommunityId", each.home),
            ("RepositoryUniqueId", each.repository),
            ("DocumentUniqueId", each.document),
            ("mimeType", each.media_type),
        )
        for name, text in texts:
            if text:
                etree.SubElement(one, _xds(name)).text = text
        holder = etree.SubElement(one, _xds("Document"))
        attachments.append((holder, Attachment(content=each.content, media_type=each.media_type)))
    return body, tuple(attachments)


def documents(answer: Answer) -> tuple[Retrieved, ...]:
    """What was given; nothing in an answer that holds no documents.

    Raises:
        Garbled: A document cannot be read.
    """
    return _documents(answer.message) if answer.message else ()


def _documents(given: Message) -> tuple[Retrieved, ...]:
    if given.envelope.body is None:
        return ()
    return tuple(
        Retrieved(
            repository=_text(each, "RepositoryUniqueId"),
            document=_text(each, "DocumentUniqueId"),
            home=_text(each, "HomeCommunityId"),
            media_type=_text(each, "mimeType"),
            content=given.content_of(holder),
        )
        for each in given.envelope.body.iterchildren(_xds("DocumentResponse"))
        if (holder := each.find(_xds("Document"))) is not None
    )


def judge(answer: Answer) -> Verdict:
    """What the repository's answer means.

    Raises:
        Garbled: It is no answer to this.
    """
    return verdict.of(answer)


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:
    """What recorded HTTP states: what was asked for, what came, and the hash of its bytes."""
    found: list[Fact] = []
    try:
        found += (_document(each.document, Side.REQUEST) for each in read(_recorded(request)))
    except Garbled:
        found.clear()
    try:
        given = _documents(_recorded(response))
    except Garbled:
        given = ()
    for each in given:
        sha1 = hashlib.sha1(each.content, usedforsecurity=False).hexdigest()
        found.append(_document(each.document, Side.RESPONSE))
        found.append(
            Fact(
                kind=FactKind.DOCUMENT_HASH,
                value=sha1,
                path="document bytes",
                side=Side.RESPONSE,
            )
        )
    return tuple(found)


def _recorded(raw: bytes) -> Message:
    return message.recorded(raw)


def _document(unique_id: str, side: Side) -> Fact:
    return Fact(kind=FactKind.DOCUMENT, value=unique_id, path="DocumentUniqueId", side=side)


def _text(parent: etree._Element, name: str) -> str:
    return parent.findtext(_xds(name), "").strip()


def _xds(name: str) -> str:
    return f"{{{XDS}}}{name}"
