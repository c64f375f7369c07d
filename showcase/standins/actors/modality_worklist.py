"""The radiology system's worklist: answers RAD-5 from the procedures it has scheduled."""

from collections.abc import AsyncGenerator

from pydicom.dataset import Dataset

from showcase.protocols.dicom import identity
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.matching import matches, select, understood
from showcase.protocols.dicom.service import Answer, Request, Service
from showcase.protocols.dicom.status import PENDING
from showcase.standins.endpoints.dicom import AnswersDicom, Offer
from showcase.standins.memory import Order
from showcase.transactions import rad5


class ModalityWorklist(AnswersDicom):
    """Department System Scheduler/Order Filler, as modalities see it."""

    actor = "Department System Scheduler/Order Filler"

    def offers(self) -> tuple[Offer, ...]:
        """RAD-5."""
        service = Service(takes=rad5.MODEL.__eq__, handlers={Field.C_FIND: self._find})
        return (Offer(service=service, transactions={Field.C_FIND: rad5.TRANSACTION.id}),)

    async def _find(self, request: Request) -> AsyncGenerator[Answer, None]:
        query = request.dataset()
        for order in tuple(self.me.memory.orders.values()):
            entry = item(order, request.peer.calling)
            taken = understood(query, entry)
            if matches(entry, taken):
                yield Answer(status=PENDING, dataset=select(entry, taken))


def item(order: Order, asking: str) -> Dataset:
    """A worklist item (PS3.4 K.6.1.2.2).

    Args:
        order: A scheduled procedure.
        asking: AE title that asks; a step scheduled for no station in particular is anybody's.
    """
    person = order.person
    found = Dataset()
    found.AccessionNumber = order.accession
    found.ReferringPhysicianName = order.requester
    found.PatientName = f"{person.family}^{person.given}"
    found.PatientID = person.id
    identity.set_issuer(found, person.authority, person.authority_oid)
    found.PatientBirthDate = person.born
    found.PatientSex = person.sex
    found.StudyInstanceUID = order.study
    found.RequestingPhysician = order.requester
    found.RequestedProcedureDescription = order.code_text
    found.RequestedProcedureCodeSequence = _code(order)
    found.AdmissionID = person.visit
    found.RequestedProcedureID = order.procedure_id
    found.RequestedProcedurePriority = "STAT"
    found.ReasonForTheRequestedProcedure = order.reason
    found.PlacerOrderNumberImagingServiceRequest = order.placer_number
    found.FillerOrderNumberImagingServiceRequest = order.filler_number
    found.ScheduledProcedureStepSequence = [_step(order, asking)]
    return found


def _step(order: Order, asking: str) -> Dataset:
    step = Dataset()
    step.Modality = order.modality
    step.ScheduledStationAETitle = order.station_ae or asking
    step.ScheduledProcedureStepStartDate = order.start[:8]
    step.ScheduledProcedureStepStartTime = order.start[8:14]
    # matching on it is required (PS3.4 table K.6-1), though nobody is named beforehand
    step.ScheduledPerformingPhysicianName = ""
    step.ScheduledProcedureStepDescription = order.code_text
    step.ScheduledProtocolCodeSequence = _code(order)
    step.ScheduledProcedureStepID = order.step_id
    step.ScheduledProcedureStepStatus = "SCHEDULED"
    return step


def _code(order: Order) -> list[Dataset]:
    if not order.code:
        return []
    code = Dataset()
    code.CodeValue = order.code
    code.CodingSchemeDesignator = order.code_scheme
    code.CodeMeaning = order.code_text
    return [code]
