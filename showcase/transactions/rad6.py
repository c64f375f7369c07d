"""RAD-6 Modality Procedure Step In Progress: we have begun (MPPS N-CREATE, PS3.4 Annex F)."""

from datetime import datetime

from pydicom.dataset import Dataset

from showcase.model.exchange import Verdict
from showcase.model.fact import Fact, Side
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.dicom import identity, recording, status
from showcase.protocols.dicom.command import Field

TRANSACTION = Transaction(
    id="RAD-6",
    name="Modality Procedure Step In Progress",
    family=Family.DICOM,
    carrier="N-CREATE Modality Performed Procedure Step",
    initiators=("Acquisition Modality",),
    responders=("Performed Procedure Step Manager", "Image Manager"),
    specified="IHE RAD TF-2, 4.6",
    thing=Thing.NOTE,
)

SOP_CLASS = "1.2.840.10008.3.1.2.3.3"
"""Modality Performed Procedure Step."""

STEPS = "(0040,0270)"
"""Scheduled Step Attributes Sequence: where study, accession and order stand."""

TYPE_1 = (
    "ScheduledStepAttributesSequence",
    "PerformedProcedureStepID",
    "PerformedStationAETitle",
    "PerformedProcedureStepStartDate",
    "PerformedProcedureStepStartTime",
    "PerformedProcedureStepStatus",
    "Modality",
)
"""What an N-CREATE must state (PS3.4 F.7.2-1)."""

_TYPE_2 = (
    "PerformedStationName",
    "PerformedLocation",
    "PerformedProcedureTypeDescription",
    "PerformedProcedureStepEndDate",
    "PerformedProcedureStepEndTime",
    "ReferencedPatientSequence",
    "PerformedSeriesSequence",
)

_FROM_ITEM = ("PatientName", "PatientID", "PatientBirthDate", "PatientSex")


def in_progress(
    item: Dataset, *, station_ae: str, station: str, step_id: str, now: datetime
) -> Dataset:
    """The attributes of a step that begins, for the worklist item that the technologist picked.

    Args:
        item: What the worklist answered.
        station_ae: Our AE title.
        station: Our station name.
        step_id: Performed Procedure Step ID; ours to choose.
        now: Local time.
    """
    step = identity.item(item, "ScheduledProcedureStepSequence")
    found = Dataset()
    for keyword in _TYPE_2:
        setattr(found, keyword, [] if keyword.endswith("Sequence") else None)
    for keyword in _FROM_ITEM:
        setattr(found, keyword, item.get(keyword))
    name, oid = identity.issuer(item)
    identity.set_issuer(found, name, oid)
    found.ScheduledStepAttributesSequence = [_scheduled(item, step)]
    found.PerformedProcedureStepID = step_id
    found.PerformedStationAETitle = station_ae
    found.PerformedStationName = station
    found.PerformedProcedureStepStartDate = now.strftime("%Y%m%d")
    found.PerformedProcedureStepStartTime = now.strftime("%H%M%S")
    found.PerformedProcedureStepStatus = "IN PROGRESS"
    found.PerformedProcedureStepDescription = step.get("ScheduledProcedureStepDescription")
    found.ProcedureCodeSequence = list(identity.items(item, "RequestedProcedureCodeSequence"))
    found.PerformedProtocolCodeSequence = list(
        identity.items(step, "ScheduledProtocolCodeSequence")
    )
    found.Modality = identity.text(step, "Modality") or "CT"
    found.StudyID = item.get("RequestedProcedureID")
    return found


def _scheduled(item: Dataset, step: Dataset) -> Dataset:
    found = Dataset()
    found.StudyInstanceUID = item.get("StudyInstanceUID")
    found.ReferencedStudySequence = list(identity.items(item, "ReferencedStudySequence"))
    found.AccessionNumber = item.get("AccessionNumber")
    found.RequestedProcedureID = item.get("RequestedProcedureID")
    found.RequestedProcedureDescription = item.get("RequestedProcedureDescription")
    found.ScheduledProcedureStepID = step.get("ScheduledProcedureStepID")
    found.ScheduledProcedureStepDescription = step.get("ScheduledProcedureStepDescription")
    found.ScheduledProtocolCodeSequence = list(
        identity.items(step, "ScheduledProtocolCodeSequence")
    )
    return found


def judge(answer: status.Status, who: str) -> Verdict:
    """What the status of the N-CREATE means."""
    return status.judge(answer, who)


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:
    """Who the step is performed on, and for which order."""
    dialogue = recording.read(request, response)
    return identity.distinct(
        fact
        for said in dialogue.outward
        if said.asks(Field.N_CREATE)
        for dataset in [said.dataset()]
        for fact in (
            *identity.facts(dataset, Side.REQUEST),
            *identity.facts(
                identity.item(dataset, "ScheduledStepAttributesSequence"), Side.REQUEST, STEPS
            ),
        )
    )
