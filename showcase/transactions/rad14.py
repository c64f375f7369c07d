"""RAD-14 Query Images: which studies do you have of her? (C-FIND Study Root, PS3.4 Annex C)."""

from pydicom.dataset import Dataset

from showcase.model.exchange import Verdict
from showcase.model.fact import Fact, Side
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.dicom import identity, recording, status
from showcase.protocols.dicom.command import Field

TRANSACTION = Transaction(
    id="RAD-14",
    name="Query Images",
    family=Family.DICOM,
    carrier="C-FIND Study Root",
    initiators=("Image Display",),
    responders=("Image Archive", "Image Manager"),
    specified="IHE RAD TF-2, 4.14",
    thing=Thing.QUESTION,
)

STUDY_ROOT = "1.2.840.10008.5.1.4.1.2.2.1"
PATIENT_ROOT = "1.2.840.10008.5.1.4.1.2.1.1"

_STUDY_KEYS = (
    "StudyDate",
    "StudyTime",
    "AccessionNumber",
    "ModalitiesInStudy",
    "ReferringPhysicianName",
    "StudyDescription",
    "PatientID",
    "IssuerOfPatientID",
    "IssuerOfPatientIDQualifiersSequence",
    "PatientBirthDate",
    "PatientSex",
    "StudyInstanceUID",
    "StudyID",
    "NumberOfStudyRelatedSeries",
    "NumberOfStudyRelatedInstances",
)


def by_name(family: str, given: str) -> Dataset:
    """The identifier that asks for the studies of a patient a human knows by name (C.6.2.1)."""
    query = Dataset()
    for keyword in _STUDY_KEYS:
        setattr(query, keyword, [] if keyword.endswith("Sequence") else None)
    query.QueryRetrieveLevel = "STUDY"
    query.PatientName = f"{family}^{given}*"
    return query


def judge(answer: status.Status, who: str) -> Verdict:
    """What the final status of the query means."""
    return status.judge(answer, who)


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:
    """What the archive says it has: patients, studies, accession numbers."""
    dialogue = recording.read(request, response)
    return identity.distinct(
        fact
        for said in dialogue.inward
        if said.answers(Field.C_FIND) and said.data
        for fact in identity.facts(said.dataset(), Side.RESPONSE)
    )
