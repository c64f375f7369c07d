"""Acknowledgements (HL7 v2.5, 2.9.2 original mode, 2.15.5 ERR, 2.15.8 MSA).

`accept` and `refuse` build the answer to a request, in the request's own version; `judge_ack`
reads the answer to ours.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from showcase.model.exchange import Outcome, Verdict
from showcase.protocols.hl7v2.codec import Message, Segment
from showcase.protocols.hl7v2.compose import compose, segment
from showcase.protocols.hl7v2.escape import in_default
from showcase.protocols.hl7v2.header import reply_msh
from showcase.protocols.hl7v2.path import parse
from showcase.protocols.hl7v2.reason import Reason, reason

CONDITIONS = {
    "0": "Message accepted",
    "100": "Segment sequence error",
    "101": "Required field missing",
    "102": "Data type error",
    "103": "Table value not found",
    "200": "Unsupported message type",
    "201": "Unsupported event code",
    "202": "Unsupported processing id",
    "203": "Unsupported version id",
    "204": "Unknown key identifier",
    "205": "Duplicate key identifier",
    "206": "Application record locked",
    "207": "Application internal error",
}
"""Message error condition codes (table 0357)."""

_REJECTIONS = frozenset({"200", "201", "202", "203", "207"})
"""Conditions that say nothing about the content: answered AR, the others AE (2.9.2.2)."""


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with a message.

    Attributes:
        condition: A code of table 0357.
        at: Path of the value it concerns: ``PID-3.1``; empty when it concerns none.
        said: For the people at the other end.
    """

    condition: str
    at: str = ""
    said: str = ""

    @property
    def text(self) -> str:
        """The condition in the standard's words."""
        return CONDITIONS[self.condition]


def missing(message: Message, *paths: str) -> tuple[Fault, ...]:
    """A fault for each path at which the message has no value."""
    # two double quotes delete a value (2.5.3): there is none
    return tuple(
        Fault("101", path, f"{path} is required")
        for path in paths
        if message.get(path).strip() in ("", '""')
    )


def missing_in_groups(groups: Sequence[Message], *paths: str) -> tuple[Fault, ...]:
    """A fault for each path that has no value in one of the groups of a message."""
    return tuple(
        in_group(fault, nth)
        for nth, group in enumerate(groups, 1)
        for fault in missing(group, *paths)
    )


def in_group(fault: Fault, nth: int) -> Fault:
    """A fault of the `nth` group, in which each segment stands once, as one of its message."""
    if nth == 1:
        return fault
    return msgspec.structs.replace(fault, at=f"{fault.at[:3]}[{nth}]{fault.at[3:]}")


def accept(request: Message, at: datetime) -> Message:
    """The ACK that says AA."""
    return compose((_header(request, at), msa(request, "AA")))


def refuse(request: Message, faults: Sequence[Fault], at: datetime, *, code: str = "") -> Message:
    """The ACK that says AE or AR, and why; `code` where the faults do not decide which."""
    errors = err(version_of(request), faults)
    return compose((_header(request, at), msa(request, code or refusal(faults)), *errors))


def refusal(faults: Sequence[Fault]) -> str:
    """``AE``, or ``AR`` where no other content would be taken either."""
    return "AR" if any(fault.condition in _REJECTIONS for fault in faults) else "AE"


def msa(request: Message, code: str) -> Segment:
    """The MSA that answers `request`; MSA-3, 5 and 6 are not used (IHE ITI TF-2, C.2.3).

    MSH-10 comes back to the letter (HL7 v2.5, 2.15.8.2): some put separators in it, and compare.
    """
    head = request.all("MSH")[0]
    return Segment("MSA", (code, in_default(head.field(10), head.separators)))


def err(version: tuple[int, ...], faults: Sequence[Fault]) -> tuple[Segment, ...]:
    """ERR segments of an answer in that version; before 2.5 all faults are in one field."""
    if version >= (2, 5):
        return tuple(_err(fault) for fault in faults)
    if not faults:
        return ()
    return (segment("ERR", {1: [_err_1(fault) for fault in faults]}),)


def version_of(message: Message) -> tuple[int, ...]:
    """MSH-12 as numbers; what cannot be read counts as 2.5."""
    try:
        return tuple(int(part) for part in message.version.split("."))
    except ValueError:
        return (2, 5)


def answered_version(request: Message) -> str:
    """The version in which a request is answered: its own."""
    return request.version or "2.5"


def judge_ack(answer: Message) -> Verdict:
    """What an acknowledgement means, in the peer's words and ours."""
    code = answer.get("MSA-1").strip()
    if code in ("AA", "CA"):
        return Verdict(outcome=Outcome.ACKNOWLEDGED, status=code)
    why = reason(answer)
    text = CONDITIONS.get(why.condition, "")
    where = f"({why.place})" if why.place else ""
    return Verdict(
        outcome=Outcome.REFUSED,
        status=" ".join(filter(None, (code, why.condition, why.said or text, where))),
        words=f"{answer.get('MSH-3.1') or 'The receiver'} refused the message: {_plain(why)}.",
        remedy=_PLAIN.get(why.condition, _UNEXPLAINED)[1],
    )


def _plain(why: Reason) -> str:
    """Ours, where the condition is a known one, and the peer's, where it has any."""
    where = f" ({why.place})" if why.place else ""
    ours = _PLAIN.get(why.condition, _UNEXPLAINED)[0] + where
    text = CONDITIONS.get(why.condition, "")
    if not why.said or why.said.lower() == text.lower():
        return ours
    return f"{ours}. It says: “{why.said}”" if text else f"“{why.said}”{where}"


_PLAIN = {
    "100": ("a segment is missing or stands in the wrong place",
            "Look at the message; compare its segments with what the receiver expects."),
    "101": ("it lacks a field that the receiver requires",
            "Ask for the value at the receiving system, or make the field optional there."),
    "102": ("a value has the wrong format",
            "Compare the value with the data type that the receiver expects."),
    "103": ("it uses a code that the receiver does not know",
            "Add the code to the receiver's table, or send one that it knows."),
    "200": ("it does not take this kind of message",
            "Check that the message went to the right port, and what the receiver plays."),
    "201": ("it does not take this event",
            "Check that the receiver supports the event, or switch it on there."),
    "202": ("it does not take training messages",
            "Let the receiver accept processing id T in MSH-11."),
    "203": ("it does not take this HL7 version",
            "Let the receiver accept the version in MSH-12."),
    "204": ("it does not know an identifier in it",
            "Check that the patient or the order was sent there before."),
    "205": ("it knows that identifier already",
            "Start a new run, so that all identifiers are fresh."),
    "206": ("the record is locked there", "Close the record at the receiving system, and retry."),
    "207": ("it failed inside", "Look into the receiver's log, and retry."),
}  # fmt: skip

_UNEXPLAINED = (
    "it does not say why in a way that we know",
    "Look at the answer, and into the receiver's log.",
)


def _header(request: Message, at: datetime) -> Segment:
    version = answered_version(request)
    # MSH-9 has three components from 2.4 on (IHE ITI TF-2, C.2.3)
    kind = ("ACK", request.trigger, "ACK") if version_of(request) >= (2, 4) else ("ACK",)
    return reply_msh(request, kind, version, at)


def _err(fault: Fault) -> Segment:
    return segment(
        "ERR",
        {
            2: _location(fault.at),
            3: (fault.condition, fault.text, "HL70357"),
            4: "E",
            8: fault.said,
        },
    )


def _err_1(fault: Fault) -> tuple[str | tuple[str, ...], ...]:
    location = (*_location(fault.at), "", "", "")[:3]
    return (*location, (fault.condition, fault.text, "HL70357"))


def _location(at: str) -> tuple[str, ...]:
    """ERL: segment, sequence, field, repetition, component (HL7 v2.5, 2.A.28)."""
    if not at:
        return ()
    path = parse(at)
    repetition = path.repetition or (1 if path.component else 0)
    numbers = (path.occurrence or 1, path.field, repetition, path.component, path.subcomponent)
    return (path.segment, *(str(number) if number else "" for number in numbers))
