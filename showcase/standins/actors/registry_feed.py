"""Document Registry: whom the registry's own feed has made known (ITI-8).

Only documents of these patients may be registered (IHE ITI TF-2, 3.42.4.1.3). After a merge the
subsumed identifier is unknown, and stands in `Memory.linked` of the surviving one.
"""

from showcase.protocols.hl7v2.codec import Message
from showcase.standins.domains import homeless, of_survivor
from showcase.standins.endpoints.hl7v2 import Answers, AnswersHl7
from showcase.standins.registration import identifier, learn, merge, person_of
from showcase.transactions import iti8


class RegistryFeed(AnswersHl7):
    """Keeps the patients of the affinity domain."""

    actor = "Document Registry"
    answers = (
        Answers(transaction="ITI-8", code="ADT", triggers=iti8.TRIGGERS, version=iti8.VERSION),
    )

    async def answer(self, transaction: str, message: Message) -> Message:  # noqa: ARG002 - only one
        """Keep the patient, or merge two of her identifiers."""
        feeds = iti8.read(message)
        if faults := iti8.faults(message):
            return self.refuse(message, faults)
        if lost := [fault for feed in feeds for fault in homeless(feed.patient, self.me)]:
            return self.refuse(message, lost)
        for feed in feeds:
            person = person_of(feed.patient, self.me)
            if feed.subsumed:
                gone = of_survivor(feed.subsumed, identifier(person), self.me)
                merge(self.me.memory, person, gone)
            else:
                learn(self.me.memory, person)
        return self.accept(message)
