"""Patient Encounter Consumer: a system is told who has come (ITI-31)."""

import msgspec

from showcase.protocols.hl7v2.codec import Message
from showcase.standins.domains import of_survivor
from showcase.standins.endpoints.hl7v2 import Answers, AnswersHl7
from showcase.standins.registration import identifier, learn, merge, person_of
from showcase.transactions import iti31


class PatientEncounterConsumer(AnswersHl7):
    """Keeps whom it is told of."""

    actor = "Patient Encounter Consumer"
    answers = (
        Answers(transaction="ITI-31", code="ADT", triggers=iti31.TRIGGERS, version=iti31.VERSION),
    )

    async def answer(self, transaction: str, message: Message) -> Message:  # noqa: ARG002 - only one
        """Keep the patient; a merge, a discharge and a cancelled visit change what was kept."""
        if faults := iti31.faults(message):
            return self.refuse(message, faults)
        for patient, subsumed in iti31.read(message):
            person = person_of(patient, self.me)
            if subsumed:
                gone = of_survivor(subsumed, identifier(person), self.me)
                merge(self.me.memory, person, gone)
                continue
            person = learn(self.me.memory, person)
            ended = {"visit"} if message.trigger in iti31.ENDS_VISIT else set()
            if void := patient.deleted | ended:
                bare = msgspec.structs.replace(person, **dict.fromkeys(void, ""))
                self.me.memory.remember(bare)
        return self.accept(message)
