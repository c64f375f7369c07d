"""ITI-31 Patient Encounter Management: a patient arrives, moves, leaves (HL7 v2.5, ADT)."""

import msgspec

from showcase.model.fact import Fact
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.hl7v2.ack import Fault, judge_ack
from showcase.protocols.hl7v2.codec import Message, Segment
from showcase.protocols.hl7v2.compose import compose, segment
from showcase.protocols.hl7v2.header import Envelope, msh, timestamp
from showcase.protocols.hl7v2.person import (
    Identifier,
    PatientIdentification,
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
    id="ITI-31",
    name="Patient Encounter Management",
    family=Family.HL7V2,
    carrier="ADT^A01, A03, A04, A08, A11, A13, A40",
    initiators=("Patient Encounter Supplier",),
    responders=("Patient Encounter Consumer",),
    specified="IHE ITI TF-2, 3.31",
    thing=Thing.SLIP,
)

VERSION = "2.5"
MERGE = "A40"
ENDS_VISIT = ("A03", "A11")
"""Discharge, and a visit that was none after all."""

TRIGGERS = (
    "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A11", "A12", "A13", MERGE,
)  # fmt: skip
"""Basic events, and those of the options for inpatients and for demographics (3.31.4)."""

_STRUCTURES = {"A03": "ADT_A03", "A05": "ADT_A05", "A11": "ADT_A09"}
"""MSH-9.3 where it is not ADT_A01 (HL7 v2.5, table 0354)."""

judge = judge_ack


class Encounter(msgspec.Struct, frozen=True, kw_only=True):
    """Where and how a patient is met.

    Attributes:
        patient_class: PV1-2 (table 0004): ``E`` emergency, ``I`` inpatient, ``O`` outpatient.
        point_of_care: PV1-3.1.
    """

    patient_class: str = "E"
    point_of_care: str = "ED"


def event(
    envelope: Envelope,
    patient: PatientIdentification,
    encounter: Encounter,
    *,
    trigger: str = "A04",
) -> Message:
    """The message that says what has happened to a patient (3.31.7)."""
    structure = _STRUCTURES.get(trigger, "ADT_A01")
    return compose(
        (
            msh(envelope, ("ADT", trigger, structure), VERSION),
            # EVN-1 is forbidden, the event stands in MSH-9 (3.30.5.2)
            segment("EVN", {2: timestamp(envelope.at)}),
            pid(patient),
            _pv1(envelope, patient, encounter),
        )
    )


def read(message: Message) -> tuple[tuple[PatientIdentification, Identifier | None], ...]:
    """Each patient the message speaks of; with the identifier that was merged into hers."""
    if message.trigger != MERGE:
        return ((read_pid(message), None),)
    return tuple(_merged(group) for group in message.groups("PID"))


def faults(message: Message) -> tuple[Fault, ...]:
    """What the message lacks (3.30.5.3, 3.31.7.30)."""
    found = pid_faults(message)
    return found + merge_faults(message) if message.trigger == MERGE else found


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:  # noqa: ARG001 - an ACK says nothing of her
    """Who she is; an acknowledgement states nothing about her."""
    return tuple(fact for message in messages(request) for fact in patient_facts(message))


def _pv1(envelope: Envelope, patient: PatientIdentification, encounter: Encounter) -> Segment:
    return segment(
        "PV1",
        {
            2: encounter.patient_class,
            3: (encounter.point_of_care, "", "", envelope.sender.facility),
            19: visit_number(patient),
            44: timestamp(envelope.at),
        },
    )


def _merged(group: Message) -> tuple[PatientIdentification, Identifier | None]:
    gone = group.all("MRG")
    return read_pid(group), read_cx(gone[0], 1) if gone else None
