"""The radiology system's book of what is being done: answers RAD-6 and RAD-7."""

from typing import TYPE_CHECKING

from pydicom.dataset import Dataset

from showcase.model.clearance import Holding
from showcase.model.oid import fresh_uid
from showcase.protocols.dicom import status
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.identity import text
from showcase.protocols.dicom.service import Answer, Request, Service
from showcase.standins.endpoints.dicom import AnswersDicom, Offer
from showcase.transactions import rad6, rad7

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

AT_HAND = 200
"""Steps: more than modalities perform in days of a show, and none of them weighs for ever."""

_STATE = "PerformedProcedureStepStatus"
_BEGUN = "IN PROGRESS"

_FIXED = frozenset(
    {
        "PatientName",
        "PatientID",
        "PatientBirthDate",
        "PatientSex",
        "ScheduledStepAttributesSequence",
        "PerformedProcedureStepID",
        "PerformedStationAETitle",
        "PerformedProcedureStepStartDate",
        "PerformedProcedureStepStartTime",
        "Modality",
    }
)
"""What an N-SET may not change (PS3.4 F.7.2-1)."""


class PerformedProcedureStepManager(AnswersDicom):
    """Performed Procedure Step Manager.

    Attributes:
        steps: Performed procedure steps by SOP Instance UID, as they stand.
    """

    actor = "Performed Procedure Step Manager"

    def __init__(self, me: "StandIn") -> None:
        """No steps yet."""
        super().__init__(me)
        self.steps: dict[str, Dataset] = {}

    async def forget(self) -> dict[Holding, int]:
        """No steps."""
        count = len(self.steps)
        self.steps.clear()
        return {Holding.STEP: count}

    def offers(self) -> tuple[Offer, ...]:
        """RAD-6 and RAD-7."""
        service = Service(
            takes=rad6.SOP_CLASS.__eq__,
            handlers={Field.N_CREATE: self._create, Field.N_SET: self._set},
        )
        return (
            Offer(
                service=service,
                transactions={
                    Field.N_CREATE: rad6.TRANSACTION.id,
                    Field.N_SET: rad7.TRANSACTION.id,
                },
            ),
        )

    async def _create(self, request: Request) -> Answer:
        uid = request.command.sop_instance or fresh_uid()
        if uid in self.steps:
            return Answer(status=status.DUPLICATE_INSTANCE)
        step = request.dataset()
        if fault := _fault(step):
            return fault
        self.steps[uid] = step
        while len(self.steps) > AT_HAND:
            del self.steps[self._least_wanted()]
        return Answer(more={"AffectedSOPInstanceUID": uid})

    def _least_wanted(self) -> str:
        """The oldest step that nobody can change any more; the oldest, where all are under way."""
        over = (uid for uid, step in self.steps.items() if text(step, _STATE) in rad7.FINAL)
        return next(over, next(iter(self.steps)))

    async def _set(self, request: Request) -> Answer:
        step = self.steps.get(request.command.sop_instance)
        if step is None:
            return Answer(status=status.NO_SUCH_INSTANCE)
        if text(step, _STATE) in rad7.FINAL:
            return Answer(
                status=status.PROCESSING_FAILURE,
                comment="Performed Procedure Step Object may no longer be updated",
                more={"ErrorID": status.NOT_IN_PROGRESS},
            )
        change = request.dataset()
        if fault := _fault_in_change(step, change):
            return fault
        step.update(change)
        return Answer()


def _fault(step: Dataset) -> Answer | None:
    """Why a step cannot be created like this."""
    for keyword in rad6.TYPE_1:
        if keyword not in step:
            return Answer(status=status.MISSING_ATTRIBUTE, comment=f"{keyword} is missing")
        if not step[keyword].value:
            return Answer(status=status.MISSING_VALUE, comment=f"{keyword} is empty")
    if text(step, _STATE) != _BEGUN:
        return Answer(status=status.INVALID_ATTRIBUTE_VALUE, comment=f"{_STATE} must be {_BEGUN}")
    for scheduled in step.ScheduledStepAttributesSequence:
        if not text(scheduled, "StudyInstanceUID"):
            return Answer(status=status.MISSING_VALUE, comment="StudyInstanceUID is empty")
    return None


def _fault_in_change(step: Dataset, change: Dataset) -> Answer | None:
    """Why a step cannot be changed like this."""
    for element in change:
        if element.keyword in _FIXED and step.get(element.tag) != element:
            return Answer(
                status=status.INVALID_ATTRIBUTE_VALUE, comment=f"{element.keyword} is fixed"
            )
    state = text(change, _STATE) or _BEGUN
    if state not in rad7.FINAL | {_BEGUN}:
        return Answer(status=status.INVALID_ATTRIBUTE_VALUE, comment=f"{_STATE} {state}")
    whole = Dataset()
    whole.update(step)
    whole.update(change)
    if state == "COMPLETED" and not whole.get("PerformedSeriesSequence"):
        return Answer(status=status.MISSING_VALUE, comment="PerformedSeriesSequence is empty")
    if state in rad7.FINAL and not text(whole, "PerformedProcedureStepEndDate"):
        return Answer(status=status.MISSING_VALUE, comment="the end date is empty")
    return None
