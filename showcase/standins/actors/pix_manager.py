"""Patient Identifier Cross-reference Manager: the regional index (ITI-8, ITI-9)."""

from functools import partial
from typing import TYPE_CHECKING

from showcase.model.clearance import Holding
from showcase.model.events import HopEnded
from showcase.protocols.hl7v2.ack import Fault
from showcase.protocols.hl7v2.codec import Message
from showcase.protocols.hl7v2.person import Identifier
from showcase.protocols.hl7v2.recorded import messages
from showcase.standins.crossreference import CrossReference
from showcase.standins.domains import homeless, of_survivor, resolved
from showcase.standins.endpoints.hl7v2 import Answers, AnswersHl7
from showcase.standins.memory import Person
from showcase.standins.registration import (
    everybody_in,
    identification,
    identifier,
    own_domain,
    person_of,
)
from showcase.standins.sends_hl7 import SendsHl7
from showcase.transactions import iti8, iti9

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn


class PixManager(AnswersHl7, SendsHl7):
    """Links patients across domains, answers who is who, and feeds the document registry."""

    actor = "Patient Identifier Cross-reference Manager"
    answers = (
        Answers(transaction="ITI-8", code="ADT", triggers=iti8.TRIGGERS, version=iti8.VERSION),
        Answers(transaction="ITI-9", code="QBP", triggers=iti9.TRIGGERS, version=iti9.VERSION),
    )

    def __init__(self, me: "StandIn") -> None:
        """Nobody is known, and nobody has been told."""
        super().__init__(me)
        self._reference = CrossReference(me.memory, own_domain(me))
        self._told: dict[tuple[str, str], Person] = {}

    async def forget(self) -> dict[Holding, int]:
        """Nobody has been told."""
        self._told.clear()
        return {}

    async def answer(self, transaction: str, message: Message) -> Message:
        """Take a feed, or answer a question."""
        return self._feed(message) if transaction == "ITI-8" else self._look_up(message)

    def tell_again(self, role: str) -> None:
        """The next feed of a patient makes her known there again."""
        self._told = {key: each for key, each in self._told.items() if key[0] != role}

    async def recall(self, hop: HopEnded, request: bytes, response: bytes) -> None:  # noqa: ARG002 - an ACK teaches nothing
        """Whom the registry was told of: by these numbers the region knows its patients."""
        for message in messages(request) if hop.transaction == iti8.TRANSACTION.id else ():
            for feed in iti8.read(message):
                master = person_of(feed.patient, self.me)
                self._reference.adopt(master)
                self._told[hop.receiver, master.id] = master

    def _feed(self, message: Message) -> Message:
        if faults := iti8.faults(message) or self._homeless(message):
            return self.refuse(message, faults)
        for feed in iti8.read(message):
            if feed.subsumed:
                person = person_of(feed.patient, self.me)
                self._merge(person, of_survivor(feed.subsumed, identifier(person), self.me))
                continue
            for person in everybody_in(feed.patient, self.me):
                self._tell(self._reference.feed(person))
        return self.accept(message)

    def _merge(self, surviving: Person, subsumed: Identifier) -> None:
        master, gone = self._reference.merge(surviving, subsumed)
        self._tell(master)
        if gone is None:
            return
        build = partial(iti8.merge, surviving=identification(master), subsumed=identifier(gone))
        for receiver in self.me.partners("ITI-8"):
            self.me.chore(self._send_merge(receiver, build))

    def _tell(self, master: Person) -> None:
        """Feed a master record to those who do not know it, or know it otherwise."""
        for receiver in self.me.partners("ITI-8"):
            before = self._told.get((receiver, master.id))
            if before != master:
                # noted at once: the other domain's feed may come while this one is under way
                self._told[receiver, master.id] = master
                self.me.chore(self._send_feed(receiver, master, "A08" if before else "A04"))

    async def _send_feed(self, receiver: str, master: Person, trigger: str) -> None:
        build = partial(iti8.feed, patient=identification(master), trigger=trigger)
        answer = await self.send("ITI-8", receiver, build, label=master.name, judge=iti8.judge)
        if answer is None:
            # the next feed of this patient tries again
            self._told.pop((receiver, master.id), None)

    async def _send_merge(self, receiver: str, build: partial[Message]) -> None:
        await self.send("ITI-8", receiver, build, label="merge", judge=iti8.judge)

    def _homeless(self, message: Message) -> tuple[Fault, ...]:
        """Without an OID, and by no name we know, an identifier belongs nowhere."""
        patients = (feed.patient for feed in iti8.read(message))
        return tuple(fault for patient in patients for fault in homeless(patient, self.me))

    def _look_up(self, message: Message) -> Message:
        if faults := iti9.faults(message):
            return iti9.refuse_query(message, faults, self.me.now())
        query = iti9.read_query(message)
        asked = resolved(query.patient, self.me)
        wanted = tuple(resolved(each, self.me) for each in query.domains)
        person = self._reference.find(asked)
        if faults := self._unanswerable(asked, wanted, person):
            return iti9.refuse_query(message, faults, self.me.now())
        assert person is not None
        domains = {each.authority_oid for each in wanted}
        found = [
            identifier(each)
            for each in self._reference.others(person)
            if not domains or each.authority_oid in domains
        ]
        return iti9.answer(message, found, self.me.now())

    def _unanswerable(
        self, asked: Identifier, wanted: tuple[Identifier, ...], person: Person | None
    ) -> tuple[Fault, ...]:
        """Why there is no answer, in the order of the cases (3.9.4.2.2.6)."""
        domains = self._domains()
        if asked.authority_oid not in domains:
            return (iti9.UNKNOWN_DOMAIN,)
        if person is None:
            return (iti9.UNKNOWN_PATIENT,)
        return tuple(
            iti9.unknown_wanted_domain(nth)
            for nth, each in enumerate(wanted, 1)
            if each.authority_oid not in domains
        )

    def _domains(self) -> set[str]:
        configured = {place.authority_oid for place in self.me.book.programme.places}
        fed = {person.authority_oid for person in self.me.memory.people.values()}
        return (configured | fed | {own_domain(self.me).authority_oid}) - {""}
