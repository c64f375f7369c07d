"""RAD-5 Query Modality Worklist: what shall I scan? (C-FIND, PS3.4 Annex K)."""

from pydicom.dataset import Dataset

from showcase.model.exchange import Verdict
from showcase.model.fact import Fact, Side
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.dicom import identity, recording, status
from showcase.protocols.dicom.command import Field

TRANSACTION = Transaction(
    id="RAD-5",
    name="Query Modality Worklist",
    family=Family.DICOM,
    carrier="C-FIND Modality Worklist",
    initiators=("Acquisition Modality",),
    responders=("Department System Scheduler/Order Filler",),
    specified="IHE RAD TF-2, 4.5",
    thing=Thing.QUESTION,
)

MODEL = "1.2.840.10008.5.1.4.31"
"""Modality Worklist Information Model - FIND."""

_STEP_KEYS = (
    "ScheduledPerformingPhysicianName",
    "ScheduledProcedureStepDescription",
    "ScheduledProtocolCodeSequence",
    "ScheduledProcedureStepID",
    "ScheduledStationName",
    "ScheduledProcedureStepLocation",
    "PreMedication",
    "ScheduledProcedureStepStatus",
    "ScheduledProcedureStepStartTime",
)

_KEYS = (
    "AccessionNumber",
    "ReferringPhysicianName",
    "ReferencedStudySequence",
    "ReferencedPatientSequence",
    "PatientName",
    "PatientID",
    "IssuerOfPatientID",
    "IssuerOfPatientIDQualifiersSequence",
    "PatientBirthDate",
    "PatientSex",
    "PatientWeight",
    "MedicalAlerts",
    "Allergies",
    "PregnancyStatus",
    "StudyInstanceUID",
    "RequestingPhysician",
    "RequestedProcedureDescription",
    "RequestedProcedureCodeSequence",
    "AdmissionID",
    "SpecialNeeds",
    "CurrentPatientLocation",
    "PatientState",
    "RequestedProcedureID",
    "RequestedProcedurePriority",
    "PatientTransportArrangements",
    "ReasonForTheRequestedProcedure",
    "ConfidentialityConstraintOnPatientDataDescription",
    "PlacerOrderNumberImagingServiceRequest",
    "FillerOrderNumberImagingServiceRequest",
)


def broad_query(*, modality: str, station_ae: str, dates: str) -> Dataset:
    """The identifier of a broad query: everything scheduled for this station (K.6.1.2).

    Args:
        modality: ``CT``.
        station_ae: Our own AE title.
        dates: ``20261124``, or a range ``20261123-20261125``.
    """
    step = _empty(_STEP_KEYS)
    step.Modality = modality
    step.ScheduledStationAETitle = station_ae
    step.ScheduledProcedureStepStartDate = dates
    query = _empty(_KEYS)
    query.ScheduledProcedureStepSequence = [step]
    return query


def _empty(keywords: tuple[str, ...]) -> Dataset:
    found = Dataset()
    for keyword in keywords:
        setattr(found, keyword, [] if keyword.endswith("Sequence") else None)
    return found


def judge(answer: status.Status, who: str) -> Verdict:
    """What the final status of the query means; an empty worklist is a fine answer."""
    return status.judge(answer, who)


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:
    """Who and what the worklist names, item by item."""
    dialogue = recording.read(request, response)
    return identity.distinct(
        fact
        for said in dialogue.inward
        if said.answers(Field.C_FIND) and said.data
        for fact in identity.facts(said.dataset(), Side.RESPONSE)
    )
