"""ebRIM into document entries, submission sets, folders, associations (IHE ITI TF-3 4.2.5).

Lenient: what is missing reads as empty; `metadata_rules` says what must not be.
"""

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


def submission(objects: etree._Element) -> Submission:
    """Everything in a RegistryObjectList."""
    return Submission(
        sets=tuple(map(submission_set, packages(objects, vocabulary.Set.NODE))),
        documents=tuple(map(document_entry, objects.iterchildren(ebrim.tag("ExtrinsicObject")))),
        folders=tuple(map(folder, packages(objects, vocabulary.Folder.NODE))),
        associations=tuple(map(association, objects.iterchildren(ebrim.tag("Association")))),
    )


def packages(objects: etree._Element, node: str) -> list[etree._Element]:
    """The RegistryPackages that a classification, inside or beside, calls sets or folders."""
    beside = {
        each.get("classifiedObject")
        for each in objects.iterchildren(ebrim.tag("Classification"))
        if each.get("classificationNode") == node
    }
    return [
        each
        for each in objects.iterchildren(ebrim.tag("RegistryPackage"))
        if each.get("id") in beside or _is_node(each, node)
    ]


def _is_node(package: etree._Element, node: str) -> bool:
    inside = package.iterchildren(ebrim.tag("Classification"))
    return any(each.get("classificationNode") == node for each in inside)


def document_entry(element: etree._Element) -> DocumentEntry:
    """A rim:ExtrinsicObject."""
    kinds = vocabulary.Entry
    slots = ebrim.slots(element)

    def one(name: str) -> str:
        return next(iter(slots.get(name, ())), "")

    return DocumentEntry(
        entry_uuid=element.get("id", ""),
        unique_id=ebrim.external_identifier(element, kinds.UNIQUE_ID),
        patient_id=ebrim.external_identifier(element, kinds.PATIENT_ID),
        mime_type=element.get("mimeType", ""),
        object_type=element.get("objectType", ""),
        source_patient_id=one("sourcePatientId"),
        source_patient_info=slots.get("sourcePatientInfo", ()),
        title=ebrim.text(element, "Name"),
        comments=ebrim.text(element, "Description"),
        language_code=one("languageCode"),
        creation_time=one("creationTime"),
        service_start_time=one("serviceStartTime"),
        service_stop_time=one("serviceStopTime"),
        hash=one("hash"),
        size=one("size"),
        repository_unique_id=one("repositoryUniqueId"),
        uri="".join(part.rpartition("|")[2] for part in sorted(slots.get("URI", ()))),
        legal_authenticator=one("legalAuthenticator"),
        reference_ids=slots.get(vocabulary.REFERENCE_IDS, ()),
        class_code=_first(codes(element, kinds.CLASS_CODE)),
        type_code=_first(codes(element, kinds.TYPE_CODE)),
        format_code=_first(codes(element, kinds.FORMAT_CODE)),
        facility_type=_first(codes(element, kinds.FACILITY_TYPE)),
        practice_setting=_first(codes(element, kinds.PRACTICE_SETTING)),
        confidentiality=codes(element, kinds.CONFIDENTIALITY),
        event_codes=codes(element, kinds.EVENT_CODE),
        authors=authors(element, kinds.AUTHOR),
        status=element.get("status", ""),
        logical_id=element.get("lid", ""),
        home=element.get("home", ""),
    )


def submission_set(element: etree._Element) -> SubmissionSet:
    """A rim:RegistryPackage that is a submission set."""
    kinds = vocabulary.Set
    return SubmissionSet(
        entry_uuid=element.get("id", ""),
        unique_id=ebrim.external_identifier(element, kinds.UNIQUE_ID),
        source_id=ebrim.external_identifier(element, kinds.SOURCE_ID),
        patient_id=ebrim.external_identifier(element, kinds.PATIENT_ID),
        submission_time=ebrim.slot(element, "submissionTime"),
        content_type=_first(codes(element, kinds.CONTENT_TYPE)),
        title=ebrim.text(element, "Name"),
        comments=ebrim.text(element, "Description"),
        authors=authors(element, kinds.AUTHOR),
        intended_recipients=ebrim.slots(element).get("intendedRecipient", ()),
        status=element.get("status", ""),
        home=element.get("home", ""),
    )


def folder(element: etree._Element) -> Folder:
    """A rim:RegistryPackage that is a folder."""
    kinds = vocabulary.Folder
    return Folder(
        entry_uuid=element.get("id", ""),
        unique_id=ebrim.external_identifier(element, kinds.UNIQUE_ID),
        patient_id=ebrim.external_identifier(element, kinds.PATIENT_ID),
        title=ebrim.text(element, "Name"),
        comments=ebrim.text(element, "Description"),
        codes=codes(element, kinds.CODE),
        last_update_time=ebrim.slot(element, "lastUpdateTime"),
        status=element.get("status", ""),
        home=element.get("home", ""),
    )


def association(element: etree._Element) -> Association:
    """A rim:Association."""
    return Association(
        id=element.get("id", ""),
        source=element.get("sourceObject", ""),
        target=element.get("targetObject", ""),
        kind=element.get("associationType", ""),
        member=ebrim.slot(element, "SubmissionSetStatus"),
        status=element.get("status", ""),
    )


def codes(element: etree._Element, scheme: str) -> tuple[Code, ...]:
    """The coded values of one attribute."""
    return tuple(
        Code(
            each.get("nodeRepresentation", ""),
            ebrim.slot(each, "codingScheme"),
            ebrim.text(each, "Name"),
        )
        for each in ebrim.classifications(element, scheme)
    )


def authors(element: etree._Element, scheme: str) -> tuple[Author, ...]:
    """The authors of an object."""
    found = (ebrim.slots(each) for each in ebrim.classifications(element, scheme))
    return tuple(
        Author(
            person=next(iter(slots.get("authorPerson", ())), ""),
            institutions=slots.get("authorInstitution", ()),
            roles=slots.get("authorRole", ()),
            specialties=slots.get("authorSpecialty", ()),
            telecommunications=slots.get("authorTelecommunication", ()),
        )
        for slots in found
    )


def _first(found: Iterable[Code]) -> Code | None:
    return next(iter(found), None)
