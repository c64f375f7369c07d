"""The radiology system's worklist: answers RAD-5 from the procedures it has scheduled."""

from collections.abc import AsyncGenerator
from functools import lru_cache

from pydicom.dataset import Dataset

from showcase.protocols.dicom import fitting, identity
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
    family, _, given = order.requester.partition("^")
    requester = fitting.person_name(family, given) if order.requester else ""
    return made(
        {
            "AccessionNumber": order.accession,
            "ReferringPhysicianName": requester,
            "PatientName": fitting.person_name(person.family, person.given),
            "PatientID": fitting.line(person.id),
            "PatientBirthDate": fitting.date(person.born),
            "PatientSex": fitting.sex(person.sex),
            "StudyInstanceUID": order.study,
            "RequestingPhysician": requester,
            "RequestedProcedureDescription": fitting.line(order.code_text),
            "RequestedProcedureCodeSequence": _code(order),
            "AdmissionID": fitting.line(person.visit),
            "RequestedProcedureID": order.procedure_id,
            "RequestedProcedurePriority": "STAT",
            "ReasonForTheRequestedProcedure": fitting.line(order.reason),
            "PlacerOrderNumberImagingServiceRequest": fitting.line(order.placer_number),
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
            "ScheduledProcedureStepDescription": fitting.line(order.code_text),
            "ScheduledProtocolCodeSequence": _code(order),
            "ScheduledProcedureStepID": order.step_id,
            "ScheduledProcedureStepStatus": "SCHEDULED",
        }
    )


def _code(order: Order) -> list[Dataset]:
    if not order.code:
        return []
    # what has no room in the one stands in the other (PS3.3 8.1)
    value = "CodeValue" if len(order.code) <= fitting.SH else "LongCodeValue"
    values = {
        value: fitting.line(order.code, len(order.code)),
        "CodingSchemeDesignator": fitting.line(order.code_scheme, fitting.SH),
        "CodeMeaning": fitting.line(order.code_text),
    }
    return [made(values)]
