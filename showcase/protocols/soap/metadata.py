"""Document entries, submission sets, folders, associations (IHE ITI TF-3 4.2).

The attribute names are those of the Technical Framework, in snake case.
"""

import re
from typing import Self

import msgspec

from showcase.protocols.soap.vocabulary import APPROVED, Entry, Kind

_CX = re.compile(r"([^^]*)\^\^\^[^&^]*&([^&^]*)&ISO(\^.*)?")


class Cx(msgspec.Struct, frozen=True):
    """A patient identifier: ``id^^^&OID&ISO``, no namespace in CX.4.1 (TF-3 4.2.3.2.16)."""

    id: str
    oid: str

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The identifier in `text`; None when it is none."""
        match = _CX.fullmatch(text.strip())
        return cls(match[1], match[2]) if match and match[1] and match[2] else None

    def __str__(self) -> str:
        return f"{self.id}^^^&{self.oid}&ISO"


class Code(msgspec.Struct, frozen=True):
    """A coded value: the code, its scheme's name or OID, and what it is called."""

    code: str
    scheme: str
    display: str = ""


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """Who made it: XCN, XON, plain text, plain text, XTN (TF-3 4.2.3.2.1)."""

    person: str = ""
    institutions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    specialties: tuple[str, ...] = ()
    telecommunications: tuple[str, ...] = ()


class DocumentEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What a registry knows of a document (TF-3 4.2.3.2).

    Attributes:
        entry_uuid: ``urn:uuid:…``, or a symbolic id in a submission.
        size: As written: decimal octets.
        hash: SHA-1, hexadecimal.
        status: Availability status, as a URN.
    """

    entry_uuid: str
    unique_id: str
    patient_id: str
    mime_type: str
    object_type: str = Entry.STABLE
    source_patient_id: str = ""
    source_patient_info: tuple[str, ...] = ()
    title: str = ""
    comments: str = ""
    language_code: str = ""
    creation_time: str = ""
    service_start_time: str = ""
    service_stop_time: str = ""
    hash: str = ""
    size: str = ""
    repository_unique_id: str = ""
    uri: str = ""
    legal_authenticator: str = ""
    reference_ids: tuple[str, ...] = ()
    class_code: Code | None = None
    type_code: Code | None = None
    format_code: Code | None = None
    facility_type: Code | None = None
    practice_setting: Code | None = None
    confidentiality: tuple[Code, ...] = ()
    event_codes: tuple[Code, ...] = ()
    authors: tuple[Author, ...] = ()
    status: str = APPROVED
    logical_id: str = ""
    home: str = ""


class SubmissionSet(msgspec.Struct, frozen=True, kw_only=True):
    """What was submitted together (TF-3 4.2.3.3)."""

    entry_uuid: str
    unique_id: str
    source_id: str
    patient_id: str
    submission_time: str
    content_type: Code | None = None
    title: str = ""
    comments: str = ""
    authors: tuple[Author, ...] = ()
    intended_recipients: tuple[str, ...] = ()
    status: str = APPROVED
    home: str = ""


class Folder(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody filed together (TF-3 4.2.3.4)."""

    entry_uuid: str
    unique_id: str
    patient_id: str
    title: str = ""
    comments: str = ""
    codes: tuple[Code, ...] = ()
    last_update_time: str = ""
    status: str = APPROVED
    home: str = ""


class Association(msgspec.Struct, frozen=True, kw_only=True):
    """How two objects belong together (TF-3 4.2.2).

    Attributes:
        kind: The association type, as a URN.
        member: SubmissionSetStatus: ``Original`` or ``Reference``; empty where it does not apply.
    """

    id: str
    source: str
    target: str
    kind: str = Kind.HAS_MEMBER
    member: str = ""
    status: str = APPROVED


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """What a SubmitObjectsRequest holds.

    Attributes:
        sets: Exactly one in a valid submission.
    """

    sets: tuple[SubmissionSet, ...] = ()
    documents: tuple[DocumentEntry, ...] = ()
    folders: tuple[Folder, ...] = ()
    associations: tuple[Association, ...] = ()
