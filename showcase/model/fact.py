"""A value that the bytes of an exchange state."""

from enum import StrEnum

import msgspec


class FactKind(StrEnum):
    """What a value means, whatever the standard that carried it."""

    PATIENT_ID = "patient identifier"
    PATIENT_NAME = "patient name"
    PLACER_ORDER = "placer order number"
    ACCESSION = "accession number"
    STUDY = "Study Instance UID"
    INSTANCE = "SOP Instance UID"
    DOCUMENT = "document unique id"
    DOCUMENT_HASH = "document SHA-1"
    DOCUMENT_TITLE = "document title"
    REPORT = "report text"
    STATUS = "status"


class Side(StrEnum):
    """Who said it: facts of the request teach the receiver, facts of the response the sender."""

    REQUEST = "request"
    RESPONSE = "response"


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One value read from the recorded bytes of an exchange.

    Attributes:
        kind: What the value means.
        value: The value as the wire carried it, without its assigning authority.
        authority: OID of the assigning authority (CX.4.2, Issuer of Patient ID Qualifiers);
            empty where the standard states none.
        path: Where it stood, in the standard's words: ``PID-3.1``, ``(0010,0020)``.
        side: Request or response.
    """

    kind: FactKind
    value: str
    path: str
    side: Side = Side.REQUEST
    authority: str = ""
