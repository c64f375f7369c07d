"""What the answer to a tapped request means, by the rules of its transaction."""

from collections.abc import Callable

from showcase.model.exchange import Outcome, Verdict
from showcase.protocols.dicom import status
from showcase.protocols.dicom.command import Command
from showcase.protocols.dicom.messages import status_of
from showcase.protocols.dicom.status import Status
from showcase.protocols.hl7v2.ack import judge_ack
from showcase.protocols.hl7v2.codec import Message
from showcase.protocols.soap import verdict
from showcase.protocols.soap.verdict import Answer
from showcase.transactions import iti9, iti18, iti41, iti42, iti43, rad16
from showcase.wire.failure import Garbled, LineBroke

_SOAP: dict[str, Callable[[Answer], Verdict]] = {
    each.TRANSACTION.id: each.judge for each in (iti18, iti41, iti42, iti43)
}


def broken(failure: LineBroke) -> Verdict:
    """The verdict on a request that will never be answered."""
    return Verdict(
        outcome=Outcome.FAILED, status=failure.status, words=failure.words, remedy=failure.remedy
    )


def hl7v2(transaction: str, answer: Message, control_id: str) -> Verdict:
    """What an HL7 v2 answer means to the message with that control id (MSH-10)."""
    if answer.get("MSA-2") != control_id:
        said = answer.get("MSA-2") or "nothing"
        return Verdict(
            outcome=Outcome.FAILED,
            status="foreign acknowledgement",
            words=f"The answer is to message {said}, but {control_id} was sent.",
            remedy="Look at the answer, and into the receiver's log.",
        )
    judge = iti9.judge if transaction == iti9.TRANSACTION.id else judge_ack
    try:
        return judge(answer)
    except Garbled as fault:
        return broken(fault)


def dicom(transaction: str, worst: Status, last: Command, who: str) -> Verdict:
    """What the statuses of an operation mean: the worst, and the counts of the last."""
    if transaction != rad16.TRANSACTION.id:
        return status.judge(worst, who)
    return rad16.judge(worst, who, failed=last.number("NumberOfFailedSuboperations"))


def final_status(command: Command) -> Status | None:
    """The status of a response after which no other will come; None where it is not the last."""
    found = status_of(command)
    return None if found.pending else found


def http(transaction: str, answer: Answer) -> Verdict:
    """What an HTTP response means."""
    try:
        if answer.message and (answer.message.envelope.fault or transaction in _SOAP):
            return _SOAP.get(transaction, verdict.of)(answer)
        if answer.http_status >= 400:
            return verdict.of(answer)
    except Garbled as fault:
        return broken(fault)
    return Verdict(
        outcome=Outcome.ACKNOWLEDGED, status=f"HTTP {answer.http_status} {answer.reason}".strip()
    )
