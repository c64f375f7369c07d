"""MSH: who writes to whom, and how a reply turns that round (HL7 v2.5, 2.15.9)."""

import re
import secrets
from datetime import datetime
from functools import lru_cache

import msgspec

from showcase.protocols.hl7v2.codec import Message, Segment
from showcase.protocols.hl7v2.compose import Field, compose, segment
from showcase.protocols.hl7v2.escape import DEFAULT

TRAINING = "T"
"""MSH-11 of all that we send: nothing of it is about a living person (table 0103)."""


_DIGITS = re.compile(r"\d{4,14}")


class Party(msgspec.Struct, frozen=True):
    """An application at a facility: MSH-3 and MSH-4, or MSH-5 and MSH-6."""

    application: str
    facility: str


def fresh_control_id() -> str:
    """A message control id never used before."""
    return f"SC{secrets.token_hex(8).upper()}"


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """What a sender writes on the outside of a message.

    Attributes:
        at: MSH-7, and the moment that the message speaks of as now.
        control_id: MSH-10, at most 20 characters.
    """

    sender: Party
    receiver: Party
    at: datetime
    control_id: str = msgspec.field(default_factory=fresh_control_id)


def timestamp(at: datetime) -> str:
    """Local time with its offset from UTC, as TS and DTM write it."""
    return _stamp(at.replace(microsecond=0))


@lru_cache(maxsize=8)
def _stamp(second: datetime) -> str:
    """A busy second has hundreds of messages, and the machine's time zone is read from a file."""
    return second.astimezone().strftime("%Y%m%d%H%M%S%z")


def clock_time(stamp: str) -> str:
    """``YYYYMMDDHHMMSS``, as much of it as a TS or DTM says; its sender's own time."""
    found = _DIGITS.match(stamp.strip())
    return found[0] if found else ""


def msh(envelope: Envelope, kind: tuple[str, ...], version: str) -> Segment:
    """The header of a new message.

    Args:
        envelope: From whom, to whom, when.
        kind: MSH-9: code, trigger event, structure.
        version: MSH-12.
    """
    return _header(
        {
            3: envelope.sender.application,
            4: envelope.sender.facility,
            5: envelope.receiver.application,
            6: envelope.receiver.facility,
            7: timestamp(envelope.at),
            9: kind,
            10: envelope.control_id,
            11: TRAINING,
            12: version,
        }
    )


def reply_msh(request: Message, kind: tuple[str, ...], version: str, at: datetime) -> Segment:
    """The header of an answer: sender and receiver of the request change places."""
    head = request.all("MSH")[0]
    return _header(
        {
            3: _again(head, 5),
            4: _again(head, 6),
            5: _again(head, 3),
            6: _again(head, 4),
            7: timestamp(at),
            9: kind,
            10: fresh_control_id(),
            11: head.get(11, 1) or TRAINING,
            12: version,
        }
    )


def signed(answer: Message, party: Party) -> Message:
    """An answer that says who wrote it, also where the request named no receiver (MSH-3, MSH-4)."""
    head, *others = answer.segments
    if head.get(3):
        return answer
    own = segment("MSH", {3: party.application, 4: party.facility})
    named = Segment(head.id, (*head.fields[:2], own.field(3), own.field(4), *head.fields[4:]))
    return compose((named, *others))


def sender_of(message: Message) -> Party:
    """Who wrote a message."""
    return Party(message.get("MSH-3.1"), message.get("MSH-4.1"))


def _again(head: Segment, field: int) -> Field:
    return head.components(field)[:3]


def _header(fields: dict[int, Field]) -> Segment:
    # MSH-1 and MSH-2 are the separators themselves, and so are not escaped
    rest = segment("MSH", fields).fields[2:]
    encoding = "".join(
        (DEFAULT.component, DEFAULT.repetition, DEFAULT.escape, DEFAULT.subcomponent)
    )
    return Segment("MSH", (DEFAULT.field, encoding, *rest))
