"""RAD-4 Procedure Scheduled: the archive learns what will come (HL7 v2.3.1, ORM^O01 with ZDS).

OMI^O23 is understood as well, by which a scheduler of the HL7 v2.5.1 option says it.
"""

import msgspec

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
    id="RAD-4",
    name="Procedure Scheduled",
    family=Family.HL7V2,
    carrier="ORM^O01 with ZDS, OMI^O23",
    initiators=("Department System Scheduler/Order Filler",),
    responders=("Image Manager", "Report Manager"),
    specified="IHE RAD TF-2, 4.4",
    thing=Thing.ORDER,
)

VERSION = "2.3.1"
SCHEDULES = (("ORM", "O01", VERSION), ("OMI", "O23", "2.5.1"))
"""Message code, trigger event and version of the messages that schedule."""

NEW, CANCEL, DISCONTINUE, CHANGE, STATUS = "NW", "CA", "DC", "XO", "SC"
ENDS = (CANCEL, DISCONTINUE)

judge = judge_ack


def schedule(envelope: Envelope, patient: PatientIdentification, order: ImagingOrder) -> Message:
    """The message that announces a scheduled procedure (4.4.4.1.2)."""
    code = (order.code, order.code_text, order.code_scheme)
    scheduled = obr(order) | {
        # components 4 to 6 are the protocol, which here is what was ordered
        4: (*code, *code),
        18: order.accession,
        19: order.procedure_id,
        20: order.step_id,
        24: order.modality,
        44: code,
    }
    pointer = (order.study, envelope.sender.application, "Application", "DICOM")
    return compose(
        (
            msh(envelope, ("ORM", "O01", "ORM_O01"), VERSION),
            pid(patient),
            segment("PV1", {2: "E", 19: visit_number(patient)}),
            orc(order, envelope, NEW, "SC"),
            segment("OBR", scheduled),
            segment("ZDS", {1: pointer}),
        )
    )


def read(message: Message) -> tuple[PatientIdentification, tuple[tuple[str, ImagingOrder], ...]]:
    """For whom, and each procedure with its control code ORC-1."""
    groups = _procedures(message)
    return read_pid(message), tuple((each.get("ORC-1"), read_order(each)) for each in groups)


def faults(message: Message) -> tuple[Fault, ...]:
    """What the message lacks: without these the images could not be matched (4.4.4.1.2)."""
    found = pid_faults(message)
    if not message.all("ORC"):
        return (*found, Fault("100", "ORC-1", "there is no ORC segment"))
    procedures = enumerate(_procedures(message), 1)
    pointers = _pointers(message)
    return found + tuple(
        in_group(fault, nth) for nth, each in procedures for fault in _faults(each, pointers)
    )


def _faults(group: Message, pointers: tuple[str, str]) -> tuple[Fault, ...]:
    found = missing(group, "ORC-1") + unknown_control(group, NEW, CHANGE, STATUS, *ENDS)
    return found if group.get("ORC-1") in ENDS else found + missing(group, *pointers)


def _procedures(message: Message) -> tuple[Message, ...]:
    """The ORC groups; one study, said once, is that of all steps of the procedure (4.4.4.1.2)."""
    groups = message.groups("ORC")
    said = message.all("ZDS")
    if len({each.get(1, 1) for each in said}) != 1:
        return groups
    return tuple(
        each
        if each.all("ZDS")
        else msgspec.structs.replace(each, segments=(*each.segments, said[0]))
        for each in groups
    )


def _pointers(message: Message) -> tuple[str, str]:
    """Where accession number and Study Instance UID stand."""
    return ("IPC-1.1", "IPC-3.1") if message.code == "OMI" else ("OBR-18.1", "ZDS-1.1")


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:  # noqa: ARG001 - an ACK says nothing of it
    """For whom, accession number, study; an acknowledgement states nothing about them."""
    return tuple(fact for message in messages(request) for fact in _facts(message))


def _facts(message: Message) -> tuple[Fact, ...]:
    _, orders = read(message)
    accession, study = (path.removesuffix(".1") for path in _pointers(message))
    stated = (
        (kind, value, path)
        for _, order in orders
        for kind, value, path in (
            (FactKind.PLACER_ORDER, order.placer_number, "ORC-2.1"),
            (FactKind.ACCESSION, order.accession, accession),
            (FactKind.STUDY, order.study, f"{study}.1"),
        )
    )
    return patient_facts(message) + tuple(
        Fact(kind=kind, value=value, path=path) for kind, value, path in stated if value
    )
