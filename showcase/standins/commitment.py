"""An archive's promise: hears the request half of RAD-10, and reports by itself."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

import structlog
from pydicom.dataset import Dataset

from showcase.model.system import Dicom
from showcase.protocols.dicom import status
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.identity import text
from showcase.protocols.dicom.negotiation import offer
from showcase.protocols.dicom.scu import associate
from showcase.protocols.dicom.service import Answer, Request, Service
from showcase.standins.endpoints.dicom import Offer, refusals
from showcase.standins.shelf import Kept, Shelf
from showcase.transactions import rad10
from showcase.transactions.rad10 import Reference

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_log = structlog.get_logger()


class Commitment:
    """Storage Commitment Push Model, as its SCP."""

    def __init__(self, me: "StandIn", shelf: Shelf) -> None:
        """Vouch for what is on `shelf`."""
        self._me = me
        self._shelf = shelf

    def offer(self) -> Offer:
        """The request half; the report half is ours to start."""
        service = Service(takes=rad10.SOP_CLASS.__eq__, handlers={Field.N_ACTION: self._requested})
        return Offer(service=service, transactions={Field.N_ACTION: rad10.TRANSACTION.id})

    async def _requested(self, request: Request) -> Answer:
        if request.command.number("ActionTypeID") != rad10.REQUEST:
            return Answer(status=status.NO_SUCH_ACTION)
        if request.command.sop_instance != rad10.INSTANCE:
            return Answer(status=status.NO_SUCH_INSTANCE)
        asked = request.dataset()
        if not rad10.references(asked) or not text(asked, "TransactionUID"):
            return Answer(status=status.MISSING_ATTRIBUTE, comment="what shall be committed?")

        async def report() -> None:
            entity = self._me.book.application_entity(request.peer.calling)
            if entity:
                self._me.chore(self._report(asked, *entity))
            else:
                await self._report_here(asked, request)

        request.afterwards = report
        return Answer()

    async def _report(self, asked: Dataset, role: str, entity: Dicom) -> None:
        """In an association of our own, as the peer may have left (PS3.4 J.3.3)."""
        event, report = await self._judge(asked)
        contexts = offer(rad10.SOP_CLASS)
        we_are_scp = {rad10.SOP_CLASS: (False, True)}
        async with (
            self._me.hop(rad10.TRANSACTION.id, role, transport="dicom") as hop,
            refusals(hop),
            associate(
                entity,
                self._me.listening.ae_title,
                contexts,
                hop.line,
                roles=we_are_scp,
                tls=self._me.security.towards(entity.tls, role),
            ) as peer,
        ):
            answer, _ = await peer.n_event_report(rad10.SOP_CLASS, rad10.INSTANCE, event, report)
            hop.judge(rad10.judge(answer, entity.ae_title))

    async def _report_here(self, asked: Dataset, request: Request) -> None:
        """To a stranger whose address we do not know: in the association it has opened."""
        event, report = await self._judge(asked)
        answer = await request.report(event, report)
        _log.info("storage commitment reported", to=request.peer.calling, status=answer.text)

    async def _judge(self, asked: Dataset) -> tuple[int, Dataset]:
        wanted = rad10.references(asked)
        safe, failed = await asyncio.to_thread(self._sort, wanted)
        transaction = text(asked, "TransactionUID")
        return rad10.report(transaction, safe, failed, self._me.listening.ae_title)

    def _sort(self, wanted: Sequence[Reference]) -> tuple[list[Reference], dict[Reference, int]]:
        """Those that are on the disk for good, and why the others are not."""
        reasons = {each: self._fault(*each) for each in wanted}
        safe = [each for each, why in reasons.items() if not why]
        return safe, {each: why for each, why in reasons.items() if why}

    def _fault(self, sop_class: str, sop_instance: str) -> int:
        """Failure Reason (0008,1197); 0: it is safe."""
        kept = self._shelf.get(sop_instance)
        if kept is None or not _lasts(kept):
            return rad10.NO_SUCH_INSTANCE
        return 0 if kept.sop_class == sop_class else rad10.CLASS_CONFLICT


def _lasts(kept: Kept) -> bool:
    try:
        kept.settle()
    except OSError as error:
        _log.warning("an image has vanished", path=kept.path.name, why=error.strerror)
        return False
    return True
