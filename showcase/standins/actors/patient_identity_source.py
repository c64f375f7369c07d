"""Patient Identity Source: a domain tells by which identifier it knows a patient (ITI-8)."""

from functools import partial

from showcase.model.events import HopEnded
from showcase.protocols.hl7v2.recorded import messages
from showcase.standins.behaviour import Prompt, act
from showcase.standins.registration import identification, learn, person_of, register
from showcase.standins.sends_hl7 import SendsHl7
from showcase.transactions import iti8


class PatientIdentitySource(SendsHl7):
    """Feeds its patients to the regional index."""

    actor = "Patient Identity Source"

    @act("ITI-8")
    async def feed(self, prompt: Prompt) -> None:
        """Tell each receiver who she is; typed: family, given, born, sex."""
        person = register(self.me, prompt)
        build = partial(iti8.feed, patient=identification(person), trigger=prompt.trigger or "A04")
        for receiver in prompt.receivers:
            await self.send(
                "ITI-8", receiver, build, cue=prompt.cue, label=person.name, judge=iti8.judge
            )

    async def recall(self, hop: HopEnded, request: bytes, response: bytes) -> None:  # noqa: ARG002 - an ACK teaches nothing
        """Who was fed to the index, under which number."""
        for message in messages(request) if hop.transaction == iti8.TRANSACTION.id else ():
            for feed in iti8.read(message):
                learn(self.me.memory, person_of(feed.patient, self.me))
