"""RAD-28 Structured Report Export: the report reaches whoever ordered it (HL7 v2.5, ORU^R01)."""

import msgspec

from showcase.model.fact import Fact, FactKind
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.hl7v2.ack import Fault, judge_ack, missing_in_groups
from showcase.protocols.hl7v2.codec import Message, Segment
from showcase.protocols.hl7v2.compose import Field, compose, segment
from showcase.protocols.hl7v2.header import Envelope, clock_time, msh, timestamp
from showcase.protocols.hl7v2.person import (
    PatientIdentification,
    patient_facts,
    pid,
    pid_faults,
    visit_number,
)
from showcase.protocols.hl7v2.recorded import messages

TRANSACTION = Transaction(
    id="RAD-28",
    name="Structured Report Export",
    family=Family.HL7V2,
    carrier="ORU^R01",
    initiators=("Report Manager",),
    responders=("Enterprise Report Repository",),
    specified="IHE RAD TF-3, 4.28",
    thing=Thing.PAGE,
)

VERSION = "2.5"
TRIGGERS = ("R01",)
STUDY_NAME = "Study Instance UID"
TEXT_NAME = "SR Text"
_TEXTS = ("TX", "FT", "ST")
_IMAGING_REPORT = ("18748-4", "LN")
"""LOINC for a diagnostic imaging study, where the procedure's own code is not known."""

judge = judge_ack


class ImagingReport(msgspec.Struct, frozen=True, kw_only=True):
    r"""What a report message says.

    Attributes:
        accession: OBR-18.
        study: OBX *Study Instance UID*.
        title: OBR-4.2.
        text: OBX *SR Text*, lines separated by ``\n``.
        author: OBR-32, ``Family^Given``.
        written: OBR-22, ``YYYYMMDDHHMMSS``.
        procedure_id: OBR-19.
        placer_number: OBR-2.1.
        code: OBR-4.1, and its scheme; empty where only a title is known.
    """

    accession: str
    study: str
    title: str
    text: str
    author: str
    written: str = ""
    procedure_id: str = ""
    placer_number: str = ""
    code: tuple[str, str] = ("", "")


def export(envelope: Envelope, patient: PatientIdentification, report: ImagingReport) -> Message:
    """The message that carries a final report (4.28.4.1.2)."""
    return compose(
        (
            msh(envelope, ("ORU", "R01", "ORU_R01"), VERSION),
            pid(patient),
            segment("PV1", {2: "E", 19: visit_number(patient)}),
            _obr(envelope, report),
            _obx(1, "HD", STUDY_NAME, report.study),
            # each repetition of TX is a line on its own (HL7 v2.5, 2.A.78)
            _obx(2, "TX", TEXT_NAME, list(report.text.split("\n"))),
        )
    )


def read(message: Message) -> ImagingReport:
    """What a report message says; of several reports in it, the first."""
    return read_all(message)[0]


def read_all(message: Message) -> tuple[ImagingReport, ...]:
    """The reports in a message: each OBR has its own (HL7 v2.5, 7.3.1).

    Several that have one text between them are the orders that one report answers.
    """
    return tuple(_read(each, message) for each in _reports(message))


def _reports(message: Message) -> tuple[Message, ...]:
    texts = tuple(each for each in message.groups("OBR") if _report_text(each).strip())
    return texts if len(texts) > 1 else (message,)


def _read(message: Message, whole: Message) -> ImagingReport:
    return ImagingReport(
        accession=message.get("OBR-18").strip(),
        study=_study(message),
        title=message.get("OBR-4.2") or message.get("OBR-4.1"),
        text=_report_text(message),
        author=_author(message),
        written=clock_time(message.get("OBR-22.1") or whole.get("MSH-7.1")),
        procedure_id=message.get("OBR-19"),
        placer_number=message.get("OBR-2.1") or whole.get("ORC-2.1"),
        code=(message.get("OBR-4.1"), message.get("OBR-4.3")),
    )


def faults(message: Message) -> tuple[Fault, ...]:
    """What the message lacks: without these nobody could file it, or read it."""
    found = pid_faults(message)
    if not message.all("OBR"):
        return (*found, Fault("100", "OBR-18", "there is no OBR segment"))
    found += missing_in_groups(_reports(message), "OBR-18")
    if not _report_text(message).strip():
        found += (Fault("101", "OBX-5", f"there is no OBX of type TX named {TEXT_NAME}"),)
    return found


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:  # noqa: ARG001 - an ACK says nothing of it
    """About whom, of what, and the report; an acknowledgement states nothing about them."""
    return tuple(fact for message in messages(request) for fact in _facts(message))


def _facts(message: Message) -> tuple[Fact, ...]:
    stated = (
        stated
        for report in read_all(message)
        for stated in (
            (FactKind.PLACER_ORDER, report.placer_number, "OBR-2.1"),
            (FactKind.ACCESSION, report.accession, "OBR-18"),
            (FactKind.STUDY, report.study, "OBX-5"),
            (FactKind.REPORT, report.text, "OBX-5"),
        )
    )
    return patient_facts(message) + tuple(
        Fact(kind=kind, value=value, path=path) for kind, value, path in stated if value
    )


def _obr(envelope: Envelope, report: ImagingReport) -> Segment:
    code, scheme = report.code if all(report.code) else _IMAGING_REPORT
    family, _, given = report.author.partition("^")
    return segment(
        "OBR",
        {
            1: "1",
            2: report.placer_number,
            3: report.accession,
            4: (code, report.title, scheme),
            7: report.written or timestamp(envelope.at),
            18: report.accession,
            19: report.procedure_id,
            22: report.written or timestamp(envelope.at),
            25: "F",
            32: (("", family, given),),
        },
    )


def _obx(number: int, kind: str, name: str, value: Field) -> Segment:
    return segment("OBX", {1: str(number), 2: kind, 3: ("", name), 5: value, 11: "F"})


def _named(message: Message, name: str) -> tuple[Segment, ...]:
    found = message.all("OBX")
    return tuple(each for each in found if name.casefold() in each.get(3).casefold())


def _study(message: Message) -> str:
    values = (each.get(5, part) for each in _named(message, STUDY_NAME) for part in (1, 2))
    return next((value for value in values if value), message.get("ZDS-1.1"))


def _report_text(message: Message) -> str:
    texts = [each for each in message.all("OBX") if each.get(2) in _TEXTS]
    named = [each for each in _named(message, TEXT_NAME) if each in texts]
    return "\n".join(line for each in named or texts for line in _text_lines(each))


def _text_lines(obx: Segment) -> tuple[str, ...]:
    count = len(obx.repetitions(5))
    return tuple(obx.get(5, repetition=nth) for nth in range(1, count + 1))


def _author(message: Message) -> str:
    family, given = message.get("OBR-32.1.2"), message.get("OBR-32.1.3")
    if family or given:
        return f"{family}^{given}"
    # where the sender writes a name without its subcomponents (2.3.1: CN)
    family, given = message.get("OBR-32.2"), message.get("OBR-32.3")
    return f"{family}^{given}" if family or given else ""
