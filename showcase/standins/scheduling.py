"""Between an order as a message says it and an order as a system keeps it."""

import secrets
from typing import TYPE_CHECKING

import msgspec

from showcase.model.oid import fresh_uid
from showcase.protocols.hl7v2.order import ImagingOrder
from showcase.standins.memory import Order, Person
from showcase.standins.registration import fresh_number

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_MODALITY = "CT"


def schedule(me: "StandIn", person: Person, ordered: ImagingOrder) -> Order:
    """The procedure that an order filler makes of an order: to be done now, by its scanner.

    One Requested Procedure, one step, one study (IHE RAD TF-2, 4.4.4.1.2.3).
    """
    number = fresh_number()
    fresh = {
        "filler_number": f"F{number}",
        "accession": f"A{secrets.token_hex(5).upper()}",  # at most 16 characters (PS3.5 6.2, SH)
        "study": fresh_uid(),
        "procedure_id": f"RP{number}",
        "step_id": f"SPS{number}",
        "modality": _MODALITY,
        "station_ae": _station(me),
        "start": me.now().astimezone().strftime("%Y%m%d%H%M%S"),
    }
    return msgspec.structs.replace(kept_order(person, ordered), **fresh)


def imaging_order(order: Order) -> ImagingOrder:
    """What a message says of an order."""
    kept = msgspec.structs.asdict(order)
    return ImagingOrder(**{name: kept[name] for name in ImagingOrder.__struct_fields__})


def kept_order(person: Person, order: ImagingOrder) -> Order:
    """What a system keeps of an order that a message told it."""
    return Order(person=person, **msgspec.structs.asdict(order))


def _station(me: "StandIn") -> str:
    """AE title of the scanner, as the address book has it; empty when the step is anybody's.

    A scanner that asks another system for work is no choice. Among several that ask here, whoever
    is free takes the step.
    """
    scanners = me.book.playing("Acquisition Modality")
    mine = [role for role in scanners if me.role.key in me.book.partners(role, "RAD-5")]
    candidates = mine or list(scanners)
    if len(candidates) != 1:
        return ""
    entity = me.book.system(candidates[0], "RAD-5").endpoints.dicom
    return entity.ae_title if entity else ""
