"""The archive: takes images (RAD-8), vouches (RAD-10), finds (RAD-14), sends on (RAD-16)."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from pydicom.dataset import Dataset

from showcase.model.clearance import Holding
from showcase.model.system import Dicom
from showcase.protocols.dicom import identity, status
from showcase.protocols.dicom.command import Field, Value
from showcase.protocols.dicom.negotiation import Support
from showcase.protocols.dicom.part10 import File
from showcase.protocols.dicom.scu import associate
from showcase.protocols.dicom.service import Answer, Request, Service
from showcase.protocols.dicom.storage import is_storage, proposals
from showcase.standins.commitment import Commitment
from showcase.standins.endpoints.dicom import AnswersDicom, Offer, refusals
from showcase.standins.hop import Hop
from showcase.standins.levels import find_mismatch, level_of, retrieve_mismatch
from showcase.standins.pictures import thumbnails
from showcase.standins.sending import Progress, Sent, Storer, store
from showcase.standins.shelf import Kept, Mismatched, Shelf
from showcase.transactions import rad8, rad14, rad16

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_FIND = frozenset({rad14.STUDY_ROOT, rad14.PATIENT_ROOT})
_MOVE = frozenset({rad16.STUDY_ROOT, rad16.PATIENT_ROOT})
_GET = frozenset({rad16.STUDY_ROOT_GET, rad16.PATIENT_ROOT_GET})


class ImageArchive(AnswersDicom):
    """Image Archive.

    Attributes:
        shelf: What it keeps.
    """

    actor = "Image Archive"

    def __init__(self, me: "StandIn") -> None:
        """An empty archive."""
        super().__init__(me)
        self.shelf = Shelf(me.store / "images")

    async def forget(self) -> dict[Holding, int]:
        """An empty archive."""
        return {Holding.IMAGE: await self.shelf.forget()}

    def offers(self) -> tuple[Offer, ...]:
        """RAD-8, RAD-10, RAD-14, RAD-16 by C-MOVE and by C-GET."""
        storage = Service(
            takes=is_storage,
            handlers={Field.C_STORE: self._store},
            support=Support(transfers=(), requestor_scp=True),
        )
        find = Service(takes=_FIND.__contains__, handlers={Field.C_FIND: self._find})
        move = Service(takes=_MOVE.__contains__, handlers={Field.C_MOVE: self._move})
        get = Service(takes=_GET.__contains__, handlers={Field.C_GET: self._get})
        return (
            Offer(service=storage, transactions={Field.C_STORE: rad8.TRANSACTION.id}),
            Offer(service=find, transactions={Field.C_FIND: rad14.TRANSACTION.id}),
            Offer(service=move, transactions={Field.C_MOVE: rad16.TRANSACTION.id}),
            Offer(service=get, transactions={Field.C_GET: rad16.TRANSACTION.id}),
            Commitment(self.me, self.shelf).offer(),
        )

    async def _store(self, request: Request) -> Answer:
        return await keep(self.shelf, request)

    async def _find(self, request: Request) -> AsyncGenerator[Answer, None]:
        query = request.dataset()
        if wrong := find_mismatch(query, request.command.sop_class):
            yield wrong
            return
        level = level_of(query)
        for match in self.shelf.find(level, query):
            match.QueryRetrieveLevel = level
            match.RetrieveAETitle = self.ae_title
            match.InstanceAvailability = "ONLINE"
            yield Answer(status=status.PENDING, dataset=match)

    async def _move(self, request: Request) -> AsyncGenerator[Answer, None]:
        destination = self.me.book.application_entity(request.command.text("MoveDestination"))
        if destination is None:
            yield Answer(status=status.DESTINATION_UNKNOWN, comment="not in the address book")
            return
        query = request.dataset()
        if wrong := retrieve_mismatch(query, request.command.sop_class):
            yield wrong
            return
        instances = self.shelf.select(level_of(query), query)
        sent = Sent(len(instances))
        if instances:
            async for counts in self._send_to(destination, instances, request, sent):
                yield counts
        yield _final(sent, cancelled=request.cancelled)

    async def _send_to(
        self,
        destination: tuple[str, Dicom],
        instances: Sequence[Kept],
        request: Request,
        sent: Sent,
    ) -> AsyncGenerator[Answer, None]:
        """The sub-operations of a C-MOVE: a hop of their own, in an association of our own."""
        role, entity = destination
        pictures = await asyncio.to_thread(thumbnails, [kept.file for kept in few(instances)])
        hop_of = self.me.hop(
            rad16.TRANSACTION.id,
            role,
            transport="dicom",
            count=len(instances),
            label=identity.spoken(instances[0].header),
            thumbnails=pictures,
        )
        contexts = proposals((kept.sop_class, kept.transfer) for kept in instances)
        async with AsyncExitStack() as stack:
            hop = await stack.enter_async_context(hop_of)
            await stack.enter_async_context(refusals(hop))
            peer = await stack.enter_async_context(
                associate(
                    entity,
                    self.ae_title,
                    contexts,
                    hop.line,
                    tls=self.me.security.towards(entity.tls, role),
                )
            )
            async for counts in self._sub_operations(peer, hop, instances, request, sent):
                yield counts
            hop.judge(rad8.judge(sent.answers.values(), entity.ae_title))

    async def _sub_operations(
        self,
        peer: Storer,
        hop: Hop,
        instances: Sequence[Kept],
        request: Request,
        sent: Sent,
    ) -> AsyncGenerator[Answer, None]:
        progress = Progress(hop)
        originator = (request.peer.calling, request.command.number("MessageID"))
        for kept in instances:
            if request.cancelled:
                return
            file = await asyncio.to_thread(kept.file)
            sent.answers[kept.sop_instance] = await store(peer, file, originator=originator)
            progress(len(sent.answers))
            if sent.counts[0]:
                yield _pending(sent)

    async def _get(self, request: Request) -> AsyncGenerator[Answer, None]:
        query = request.dataset()
        if wrong := retrieve_mismatch(query, request.command.sop_class):
            yield wrong
            return
        instances = self.shelf.select(level_of(query), query)
        sent = Sent(len(instances))
        for kept in instances:
            if request.cancelled:
                break
            file = await asyncio.to_thread(kept.file)
            sent.answers[kept.sop_instance] = await store(request, file)
            if sent.counts[0]:
                yield _pending(sent)
        yield _final(sent, cancelled=request.cancelled)


async def keep(shelf: Shelf, request: Request) -> Answer:
    """Put what a C-STORE brought on a shelf."""
    try:
        await shelf.keep(
            File(
                sop_class=request.command.sop_class,
                sop_instance=request.command.sop_instance,
                transfer=request.context.transfer,
                data=request.data,
                source_ae=request.peer.calling,
            )
        )
    except Mismatched as error:
        return Answer(status=status.CLASS_MISMATCH, comment=str(error))
    except OSError as error:
        return Answer(status=status.OUT_OF_RESOURCES, comment=error.strerror or "disk")
    return Answer()


def few(instances: Sequence[Kept]) -> Sequence[Kept]:
    """Three of them, from the midst."""
    count = len(instances)
    return [instances[i] for i in sorted({count // 4, count // 2, 3 * count // 4})]


def _counts(sent: Sent) -> dict[str, Value]:
    remaining, completed, failed, warning = sent.counts
    return {
        "NumberOfRemainingSuboperations": remaining,
        "NumberOfCompletedSuboperations": completed,
        "NumberOfFailedSuboperations": failed,
        "NumberOfWarningSuboperations": warning,
    }


def _pending(sent: Sent) -> Answer:
    return Answer(status=status.PENDING, more=_counts(sent))


def _final(sent: Sent, *, cancelled: bool) -> Answer:
    """The last response (PS3.4 C.4.2.1.5 - 6): what was not sent has failed, unless cancelled."""
    counts = _counts(sent)
    if cancelled:
        return Answer(status=status.CANCELLED, more=counts)
    remaining, completed, failed, warning = sent.counts
    counts.pop("NumberOfRemainingSuboperations")
    counts["NumberOfFailedSuboperations"] = failed + remaining
    if not failed + remaining and not warning:
        return Answer(more=counts)
    said = Dataset()
    said.FailedSOPInstanceUIDList = list(sent.failed)
    code = status.SOME_FAILED if completed or warning else status.ALL_FAILED
    return Answer(status=code, dataset=said, more=counts)
