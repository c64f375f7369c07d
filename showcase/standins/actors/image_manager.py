"""Image Manager: the archive learns what will come (RAD-4)."""

from showcase.protocols.hl7v2.codec import Message
from showcase.protocols.hl7v2.order import ImagingOrder
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
                for accession in self._expected(procedure):
                    del self.me.memory.orders[accession]
            else:
                self.me.memory.orders[procedure.accession] = kept_order(person, procedure)
        return self.accept(message)

    def _expected(self, procedure: ImagingOrder) -> tuple[str, ...]:
        """What is cancelled: by its accession number, or by the order's where that is all."""
        orders = self.me.memory.orders
        if procedure.accession:
            return (procedure.accession,) if procedure.accession in orders else ()
        meant = {procedure.placer_number, procedure.filler_number} - {""}
        return tuple(
            accession
            for accession, each in orders.items()
            if meant & {each.placer_number, each.filler_number}
        )
