"""Document entries, submission sets, folders, associations into ebRIM (IHE ITI TF-3 4.2.5)."""

from collections.abc import Iterable

from lxml import etree

from showcase.protocols.soap import ebrim, vocabulary
from showcase.protocols.soap.metadata import (
    Association,
    Author,
    Code,
    DocumentEntry,
    Folder,
    Submission,
    SubmissionSet,
)
from showcase.protocols.soap.vocabulary import OBJECT_TYPE


def submission(what: Submission) -> etree._Element:
    """A RegistryObjectList with all of it."""
    objects = etree.Element(ebrim.tag("RegistryObjectList"), nsmap=ebrim.NSMAP)
    objects.extend(
        [
            *map(document_entry, what.documents),
            *map(submission_set, what.sets),
            *map(folder, what.folders),
            *map(association, what.associations),
        ]
    )
    return objects


def document_entry(entry: DocumentEntry) -> etree._Element:
    """A rim:ExtrinsicObject."""
    kinds, owner = vocabulary.Entry, entry.entry_uuid
    element = _object("ExtrinsicObject", owner, entry.object_type, entry.status, entry.home)
    element.set("mimeType", entry.mime_type)
    if entry.logical_id:
        element.set("lid", entry.logical_id)
    for name, values in _slots(entry):
        ebrim.add_slot(element, name, values)
    ebrim.add_text(element, "Name", entry.title)
    ebrim.add_text(element, "Description", entry.comments)
    _add_authors(element, kinds.AUTHOR, entry.authors, owner)
    for scheme, codes in (
        (kinds.CLASS_CODE, _maybe(entry.class_code)),
        (kinds.CONFIDENTIALITY, entry.confidentiality),
        (kinds.EVENT_CODE, entry.event_codes),
        (kinds.FORMAT_CODE, _maybe(entry.format_code)),
        (kinds.FACILITY_TYPE, _maybe(entry.facility_type)),
        (kinds.PRACTICE_SETTING, _maybe(entry.practice_setting)),
        (kinds.TYPE_CODE, _maybe(entry.type_code)),
    ):
        _add_codes(element, scheme, codes, owner)
    _identify(element, kinds.PATIENT_ID, entry.patient_id, owner, "XDSDocumentEntry.patientId")
    _identify(element, kinds.UNIQUE_ID, entry.unique_id, owner, "XDSDocumentEntry.uniqueId")
    return element


def _slots(entry: DocumentEntry) -> tuple[tuple[str, Iterable[str]], ...]:
    return (
        ("creationTime", (entry.creation_time,)),
        ("hash", (entry.hash,)),
        ("languageCode", (entry.language_code,)),
        ("legalAuthenticator", (entry.legal_authenticator,)),
        ("repositoryUniqueId", (entry.repository_unique_id,)),
        ("serviceStartTime", (entry.service_start_time,)),
        ("serviceStopTime", (entry.service_stop_time,)),
        ("size", (entry.size,)),
        ("sourcePatientId", (entry.source_patient_id,)),
        ("sourcePatientInfo", entry.source_patient_info),
        ("URI", (entry.uri,)),
        (vocabulary.REFERENCE_IDS, entry.reference_ids),
    )


def submission_set(what: SubmissionSet) -> etree._Element:
    """A rim:RegistryPackage, called a submission set."""
    kinds, owner = vocabulary.Set, what.entry_uuid
    element = _package(owner, what.status, what.home)
    ebrim.add_slot(element, "submissionTime", (what.submission_time,))
    ebrim.add_slot(element, "intendedRecipient", what.intended_recipients)
    ebrim.add_text(element, "Name", what.title)
    ebrim.add_text(element, "Description", what.comments)
    ebrim.add_node(element, kinds.NODE, owner=owner)
    _add_authors(element, kinds.AUTHOR, what.authors, owner)
    _add_codes(element, kinds.CONTENT_TYPE, _maybe(what.content_type), owner)
    _identify(element, kinds.PATIENT_ID, what.patient_id, owner, "XDSSubmissionSet.patientId")
    _identify(element, kinds.SOURCE_ID, what.source_id, owner, "XDSSubmissionSet.sourceId")
    _identify(element, kinds.UNIQUE_ID, what.unique_id, owner, "XDSSubmissionSet.uniqueId")
    return element


def folder(what: Folder) -> etree._Element:
    """A rim:RegistryPackage, called a folder."""
    kinds, owner = vocabulary.Folder, what.entry_uuid
    element = _package(owner, what.status, what.home)
    ebrim.add_slot(element, "lastUpdateTime", (what.last_update_time,))
    ebrim.add_text(element, "Name", what.title)
    ebrim.add_text(element, "Description", what.comments)
    ebrim.add_node(element, kinds.NODE, owner=owner)
    _add_codes(element, kinds.CODE, what.codes, owner)
    _identify(element, kinds.PATIENT_ID, what.patient_id, owner, "XDSFolder.patientId")
    _identify(element, kinds.UNIQUE_ID, what.unique_id, owner, "XDSFolder.uniqueId")
    return element


def association(what: Association) -> etree._Element:
    """A rim:Association."""
    element = _object("Association", what.id, f"{OBJECT_TYPE}Association", what.status, "")
    element.set("associationType", what.kind)
    element.set("sourceObject", what.source)
    element.set("targetObject", what.target)
    ebrim.add_slot(element, "SubmissionSetStatus", (what.member,))
    return element


def object_ref(uuid: str, home: str = "") -> etree._Element:
    """A rim:ObjectRef: the id of an object, and nothing of it."""
    element = etree.Element(ebrim.tag("ObjectRef"), {"id": uuid}, nsmap=ebrim.NSMAP)
    if home:
        element.set("home", home)
    return element


def _package(owner: str, status: str, home: str) -> etree._Element:
    return _object("RegistryPackage", owner, f"{OBJECT_TYPE}RegistryPackage", status, home)


def _object(name: str, uuid: str, object_type: str, status: str, home: str) -> etree._Element:
    element = etree.Element(
        ebrim.tag(name), {"id": uuid, "objectType": object_type}, nsmap=ebrim.NSMAP
    )
    for attribute, value in (("status", status), ("home", home)):
        if value:
            element.set(attribute, value)
    return element


def _identify(element: etree._Element, scheme: str, value: str, owner: str, name: str) -> None:
    if value:
        ebrim.add_external_identifier(element, scheme, value, owner=owner, name=name)


def _add_codes(element: etree._Element, scheme: str, codes: Iterable[Code], owner: str) -> None:
    for code in codes:
        each = ebrim.add_classification(element, scheme, code.code, owner=owner)
        ebrim.add_slot(each, "codingScheme", (code.scheme,))
        ebrim.add_text(each, "Name", code.display or code.code)


def _add_authors(
    element: etree._Element, scheme: str, authors: Iterable[Author], owner: str
) -> None:
    for author in authors:
        each = ebrim.add_classification(element, scheme, "", owner=owner)
        ebrim.add_slot(each, "authorPerson", (author.person,))
        ebrim.add_slot(each, "authorInstitution", author.institutions)
        ebrim.add_slot(each, "authorRole", author.roles)
        ebrim.add_slot(each, "authorSpecialty", author.specialties)
        ebrim.add_slot(each, "authorTelecommunication", author.telecommunications)


def _maybe(code: Code | None) -> tuple[Code, ...]:
    return (code,) if code else ()
