"""Report Manager: the radiologist's report goes to whoever ordered it (RAD-28)."""

from functools import partial

import msgspec

from showcase.model.events import HopEnded
from showcase.protocols.hl7v2.person import read_pid
from showcase.protocols.hl7v2.recorded import messages
from showcase.standins.behaviour import CannotAct, Prompt, act
from showcase.standins.memory import Order, Report
from showcase.standins.registration import identification, learn, person_of
from showcase.standins.sends_hl7 import SendsHl7
from showcase.transactions import rad28


class ReportManager(SendsHl7):
    """Reports on the study that its workstation received last."""

    actor = "Report Manager"

    @act("RAD-28")
    async def report(self, prompt: Prompt) -> None:
        """Send the report; typed: text, title, author."""
        order = self._latest()
        report = self._write(order, prompt)
        build = partial(
            rad28.export,
            patient=identification(order.person),
            report=_imaging_report(order, report),
        )
        for receiver in prompt.receivers:
            await self.send(
                "RAD-28", receiver, build, cue=prompt.cue, label=report.title, judge=rad28.judge
            )

    async def recall(self, hop: HopEnded, request: bytes, response: bytes) -> None:  # noqa: ARG002 - an ACK teaches nothing
        """What was reported."""
        for message in messages(request) if hop.transaction == rad28.TRANSACTION.id else ():
            person = learn(self.me.memory, person_of(read_pid(message), self.me))
            told = msgspec.structs.asdict(rad28.read(message))
            del told["code"]
            report = Report(person=person, **told)
            self.me.memory.reports[report.accession] = report

    def _latest(self) -> Order:
        orders = tuple(self.me.memory.orders.values())
        if not orders:
            raise CannotAct(
                f"{self.me.role.title} has received no images that it could report on",
                remedy="Play the cue that fetches the images, and see that they arrived.",
            )
        return orders[-1]

    def _write(self, order: Order, prompt: Prompt) -> Report:
        report = Report(
            person=order.person,
            accession=order.accession,
            study=order.study,
            title=prompt.type("title"),
            text=prompt.type("text").strip(),
            author=prompt.type("author"),
            written=self.me.now().astimezone().strftime("%Y%m%d%H%M%S"),
            procedure_id=order.procedure_id,
            placer_number=order.placer_number,
        )
        self.me.memory.reports[report.accession] = report
        return report


def _imaging_report(order: Order, report: Report) -> rad28.ImagingReport:
    written = msgspec.structs.asdict(report)
    del written["person"]
    return rad28.ImagingReport(**written, code=(order.code, order.code_scheme))
