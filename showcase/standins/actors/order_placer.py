"""Order Placer: a physician orders an examination (RAD-2)."""

from functools import partial

import msgspec

from showcase.model.events import HopEnded
from showcase.protocols.hl7v2.recorded import messages
from showcase.standins.behaviour import Prompt, act
from showcase.standins.memory import Order, Person
from showcase.standins.registration import fresh_number, identification, known, learn, person_of
from showcase.standins.scheduling import imaging_order, kept_order
from showcase.standins.sends_hl7 import SendsHl7
from showcase.transactions import rad2


class OrderPlacer(SendsHl7):
    """Orders for a patient it has been told of."""

    actor = "Order Placer"

    @act("RAD-2")
    async def order(self, prompt: Prompt) -> None:
        """Send the order; typed: patient, code, code_text, code_scheme, reason, requester."""
        person = known(self.me, prompt.type("patient"))
        order = self._write(person, prompt)
        build = partial(rad2.place, patient=identification(person), order=imaging_order(order))
        for receiver in prompt.receivers:
            await self.send(
                "RAD-2", receiver, build, cue=prompt.cue, label=order.code_text, judge=rad2.judge
            )

    async def recall(self, hop: HopEnded, request: bytes, response: bytes) -> None:  # noqa: ARG002 - an ACK teaches nothing
        """What was ordered, under which number."""
        for message in messages(request) if hop.transaction == rad2.TRANSACTION.id else ():
            patient, orders = rad2.read(message)
            person = learn(self.me.memory, person_of(patient, self.me))
            for _, order in orders:
                self.me.memory.orders[order.placer_number] = kept_order(person, order)

    def _write(self, person: Person, prompt: Prompt) -> Order:
        """The order; one that was written before is sent again, under the number it has."""
        written = Order(
            person=person,
            placer_number=f"P{fresh_number()}",
            code=prompt.type("code"),
            code_text=prompt.type("code_text"),
            code_scheme=prompt.type("code_scheme"),
            reason=prompt.type("reason"),
            requester=prompt.type("requester"),
        )
        for earlier in self.me.memory.orders.values():
            again = msgspec.structs.replace(written, placer_number=earlier.placer_number)
            if earlier == again:
                return earlier
        self.me.memory.orders[written.placer_number] = written
        return written
