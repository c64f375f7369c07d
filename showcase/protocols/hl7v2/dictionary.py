"""Names of segments, fields and components, for people. Read from hl7apy when first needed."""

import re
from functools import cache, lru_cache
from importlib import import_module

from showcase.protocols.hl7v2.codec import Message

_SEGMENTS = {
    "AIG": "Appointment Information, General Resource",
    "AIL": "Appointment Information, Location Resource",
    "AIP": "Appointment Information, Personnel Resource",
    "AIS": "Appointment Information",
    "AL1": "Patient Allergy Information",
    "BHS": "Batch Header",
    "BTS": "Batch Trailer",
    "DB1": "Disability",
    "DG1": "Diagnosis",
    "DSC": "Continuation Pointer",
    "ERR": "Error",
    "EVN": "Event Type",
    "FHS": "File Header",
    "FTS": "File Trailer",
    "GT1": "Guarantor",
    "IN1": "Insurance",
    "IPC": "Imaging Procedure Control",
    "MRG": "Merge Patient Information",
    "MSA": "Message Acknowledgment",
    "MSH": "Message Header",
    "NK1": "Next of Kin / Associated Parties",
    "NTE": "Notes and Comments",
    "OBR": "Observation Request",
    "OBX": "Observation/Result",
    "ORC": "Common Order",
    "PD1": "Patient Additional Demographic",
    "PID": "Patient Identification",
    "PR1": "Procedures",
    "PV1": "Patient Visit",
    "PV2": "Patient Visit - Additional Information",
    "QAK": "Query Acknowledgment",
    "QPD": "Query Parameter Definition",
    "QRD": "Original-Style Query Definition",
    "QRI": "Query Response Instance",
    "RCP": "Response Control Parameter",
    "RGS": "Resource Group",
    "ROL": "Role",
    "SAC": "Specimen Container Detail",
    "SCH": "Scheduling Activity Information",
    "SFT": "Software",
    "SPM": "Specimen",
    "TQ1": "Timing/Quantity",
    "TXA": "Transcription Document Header",
    "ZBE": "Movement (IHE PAM)",
    "ZDS": "Study Instance UID (IHE RAD)",
}
"""HL7 v2.5, appendix A; hl7apy has no names for segments. The last two are IHE's own."""

_OURS = {
    "ZDS-1": "Study Instance UID",
    "ZDS-1.1": "Reference Pointer",
    "ZDS-1.2": "Application ID",
    "ZDS-1.3": "Type of Data",
    "ZDS-1.4": "Subtype",
    "QPD-3": "Patient Identifier",
    "QPD-4": "What Domains Returned",
}
"""IHE RAD TF-2, 4.4.4.1.2.4; IHE ITI TF-2, 3.9.4.1.2.2."""

_SMALL = {"Of", "The", "And", "Or", "To", "For", "From", "In", "At", "By", "With", "S"}
_GREAT = {"Id": "ID", "Uid": "UID", "Dea": "DEA", "Ssn": "SSN", "Oid": "OID"}


def segment_name(segment: str) -> str:
    """``Patient Identification`` for ``PID``; empty for a segment that HL7 does not name."""
    return _SEGMENTS.get(segment, "")


@lru_cache(maxsize=4096)
def field_name(version: str, segment: str, field: int) -> str:
    """``Patient Identifier List`` for PID-3; empty where there is no such field."""
    ours = _OURS.get(f"{segment}-{field}")
    return ours or _plain(_name(_field(version, segment, field)))


@lru_cache(maxsize=4096)
def component_name(
    version: str, segment: str, field: int, component: int, subcomponent: int = 0
) -> str:
    """``ID Number`` for PID-3.1; empty where there is no such component."""
    if ours := _OURS.get(f"{segment}-{field}.{component}"):
        return ours
    found = _child(_field(version, segment, field), component)
    if subcomponent:
        found = _child(found, subcomponent)
    return _plain(_name(found))


def title(message: Message) -> str:
    """What kind of message it is: ``ADT^A04 (HL7 v2.5)``."""
    kind = "^".join(filter(None, (message.code, message.get("MSH-9.2"))))
    version = f" (HL7 v{message.version})" if message.version else ""
    return f"{kind or 'Message'}{version}"


# hl7apy describes an element as (shape, children, data type, name, table, length), and a child
# as (name, description, cardinality, kind). It has no types, so it stays inside this module.
_Element = tuple[object, ...] | None


@cache
def _segments(version: str) -> dict[str, _Element]:
    names = {version: f"v{version.replace('.', '_')}", "": "v2_5"}
    known = re.fullmatch(r"2\.\d(\.\d)?", version) is not None
    try:
        library = import_module(f"hl7apy.{names[version] if known else names['']}")
    except ModuleNotFoundError:
        library = import_module("hl7apy.v2_5")
    found: dict[str, _Element] = library.SEGMENTS
    return found


def _field(version: str, segment: str, field: int) -> _Element:
    return _child(_segments(version).get(segment), field)


def _child(element: _Element, number: int) -> _Element:
    children = element[1] if element else None
    if not isinstance(children, tuple | list) or not 0 < number <= len(children):
        return None
    found = children[number - 1][1]
    return tuple(found) if isinstance(found, tuple | list) else None


def _name(element: _Element) -> str:
    return str(element[3] or "") if element and len(element) > 3 else ""


def _plain(name: str) -> str:
    """``MOTHER_S_MAIDEN_NAME`` as people write it."""
    words = name.replace("DATE_TIME", "DATE/TIME").title().replace("_S_", "'s_").split("_")
    small = (word.lower() if n and word in _SMALL else word for n, word in enumerate(words))
    return " ".join(_GREAT.get(word, word) for word in small if word)
