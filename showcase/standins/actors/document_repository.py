"""The document repository: keeps the bytes, tells the registry, hands them out again."""

import asyncio
import hashlib
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from lxml import etree

from showcase.model import oid
from showcase.model.exchange import Outcome
from showcase.protocols.soap import ebrim, metadata_rules, registry_response
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.metadata import DocumentEntry
from showcase.protocols.soap.registry_response import RegistryError
from showcase.protocols.soap.service import Operation, Reply
from showcase.protocols.soap.verdict import Answer
from showcase.protocols.soap.vocabulary import PROVIDE_AND_REGISTER, RETRIEVE
from showcase.standins.endpoints.soap import AnswersSoap
from showcase.standins.xds.posting import post, prepare
from showcase.transactions import iti41, iti42, iti43
from showcase.transactions.iti41 import Provided
from showcase.transactions.iti43 import Retrieved, Wanted

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn


class _Stored(msgspec.Struct, frozen=True, kw_only=True):
    """A document on the disk."""

    path: Path
    media_type: str
    sha1: str


class DocumentRepository(AnswersSoap):
    """Answers ITI-41 and ITI-43, and sends ITI-42 while it answers ITI-41."""

    actor = "Document Repository"

    def __init__(self, me: "StandIn") -> None:
        """An empty repository."""
        super().__init__(me)
        prepare()
        self._stored: dict[str, _Stored] = {}
        self._id = me.oids.unique_id or f"{oid.SYSTEMS}.1"

    def soap_operations(self) -> Iterable[tuple[str, Operation]]:
        """ITI-41 and ITI-43."""
        yield (
            PROVIDE_AND_REGISTER,
            Operation(
                transaction="ITI-41",
                response_action=f"{PROVIDE_AND_REGISTER}Response",
                mtom=True,
                handle=self._provide,
            ),
        )
        yield (
            RETRIEVE,
            Operation(
                transaction="ITI-43",
                response_action=f"{RETRIEVE}Response",
                mtom=True,
                handle=self._retrieve,
            ),
        )

    async def _provide(self, request: Message) -> Reply:
        """Check, store, register; the registry's errors become ours (TF-2 3.41.4.1.3)."""
        provided = iti41.read(request)
        documents = provided.submission.documents
        title = next((each.title for each in documents if each.title), "")
        errors = tuple(self._faults(provided))
        if not errors:
            fresh = [each for each in documents if each.unique_id not in self._stored]
            for entry in fresh:
                await self._keep(entry, provided.documents[entry.entry_uuid])
            errors, registered = await self._register(provided, title)
            if not registered:
                for entry in fresh:
                    await self._discard(entry.unique_id)
        response = registry_response.outcome(errors)
        return Reply(body=registry_response.write(response), label=title)

    def _faults(self, provided: Provided) -> Iterable[RegistryError]:
        entries = {each.entry_uuid: each for each in provided.submission.documents}
        for uuid in entries.keys() - provided.documents.keys():
            yield _error("XDSMissingDocument", "has metadata but no document", uuid)
        for uuid in provided.documents.keys() - entries.keys():
            yield _error("XDSMissingDocumentMetadata", "is a document without metadata", uuid)
        for fault in metadata_rules.faults(provided.submission, registering=False):
            yield RegistryError(code="XDSRepositoryMetadataError", context=fault)
        ids = [each.unique_id for each in entries.values()]
        for unique_id in {each for each in ids if ids.count(each) > 1}:
            yield _error("XDSRepositoryDuplicateUniqueIdInMessage", "stands twice", unique_id)
        for uuid, entry in entries.items():
            if uuid in provided.documents:
                yield from self._content_faults(entry, provided.documents[uuid])

    def _content_faults(self, entry: DocumentEntry, content: bytes) -> Iterable[RegistryError]:
        """Hash and size, where given, must be those of the bytes that came."""
        sha1 = _sha1(content)
        code = "XDSRepositoryMetadataError"
        if entry.hash and entry.hash.lower() != sha1:
            yield _error(code, f"has hash {entry.hash}, its bytes {sha1}", entry.unique_id)
        if entry.size and entry.size != str(len(content)):
            yield _error(code, f"has size {entry.size}, its bytes {len(content)}", entry.unique_id)
        held = self._stored.get(entry.unique_id)
        if held and held.sha1 != sha1:
            yield _error("XDSNonIdenticalHash", "is stored with other bytes", entry.unique_id)

    async def _register(
        self, provided: Provided, title: str
    ) -> tuple[tuple[RegistryError, ...], bool]:
        """Tell the registry; what it objects to, and whether it has registered."""
        registry = next(
            iter(self.me.partners("ITI-42") or self.me.book.playing("Document Registry")), None
        )
        answer: Answer | None = None
        if registry is not None:
            call = iti42.call(self._completed(provided))
            async with self.me.hop("ITI-42", registry, transport="http", label=title) as hop:
                answer = await post(self.me, call, registry, hop)
                verdict = iti42.judge(answer)
                hop.judge(verdict)
            if hop.verdict and hop.verdict.outcome is Outcome.ACKNOWLEDGED:
                return _errors(answer), True
            said = hop.verdict.status if hop.verdict else ""
        else:
            said = "no registry is configured"
        errors = _errors(answer)
        if errors:
            return errors, False
        return (RegistryError(code="XDSRegistryNotAvailable", context=said),), False

    def _completed(self, provided: Provided) -> etree._Element:
        """The metadata with hash, size and repositoryUniqueId, as the registry must have them."""
        objects = deepcopy(provided.objects)
        for element in objects.iterchildren(ebrim.tag("ExtrinsicObject")):
            content = provided.documents[element.get("id", "")]
            ebrim.set_slot(element, "hash", _sha1(content))
            ebrim.set_slot(element, "size", str(len(content)))
            ebrim.set_slot(element, "repositoryUniqueId", self._id)
        return objects

    async def _keep(self, entry: DocumentEntry, content: bytes) -> None:
        # the unique id is a stranger's text: it never becomes a file name
        name = hashlib.sha256(entry.unique_id.encode()).hexdigest()
        path = self.me.store / "documents" / name
        await asyncio.to_thread(_write, path, content)
        self._stored[entry.unique_id] = _Stored(
            path=path, media_type=entry.mime_type, sha1=_sha1(content)
        )

    async def _discard(self, unique_id: str) -> None:
        stored = self._stored.pop(unique_id)
        await asyncio.to_thread(stored.path.unlink, missing_ok=True)

    async def _retrieve(self, request: Message) -> Reply:
        """Give what there is; say of the rest why not (TF-2 3.43.4.2.3)."""
        wanted = iti43.read(request)
        errors = [error for each in wanted if (error := self._unavailable(each))]
        documents = [
            Retrieved(
                repository=self._id,
                document=each.document,
                home=each.home,
                media_type=self._stored[each.document].media_type,
                content=await asyncio.to_thread(self._stored[each.document].path.read_bytes),
            )
            for each in wanted
            if self._unavailable(each) is None
        ]
        response = registry_response.outcome(errors, partly=bool(documents))
        body, attachments = iti43.write(response, documents)
        return Reply(body=body, attachments=attachments)

    def _unavailable(self, wanted: Wanted) -> RegistryError | None:
        if wanted.repository != self._id:
            context = f"{wanted.repository} is not this repository, which is {self._id}"
            return RegistryError(
                code="XDSUnknownRepositoryId", context=context, location=wanted.document
            )
        if wanted.document not in self._stored:
            return _error("XDSDocumentUniqueIdError", "is not stored here", wanted.document)
        return None


def _errors(answer: Answer | None) -> tuple[RegistryError, ...]:
    if answer is None or answer.message is None or answer.message.envelope.body is None:
        return ()
    response = registry_response.read(answer.message.envelope.body)
    return response.errors if response else ()


def _error(code: str, context: str, what: str) -> RegistryError:
    return RegistryError(code=code, context=f"{what} {context}", location=what)


def _sha1(content: bytes) -> str:
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
