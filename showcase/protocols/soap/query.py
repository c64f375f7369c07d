"""Stored queries and their parameters (IHE ITI TF-2 3.18.4.1.2.3)."""

import re
from collections.abc import Iterable
from typing import Final

import msgspec
from lxml import etree

from showcase.protocols.soap import ebrim
from showcase.protocols.soap.vocabulary import QUERY, Query

LEAF_CLASS = "LeafClass"
OBJECT_REF = "ObjectRef"

_VALUE = re.compile(r"\s*(?:'((?:[^']|'')*)'|([^,']+))\s*(?:,|$)")


_DE, _SS, _F = "$XDSDocumentEntry", "$XDSSubmissionSet", "$XDSFolder"

REQUIRED: Final[dict[str, tuple[str, ...]]] = {
    Query.FIND_DOCUMENTS: (f"{_DE}PatientId", f"{_DE}Status"),
    Query.FIND_DOCUMENTS_BY_REFERENCE_ID: (
        f"{_DE}PatientId",
        f"{_DE}Status",
        f"{_DE}ReferenceIdList",
    ),
    Query.FIND_SUBMISSION_SETS: (f"{_SS}PatientId", f"{_SS}Status"),
    Query.FIND_FOLDERS: (f"{_F}PatientId", f"{_F}Status"),
    Query.GET_ALL: ("$patientId", f"{_DE}Status", f"{_SS}Status", f"{_F}Status"),
    Query.GET_ASSOCIATIONS: ("$uuid",),
    Query.GET_SUBMISSION_SETS: ("$uuid",),
    Query.GET_RELATED_DOCUMENTS: ("$AssociationTypes",),
}
"""Parameters that a query must state (TF-2 3.18.4.1.2.3.7), whatever else it may."""


class StoredQuery(msgspec.Struct, frozen=True, kw_only=True):
    """A query that was asked.

    Attributes:
        id: UUID of the stored query, as a URN.
        parameters: For each name its slots: those of one slot mean *or*, several slots *and*.
        returns: ``LeafClass`` or ``ObjectRef``.
        home: homeCommunityId, where given.
        malformed: Names of parameters whose values cannot be read.
    """

    id: str
    parameters: dict[str, tuple[tuple[str, ...], ...]] = {}
    returns: str = LEAF_CLASS
    home: str = ""
    malformed: tuple[str, ...] = ()

    def values(self, name: str) -> tuple[str, ...]:
        """All values of a parameter; none where it was not given."""
        return tuple(value for slot in self.parameters.get(name, ()) for value in slot)

    def value(self, name: str) -> str:
        """The first value of a parameter; empty where it was not given."""
        return next(iter(self.values(name)), "")


def find_documents(patient_id: str, *, statuses: Iterable[str]) -> StoredQuery:
    """The query by which a consumer finds a patient's documents (TF-2 3.18.4.1.2.3.7.1)."""
    return StoredQuery(
        id=Query.FIND_DOCUMENTS,
        parameters={
            "$XDSDocumentEntryPatientId": ((patient_id,),),
            "$XDSDocumentEntryStatus": (tuple(statuses),),
        },
    )


def read(request: etree._Element) -> StoredQuery | None:
    """The query in a query:AdhocQueryRequest; None when there is none."""
    asked = request.find(ebrim.tag("AdhocQuery"))
    if request.tag != f"{{{QUERY}}}AdhocQueryRequest" or asked is None:
        return None
    option = request.find(f"{{{QUERY}}}ResponseOption")
    parameters: dict[str, tuple[tuple[str, ...], ...]] = {}
    malformed: list[str] = []
    for slot in asked.iterchildren(ebrim.tag("Slot")):
        name = slot.get("name", "")
        found: list[str] = []
        for value in slot.iterfind(f"{ebrim.tag('ValueList')}/{ebrim.tag('Value')}"):
            values = parse_values(value.text or "")
            if values is None:
                malformed.append(name)
            found.extend(values or ())
        parameters[name] = (*parameters.get(name, ()), tuple(found))
    return StoredQuery(
        id=asked.get("id", "").strip().lower(),  # RFC 4122 3: whatever the case
        parameters=parameters,
        returns=option.get("returnType", LEAF_CLASS) if option is not None else LEAF_CLASS,
        home=asked.get("home", ""),
        malformed=tuple(malformed),
    )


def parse_values(text: str) -> tuple[str, ...] | None:
    """The values in one rim:Value: ``'a'``, ``('a','b')``, ``123``; None when it is none."""
    plain = text.strip()
    if plain.startswith("(") and plain.endswith(")"):
        plain = plain[1:-1]
    found: list[str] = []
    at = 0
    while at < len(plain):
        match = _VALUE.match(plain, at)
        if not match:
            return None
        quoted, bare = match[1], match[2]
        # the standard's own sample writes double quotes (3.18.4.1.3.1)
        found.append(bare.strip().strip('"') if quoted is None else quoted.replace("''", "'"))
        at = match.end()
    return tuple(found)


def format_values(name: str, values: Iterable[str]) -> str:
    """What a rim:Value holds: lists where the parameter may have several, dates and numbers bare.

    Args:
        name: The parameter's name; its standard's type decides.
        values: The plain values.
    """
    quoted = ["'" + value.replace("'", "''") + "'" for value in values]
    if name.endswith(("TimeFrom", "TimeTo")):
        return "".join(values)
    if name in _SINGLE:
        return "".join(quoted[:1])
    return f"({','.join(quoted)})"


_SINGLE = {
    "$XDSDocumentEntryPatientId",
    "$XDSSubmissionSetPatientId",
    "$XDSFolderPatientId",
    "$patientId",
    "$XDSSubmissionSetEntryUUID",
    "$XDSSubmissionSetUniqueId",
    "$XDSFolderEntryUUID",
    "$XDSFolderUniqueId",
}
"""Parameters that have one value, written without parentheses."""
