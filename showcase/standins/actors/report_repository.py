"""Enterprise Report Repository: a report comes back to whoever ordered it (RAD-28)."""

import msgspec

from showcase.protocols.hl7v2.codec import Message
from showcase.protocols.hl7v2.person import read_pid
from showcase.standins.endpoints.hl7v2 import Answers, AnswersHl7
from showcase.standins.memory import Report
from showcase.standins.registration import learn, person_of
from showcase.transactions import rad28


class ReportRepository(AnswersHl7):
    """Keeps reports by accession number; a later one replaces an earlier one."""

    actor = "Enterprise Report Repository"
    answers = (
        Answers(transaction="RAD-28", code="ORU", triggers=rad28.TRIGGERS, version=rad28.VERSION),
    )

    async def answer(self, transaction: str, message: Message) -> Message:  # noqa: ARG002 - only one
        """File the report."""
        if faults := rad28.faults(message):
            return self.refuse(message, faults)
        person = learn(self.me.memory, person_of(read_pid(message), self.me))
        for each in rad28.read_all(message):
            told = msgspec.structs.asdict(each)
            del told["code"]
            report = Report(person=person, **told)
            # the newest is the last one
            self.me.memory.reports.pop(report.accession, None)
            self.me.memory.reports[report.accession] = report
        return self.accept(message)
