"""Image Manager: the archive learns what will come (RAD-4)."""

from showcase.protocols.hl7v2.codec import Message
from showcase.standins.endpoints.hl7v2 import Answers, AnswersHl7
from showcase.standins.registration import learn, person_of
from showcase.standins.scheduling import kept_order
from showcase.transactions import rad4


class ImageManager(AnswersHl7):
    """Keeps the procedures that it must expect images of."""

    actor = "Image Manager"
    answers = tuple(
        Answers(transaction="RAD-4", code=code, triggers=(trigger,), version=version)
        for code, trigger, version in rad4.SCHEDULES
    )

    async def answer(self, transaction: str, message: Message) -> Message:  # noqa: ARG002 - only one
        """Expect what is scheduled or changed, forget what is cancelled or discontinued."""
        if faults := rad4.faults(message):
            return self.refuse(message, faults)
        patient, procedures = rad4.read(message)
        person = learn(self.me.memory, person_of(patient, self.me))
        for control, procedure in procedures:
            if control in rad4.ENDS:
                self.me.memory.orders.pop(procedure.accession, None)
            else:
                self.me.memory.orders[procedure.accession] = kept_order(person, procedure)
        return self.accept(message)
