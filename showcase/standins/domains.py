"""Which patient identifier domain is meant, where a system names it by half.

An assigning authority is an HD: a namespace, an OID, or both (IHE ITI TF-2, 3.8.4.1.2.3; HL7 v2.5,
2.A.36). Many systems send the namespace alone; it stands for an OID where exactly one domain that
we know bears it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from showcase.protocols.hl7v2.ack import Fault
from showcase.protocols.hl7v2.person import Identifier, PatientIdentification

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

Domain = tuple[str, str]
"""Namespace and OID, neither of them empty."""


def resolved(found: Identifier, me: "StandIn") -> Identifier:
    """An identifier with both names of its authority, where they are known."""
    if found.authority_oid:
        return msgspec.structs.replace(
            found, authority=found.authority or _named(found.authority_oid, me)
        )
    meant = _meant(found.authority, me)
    return msgspec.structs.replace(found, authority_oid=meant[0]) if len(meant) == 1 else found


def of_survivor(subsumed: Identifier, survivor: Identifier, me: "StandIn") -> Identifier:
    """MRG-1 of a merge: of the survivor's domain, also where it does not say so (3.8.4.2.2)."""
    if subsumed.authority or subsumed.authority_oid:
        return resolved(subsumed, me)
    return msgspec.structs.replace(survivor, value=subsumed.value)


def homeless(patient: PatientIdentification, me: "StandIn") -> tuple[Fault, ...]:
    """The fault of a patient none of whose identifiers is of a domain that we know.

    Others beside one that is (a number of social security, a driver's licence) do no harm.
    """
    if any(resolved(each, me).authority_oid for each in patient.identifiers):
        return ()
    name = next((each.authority for each in patient.identifiers if each.authority), "")
    if len(_meant(name, me)) > 1:
        words = f"{name} names several assigning authorities here: send the OID in PID-3.4.2"
    elif name:
        words = f"I know no assigning authority {name}: send its OID in PID-3.4.2"
    else:
        words = "I do not know this assigning authority"
    return (Fault("204", "PID-3.4", words),)


def _meant(namespace: str, me: "StandIn") -> tuple[str, ...]:
    """OIDs that a namespace may stand for: as configured; else as others have used it."""
    for domains in _known(me):
        if found := {oid for name, oid in domains if name == namespace}:
            return tuple(sorted(found))
    return ()


def _named(oid: str, me: "StandIn") -> str:
    found = (name for domains in _known(me) for name, known in domains if known == oid)
    return next(found, "")


def _known(me: "StandIn") -> Iterator[list[Domain]]:
    """Domains of the story, of the cast, and those of which the wire has told; nearest first."""
    book = me.book
    yield _whole((place.authority, place.authority_oid) for place in book.programme.places)
    systems = (*book.vendors.values(), *book.relieved.values(), *book.stand_ins.values())
    yield _whole((each.oids.authority, each.oids.authority_oid) for each in systems)
    yield _whole((each.authority, each.authority_oid) for each in me.memory.people.values())


def _whole(domains: Iterator[Domain]) -> list[Domain]:
    return [(name, oid) for name, oid in domains if name and oid]
