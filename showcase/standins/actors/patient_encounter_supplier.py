"""Patient Encounter Supplier: the front desk tells who has come (ITI-31)."""

from functools import partial

import msgspec

from showcase.model.events import HopEnded
from showcase.protocols.hl7v2.recorded import messages
from showcase.standins.behaviour import Prompt, act
from showcase.standins.registration import (
    identification,
    learn,
    person_of,
    register,
    with_visit,
)
from showcase.standins.sends_hl7 import SendsHl7
from showcase.transactions import iti31


class PatientEncounterSupplier(SendsHl7):
    """Registers a visit, and tells those who must know."""

    actor = "Patient Encounter Supplier"

    @act("ITI-31")
    async def admit(self, prompt: Prompt) -> None:
        """Tell each receiver that she has come; typed: family, given, born, sex."""
        person = with_visit(self.me, register(self.me, prompt))
        build = partial(
            iti31.event,
            patient=identification(person),
            encounter=iti31.Encounter(),
            trigger=prompt.trigger or "A04",
        )
        for receiver in prompt.receivers:
            await self.send(
                "ITI-31", receiver, build, cue=prompt.cue, label=person.name, judge=iti31.judge
            )
        if prompt.trigger in iti31.ENDS_VISIT:
            # she who comes again has a new visit
            self.me.memory.remember(msgspec.structs.replace(person, visit=""))

    async def recall(self, hop: HopEnded, request: bytes, response: bytes) -> None:  # noqa: ARG002 - an ACK teaches nothing
        """Who was registered, under which number and visit."""
        for message in messages(request) if hop.transaction == iti31.TRANSACTION.id else ():
            for patient, _ in iti31.read(message):
                learn(self.me.memory, person_of(patient, self.me))
