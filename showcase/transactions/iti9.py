"""ITI-9 PIX Query: by which identifiers do others know this patient? (HL7 v2.5, QBP^Q23)."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from showcase.model.exchange import Outcome, Verdict
from showcase.model.fact import Fact, Side
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.hl7v2.ack import Fault, err, judge_ack, missing, msa, refusal
from showcase.protocols.hl7v2.codec import Message, Segment
from showcase.protocols.hl7v2.compose import compose, segment
from showcase.protocols.hl7v2.escape import in_default
from showcase.protocols.hl7v2.header import Envelope, msh, reply_msh
from showcase.protocols.hl7v2.person import (
    Identifier,
    cx,
    identifier_facts,
    read_cx,
    read_identifiers,
)
from showcase.protocols.hl7v2.recorded import messages

TRANSACTION = Transaction(
    id="ITI-9",
    name="PIX Query",
    family=Family.HL7V2,
    carrier="QBP^Q23, RSP^K23",
    initiators=("Patient Identifier Cross-reference Consumer",),
    responders=("Patient Identifier Cross-reference Manager",),
    specified="IHE ITI TF-2, 3.9",
    thing=Thing.QUESTION,
)

VERSION = "2.5"
TRIGGERS = ("Q23",)
QUERY_NAME = "IHE PIX Query"

UNKNOWN_PATIENT = Fault("204", "QPD-3.1", "nobody has told me of this identifier")
UNKNOWN_DOMAIN = Fault("204", "QPD-3.4", "I do not know this assigning authority")
_NO_NAME = ("", "", "", "", "", "", "S")
"""Second repetition of PID-5: the answer speaks of identifiers, not of names (3.9.4.2.2.6)."""


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked.

    Attributes:
        patient: QPD-3, the identifier that the asker knows.
        domains: QPD-4, in whose identifiers it is interested; none: in all.
    """

    patient: Identifier
    domains: tuple[Identifier, ...] = ()


def query(envelope: Envelope, patient: Identifier, domains: Sequence[Identifier] = ()) -> Message:
    """The question (3.9.4.1.2); of `domains` only the authority counts."""
    qpd = {
        1: QUERY_NAME,
        2: f"Q{envelope.control_id}",
        3: cx(patient, ""),
        4: [cx(msgspec.structs.replace(each, value=""), "") for each in domains],
    }
    return compose(
        (
            msh(envelope, ("QBP", "Q23", "QBP_Q21"), VERSION),
            segment("QPD", qpd),
            segment("RCP", {1: "I"}),
        )
    )


def read_query(message: Message) -> Query:
    """What a question asks; `faults` must have found nothing."""
    qpd = message.all("QPD")[0]
    count = len(qpd.repetitions(4))
    domains = (read_cx(qpd, 4, nth) for nth in range(1, count + 1))
    return Query(
        patient=read_cx(qpd, 3),
        domains=tuple(each for each in domains if each.authority or each.authority_oid),
    )


def unknown_wanted_domain(nth: int) -> Fault:
    """The fault for repetition `nth` of QPD-4 (3.9.4.2.2.6, case 5)."""
    return Fault("204", f"QPD-4[{nth}]", "I do not know this assigning authority")


def faults(message: Message) -> tuple[Fault, ...]:
    """What a question lacks."""
    if not message.all("QPD"):
        return (Fault("100", "QPD-3", "there is no QPD segment"),)
    found = missing(message, "QPD-2", "QPD-3.1")
    if not message.get("QPD-3.4.1") and not message.get("QPD-3.4.2"):
        found += (UNKNOWN_DOMAIN,)
    return found


def answer(request: Message, identifiers: Sequence[Identifier], at: datetime) -> Message:
    """The answer to a question that could be asked: OK with identifiers, NF without."""
    found = (_pid(identifiers),) if identifiers else ()
    return _response(request, at, "AA", "OK" if identifiers else "NF", found)


def refuse_query(request: Message, faults: Sequence[Fault], at: datetime) -> Message:
    """The answer to a question that could not: AE, and why."""
    return _response(request, at, refusal(faults), "AE", err((2, 5), faults))


def read_answer(message: Message) -> tuple[Identifier, ...]:
    """The identifiers that an answer names; none when it refuses or has found none."""
    return tuple(each for pid in message.all("PID") for each in read_identifiers(pid, 3))


def judge(message: Message) -> Verdict:
    """What an answer means: that nobody is found is an answer, too (3.9.4.2.2.6, case 2)."""
    verdict = judge_ack(message)
    status = message.get("QAK-2").strip()
    if verdict.outcome is not Outcome.ACKNOWLEDGED or message.get("MSA-1") == "CA":
        return verdict
    if status in ("AE", "AR") or not (status or message.all("PID")):
        return _unanswered(message, verdict, status)
    return msgspec.structs.replace(verdict, status=f"{verdict.status} {status}".strip())


def _unanswered(message: Message, verdict: Verdict, status: str) -> Verdict:
    """The question came in, and no answer out: who asked must not take that for *nobody*."""
    who = message.get("MSH-3.1") or "The receiver"
    why = f"it calls it erroneous (QAK-2 {status})" if status else "there is no QAK in its answer"
    return msgspec.structs.replace(
        verdict,
        outcome=Outcome.REFUSED,
        status=f"{verdict.status} {status or 'no QAK'}",
        words=f"{who} acknowledged the question and did not answer it: {why}.",
        remedy="Look at the answer, and check that the receiver answers QBP^Q23.",
    )


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:
    """The identifier asked for, and those answered."""
    asked = tuple(
        read_cx(qpd, 3) for message in messages(request) for qpd in message.all("QPD")[:1]
    )
    told = tuple(each for message in messages(response) for each in read_answer(message))
    return (
        *identifier_facts(tuple(each for each in asked if each.value), "QPD-3.1", Side.REQUEST),
        *identifier_facts(told, "PID-3.1", Side.RESPONSE),
    )


def _pid(identifiers: Sequence[Identifier]) -> Segment:
    return segment("PID", {3: [cx(each) for each in identifiers], 5: ["", _NO_NAME]})


def _response(
    request: Message, at: datetime, code: str, status: str, rest: Sequence[Segment]
) -> Message:
    qpd = request.all("QPD")[:1]
    pid = tuple(each for each in rest if each.id == "PID")
    errors = tuple(each for each in rest if each.id == "ERR")
    return compose(
        (
            reply_msh(request, ("RSP", "K23", "RSP_K23"), VERSION, at),
            msa(request, code),
            *errors,
            segment("QAK", {1: request.get("QPD-2"), 2: status, 3: _name(request)}),
            *(_again(each) for each in qpd),
            *pid,
        )
    )


def _name(request: Message) -> tuple[str, ...]:
    """What the asker calls its question: QAK-3 is QPD-1 again (HL7 v2.5, 5.5.2.3)."""
    return tuple(request.get(f"QPD-1.{n}") for n in (1, 2, 3))


def _again(qpd: Segment) -> Segment:
    """QPD of the question, in our separators (3.9.4.2.2.5: echoed unchanged)."""
    return Segment("QPD", tuple(in_default(field, qpd.separators) for field in qpd.fields))
