"""ORC and OBR, as several transactions share them (HL7 v2.3.1, 4.3.1 and 4.5.1).

What is written is v2.3.1. What is read may be v2.5.1 as well (IHE RAD TF, HL7 v2.5.1 option): there
TQ1 says when (4.5.4), and IPC names the scheduled procedure (4.5.6).
"""

import msgspec

from showcase.protocols.hl7v2.ack import Fault
from showcase.protocols.hl7v2.codec import Message, Segment
from showcase.protocols.hl7v2.compose import Field, Repetition, segment
from showcase.protocols.hl7v2.header import Envelope, clock_time, timestamp


class ImagingOrder(msgspec.Struct, frozen=True, kw_only=True):
    """What ORC, OBR and ZDS say of an imaging order.

    Attributes:
        placer_number: ORC-2.1, OBR-2.1.
        filler_number: ORC-3.1, OBR-3.1.
        code: OBR-4.1, with `code_text` OBR-4.2 and `code_scheme` OBR-4.3.
        reason: OBR-31.2, or OBR-31.1 where there is no text.
        requester: OBR-16, ``Family^Given``.
        accession: OBR-18; IPC-1.1.
        study: Study Instance UID, ZDS-1.1; IPC-3.1.
        procedure_id: Requested Procedure ID, OBR-19; IPC-2.1.
        step_id: Scheduled Procedure Step ID, OBR-20; IPC-4.1.
        modality: OBR-24; IPC-5.1.
        start: ORC-7.4, ``YYYYMMDDHHMMSS``; TQ1-7.
    """

    placer_number: str
    filler_number: str = ""
    code: str = ""
    code_text: str = ""
    code_scheme: str = ""
    reason: str = ""
    requester: str = ""
    accession: str = ""
    study: str = ""
    procedure_id: str = ""
    step_id: str = ""
    modality: str = ""
    start: str = ""


def orc(order: ImagingOrder, envelope: Envelope, control: str, status: str = "") -> Segment:
    """The common order segment; `control` is ORC-1, `status` ORC-5."""
    return segment(
        "ORC",
        {
            1: control,
            2: order.placer_number,
            3: order.filler_number,
            5: status,
            7: _timing(order),
            9: timestamp(envelope.at),
            12: person_name(order.requester),
        },
    )


def obr(order: ImagingOrder) -> dict[int, Field]:
    """The fields of the observation request that every order has; a transaction adds its own."""
    return {
        1: "1",
        2: order.placer_number,
        3: order.filler_number,
        4: (order.code, order.code_text, order.code_scheme),
        16: person_name(order.requester),
        27: _timing(order),
        31: ("", order.reason),
    }


def person_name(name: str) -> Repetition:
    """``Family^Given`` as XCN, without an identifier."""
    family, _, given = name.partition("^")
    return ("", family, given)


def read_order(group: Message) -> ImagingOrder:
    """What one ORC group of a message says (`Message.groups`)."""
    return ImagingOrder(
        placer_number=_first(group, "ORC-2.1", "OBR-2.1"),
        filler_number=_first(group, "ORC-3.1", "OBR-3.1"),
        code=group.get("OBR-4.1"),
        code_text=group.get("OBR-4.2"),
        code_scheme=group.get("OBR-4.3"),
        reason=_first(group, "OBR-31.2", "OBR-31.1"),
        requester=_name(group),
        accession=_first(group, "IPC-1.1", "OBR-18.1"),
        study=_first(group, "IPC-3.1", "ZDS-1.1"),
        procedure_id=_first(group, "IPC-2.1", "OBR-19.1"),
        step_id=_first(group, "IPC-4.1", "OBR-20.1"),
        modality=_first(group, "IPC-5.1", "OBR-24.1"),
        start=clock_time(_first(group, "TQ1-7.1", "ORC-7.4", "OBR-27.4")),
    )


def unknown_control(group: Message, *known: str) -> tuple[Fault, ...]:
    """The fault of an order control (ORC-1) that is none of those that are understood."""
    control = group.get("ORC-1")
    if control in ("", *known):
        return ()
    return (Fault("103", "ORC-1", f"order control {control} is not supported"),)


def _timing(order: ImagingOrder) -> Repetition:
    """TQ: component 4 is the start, component 6 the priority, here routine (4.4.4, 4.4.6)."""
    return ("", "", "", order.start, "", "R") if order.start else ("", "", "", "", "", "R")


def _name(group: Message) -> str:
    for field in ("OBR-16", "ORC-12"):
        family, given = group.get(f"{field}.2.1"), group.get(f"{field}.3")
        if family or given:
            return f"{family}^{given}"
    return ""


def _first(group: Message, *paths: str) -> str:
    return next((text for path in paths if (text := group.get(path).strip())), "")
