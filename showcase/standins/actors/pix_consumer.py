"""Patient Identifier Cross-reference Consumer: asks how others call a patient (ITI-9)."""

import msgspec

from showcase.model.events import HopEnded
from showcase.protocols.hl7v2.codec import Message
from showcase.protocols.hl7v2.header import Envelope
from showcase.protocols.hl7v2.person import Identifier
from showcase.protocols.hl7v2.recorded import messages
from showcase.standins.behaviour import Prompt, act
from showcase.standins.domains import resolved
from showcase.standins.memory import Person
from showcase.standins.registration import identifier, known
from showcase.standins.sends_hl7 import SendsHl7
from showcase.transactions import iti9


class PixConsumer(SendsHl7):
    """Keeps the identifiers that the index answers."""

    actor = "Patient Identifier Cross-reference Consumer"

    @act("ITI-9")
    async def ask(self, prompt: Prompt) -> None:
        """Ask each receiver for the identifier in its own domain; typed: patient."""
        person = known(self.me, prompt.type("patient"))
        for receiver in prompt.receivers:
            wanted = self._domain_of(receiver)

            def build(envelope: Envelope, wanted: tuple[Identifier, ...] = wanted) -> Message:
                return iti9.query(envelope, identifier(person), wanted)

            answer = await self.send(
                "ITI-9", receiver, build, cue=prompt.cue, label=person.name, judge=iti9.judge
            )
            if answer:
                self._keep(person, iti9.read_answer(answer))

    async def recall(self, hop: HopEnded, request: bytes, response: bytes) -> None:
        """By which identifiers others know a patient, as the index has answered."""
        if hop.transaction != iti9.TRANSACTION.id:
            return
        # an accept acknowledgement may stand before the answer
        for question, answer in zip(messages(request), messages(response)[-1:], strict=False):
            asked = resolved(iti9.read_query(question).patient, self.me)
            person = self.me.memory.people.get((asked.authority_oid, asked.value))
            if person:
                self._keep(person, iti9.read_answer(answer))

    def _domain_of(self, receiver: str) -> tuple[Identifier, ...]:
        oids = self.me.partner(receiver, "ITI-9").oids
        if not oids.authority_oid:
            return ()
        return (Identifier(value="", authority=oids.authority, authority_oid=oids.authority_oid),)

    def _keep(self, person: Person, found: tuple[Identifier, ...]) -> None:
        others = (resolved(each, self.me) for each in found)
        self.me.memory.linked[person.authority_oid, person.id] = tuple(
            msgspec.structs.replace(
                person,
                id=each.value,
                authority=each.authority,
                authority_oid=each.authority_oid,
                visit="",
            )
            for each in others
        )
