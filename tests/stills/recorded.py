"""Exchanges of the scripted journey as real bytes, one of each family, and what an engine makes
of them. The same bytes every time: no id in them is fresh, no clock is read.
"""

import io
from collections.abc import Callable
from datetime import timedelta

import msgspec
import numpy as np
from PIL import Image
from pydicom.dataset import Dataset

from showcase.explain.readers import explain
from showcase.inspector.findings import findings, specified
from showcase.model.answers import Explanation
from showcase.model.events import Entry, HopEnded, RunStarted
from showcase.model.exchange import Exchange, Outcome
from showcase.model.node import as_text
from showcase.model.system import Dicom, Endpoints, Mllp, Soap, Syslog, System
from showcase.protocols.audit import codes
from showcase.protocols.audit.message import AuditMessage, Participant, to_xml
from showcase.protocols.audit.syslog import SyslogMessage, build
from showcase.protocols.cda import report as cda
from showcase.protocols.dicom.command import Field
from showcase.protocols.hl7v2.frame import framed
from showcase.transactions import iti20
from showcase.transactions.rad8 import CT_IMAGE_STORAGE
from tests.showcase.protocols.cda.test_report import REPORT
from tests.showcase.standins.xds import by_hand
from tests.showcase.transactions.dicom_wire import Wire
from tests.ui import journey

Sides = tuple[bytes, bytes]

_PID = "PID|||40213^^^ALBA&2.25.1.1&ISO^PI||Quill^Rosa||19610402|F|||||||||||V8841"
_ADMITTED = (
    r"MSH|^~\&|DESK|ALBA|{who}|ALBA|20261124102103+0000||ADT^A04^ADT_A01|{number}|T|2.5|||||||UTF-8",
    "EVN||20261124102103+0000",
    _PID,
    "PV1||E|ED^^^ALBA||||||||||||||||V8841|||||||||||||||||||||||||20261124102103+0000",
)
_ACCEPTED = (
    r"MSH|^~\&|{who}|ALBA|DESK|ALBA|20261124102103+0000||ACK^A04^ACK|{number}-A|T|2.5",
    "MSA|AA|{number}",
)
_SIZE = 96


def _message(lines: tuple[str, ...], who: str, number: str) -> bytes:
    return framed(("\r".join(lines) + "\r").format(who=who, number=number).encode())


def admission(who: str, number: str, *, of: str = "ALBA&2.25.1.1&ISO") -> Sides:
    """ITI-31 over MLLP; `of`: who has assigned her number."""
    lines = tuple(each.replace("ALBA&2.25.1.1&ISO", of) for each in _ADMITTED)
    return _message(lines, who, number), _message(_ACCEPTED, who, number)


def images() -> Sides:
    """RAD-8: three slices in one association."""
    wire = Wire(CT_IMAGE_STORAGE)
    for number in range(3):
        image = _slice(number)
        asked = wire.ask(Field.C_STORE, image, AffectedSOPInstanceUID=str(image.SOPInstanceUID))
        wire.answer(asked, 0)
    return wire.request, wire.response


def _slice(number: int) -> Dataset:
    image = Dataset()
    image.SOPClassUID, image.SOPInstanceUID = CT_IMAGE_STORAGE, f"2.25.4711.1.{number + 1}"
    image.StudyDate, image.StudyTime = "20261124", "102210"
    image.AccessionNumber, image.Modality = journey.ACCESSION, "CT"
    image.Manufacturer = "Meridian Imaging"
    image.StudyDescription = "CT of the chest"
    image.PatientName, image.PatientID = journey.NAME, "40213"
    image.PatientBirthDate, image.PatientSex = "19610402", "F"
    image.StudyInstanceUID, image.SeriesInstanceUID = "2.25.4711", "2.25.4711.1"
    image.StudyID, image.SeriesNumber, image.InstanceNumber = "1", 1, number + 1
    image.ReferringPhysicianName = "Hale^Iris"
    image.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    image.SamplesPerPixel, image.PhotometricInterpretation = 1, "MONOCHROME2"
    image.Rows = image.Columns = _SIZE
    image.BitsAllocated, image.BitsStored, image.HighBit = 16, 12, 11
    image.PixelRepresentation = 0
    image.RescaleIntercept, image.RescaleSlope = -1024, 1
    image.PixelData = _pixels(number)
    image["PixelData"].VR = "OW"
    return image


def _pixels(number: int) -> bytes:
    grey = np.asarray(Image.open(io.BytesIO(journey.slice_png(number / 2, _SIZE))))
    return (grey.astype("<u2") * 16).tobytes()


def sharing() -> Sides:
    """ITI-41 as MTOM: metadata, and the report as a part of its own."""
    patient = "7731-04^^^&amp;2.25.1.3&amp;ISO"
    objects = by_hand.registry_objects(patient, document_id="2.25.9.1").replace(
        "CT by hand", "CT chest report"
    )
    xml = by_hand.provide(objects, by_hand.CXF_INCLUDE)
    content_type, body = by_hand.cxf(xml, cda.build(REPORT))
    body = body.replace(b"Content-Type: text/plain", b"Content-Type: text/xml")
    head = f"POST /iti-41 HTTP/1.1\r\nHost: repository.invalid\r\nContent-Type: {content_type}\r\n"
    answer = by_hand.envelope(
        "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-bResponse",
        '<r:RegistryResponse xmlns:r="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0"'
        ' status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"/>',
    )
    return _http(head, body), _http(
        f"HTTP/1.1 200 OK\r\nContent-Type: {by_hand.SIMPLE}\r\n", answer
    )


def _http(head: str, body: bytes) -> bytes:
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def record() -> Sides:
    """ITI-20 by UDP: the export that `sharing` was."""
    message = AuditMessage(
        event_id=codes.EXPORT,
        action="R",
        at=journey.START,
        outcome=0,
        event_types=(codes.transaction("ITI-41", "Provide and Register Document Set-b"),),
        participants=(
            Participant(
                user_id="http://ehr.invalid/reply", alternative_id="4711", requestor=True,
                roles=(codes.SOURCE,), address="10.4.0.11", address_type="2",
            ),
            Participant(
                user_id="http://repository.invalid/iti-41", roles=(codes.DESTINATION,),
                address="10.4.0.31", address_type="2",
            ),
        ),
        source_id="EHR",
        objects=(iti20.patient("7731-04", "2.25.1.3"), iti20.submission_set("2.25.9.2")),
    )  # fmt: skip
    wrapped = SyslogMessage(
        at=journey.START, host="ehr.invalid", app="EHR", process="4711", body=to_xml(message)
    )
    return build(wrapped), b""


class Recorded(msgspec.Struct, frozen=True):
    """A hop of the journey, with its bytes."""

    event: HopEnded
    request: bytes
    response: bytes

    def explained(self) -> Explanation:
        """As an engine explains it."""
        transport = self.event.exchange.transport
        request, response = explain(transport, self.request), explain(transport, self.response)
        return Explanation(
            hop=self.event.hop,
            request=request,
            response=response,
            request_text=as_text(request),
            response_text=as_text(response),
            findings=findings(self.event, self.request, self.response),
            specified=specified(self.event.transaction),
        )


_TAPES: dict[tuple[str, str], tuple[str, Callable[[], Sides]]] = {
    ("admit", "ehr"): ("mllp", lambda: admission("EHR", "D4711")),
    ("admit", "ris"): ("mllp", lambda: admission("RIS", "D4712", of="")),
    ("images", "archive"): ("dicom", images),
    ("share", "repository"): ("http", sharing),
    ("", "audit"): ("syslog-udp", record),
}
"""By cue and receiver: the transport, and the bytes."""


def taped(entries: list[Entry]) -> tuple[list[Entry], dict[str, Recorded]]:
    """The journey with real bytes behind some of its hops; these, by hop."""
    tapes: dict[str, Recorded] = {}
    told: list[Entry] = []
    for entry in entries:
        event = entry.event
        match event:
            case HopEnded() if (event.cue, event.receiver) in _TAPES:
                tapes[event.hop] = _tape(event, entry)
                event = tapes[event.hop].event
            case RunStarted():
                event = msgspec.structs.replace(event, systems=_reached(event.systems))
        told.append(msgspec.structs.replace(entry, event=event))
    return told, tapes


_CARRIED = {
    "mllp": ("desk", "ehr", "ris", "index", "reading"),
    "dicom": ("ris", "ct", "archive", "reading"),
    "soap": ("registry", "repository"),
}


def _reached(systems: dict[str, System]) -> dict[str, System]:
    """The same systems, each at an address."""
    return {
        role: msgspec.structs.replace(system, endpoints=_endpoints(role, 11 + number))
        for number, (role, system) in enumerate(systems.items())
    }


def _endpoints(role: str, number: int) -> Endpoints:
    host = f"10.4.0.{number}"
    return Endpoints(
        hl7v2=Mllp(host=host, port=2575, application=role.upper(), facility="ALBA")
        if role in _CARRIED["mllp"]
        else None,
        dicom=Dicom(host=host, port=104, ae_title=role.upper())
        if role in _CARRIED["dicom"]
        else None,
        soap=Soap(urls={"ITI-18": f"http://{host}:8080/{role}"})
        if role in _CARRIED["soap"]
        else None,
        syslog=Syslog(host=host, port=514) if role == "audit" else None,
    )


_ANSWERED = {"mllp": "AA", "dicom": "0x0000 Success", "http": "Success"}


def _tape(event: HopEnded, entry: Entry) -> Recorded:
    transport, play = _TAPES[event.cue, event.receiver]
    request, response = play()
    verdict = event.verdict
    if verdict.outcome is Outcome.ACKNOWLEDGED:
        verdict = msgspec.structs.replace(verdict, status=_ANSWERED[transport])
    exchange = Exchange(
        id=event.exchange.id,
        transport=transport,
        initiator="10.4.0.11:41000",
        responder="10.4.0.21:104" if transport == "dicom" else "10.4.0.31:2575",
        started=entry.at - timedelta(milliseconds=event.exchange.milliseconds),
        milliseconds=event.exchange.milliseconds,
        request=f"{event.hop}/request",
        request_size=len(request),
        response=f"{event.hop}/response" if response else "",
        response_size=len(response),
    )
    ended = msgspec.structs.replace(event, exchange=exchange, verdict=verdict)
    return Recorded(ended, request, response)


def hop_of(tapes: dict[str, Recorded], cue: str, receiver: str) -> str:
    """The first hop of a cue to a receiver."""
    return next(
        hop
        for hop, each in tapes.items()
        if (each.event.cue, each.event.receiver) == (cue, receiver)
    )
