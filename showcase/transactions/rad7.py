"""RAD-7 Modality Procedure Step Completed: we are done (MPPS N-SET, PS3.4 Annex F)."""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec
from pydicom.dataset import Dataset

from showcase.model.exchange import Verdict
from showcase.model.fact import Fact, FactKind, Side
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.dicom import identity, recording, status
from showcase.protocols.dicom.command import Field

TRANSACTION = Transaction(
    id="RAD-7",
    name="Modality Procedure Step Completed/Discontinued",
    family=Family.DICOM,
    carrier="N-SET Modality Performed Procedure Step",
    initiators=("Acquisition Modality",),
    responders=("Performed Procedure Step Manager", "Image Manager"),
    specified="IHE RAD TF-2, 4.7",
    thing=Thing.NOTE,
)

FINAL = frozenset({"COMPLETED", "DISCONTINUED"})
"""States after which a step takes no more changes (PS3.4 F.7.2.2.2)."""


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """A series as a completed step names it.

    Attributes:
        instances: SOP class and SOP instance UID of each image.
        retrieve_ae: AE title from which it can be had.
    """

    uid: str
    protocol: str
    description: str
    retrieve_ae: str
    instances: tuple[tuple[str, str], ...]


def completed(series: Iterable[Series], *, now: datetime) -> Dataset:
    """The modification that completes a step.

    Args:
        series: What was made.
        now: Local time.
    """
    found = Dataset()
    found.PerformedProcedureStepStatus = "COMPLETED"
    found.PerformedProcedureStepEndDate = now.strftime("%Y%m%d")
    found.PerformedProcedureStepEndTime = now.strftime("%H%M%S")
    found.PerformedSeriesSequence = [_series(each) for each in series]
    return found


def _series(series: Series) -> Dataset:
    found = Dataset()
    found.SeriesInstanceUID = series.uid
    found.ProtocolName = series.protocol
    found.SeriesDescription = series.description
    found.RetrieveAETitle = series.retrieve_ae
    found.PerformingPhysicianName = None
    found.OperatorsName = None
    found.ReferencedImageSequence = [_image(*each) for each in series.instances]
    found.ReferencedNonImageCompositeSOPInstanceSequence = []
    return found


def _image(sop_class: str, sop_instance: str) -> Dataset:
    found = Dataset()
    found.ReferencedSOPClassUID = sop_class
    found.ReferencedSOPInstanceUID = sop_instance
    return found


def judge(answer: status.Status, who: str) -> Verdict:
    """What the status of the N-SET means."""
    verdict = status.judge(answer, who)
    if answer.error_id != status.NOT_IN_PROGRESS:
        return verdict
    return msgspec.structs.replace(
        verdict,
        words=f"{who} says that this procedure step has ended already.",
        remedy="Start a new step; an ended one takes no more changes.",
    )


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:
    """The state the step is in now, and the images it made."""
    dialogue = recording.read(request, response)
    return identity.distinct(
        fact
        for said in dialogue.outward
        if said.asks(Field.N_SET)
        for fact in _stated(said.dataset())
    )


def _stated(dataset: Dataset) -> Iterator[Fact]:
    state = identity.text(dataset, "PerformedProcedureStepStatus")
    if state:
        yield Fact(kind=FactKind.STATUS, value=state, path="(0040,0252)")
    for series in identity.items(dataset, "PerformedSeriesSequence"):
        for image in identity.items(series, "ReferencedImageSequence"):
            yield Fact(
                kind=FactKind.INSTANCE,
                value=identity.text(image, "ReferencedSOPInstanceUID"),
                path="(0040,0340).(0008,1140).(0008,1155)",
                side=Side.REQUEST,
            )
