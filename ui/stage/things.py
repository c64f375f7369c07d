"""What a transaction looks like when it travels, by its id.

The catalogue lives in the engine; a window knows a transaction by its id alone. One that is not
listed travels as a note.
"""

from dataclasses import dataclass

from showcase.model.transaction import Thing


@dataclass(frozen=True, slots=True)
class Look:
    """What travels, in whose words, and what comes back.

    Attributes:
        carrier: Message or service, in the standard's words.
        back: What the answer brings along the same path; None: only the acknowledgement.
    """

    thing: Thing
    carrier: str = ""
    back: Thing | None = None


_UNKNOWN = Look(Thing.NOTE)

_LOOKS = {
    "ITI-8": Look(Thing.SLIP, "ADT^A04"),
    "ITI-9": Look(Thing.QUESTION, "QBP^Q23", Thing.SLIP),
    "ITI-18": Look(Thing.QUESTION, "Stored Query", Thing.NOTE),
    "ITI-20": Look(Thing.SEAL, "syslog"),
    "ITI-21": Look(Thing.QUESTION, "QBP^Q22", Thing.SLIP),
    "ITI-30": Look(Thing.SLIP, "ADT^A28"),
    "ITI-31": Look(Thing.SLIP, "ADT^A04"),
    "ITI-41": Look(Thing.PAGE, "Provide and Register"),
    "ITI-42": Look(Thing.NOTE, "Register"),
    "ITI-43": Look(Thing.QUESTION, "Retrieve", Thing.PAGE),
    "RAD-1": Look(Thing.SLIP, "ADT^A04"),
    "RAD-2": Look(Thing.ORDER, "ORM^O01"),
    "RAD-3": Look(Thing.ORDER, "ORM^O01"),
    "RAD-4": Look(Thing.ORDER, "ORM^O01"),
    "RAD-5": Look(Thing.QUESTION, "C-FIND", Thing.ORDER),
    "RAD-6": Look(Thing.NOTE, "N-CREATE"),
    "RAD-7": Look(Thing.NOTE, "N-SET"),
    "RAD-8": Look(Thing.IMAGES, "C-STORE"),
    "RAD-10": Look(Thing.NOTE, "N-ACTION"),
    "RAD-14": Look(Thing.QUESTION, "C-FIND", Thing.NOTE),
    "RAD-16": Look(Thing.QUESTION, "C-MOVE"),
    "RAD-28": Look(Thing.PAGE, "ORU^R01"),
}


def look(transaction: str, *, pictures: bool = False) -> Look:
    """What travels for a transaction; `pictures`: the hop itself carries images.

    RAD-16 is a question one way and the images the other: only the hop tells which.
    """
    found = _LOOKS.get(transaction, _UNKNOWN)
    if pictures and found.thing is not Thing.IMAGES:
        return Look(Thing.IMAGES, "C-STORE")
    return found
