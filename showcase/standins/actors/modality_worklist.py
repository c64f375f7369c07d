"""The radiology system's worklist: answers RAD-5 from the procedures it has scheduled."""

from collections.abc import AsyncGenerator
from functools import lru_cache

from pydicom.dataset import Dataset

from showcase.protocols.dicom import identity
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.dataset import made
from showcase.protocols.dicom.matching import Keys, understood
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
        asked: dict[bool, Keys] = {}
        for order in tuple(self.me.memory.orders.values()):
            entry = item(order, request.peer.calling)
            coded = bool(order.code)  # else all items have the same attributes
            if coded not in asked:
                asked[coded] = Keys(understood(query, entry))
            keys = asked[coded]
            if keys.match(entry):
                yield Answer(status=PENDING, dataset=keys.select(entry))


@lru_cache(maxsize=128)
def item(order: Order, asking: str) -> Dataset:
    """A worklist item (PS3.4 K.6.1.2.2): not to be changed, for scanners ask again and again.

    Args:
        order: A scheduled procedure.
        asking: AE title that asks; a step scheduled for no station in particular is anybody's.
    """
    person = order.person
    return made(
        {
            "AccessionNumber": order.accession,
            "ReferringPhysicianName": order.requester,
            "PatientName": f"{person.family}^{person.given}",
            "PatientID": person.id,
            "PatientBirthDate": person.born,
            "PatientSex": person.sex,
            "StudyInstanceUID": order.study,
            "RequestingPhysician": order.requester,
            "RequestedProcedureDescription": order.code_text,
            "RequestedProcedureCodeSequence": _code(order),
            "AdmissionID": person.visit,
            "RequestedProcedureID": order.procedure_id,
            "RequestedProcedurePriority": "STAT",
            "ReasonForTheRequestedProcedure": order.reason,
            "PlacerOrderNumberImagingServiceRequest": order.placer_number,
            "FillerOrderNumberImagingServiceRequest": order.filler_number,
            "ScheduledProcedureStepSequence": [_step(order, asking)],
            **identity.issued_by(person.authority, person.authority_oid),
        }
    )


def _step(order: Order, asking: str) -> Dataset:
    return made(
        {
            "Modality": order.modality,
            "ScheduledStationAETitle": order.station_ae or asking,
            "ScheduledProcedureStepStartDate": order.start[:8],
            "ScheduledProcedureStepStartTime": order.start[8:14],
            # matching on it is required (PS3.4 table K.6-1), though nobody is named beforehand
            "ScheduledPerformingPhysicianName": "",
            "ScheduledProcedureStepDescription": order.code_text,
            "ScheduledProtocolCodeSequence": _code(order),
            "ScheduledProcedureStepID": order.step_id,
            "ScheduledProcedureStepStatus": "SCHEDULED",
        }
    )


def _code(order: Order) -> list[Dataset]:
    if not order.code:
        return []
    values = {
        "CodeValue": order.code,
        "CodingSchemeDesignator": order.code_scheme,
        "CodeMeaning": order.code_text,
    }
    return [made(values)]
