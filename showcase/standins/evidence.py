"""What the recorded bytes of a hop say: addresses, sizes, facts, and their names in the journal."""

import hashlib
from collections.abc import Callable
from secrets import token_hex
from typing import NamedTuple

import structlog

from showcase.model.exchange import Exchange
from showcase.model.fact import Fact
from showcase.wire.line import Line, Recording

_log = structlog.get_logger()

FactsReader = Callable[[str, bytes, bytes], tuple[Fact, ...]]
"""(transaction id, request bytes, response bytes) -> what they state; never raises."""


class Evidence(NamedTuple):
    """What a hop leaves behind.

    Attributes:
        blobs: Both directions, by their names in the journal.
    """

    recording: Recording
    exchange: Exchange
    facts: tuple[Fact, ...]
    blobs: dict[str, bytes]


def gather(
    line: Line, facts: FactsReader, transaction: str, *, since: int = 0, in_vain: bool = False
) -> Evidence:
    """Make out what happened on a line. What is large takes a while: use a thread.

    Args:
        line: Where it is recorded.
        facts: Who reads it.
        transaction: What it is read as.
        since: The line's mark before its first byte.
        in_vain: No valid answer came.
    """
    recording = line.recording(since, in_vain=in_vain)
    request, response = recording.request, recording.response
    exchange = exchange_of(recording)
    sides = ((exchange.request, request), (exchange.response, response))
    return Evidence(
        recording,
        exchange,
        _read(facts, transaction, request, response),
        {name: data for name, data in sides if name},
    )


def _read(
    facts: FactsReader, transaction: str, request: bytes, response: bytes
) -> tuple[Fact, ...]:
    """What was read; nothing where our reader is at fault, for the hop itself must be told."""
    try:
        return facts(transaction, request, response)
    except Exception:  # noqa: BLE001 - our own bug must lose no exchange
        _log.exception("recorded bytes not understood", transaction=transaction)
        return ()


def exchange_of(recording: Recording) -> Exchange:
    """The `Exchange` that stands for recorded bytes in an event."""
    return Exchange(
        id=token_hex(8),
        transport=recording.transport,
        initiator=recording.initiator,
        responder=recording.responder,
        started=recording.started,
        milliseconds=round(recording.milliseconds, 3),
        request=digest(recording.request),
        request_size=len(recording.request),
        response=digest(recording.response),
        response_size=len(recording.response),
        turns=recording.turns,
        tls=recording.tls,
    )


def digest(data: bytes) -> str:
    """SHA-256 in hex: the name of a blob in the journal; empty for no bytes."""
    return hashlib.sha256(data).hexdigest() if data else ""
