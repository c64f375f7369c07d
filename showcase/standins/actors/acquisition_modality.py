"""The CT scanner: asks for work (RAD-5), reports on it (RAD-6, 7), sends images (RAD-8, 10)."""

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from pydicom.dataset import Dataset

from showcase.model.clearance import Holding
from showcase.model.events import HopEnded
from showcase.model.oid import fresh_uid
from showcase.protocols.dicom import identity
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.negotiation import Support, offer
from showcase.protocols.dicom.requestor import Requestor
from showcase.protocols.dicom.service import Answer, Request, Service
from showcase.protocols.dicom.status import NO_SUCH_EVENT
from showcase.protocols.dicom.storage import proposals
from showcase.standins import phantom, recalling
from showcase.standins.behaviour import CannotAct, Prompt, act
from showcase.standins.ct_series import SEED, Scan, made_before, scan
from showcase.standins.endpoints.dicom import AnswersDicom, Offer
from showcase.standins.hop import Hop
from showcase.standins.people import person_of
from showcase.standins.sending import send
from showcase.transactions import rad5, rad6, rad7, rad10
from showcase.wire.clock import SystemClock

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_USUAL = 24
"""Slices of a scan; computed beforehand, so that nobody waits for them."""

_log = structlog.get_logger()


class AcquisitionModality(AnswersDicom):
    """Acquisition Modality. It remembers whom its technologist picked, and what it made of her."""

    actor = "Acquisition Modality"

    def __init__(self, me: "StandIn") -> None:
        """Nobody on the table."""
        super().__init__(me)
        self._clock = SystemClock()
        self._offered: tuple[Dataset, ...] = ()
        self._item: Dataset | None = None
        self._step_uid = ""
        self._scan: Scan | None = None

    async def forget(self) -> dict[Holding, int]:
        """Nobody on the table."""
        count = len(self._scan.files) if self._scan else 0
        self._offered = ()
        self._item = self._scan = None
        self._step_uid = ""
        return {Holding.IMAGE: count}

    def offers(self) -> tuple[Offer, ...]:
        """The report half of RAD-10; the archive takes the SCP role, though it calls."""
        service = Service(
            takes=rad10.SOP_CLASS.__eq__,
            handlers={Field.N_EVENT_REPORT: self._reported},
            support=Support(requestor_scp=True),
        )
        return (Offer(service=service, transactions={Field.N_EVENT_REPORT: rad10.TRANSACTION.id}),)

    async def opened(self) -> None:
        """Compute the usual scan while nobody waits."""
        self.me.chore(self._warm_up())

    async def _warm_up(self) -> None:
        await asyncio.to_thread(phantom.volume, _USUAL, SEED)

    @act("RAD-5")
    async def ask_for_work(self, prompt: Prompt) -> None:
        """Ask what is scheduled for this scanner; the technologist picks the patient."""
        name = prompt.type("patient")
        now = self._clock.now().astimezone()
        days = [(now + timedelta(days=each)).strftime("%Y%m%d") for each in (-1, 1)]
        query = rad5.broad_query(
            modality=prompt.typed.get("modality", "CT"),
            # who stands in for a scanner does what was scheduled for that scanner, by its AE title
            station_ae="" if self.me.book.shared(self.me.role.key) else self.ae_title,
            dates="-".join(days),
        )
        found: list[Dataset] = []
        answered = False

        async def work(hop: Hop, peer: Requestor) -> None:
            nonlocal answered
            answer = await peer.c_find(rad5.MODEL, query)
            found.extend(answer.matches)
            answered = answered or answer.status.good
            hop.judge(rad5.judge(answer.status, self._title(hop)))

        for role in prompt.receivers:
            await self.call("RAD-5", role, offer(rad5.MODEL), work, cue=prompt.cue, label=name)
        picked = _latest(found, name)
        if picked is not None:
            self._item, self._step_uid, self._scan = picked, "", None
            self.me.memory.remember(person_of(picked))
        elif answered:
            raise CannotAct(
                f"the worklist of {len(found)} items does not name {name}",
                remedy="Order and schedule the examination first, for this scanner's AE title.",
            )

    @act("RAD-6")
    async def begin(self, prompt: Prompt) -> None:
        """Tell the department that the step has begun."""
        item = self._on_table()
        uid, now = fresh_uid(), self._clock.now().astimezone()
        step = rad6.in_progress(
            item,
            station_ae=self.ae_title,
            station=self.me.role.title[:16],
            step_id=now.strftime("P%H%M%S"),
            now=now,
        )

        async def work(hop: Hop, peer: Requestor) -> None:
            answer, _ = await peer.n_create(rad6.SOP_CLASS, uid, step)
            hop.judge(rad6.judge(answer, self._title(hop)))

        self._step_uid = uid
        for role in prompt.receivers:
            await self.call(
                "RAD-6",
                role,
                offer(rad6.SOP_CLASS),
                work,
                cue=prompt.cue,
                label=identity.spoken(item),
            )

    @act("RAD-8")
    async def send_images(self, prompt: Prompt) -> None:
        """Scan, and send the images."""
        item = self._on_table()
        count = _number(prompt.typed.get("images", str(_USUAL)))
        made = await asyncio.to_thread(
            scan,
            item,
            count=count,
            station=self.me.role.title[:16],
            now=self._clock.now().astimezone(),
        )
        self._scan = made

        async def work(hop: Hop, peer: Requestor) -> None:
            await send(peer, hop, made.files, self._title(hop))

        contexts = proposals((file.sop_class, file.transfer) for file in made.files)
        for role in prompt.receivers:
            await self.call(
                "RAD-8",
                role,
                contexts,
                work,
                cue=prompt.cue,
                count=count,
                label=identity.spoken(item),
                thumbnails=made.thumbnails,
            )

    @act("RAD-7")
    async def complete(self, prompt: Prompt) -> None:
        """Tell the department that the step is complete."""
        item, made = self._on_table(), self._made()
        if not self._step_uid:
            raise CannotAct(
                "the scanner has not told anybody that it has begun",
                remedy="Play the cue with RAD-6 first.",
            )
        series = rad7.Series(
            uid=made.series_uid,
            protocol=made.protocol,
            description=made.description,
            retrieve_ae=self._archive_ae(),
            instances=made.references,
        )
        change = rad7.completed((series,), now=self._clock.now().astimezone())

        async def work(hop: Hop, peer: Requestor) -> None:
            answer, _ = await peer.n_set(rad6.SOP_CLASS, self._step_uid, change)
            hop.judge(rad7.judge(answer, self._title(hop)))

        for role in prompt.receivers:
            await self.call(
                "RAD-7",
                role,
                offer(rad6.SOP_CLASS),
                work,
                cue=prompt.cue,
                label=identity.spoken(item),
            )

    @act("RAD-10")
    async def ask_for_commitment(self, prompt: Prompt) -> None:
        """Ask whether the archive will keep the images; it reports later, by itself."""
        item, made = self._on_table(), self._made()
        asked = rad10.ask(fresh_uid(), made.references)

        async def work(hop: Hop, peer: Requestor) -> None:
            answer, _ = await peer.n_action(rad10.SOP_CLASS, rad10.INSTANCE, rad10.REQUEST, asked)
            hop.judge(rad10.judge(answer, self._title(hop)))

        for role in prompt.receivers:
            await self.call(
                "RAD-10",
                role,
                offer(rad10.SOP_CLASS),
                work,
                cue=prompt.cue,
                label=identity.spoken(item),
            )

    async def recall(self, hop: HopEnded, request: bytes, response: bytes) -> None:
        """Whom the technologist picked, the step that has begun, the images that were made."""
        match hop.transaction:
            case "RAD-5":
                self._offered = recalling.matches(request, response)
                self._item = max(self._offered, key=_start, default=None)
                self._step_uid, self._scan = "", None
            case "RAD-6":
                self._step_uid, step = recalling.created(request, response)
                scheduled = identity.item(step, "ScheduledStepAttributesSequence")
                self._lay(identity.text(scheduled, "StudyInstanceUID"), step)
            case "RAD-8":
                files = recalling.stored(request, response)
                header = recalling.first_header(request, response)
                self._lay(identity.text(header, "StudyInstanceUID"), header)
                self._scan = made_before(header, files) if files else None
            case _:
                pass

    def _lay(self, study: str, told: Dataset) -> None:
        """Have the patient of a study on the table: as the worklist names her, or as was told."""
        if self._item is None or identity.text(self._item, "StudyInstanceUID") != study:
            self._item = recalling.of_study(self._offered, study) or told
        self.me.memory.remember(person_of(self._item))

    async def _reported(self, request: Request) -> Answer:
        if request.command.number("EventTypeID") not in {rad10.ALL_SAFE, rad10.FAILURES}:
            return Answer(status=NO_SUCH_EVENT)
        report = request.dataset()
        failed = rad10.references(report, "FailedSOPSequence")
        _log.info(
            "storage commitment",
            role=self.me.role.key,
            safe=len(rad10.references(report)),
            failed=len(failed),
        )
        return Answer()

    def _on_table(self) -> Dataset:
        if self._item is None:
            raise CannotAct(
                "nobody was picked from the scanner's worklist",
                remedy="Play the cue with RAD-5 first.",
            )
        return self._item

    def _made(self) -> Scan:
        if self._scan is None:
            raise CannotAct(
                "the scanner has made no images of this patient",
                remedy="Play the cue with RAD-8 first.",
            )
        return self._scan

    def _title(self, hop: Hop) -> str:
        return self.me.book.programme.role(hop.started.receiver).title

    def _archive_ae(self) -> str:
        """Where the images can be had: the AE title they are sent to."""
        for role in self.me.book.partners(self.me.role.key, "RAD-8"):
            return self.entity(role, "RAD-8").ae_title
        return ""


def _latest(items: list[Dataset], name: str) -> Dataset | None:
    """The item a technologist picks: the patient of that name, scheduled last."""
    hers = [each for each in items if identity.spoken(each).casefold() == name.casefold()]
    return max(hers, key=_start, default=None)


def _start(item: Dataset) -> str:
    step = identity.item(item, "ScheduledProcedureStepSequence")
    return identity.text(step, "ScheduledProcedureStepStartDate") + identity.text(
        step, "ScheduledProcedureStepStartTime"
    )


def _number(typed: str) -> int:
    if not typed.isdigit() or not 0 < int(typed) <= 500:
        raise CannotAct(
            f"a scan of {typed} images is not possible",
            remedy="Give `images:` in the cue's `with:` a number from 1 to 500.",
        )
    return int(typed)
