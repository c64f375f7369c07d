"""Which record each IHE transaction obliges its two sides to write.

IHE ITI TF-2: the Security Considerations of each transaction; for radiology IHE RAD TF-3 5.1
(RAD transactions and their ATNA trigger events). The initiator writes the first of the pair, the
responder the second.

Decisions. RAD-10 moves nothing and creates nothing: both sides look at instances that are there,
hence *Instances Accessed*, R. RAD-16 is two exchanges: the C-MOVE, with which a transfer begins,
and the C-STORE that it sets off, which is written like RAD-8. RAD-28 carries a report out of one
system's records and into another's, hence *Export* and *Import*, as XDS documents are.
"""

import msgspec

from showcase.protocols.audit import codes
from showcase.protocols.audit.codes import Code


class Record(msgspec.Struct, frozen=True):
    """What one side writes: EventID and EventActionCode."""

    event: Code
    action: str


class Pair(msgspec.Struct, frozen=True):
    """What both sides write.

    Attributes:
        pulls: True when the responder is the source of what travels: a retrieve.
    """

    initiator: Record
    responder: Record
    pulls: bool = False


def _both(event: Code, action: str) -> Pair:
    return Pair(Record(event, action), Record(event, action))


_TRANSFER = Pair(Record(codes.INSTANCES_TRANSFERRED, "R"), Record(codes.INSTANCES_TRANSFERRED, "C"))
_SHARE = Pair(Record(codes.EXPORT, "R"), Record(codes.IMPORT, "C"))
_FETCH = Pair(Record(codes.IMPORT, "C"), Record(codes.EXPORT, "R"), pulls=True)

_PAIRS = {
    "ITI-8": _both(codes.PATIENT_RECORD, "C"),
    "ITI-9": _both(codes.QUERY, "E"),
    "ITI-10": Pair(Record(codes.PATIENT_RECORD, "R"), Record(codes.PATIENT_RECORD, "U")),
    "ITI-18": _both(codes.QUERY, "E"),
    "ITI-21": _both(codes.QUERY, "E"),
    "ITI-30": _both(codes.PATIENT_RECORD, "C"),
    "ITI-31": _both(codes.PATIENT_RECORD, "C"),
    "ITI-41": _SHARE,
    "ITI-42": _SHARE,
    "ITI-43": _FETCH,
    "RAD-2": _both(codes.ORDER_RECORD, "C"),
    "RAD-3": _both(codes.ORDER_RECORD, "C"),
    "RAD-4": _both(codes.PROCEDURE_RECORD, "C"),
    "RAD-5": _both(codes.QUERY, "E"),
    "RAD-6": _both(codes.PROCEDURE_RECORD, "C"),
    "RAD-7": _both(codes.PROCEDURE_RECORD, "U"),
    "RAD-8": _TRANSFER,
    "RAD-10": _both(codes.INSTANCES_ACCESSED, "R"),
    "RAD-14": _both(codes.QUERY, "E"),
    "RAD-16": Pair(
        Record(codes.BEGIN_TRANSFERRING, "E"), Record(codes.BEGIN_TRANSFERRING, "E"), pulls=True
    ),
    "RAD-28": _SHARE,
}

_SET_OFF = {"RAD-16": _TRANSFER}
"""What the transaction's responder starts, still within the transaction, at the initiator."""

_UPDATES = {"A08", "A31"}
"""Trigger events that change what is known of a patient, rather than make her known."""

MERGE = "A40"
"""Two records: D for the identifier that is gone, U for the one that stays (TF-2 3.8.5.1)."""


def pair(transaction: str, trigger: str = "", *, set_off: bool = False) -> Pair | None:
    """What both sides write; None for a transaction that nobody has to record.

    Args:
        transaction: Catalogue id.
        trigger: Trigger event of a patient feed; empty where it is not known.
        set_off: True when the transaction's responder started this exchange of it.
    """
    if set_off and transaction in _SET_OFF:
        return _SET_OFF[transaction]
    found = _PAIRS.get(transaction)
    if found and found.initiator.event is codes.PATIENT_RECORD and trigger in _UPDATES | {MERGE}:
        return _both(codes.PATIENT_RECORD, "U")
    return found
