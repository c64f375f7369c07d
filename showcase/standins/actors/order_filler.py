"""Department System Scheduler/Order Filler: the RIS takes an order and schedules it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from showcase.model.clearance import Holding
from showcase.model.events import HopEnded
from showcase.protocols.hl7v2.ack import Fault
from showcase.protocols.hl7v2.codec import Message
from showcase.protocols.hl7v2.order import ImagingOrder
from showcase.protocols.hl7v2.recorded import messages
from showcase.standins.endpoints.hl7v2 import Answers, AnswersHl7
from showcase.standins.memory import Order, Person
from showcase.standins.registration import identification, learn, person_of
from showcase.standins.scheduling import imaging_order, kept_order, schedule
from showcase.standins.sends_hl7 import SendsHl7
from showcase.transactions import rad2, rad4

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn


class OrderFiller(AnswersHl7, SendsHl7):
    """Mints accession number and study, and tells the archive (RAD-2, RAD-4)."""

    actor = "Department System Scheduler/Order Filler"
    answers = tuple(
        Answers(transaction="RAD-2", code=code, triggers=(trigger,), version=version)
        for code, trigger, version in rad2.ORDERS
    )

    def __init__(self, me: "StandIn") -> None:
        """Nothing ordered, and nobody told."""
        super().__init__(me)
        self._told: set[tuple[str, str]] = set()
        self._cancelled: set[str] = set()

    async def forget(self) -> dict[Holding, int]:
        """Nobody has been told."""
        self._told.clear()
        self._cancelled.clear()
        return {}

    async def answer(self, transaction: str, message: Message) -> Message:  # noqa: ARG002 - only one
        """Schedule what is ordered, take off the list what is cancelled."""
        if faults := rad2.faults(message):
            return self.refuse(message, faults)
        patient, orders = rad2.read(message)
        if unknown := self._unknown(orders):
            return self.refuse(message, unknown)
        person = learn(self.me.memory, person_of(patient, self.me))
        for control, order in orders:
            if control == rad2.CANCEL:
                self._cancel(order.placer_number)
            else:
                self._take(person, order)
        return self.accept(message)

    def tell_again(self, role: str) -> None:
        """An order that is repeated is announced there again."""
        self._told = {each for each in self._told if each[0] != role}

    async def recall(self, hop: HopEnded, request: bytes, response: bytes) -> None:  # noqa: ARG002 - an ACK teaches nothing
        """What was scheduled: it stands for whatever this system would have made of the order."""
        if hop.transaction != rad4.TRANSACTION.id:
            return
        for message in messages(request):
            patient, procedures = rad4.read(message)
            person = learn(self.me.memory, person_of(patient, self.me))
            for control, procedure in procedures:
                self._cancel(procedure.placer_number)
                if control not in rad4.ENDS:
                    kept = kept_order(person, procedure)
                    self.me.memory.orders[procedure.accession] = kept
                    self._told.add((hop.receiver, procedure.accession))

    def _take(self, person: Person, ordered: ImagingOrder) -> None:
        # a placer who asks again did not hear our answer, or knows of somebody who was not told
        known = self._scheduled(ordered.placer_number)
        for order in known or (schedule(self.me, person, ordered),):
            self.me.memory.orders[order.accession] = order
            self.me.chore(self._announce(order))

    def _unknown(self, orders: Sequence[tuple[str, ImagingOrder]]) -> tuple[Fault, ...]:
        """What is cancelled and was never ordered here; a cancellation said twice was."""
        numbers = (order.placer_number for control, order in orders if control == rad2.CANCEL)
        return tuple(
            Fault("204", "ORC-2.1", f"there is no order {number} here")
            for number in numbers
            if number not in self._cancelled and not self._scheduled(number)
        )

    def _cancel(self, placer_number: str) -> None:
        self._cancelled.add(placer_number)
        for order in self._scheduled(placer_number):
            del self.me.memory.orders[order.accession]

    def _scheduled(self, placer_number: str) -> tuple[Order, ...]:
        orders = self.me.memory.orders.values()
        return tuple(each for each in orders if each.placer_number == placer_number)

    async def _announce(self, order: Order) -> None:
        build = partial(
            rad4.schedule, patient=identification(order.person), order=imaging_order(order)
        )
        for receiver in self.me.partners("RAD-4"):
            told = (receiver, order.accession)
            if told in self._told:
                continue
            self._told.add(told)
            answer = await self.send(
                "RAD-4", receiver, build, label=order.accession, judge=rad4.judge
            )
            if answer is None:
                self._told.discard(told)
