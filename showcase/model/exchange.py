"""The recorded bytes of one hop, and how it ended."""

from datetime import datetime
from enum import StrEnum

import msgspec


class Outcome(StrEnum):
    """How a hop ended. Only an acknowledgement lights an arrow."""

    ACKNOWLEDGED = "acknowledged"
    REFUSED = "refused"  # the peer answered, and said no: AE/AR, a failure status, a fault
    FAILED = "failed"  # no valid answer: unreachable, silent, hung up, garbage
    SENT = "sent"  # the carrier has no acknowledgement (syslog): sent is all that can be said

    @property
    def good(self) -> bool:
        """Whether nothing went wrong, as far as its carrier can tell."""
        return self in {Outcome.ACKNOWLEDGED, Outcome.SENT}


INTERRUPTED = "interrupted"
"""Status of a hop whose end nobody saw, because the engine itself stopped before it came."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What the answer to a request means.

    Attributes:
        outcome: Acknowledged, refused or failed.
        status: The peer's own words: ``AA``, ``0xA700 Out of resources``, a fault string.
        words: Ours, in plain language, naming the cause; empty when acknowledged.
        remedy: What to do about it; empty when acknowledged.
    """

    outcome: Outcome
    status: str = ""
    words: str = ""
    remedy: str = ""


class Turn(msgspec.Struct, frozen=True, array_like=True):
    """A stretch of bytes in one direction: who spoke, how much, and when.

    Attributes:
        outward: True from the initiator to the responder.
        size: Bytes.
        at_us: Microseconds after the first byte of the exchange.
    """

    outward: bool
    size: int
    at_us: int


class Exchange(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one hop as they crossed the wire, both directions.

    Attributes:
        id: Unique in the journal.
        transport: ``mllp``, ``dicom``, ``http``, ``syslog-udp``, ``syslog-tls``.
        initiator: ``host:port`` of whoever opened the connection.
        responder: ``host:port`` of whoever accepted it, or should have.
        started: UTC time of the first byte (or of the attempt, when there was none).
        milliseconds: From there to the last byte; where no valid answer came, to the moment at
            which it was no longer waited for.
        request: SHA-256 of all bytes from initiator to responder, in order; empty when none.
        request_size: Their number.
        response: SHA-256 of all bytes from responder to initiator; empty when none.
        response_size: Their number.
        turns: How the two directions were interleaved.
        tls: ``TLSv1.3``: the bytes are what TLS protected; empty: they crossed in the clear.
    """

    id: str
    transport: str
    initiator: str
    responder: str
    started: datetime
    milliseconds: float
    request: str = ""
    request_size: int = 0
    response: str = ""
    response_size: int = 0
    turns: tuple[Turn, ...] = ()
    tls: str = ""
