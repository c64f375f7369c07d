"""RAD-2 Placer Order Management: a physician orders an examination (HL7 v2.3.1, ORM^O01).

OMG^O19 is understood as well, by which a placer of the HL7 v2.5.1 option orders.
"""

from showcase.model.fact import Fact, FactKind
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.hl7v2.ack import Fault, in_group, judge_ack, missing
from showcase.protocols.hl7v2.codec import Message
from showcase.protocols.hl7v2.compose import compose, segment
from showcase.protocols.hl7v2.header import Envelope, msh
from showcase.protocols.hl7v2.order import ImagingOrder, obr, orc, read_order, unknown_control
from showcase.protocols.hl7v2.person import (
    PatientIdentification,
    patient_facts,
    pid,
    pid_faults,
    read_pid,
    visit_number,
)
from showcase.protocols.hl7v2.recorded import messages

TRANSACTION = Transaction(
    id="RAD-2",
    name="Placer Order Management",
    family=Family.HL7V2,
    carrier="ORM^O01, OMG^O19 (NW, CA)",
    initiators=("Order Placer",),
    responders=("Department System Scheduler/Order Filler",),
    specified="IHE RAD TF-2, 4.2",
    thing=Thing.ORDER,
)

VERSION = "2.3.1"
ORDERS = (("ORM", "O01", VERSION), ("OMG", "O19", "2.5.1"))
"""Message code, trigger event and version of the messages that order."""

NEW, CANCEL = "NW", "CA"

judge = judge_ack


def place(
    envelope: Envelope,
    patient: PatientIdentification,
    order: ImagingOrder,
    *,
    control: str = NEW,
) -> Message:
    """The message that places an order, or cancels it (4.2.4.1, 4.2.4.2)."""
    return compose(
        (
            msh(envelope, ("ORM", "O01", "ORM_O01"), VERSION),
            pid(patient),
            segment("PV1", {2: "E", 19: visit_number(patient)}),
            orc(order, envelope, control),
            segment("OBR", obr(order)),
        )
    )


def read(message: Message) -> tuple[PatientIdentification, tuple[tuple[str, ImagingOrder], ...]]:
    """For whom, and each order with its control code ORC-1."""
    groups = message.groups("ORC")
    return read_pid(message), tuple((each.get("ORC-1"), read_order(each)) for each in groups)


def faults(message: Message) -> tuple[Fault, ...]:
    """What the message lacks (4.2.4.1.2)."""
    found = pid_faults(message)
    groups = message.groups("ORC")
    if not groups:
        return (*found, Fault("100", "ORC-1", "there is no ORC segment"))
    orders = enumerate(groups, 1)
    return found + tuple(in_group(fault, nth) for nth, each in orders for fault in _faults(each))


def _faults(group: Message) -> tuple[Fault, ...]:
    found = missing(group, "ORC-1") + unknown_control(group, NEW, CANCEL)
    if not read_order(group).placer_number:  # in ORC or in OBR (HL7 v2.3.1, 4.3.1.2)
        found += missing(group, "ORC-2.1")
    return found + (missing(group, "OBR-4.1") if group.get("ORC-1") == NEW else ())


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:  # noqa: ARG001 - an ACK says nothing of it
    """For whom, and the placer's number; an acknowledgement states nothing about them."""
    return tuple(fact for message in messages(request) for fact in _facts(message))


def _facts(message: Message) -> tuple[Fact, ...]:
    _, orders = read(message)
    numbers = (order.placer_number for _, order in orders)
    return patient_facts(message) + tuple(
        Fact(kind=FactKind.PLACER_ORDER, value=number, path="ORC-2.1")
        for number in numbers
        if number
    )
