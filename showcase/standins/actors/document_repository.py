"""The document repository: keeps the bytes, tells the registry, hands them out again."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from copy import deepcopy
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from lxml import etree

from showcase.model import oid
from showcase.model.clearance import Holding
from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.protocols.soap import (
    ebrim,
    message,
    metadata_reader,
    metadata_rules,
    registry_response,
)
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.metadata import DocumentEntry
from showcase.protocols.soap.registry_response import RegistryError
from showcase.protocols.soap.service import Operation, Reply
from showcase.protocols.soap.verdict import Answer
from showcase.protocols.soap.vocabulary import PROVIDE_AND_REGISTER, RETRIEVE
from showcase.standins.endpoints.soap import AnswersSoap
from showcase.standins.xds.document_store import DocumentStore, Draft, read, sha1_of
from showcase.standins.xds.posting import post
from showcase.transactions import iti41, iti42, iti43
from showcase.transactions.iti41 import Provided
from showcase.transactions.iti43 import Retrieved, Wanted

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_PATIENCE = 0.8
"""Part of the registry's deadline that it gets while a source waits, so that the source hears
that there is no registry before it gives up itself."""


class DocumentRepository(AnswersSoap):
    """Answers ITI-41 and ITI-43, and sends ITI-42 while it answers ITI-41."""

    actor = "Document Repository"

    def __init__(self, me: "StandIn") -> None:
        """An empty repository."""
        super().__init__(me)
        self._store = DocumentStore(me.store / "documents")
        self._registered: set[str] = set()
        self._under_way: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._id = me.oids.unique_id or f"{oid.SYSTEMS}.1"

    async def forget(self) -> dict[Holding, int]:
        """An empty repository."""
        self._registered.clear()
        return {Holding.DOCUMENT: await self._store.forget()}

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
        """Check, store, register; the registry's errors become ours (TF-2 3.41.4.1.3).

        A large document is hashed by one processor while another writes it down: what is found
        wrong with it is dropped again.
        """
        provided = iti41.read(request)
        documents = provided.submission.documents
        title = next((each.title for each in documents if each.title), "")
        async with self._alone(each.unique_id for each in documents):
            async with asyncio.TaskGroup() as side_by_side:
                hashing = side_by_side.create_task(sha1_of(provided.documents))
                writing = side_by_side.create_task(self._store.write(self._fresh(provided)))
            hashes, drafts = hashing.result(), writing.result()
            try:
                errors = tuple(self._faults(provided, hashes)) or await self._kept(
                    provided, hashes, drafts, title
                )
            finally:
                for draft in drafts.values():
                    await self._store.drop(draft)
        response = registry_response.outcome(errors)
        return Reply(body=registry_response.write(response), label=title)

    def _fresh(self, provided: Provided) -> dict[str, memoryview]:
        """The documents that are not stored yet, by their unique ids."""
        return {
            each.unique_id: provided.documents[each.entry_uuid]
            for each in provided.submission.documents
            if each.entry_uuid in provided.documents and self._store.get(each.unique_id) is None
        }

    async def _kept(
        self, provided: Provided, hashes: dict[str, str], drafts: dict[str, Draft], title: str
    ) -> tuple[RegistryError, ...]:
        """Store, register; what was not registered is not kept. What was is no draft any more."""
        documents = {each.unique_id: each for each in provided.submission.documents}
        fresh = [each for uid, each in documents.items() if self._store.get(uid) is None]
        for entry in fresh:
            self._store.keep(
                entry.unique_id,
                drafts.pop(entry.unique_id),
                media_type=entry.mime_type,
                sha1=hashes[entry.entry_uuid],
            )
        errors, registered = await self._made_known(provided, hashes, title)
        if not registered:
            for entry in fresh:
                await self._store.discard(entry.unique_id)
        return errors

    @asynccontextmanager
    async def _alone(self, unique_ids: Iterable[str]) -> AsyncIterator[None]:
        """One submission of a document at a time.

        Else one that the registry refuses takes away what another has just registered.
        """
        async with AsyncExitStack() as held:
            for uid in sorted(set(unique_ids)):
                await held.enter_async_context(self._under_way.setdefault(uid, asyncio.Lock()))
            yield

    async def recall(self, hop: HopEnded, request: bytes, response: bytes) -> None:  # noqa: ARG002 - the answer says no more
        """The documents that the registry has been told of."""
        if hop.transaction == iti42.TRANSACTION.id:
            objects = iti42.read(message.recorded(request))
            documents = metadata_reader.submission(objects).documents
            self._registered |= {each.unique_id for each in documents}

    async def _made_known(
        self, provided: Provided, hashes: dict[str, str], title: str
    ) -> tuple[tuple[RegistryError, ...], bool]:
        """Register documents, unless a vendor's system in this role does that, or has done it."""
        ids = {each.unique_id for each in provided.submission.documents}
        ours = self.me.book.ours(self.me.role.key, iti42.TRANSACTION.id)
        if not ours or (ids and ids <= self._registered):
            return (), True
        return await self._register(self._completed(provided, hashes), title)

    def _faults(self, provided: Provided, hashes: dict[str, str]) -> Iterable[RegistryError]:
        entries = {each.entry_uuid: each for each in provided.submission.documents}
        for uuid in entries.keys() - provided.documents.keys():
            yield _error("XDSMissingDocument", "has metadata but no document", uuid)
        for uuid in (each for each, content in provided.documents.items() if not content):
            yield _error("XDSMissingDocument", "is a document without a single byte", uuid)
        for uuid in provided.documents.keys() - entries.keys():
            yield _error("XDSMissingDocumentMetadata", "is a document without metadata", uuid)
        for fault in metadata_rules.faults(provided.submission, registering=False):
            yield RegistryError(code="XDSRepositoryMetadataError", context=fault.words)
        ids = [each.unique_id for each in entries.values()]
        for unique_id in {each for each in ids if ids.count(each) > 1}:
            yield _error("XDSRepositoryDuplicateUniqueIdInMessage", "stands twice", unique_id)
        for uuid, entry in entries.items():
            if uuid in provided.documents:
                size = len(provided.documents[uuid])
                yield from self._content_faults(entry, size, hashes[uuid])

    def _content_faults(
        self, entry: DocumentEntry, size: int, sha1: str
    ) -> Iterable[RegistryError]:
        """Hash and size, where given, must be those of the bytes that came."""
        code = "XDSRepositoryMetadataError"
        if entry.hash and entry.hash.lower() != sha1:
            yield _error(code, f"has hash {entry.hash}, its bytes {sha1}", entry.unique_id)
        if entry.size and entry.size != str(size):
            yield _error(code, f"has size {entry.size}, its bytes {size}", entry.unique_id)
        held = self._store.get(entry.unique_id)
        if held and held.sha1 != sha1:
            yield _error("XDSNonIdenticalHash", "is stored with other bytes", entry.unique_id)

    async def _register(
        self, objects: etree._Element, title: str
    ) -> tuple[tuple[RegistryError, ...], bool]:
        """Tell the registry; what it objects to, and whether it has registered."""
        registry = next(
            iter(self.me.partners("ITI-42") or self.me.book.playing("Document Registry")), None
        )
        answer: Answer | None = None
        if registry is not None:
            call = iti42.call(objects)
            async with self.me.hop("ITI-42", registry, transport="http", label=title) as hop:
                answer = await post(self.me, call, registry, hop, patience=_PATIENCE)
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

    def _completed(self, provided: Provided, hashes: dict[str, str]) -> etree._Element:
        """The metadata with hash, size and repositoryUniqueId, as the registry must have them."""
        objects = deepcopy(provided.objects)
        for element in objects.iterchildren(ebrim.tag("ExtrinsicObject")):
            uuid = element.get("id", "")
            ebrim.set_slot(element, "hash", hashes[uuid])
            ebrim.set_slot(element, "size", str(len(provided.documents[uuid])))
            ebrim.set_slot(element, "repositoryUniqueId", self._id)
        return objects

    async def _retrieve(self, request: Message) -> Reply:
        """Give what there is; say of the rest why not (TF-2 3.43.4.2.3)."""
        wanted = iti43.read(request)
        errors = [error for each in wanted if (error := self._unavailable(each))]
        documents = [
            Retrieved(
                repository=self._id,
                document=each.document,
                home=each.home,
                media_type=stored.media_type,
                content=await read(stored),
            )
            for each in wanted
            if each.repository == self._id and (stored := self._store.get(each.document))
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
        if self._store.get(wanted.document) is None:
            return _error("XDSDocumentUniqueIdError", "is not stored here", wanted.document)
        return None


def _errors(answer: Answer | None) -> tuple[RegistryError, ...]:
    if answer is None or answer.message is None or answer.message.envelope.body is None:
        return ()
    response = registry_response.read(answer.message.envelope.body)
    return response.errors if response else ()


def _error(code: str, context: str, what: str) -> RegistryError:
    return RegistryError(code=code, context=f"{what} {context}", location=what)
