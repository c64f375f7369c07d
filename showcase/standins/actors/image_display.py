"""The reading workstation: finds a study (RAD-14), has it sent (RAD-16), shows it."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from pydicom.dataset import Dataset

from showcase.model.clearance import Holding
from showcase.model.events import HopEnded
from showcase.protocols.dicom import identity
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.negotiation import Support, offer
from showcase.protocols.dicom.requestor import Requestor, SubOperations
from showcase.protocols.dicom.service import Answer, Request, Service
from showcase.protocols.dicom.storage import is_storage
from showcase.standins import recalling
from showcase.standins.actors.image_archive import few, keep
from showcase.standins.behaviour import CannotAct, Prompt, act
from showcase.standins.endpoints.dicom import AnswersDicom, Offer
from showcase.standins.hop import Hop
from showcase.standins.people import order_of
from showcase.standins.pictures import thumbnails
from showcase.standins.registration import at_home
from showcase.standins.sending import Progress
from showcase.standins.shelf import Kept, Shelf
from showcase.transactions import rad14, rad16

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn


class ImageDisplay(AnswersDicom):
    """Image Display. What it shows, it has received.

    Attributes:
        shelf: What it was sent.
    """

    actor = "Image Display"

    def __init__(self, me: "StandIn") -> None:
        """Nothing found, nothing received."""
        super().__init__(me)
        self.shelf = Shelf(me.store / "received")
        self._found: tuple[Dataset, ...] = ()
        self._study: Dataset | None = None
        self._learned: set[str] = set()

    def offers(self) -> tuple[Offer, ...]:
        """The half of RAD-16 that carries the images."""
        service = Service(
            takes=is_storage,
            handlers={Field.C_STORE: self._store},
            support=Support(transfers=()),
        )
        return (Offer(service=service, transactions={Field.C_STORE: rad16.TRANSACTION.id}),)

    async def _store(self, request: Request) -> Answer:
        answer = await keep(self.shelf, request)
        kept = self.shelf.get(request.command.sop_instance)
        if kept:
            self._learn(kept)
        return answer

    def _learn(self, kept: Kept) -> None:
        """Know the patient and the order by what the image says of them, and nothing else."""
        if kept.study in self._learned:
            return
        self._learned.add(kept.study)
        told = order_of(kept.header)
        order = msgspec.structs.replace(told, person=at_home(self.me, told.person))
        self.me.memory.remember(order.person)
        if order.accession:
            self.me.memory.orders[order.accession] = order

    async def forget(self) -> dict[Holding, int]:
        """Nothing on the screen."""
        self._found = ()
        self._study = None
        self._learned.clear()
        return {Holding.IMAGE: await self.shelf.forget()}

    @act("RAD-14")
    async def find(self, prompt: Prompt) -> None:
        """Ask for the studies of a patient; the radiologist picks the latest."""
        name = prompt.type("patient")
        given, _, family = name.rpartition(" ")
        query = rad14.by_name(family, given)
        found: list[Dataset] = []
        answered = False

        async def work(hop: Hop, peer: Requestor) -> None:
            nonlocal answered
            answer = await peer.c_find(rad14.STUDY_ROOT, query)
            found.extend(answer.matches)
            answered = answered or answer.status.good
            hop.judge(rad14.judge(answer.status, self._title(hop)))

        for role in prompt.receivers:
            contexts = offer(rad14.STUDY_ROOT)
            await self.call("RAD-14", role, contexts, work, cue=prompt.cue, label=name)
        if found:
            self._study = max(found, key=_when)
        elif answered:
            raise CannotAct(
                f"the archive has no images of {name}",
                remedy="Scan and store the images first (RAD-8).",
            )

    @act("RAD-16")
    async def retrieve(self, prompt: Prompt) -> None:
        """Have the study sent to this workstation, and show it."""
        study = self._study
        if study is None:
            raise CannotAct(
                "the radiologist has not picked a study", remedy="Play the cue with RAD-14 first."
            )
        uid = identity.text(study, "StudyInstanceUID")
        count = int(study.get("NumberOfStudyRelatedInstances") or 1)

        async def work(hop: Hop, peer: Requestor) -> None:
            progress = Progress(hop)

            def on_progress(counts: SubOperations) -> None:
                progress(counts.completed + counts.warning)

            moved = await peer.c_move(
                rad16.STUDY_ROOT,
                rad16.study(uid),
                self.ae_title,
                on_progress=on_progress,
                coming=self._coming(uid),
            )
            failed = max(moved.counts.failed, len(moved.failed_instances))
            hop.judge(rad16.judge(moved.status, self._title(hop), failed=failed))
            await self._show(hop, uid)

        for role in prompt.receivers:
            await self.call(
                "RAD-16",
                role,
                offer(rad16.STUDY_ROOT),
                work,
                cue=prompt.cue,
                count=count,
                label=identity.spoken(study),
            )

    async def recall(self, hop: HopEnded, request: bytes, response: bytes) -> None:
        """The studies that were found, and the one that was asked for."""
        if hop.transaction == rad14.TRANSACTION.id:
            self._found = recalling.matches(request, response)
            self._study = max(self._found, key=_when, default=None)
        elif hop.transaction == rad16.TRANSACTION.id:
            wanted = recalling.wanted(request, response)
            study = identity.text(wanted, "StudyInstanceUID")
            self._study = recalling.of_study(self._found, study) or wanted

    def _coming(self, study: str) -> Callable[[], bool]:
        """Tells, each time it is called, whether images of a study have come since."""
        seen: tuple[Kept, ...] = self.shelf.study(study)

        def coming() -> bool:
            nonlocal seen
            before, seen = seen, self.shelf.study(study)
            return before != seen

        return coming

    async def _show(self, hop: Hop, study: str) -> None:
        received = self.shelf.study(study)
        if not received:
            return
        shown = few(received)
        pictures = await asyncio.to_thread(thumbnails, [each.file for each in shown], size=512)
        if pictures:
            hop.shows(picture=pictures[len(pictures) // 2], thumbnails=pictures)

    def _title(self, hop: Hop) -> str:
        return self.me.book.programme.role(hop.started.receiver).title


def _when(study: Dataset) -> str:
    return identity.text(study, "StudyDate") + identity.text(study, "StudyTime")
