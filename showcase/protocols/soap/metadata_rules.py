"""What is required of metadata (IHE ITI TF-3 tables 4.3.1.1-3 and 4.3.2.1-x)."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from showcase.protocols.soap.metadata import (
    Cx,
    DocumentEntry,
    Folder,
    Submission,
    SubmissionSet,
)
from showcase.protocols.soap.vocabulary import Entry, Kind

_TIME = re.compile(r"\d{4}(\d\d){0,5}")

_DOCUMENT = {
    "entry_uuid": "entryUUID",
    "unique_id": "uniqueId",
    "patient_id": "patientId",
    "mime_type": "mimeType",
    "object_type": "objectType",
    "source_patient_id": "sourcePatientId",
    "language_code": "languageCode",
    "creation_time": "creationTime",
    "class_code": "classCode",
    "type_code": "typeCode",
    "format_code": "formatCode",
    "facility_type": "healthcareFacilityTypeCode",
    "practice_setting": "practiceSettingCode",
    "confidentiality": "confidentialityCode",
}
_REGISTERED = {"hash": "hash", "size": "size", "repository_unique_id": "repositoryUniqueId"}
_SET = {
    "entry_uuid": "entryUUID",
    "unique_id": "uniqueId",
    "source_id": "sourceId",
    "patient_id": "patientId",
    "submission_time": "submissionTime",
    "content_type": "contentTypeCode",
}
_FOLDER = {
    "entry_uuid": "entryUUID",
    "unique_id": "uniqueId",
    "patient_id": "patientId",
    "title": "title",
    "codes": "codeList",
}


class Fault(NamedTuple):
    """What is wrong with a submission.

    Attributes:
        words: As one sentence.
        path: Where: ``DocumentEntry[2]/classCode``; empty when it is about the whole.
    """

    words: str
    path: str = ""


def faults(submission: Submission, *, registering: bool) -> tuple[Fault, ...]:
    """What is wrong with a submission; none when nothing is.

    Args:
        submission: As it was read.
        registering: ITI-42, where the repository must have added hash, size and its own id.
    """
    found: list[Fault] = []
    if len(submission.sets) != 1:
        found.append(
            Fault(f"a submission holds one SubmissionSet, not {len(submission.sets)}", "Body")
        )
    for nth, each in enumerate(submission.sets):
        found += _missing(_nth("SubmissionSet", nth), "SubmissionSet", each, _SET)
    for nth, document in enumerate(submission.documents):
        found += _document(_nth("DocumentEntry", nth), document, registering=registering)
    for nth, folder in enumerate(submission.folders):
        found += _missing(_nth("Folder", nth), "Folder", folder, _FOLDER)
    return (*found, *_associations(submission), *_twice(submission))


def _nth(name: str, nth: int) -> str:
    return f"{name}[{nth + 1}]" if nth else name


def _document(path: str, entry: DocumentEntry, *, registering: bool) -> Iterable[Fault]:
    wanted = dict(_DOCUMENT)
    if entry.object_type == Entry.ON_DEMAND:
        del wanted["creation_time"]
    elif registering:
        wanted |= _REGISTERED
    name = f"DocumentEntry {entry.unique_id or entry.entry_uuid}"
    yield from _missing(path, name, entry, wanted)
    if entry.object_type and entry.object_type not in {Entry.STABLE, Entry.ON_DEMAND}:
        words = f"{name}: objectType {entry.object_type} is neither Stable nor On-Demand"
        yield Fault(words, f"{path}/objectType")
    if _ends_too_early(entry.service_start_time, entry.service_stop_time):
        words = f"{name}: serviceStopTime is before serviceStartTime"
        yield Fault(words, f"{path}/serviceStopTime")
    if entry.patient_id and Cx.parse(entry.patient_id) is None:
        words = f"{name}: patientId {entry.patient_id!r} is not id^^^&OID&ISO"
        yield Fault(words, f"{path}/patientId")
    if entry.size and not (entry.size.isascii() and entry.size.isdigit()):
        yield Fault(f"{name}: size {entry.size!r} is no number", f"{path}/size")
    if entry.creation_time and not _TIME.fullmatch(entry.creation_time):
        words = f"{name}: creationTime {entry.creation_time!r} is not YYYY[MM[DD[hh[mm[ss]]]]]"
        yield Fault(words, f"{path}/creationTime")


def _ends_too_early(start: str, stop: str) -> bool:
    """As far as both times go (TF-2 3.42.4.1.3.3.6)."""
    known = min(len(start), len(stop))
    return stop[:known] < start[:known]


def _missing(
    path: str,
    name: str,
    thing: DocumentEntry | SubmissionSet | Folder,
    wanted: dict[str, str],
) -> list[Fault]:
    return [
        Fault(f"{name}: {title} is missing", f"{path}/{title}")
        for key, title in wanted.items()
        if not _has(thing, key)
    ]


def _has(thing: object, key: str) -> bool:
    return bool(getattr(thing, key))


def _associations(submission: Submission) -> Iterable[Fault]:
    """Every document and folder is a member of the submission set (TF-3 4.1.9.1)."""
    sets = {each.entry_uuid for each in submission.sets}
    members = {
        each.target
        for each in submission.associations
        if each.kind == Kind.HAS_MEMBER and each.source in sets
    }
    contents: tuple[DocumentEntry | Folder, ...] = (*submission.documents, *submission.folders)
    for each in contents:
        if each.entry_uuid and each.entry_uuid not in members:
            words = f"{each.entry_uuid}: no HasMember association from the SubmissionSet"
            yield Fault(words, type(each).__name__)
    for nth, link in enumerate(submission.associations):
        if not (link.kind and link.source and link.target):
            words = f"Association {link.id}: type, source or target is missing"
            yield Fault(words, _nth("Association", nth))


def _twice(submission: Submission) -> Iterable[Fault]:
    things: tuple[SubmissionSet | DocumentEntry | Folder, ...] = (
        *submission.sets,
        *submission.documents,
        *submission.folders,
    )
    ids = [each.entry_uuid for each in things if each.entry_uuid]
    for uuid in dict.fromkeys(ids):
        if ids.count(uuid) > 1:
            yield Fault(f"the id {uuid} stands for two objects")
