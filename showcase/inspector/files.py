"""A run as files: what was sent and answered, documents, pictures, and an index of them."""

import re
from collections.abc import AsyncIterator, Collection, Iterator

import msgspec

from showcase.inspector.page import page
from showcase.inspector.reading import kept
from showcase.inspector.recording import Hop, Recording, recording
from showcase.journal import Journal
from showcase.model.events import to_json
from showcase.model.fact import Fact

_ENDINGS = {
    "mllp": ".hl7",
    "dicom": ".dcmstream",
    "http": ".http",
    "syslog-udp": ".syslog",
    "syslog-tls": ".syslog",
}
"""By transport. A ``.dcmstream`` is one direction of an association, no file of PS3.10."""

_TYPES = {
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
}

_UNFIT = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 40


class NoSuchHop(LookupError):
    """The run has no hop of that number or id; the message is for people."""


class File(msgspec.Struct, frozen=True):
    """A file of the export."""

    name: str
    data: bytes


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What the index tells of a hop.

    Attributes:
        number: As it is counted everywhere; audit records have numbers of their own.
        files: Names of its files by what they are: request, response, document, picture.
    """

    number: int
    hop: str
    transaction: str
    sender: str
    receiver: str
    outcome: str
    status: str
    words: str
    started: str
    milliseconds: float
    transport: str
    initiator: str
    responder: str
    label: str
    facts: tuple[Fact, ...]
    files: dict[str, str]


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """``index.json``."""

    format: int = 1
    run: str
    story: str
    patient: str
    began: str
    version: str
    hops: tuple[Line, ...]
    audits: tuple[Line, ...]


async def files(journal: Journal, run: str, hops: Collection[str] = ()) -> AsyncIterator[File]:
    """Every file of a run's export, the index and the page last.

    Args:
        journal: Where it is recorded.
        run: The run's full id.
        hops: Only these, by id or number; all when none is given.

    Raises:
        NothingRecorded: There is no such run.
        NoSuchHop: The run has no such hop.
    """
    entries = await journal.entries(run)
    whole = recording(entries)
    chosen = _chosen(whole, hops)
    for hop in (*chosen.hops, *chosen.audits):
        for name, digest in _named(hop).values():
            yield File(name, await kept(journal, digest))
    if not hops:
        yield File("events.jsonl", b"".join(to_json(entry) + b"\n" for entry in entries))
    yield File("index.json", msgspec.json.format(msgspec.json.encode(_index(chosen)), indent=2))
    yield File("index.html", await page(journal, chosen))


def _chosen(whole: Recording, wanted: Collection[str]) -> Recording:
    if not wanted:
        return whole
    by_name = {hop.event.hop: hop for hop in (*whole.hops, *whole.audits)}
    by_name |= {str(hop.number): hop for hop in whole.hops}
    if strange := [name for name in wanted if name not in by_name]:
        raise NoSuchHop(f"The run has no hop {strange[0]}.")
    chosen = {by_name[name].event.hop for name in wanted}
    return msgspec.structs.replace(
        whole,
        hops=tuple(hop for hop in whole.hops if hop.event.hop in chosen),
        audits=tuple(hop for hop in whole.audits if hop.event.hop in chosen),
    )


def _named(hop: Hop) -> dict[str, tuple[str, str]]:
    """What a hop has left, by what it is: the file's name, and the digest of its bytes."""
    event, exchange = hop.event, hop.event.exchange
    folder = "audit/" if hop.audit else ""
    ends = f"{_fit(event.sender)}-{_fit(event.receiver)}"
    stem = f"{folder}{hop.number:02}-{_fit(event.transaction)}-{ends}"
    ending = _ENDINGS.get(exchange.transport, ".bin")
    document = _TYPES.get(event.document_type.partition(";")[0].strip().lower(), ".bin")
    left = {
        "request": (f"{stem}-request{ending}", exchange.request),
        "response": (f"{stem}-response{ending}", exchange.response),
        "document": (f"{stem}-document{document}", event.document),
        "picture": (f"{stem}-picture.png", event.picture),
    }
    return {kind: file for kind, file in left.items() if file[1]}


def _fit(name: str) -> str:
    """The name, fit to be part of a file's name on any system."""
    return _UNFIT.sub("-", name).strip("-")[:_LONGEST] or "unknown"


def _index(chosen: Recording) -> Index:
    start = chosen.start
    return Index(
        run=start.run,
        story=start.programme.title,
        patient=start.patient.name,
        began=chosen.began.isoformat(),
        version=start.version,
        hops=tuple(_lines(chosen.hops)),
        audits=tuple(_lines(chosen.audits)),
    )


def _lines(hops: tuple[Hop, ...]) -> Iterator[Line]:
    for hop in hops:
        event, exchange = hop.event, hop.event.exchange
        yield Line(
            number=hop.number,
            hop=event.hop,
            transaction=event.transaction,
            sender=event.sender,
            receiver=event.receiver,
            outcome=event.verdict.outcome,
            status=event.verdict.status,
            words=event.verdict.words,
            started=exchange.started.isoformat(),
            milliseconds=exchange.milliseconds,
            transport=exchange.transport,
            initiator=exchange.initiator,
            responder=exchange.responder,
            label=event.label,
            facts=event.facts,
            files={kind: name for kind, (name, _digest) in _named(hop).items()},
        )
