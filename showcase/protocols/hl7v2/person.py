"""PID, and the identifiers in it, as several transactions share them.

(IHE ITI TF-2, 3.30.5.3 and 3.8.4.1.2.3; HL7 v2.5, 3.4.2.)
"""

from functools import lru_cache

import msgspec

from showcase.model.fact import Fact, FactKind, Side
from showcase.protocols.hl7v2.ack import Fault, missing, missing_in_groups
from showcase.protocols.hl7v2.codec import Message, Segment
from showcase.protocols.hl7v2.compose import Repetition, segment
from showcase.protocols.hl7v2.path import parse

_NO_VALUE = '""'
"""Two double quotes: the sender deletes the value (HL7 v2.5, 2.5.3)."""


class Identifier(msgspec.Struct, frozen=True, kw_only=True):
    """A patient identifier, CX (HL7 v2.5, 2.A.14).

    Attributes:
        value: CX.1.
        authority: CX.4.1, name of whoever assigned it.
        authority_oid: CX.4.2, where CX.4.3 says ISO or nothing.
    """

    value: str
    authority: str = ""
    authority_oid: str = ""


class PatientIdentification(msgspec.Struct, frozen=True, kw_only=True):
    """What a PID segment says of a patient.

    Attributes:
        identifiers: PID-3, every repetition.
        born: PID-7, ``YYYYMMDD``.
        sex: PID-8.
        visit: PV1-19, or the account number PID-18 where there is none.
        deleted: Which of the others the sender deletes, by two double quotes (HL7 v2.5, 2.5.3).
    """

    identifiers: tuple[Identifier, ...]
    family: str = ""
    given: str = ""
    born: str = ""
    sex: str = ""
    visit: str = ""
    deleted: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """``Rosa Quill``."""
        return f"{self.given} {self.family}".strip()


def cx(identifier: Identifier, kind: str = "PI") -> Repetition:
    """An identifier as CX: ``40213^^^ALBA&1.2.3&ISO^PI``."""
    universal = ("ISO",) if identifier.authority_oid else ()
    authority = (identifier.authority, identifier.authority_oid, *universal)
    return (identifier.value, "", "", authority, kind)


def read_cx(source: Segment, field: int, repetition: int = 1) -> Identifier:
    """The identifier that stands in one repetition of a field."""

    def part(*place: int) -> str:
        return _text(source.get(field, *place, repetition=repetition))

    universal = part(4, 2) if part(4, 3) in ("ISO", "") else ""
    return Identifier(value=part(1), authority=part(4, 1), authority_oid=universal)


def read_identifiers(source: Segment, field: int) -> tuple[Identifier, ...]:
    """The identifiers that stand in a field; those without a value are left out."""
    count = len(source.repetitions(field))
    found = (read_cx(source, field, nth) for nth in range(1, count + 1))
    return tuple(each for each in found if each.value)


def pid(patient: PatientIdentification) -> Segment:
    """PID of one patient; the name is her legal one (table 0200)."""
    return segment(
        "PID",
        {
            1: "1",
            3: [cx(each) for each in patient.identifiers],
            5: (patient.family, patient.given, "", "", "", "", "L"),
            7: patient.born,
            8: patient.sex,
        },
    )


def visit_number(patient: PatientIdentification) -> Repetition:
    """PV1-19 of a patient, in the domain that her first identifier is from."""
    if not patient.visit:
        return ""
    domain = patient.identifiers[0]
    return cx(msgspec.structs.replace(domain, value=patient.visit), "VN")


def read_pid(message: Message) -> PatientIdentification:
    """What the first PID (and PV1) of a message, or of a group of it, says."""
    found = message.all("PID")
    if not found:
        return PatientIdentification(identifiers=())
    return _identification(found[0], message.get("PV1-19.1").strip())


@lru_cache(maxsize=64)
def _identification(pid: Segment, visit: str) -> PatientIdentification:
    """The last few are remembered: whoever answers a message and whoever records it reads them."""
    said = {"given": pid.get(5, 2), "born": pid.get(7, 1), "sex": pid.get(8, 1), "visit": visit}
    return PatientIdentification(
        identifiers=read_identifiers(pid, 3),
        family=_text(pid.get(5, 1, 1)),
        given=_text(pid.get(5, 2)),
        born=_text(pid.get(7, 1))[:8],
        sex=_text(pid.get(8, 1))[:1].upper(),
        visit=_text(visit or pid.get(18, 1)),
        deleted=frozenset(name for name, value in said.items() if value.strip() == _NO_VALUE),
    )


def pid_faults(message: Message) -> tuple[Fault, ...]:
    """What a PID lacks that every transaction demands of it (IHE ITI TF-2, 3.8.4.1.2.3)."""
    count = len(message.all("PID"))
    if not count:
        return (Fault("100", "PID-3", "there is no PID segment"),)
    names = ("PID", *(f"PID[{nth}]" for nth in range(2, count + 1)))
    return tuple(fault for name in names for fault in _pid_faults(message, name))


def _pid_faults(message: Message, name: str) -> tuple[Fault, ...]:
    # a number of nobody beside one that is somebody's does no harm
    places = [f"{name}-3[{nth}]" for nth in range(1, _repetitions(message, name) + 1)]
    valued = [place for place in places if not missing(message, f"{place}.1")]
    if not valued:
        return missing(message, f"{name}-3.1", f"{name}-5.1")
    faults = missing(message, f"{name}-5.1")
    if not any(message.get(f"{each}.4.1") or message.get(f"{each}.4.2") for each in valued):
        who = f"{name}-3.4 must say who assigned the identifier"
        faults += (Fault("101", f"{name}-3.4", who),)
    return faults


def _repetitions(message: Message, name: str) -> int:
    path = parse(f"{name}-3")
    return len(message.all("PID")[(path.occurrence or 1) - 1].repetitions(3)) or 1


def merge_faults(message: Message) -> tuple[Fault, ...]:
    """What the patients of an A40 lack: each one's MRG says which number is no more."""
    return missing_in_groups(message.groups("PID"), "MRG-1.1")


def patient_facts(message: Message, side: Side = Side.REQUEST) -> tuple[Fact, ...]:
    """Who the patient is, as facts: every identifier, and the name."""
    patient = read_pid(message)
    ids = identifier_facts(patient.identifiers, "PID-3.1", side)
    if not patient.name:
        return ids
    name = Fact(kind=FactKind.PATIENT_NAME, value=patient.name, path="PID-5", side=side)
    return (*ids, name)


def identifier_facts(
    identifiers: tuple[Identifier, ...], path: str, side: Side
) -> tuple[Fact, ...]:
    """Identifiers that stood at `path`, as facts."""
    return tuple(
        Fact(
            kind=FactKind.PATIENT_ID,
            value=each.value,
            authority=each.authority_oid,
            path=path,
            side=side,
        )
        for each in identifiers
    )


def _text(value: str) -> str:
    text = value.strip()
    return "" if text == _NO_VALUE else text
