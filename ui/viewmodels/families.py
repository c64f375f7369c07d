"""Which standard carries a transaction, for its colour before its first byte.

The catalogue lives in the engine; a window knows a transaction by its id alone. Ids that are not
listed are drawn in the family of their profile's prefix.
"""

from showcase.model.programme import Programme
from showcase.model.transaction import Family, family_of_carrier

_LISTED = {
    "ITI-8": Family.HL7V2,
    "ITI-9": Family.HL7V2,
    "ITI-10": Family.HL7V2,
    "ITI-18": Family.XDS,
    "ITI-20": Family.AUDIT,
    "ITI-21": Family.HL7V2,
    "ITI-30": Family.HL7V2,
    "ITI-31": Family.HL7V2,
    "ITI-41": Family.XDS,
    "ITI-42": Family.XDS,
    "ITI-43": Family.XDS,
    "ITI-65": Family.FHIR,
    "ITI-67": Family.FHIR,
    "ITI-68": Family.FHIR,
    "ITI-78": Family.FHIR,
    "ITI-83": Family.FHIR,
    "ITI-104": Family.FHIR,
    "RAD-1": Family.HL7V2,
    "RAD-2": Family.HL7V2,
    "RAD-3": Family.HL7V2,
    "RAD-4": Family.HL7V2,
    "RAD-12": Family.HL7V2,
    "RAD-13": Family.HL7V2,
    "RAD-28": Family.HL7V2,
}


_AUDITED = "Audit Record Repository"


def families_of(programme: Programme) -> list[Family]:
    """Those that a story is told in; of one without cues, where anything may come: all."""
    told = {family_of(cue.transaction) for cue in programme.cues} or set(Family)
    if any(_AUDITED in role.plays for role in programme.roles):
        told.add(Family.AUDIT)
    return [family for family in Family if family in told]


def family_of(transaction: str) -> Family:
    """The family of a transaction, by its id."""
    if family := _LISTED.get(transaction):
        return family
    return Family.DICOM if transaction.startswith("RAD-") else family_of_carrier(transaction)
