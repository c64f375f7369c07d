"""Patients and orders as DICOM headers state them, for a system's memory."""

from pydicom.dataset import Dataset

from showcase.protocols.dicom import identity
from showcase.standins.memory import Order, Person


def person_of(dataset: Dataset) -> Person:
    """The patient that a dataset is about."""
    name = identity.text(dataset, "PatientName").split("=")[0].split("^")
    authority, oid = identity.issuer(dataset)
    return Person(
        id=identity.text(dataset, "PatientID"),
        authority=authority,
        authority_oid=oid,
        family=name[0],
        given=name[1] if len(name) > 1 else "",
        born=identity.text(dataset, "PatientBirthDate"),
        sex=identity.text(dataset, "PatientSex"),
        visit=identity.text(dataset, "AdmissionID"),
    )


def order_of(header: Dataset) -> Order:
    """The procedure that an image was made for, as far as the image says."""
    requested = identity.item(header, "RequestAttributesSequence")
    code = identity.item(header, "ProcedureCodeSequence")
    return Order(
        person=person_of(header),
        placer_number=identity.text(header, "PlacerOrderNumberImagingServiceRequest"),
        filler_number=identity.text(header, "FillerOrderNumberImagingServiceRequest"),
        code=identity.text(code, "CodeValue") or identity.text(code, "LongCodeValue"),
        code_text=identity.text(code, "CodeMeaning") or identity.text(header, "StudyDescription"),
        code_scheme=identity.text(code, "CodingSchemeDesignator"),
        reason=identity.text(requested, "ReasonForTheRequestedProcedure"),
        requester=identity.text(header, "RequestingPhysician")
        or identity.text(header, "ReferringPhysicianName"),
        accession=identity.text(header, "AccessionNumber"),
        study=identity.text(header, "StudyInstanceUID"),
        procedure_id=identity.text(requested, "RequestedProcedureID")
        or identity.text(header, "StudyID"),
        step_id=identity.text(requested, "ScheduledProcedureStepID"),
        modality=identity.text(header, "Modality"),
        start=identity.text(header, "StudyDate") + identity.text(header, "StudyTime")[:6],
    )
