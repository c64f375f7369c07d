"""ITI-8 Patient Identity Feed: who a patient is, and who two patients turned out to be.

HL7 v2.3.1: ADT^A01, A04, A05 and A08 feed a patient, ADT^A40 merges two identifiers of one.
"""

import msgspec

from showcase.model.fact import Fact
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.hl7v2.ack import Fault, judge_ack
from showcase.protocols.hl7v2.codec import Message
from showcase.protocols.hl7v2.compose import compose, segment
from showcase.protocols.hl7v2.header import Envelope, msh, timestamp
from showcase.protocols.hl7v2.person import (
    Identifier,
    PatientIdentification,
    cx,
    merge_faults,
    patient_facts,
    pid,
    pid_faults,
    read_cx,
    read_pid,
    visit_number,
)
from showcase.protocols.hl7v2.recorded import messages

TRANSACTION = Transaction(
    id="ITI-8",
    name="Patient Identity Feed",
    family=Family.HL7V2,
    carrier="ADT^A01, A04, A05, A08, A40",
    initiators=("Patient Identity Source",),
    responders=("Patient Identifier Cross-reference Manager", "Document Registry"),
    specified="IHE ITI TF-2, 3.8",
    thing=Thing.SLIP,
)

VERSION = "2.3.1"
MERGE = "A40"
TRIGGERS = ("A01", "A04", "A05", "A08", MERGE)

judge = judge_ack


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """What a feed message says.

    Attributes:
        patient: The patient; of a merge, the surviving one.
        subsumed: MRG-1, the identifier that is no more; None where nothing was merged.
    """

    patient: PatientIdentification
    subsumed: Identifier | None = None


def feed(envelope: Envelope, patient: PatientIdentification, *, trigger: str = "A04") -> Message:
    """The message that makes a patient known, or tells what is new about her (3.8.4.1)."""
    at = timestamp(envelope.at)
    return compose(
        (
            msh(envelope, ("ADT", trigger, "ADT_A01"), VERSION),
            segment("EVN", {1: trigger, 2: at}),
            pid(patient),
            segment("PV1", {2: "O", 19: visit_number(patient)}),
        )
    )


def merge(envelope: Envelope, surviving: PatientIdentification, subsumed: Identifier) -> Message:
    """The message that says that two identifiers of one domain are one patient's (3.8.4.2)."""
    return compose(
        (
            msh(envelope, ("ADT", MERGE, "ADT_A39"), VERSION),
            segment("EVN", {1: MERGE, 2: timestamp(envelope.at)}),
            pid(surviving),
            segment("MRG", {1: cx(subsumed)}),
        )
    )


def read(message: Message) -> tuple[Feed, ...]:
    """What a feed message says: one item, or one for each merged pair of an A40."""
    if message.trigger != MERGE:
        return (Feed(patient=read_pid(message)),)
    return tuple(_merged(group) for group in message.groups("PID"))


def faults(message: Message) -> tuple[Fault, ...]:
    """What the message lacks (3.8.4.1.2, 3.8.4.2.2)."""
    found = pid_faults(message)
    return found + merge_faults(message) if message.trigger == MERGE else found


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:  # noqa: ARG001 - an ACK says nothing of her
    """Who she is; an acknowledgement states nothing about her."""
    return tuple(fact for message in messages(request) for fact in patient_facts(message))


def _merged(group: Message) -> Feed:
    gone = group.all("MRG")
    return Feed(patient=read_pid(group), subsumed=read_cx(gone[0], 1) if gone else None)
