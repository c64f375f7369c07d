"""A small run with everything that a page can show, and names that nobody should trust."""

import hashlib
import io
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import msgspec
from PIL import Image

from showcase.journal import Journal, open_journal
from showcase.model.events import CueEnded, Event, HopEnded, Proof, RunEnded, RunStarted
from showcase.model.exchange import Exchange, Outcome, Verdict
from showcase.model.fact import Fact, FactKind, Side
from showcase.model.programme import Cue, Patient, Place, Programme, Role, Scene
from showcase.model.system import System
from showcase.wire.clock import SystemClock

RUN = "20260504-093000-abcd"
STRANGER = "10.0.0.9:4242"
AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</style></title><script>document.title='owned'</script>",
    "&lt;b&gt; \" ' &",
    "\u202egnp.exe",
    "bell\x07 null\x00 delete\x7f",
    "N" * 300,
)

ROLES = (
    Role(
        key="desk",
        title="Front desk",
        plays=("Patient Encounter Supplier",),
        place="hospital",
        at=(0, 0),
    ),
    Role(
        key="ehr",
        title="Krankenhausinformationssystem der Klinik",
        plays=("Order Placer",),
        place="hospital",
        at=(1, 0),
    ),
    Role(
        key="ct", title="CT scanner", plays=("Acquisition Modality",), place="hospital", at=(0, 1)
    ),
    Role(key="gp", title="GP practice", plays=("Document Consumer",), place="practice"),
    Role(key="audit", title="Audit trail", plays=("Audit Record Repository",), place="practice"),
)


def png() -> bytes:
    """A small picture."""
    buffer = io.BytesIO()
    Image.new("L", (32, 32), 200).save(buffer, "PNG")
    return buffer.getvalue()


def message(name: str) -> bytes:
    """An admission, framed."""
    text = f"MSH|^~\\&|DESK|ALBA|EHR|ALBA|20260504||ADT^A04|17|T|2.5\rPID|||40213||{name}\r"
    return b"\x0b" + text.encode("utf-8", "replace") + b"\x1c\r"


def digest(data: bytes) -> str:
    """The name of some bytes."""
    return hashlib.sha256(data).hexdigest()


def programme(title: str, roles: tuple[Role, ...] = ROLES) -> Programme:
    """A story of two scenes, with a cue of which nothing comes."""
    admit = Cue(
        id="admit",
        number=1,
        transaction="ITI-31",
        sender="desk",
        receivers=("ehr",),
        title="Admit",
        tell="She said her name once.",
    )
    scan = Cue(
        id="scan",
        number=2,
        transaction="RAD-8",
        sender="ct",
        receivers=("ehr",),
        title="Scan",
        tell="The images arrived.",
    )
    later = Cue(
        id="later",
        number=3,
        transaction="ITI-104",
        sender="gp",
        receivers=("ehr",),
        title="Later",
        planned=True,
    )
    return Programme(
        key="short",
        title=title,
        places=(
            Place(key="hospital", title="St. Alba", authority_oid="2.25.1"),
            Place(key="practice", title="Riverside"),
        ),
        roles=roles,
        scenes=(
            Scene(title="Arrival", cues=(admit,), tell="A woman arrives."),
            Scene(title="Scan", cues=(scan, later)),
        ),
    )


def hop(
    number: int, transaction: str, ends: tuple[str, str], request: bytes, **rest: object
) -> HopEnded:
    """A hop that was acknowledged, unless it is said otherwise."""
    exchange = Exchange(
        id=f"x{number}",
        transport="mllp",
        initiator="127.0.0.1:1",
        responder="127.0.0.1:2",
        started=AT + timedelta(seconds=number),
        milliseconds=1.5,
        request=digest(request),
        request_size=len(request),
    )
    plain = HopEnded(
        run=RUN,
        hop=f"hop{number}",
        transaction=transaction,
        sender=ends[0],
        receiver=ends[1],
        verdict=Verdict(outcome=Outcome.ACKNOWLEDGED, status="AA"),
        exchange=exchange,
    )
    return msgspec.structs.replace(plain, **rest)


def events(name: str = "Rosa Quill") -> tuple[list[Event], Mapping[str, bytes]]:
    """The events of the run, and the bytes they name."""
    admit, picture, document = message(name), png(), b"<ClinicalDocument/>"
    patient = Patient(given=name, family="Quill", born="19610402", sex="F", tell=name)
    vendor = System(key="acme", vendor=name, product="1", stand_in=False, takes=("ITI-31",))
    begun = RunStarted(
        run=RUN,
        programme=programme(name),
        patient=patient,
        systems={"ehr": vendor},
        version="0",
    )
    proofs = (
        Proof(claim="One is one", holds=True, evidence=name),
        Proof(claim="Two is one", holds=False, evidence="2 = 1"),
    )
    ended = RunEnded(
        run=RUN,
        hops=4,
        acknowledged=3,
        refused=1,
        failed=0,
        held=False,
        seconds=3.5,
        proofs=proofs,
    )
    hops = _hops(name, admit, digest(picture), digest(document))
    told: list[Event] = [begun, *hops, CueEnded(run=RUN, cue="admit", held=True), ended]
    return told, {digest(data): data for data in (admit, picture, document)}


def _hops(name: str, admit: bytes, picture: str, document: str) -> list[HopEnded]:
    identifiers = (
        Fact(kind=FactKind.PATIENT_ID, value="40213", path="PID-3.1", authority="2.25.1"),
        Fact(kind=FactKind.PATIENT_NAME, value=name, path="PID-5"),
    )
    accession = Fact(kind=FactKind.ACCESSION, value="A77", path="(0008,0050)", side=Side.RESPONSE)
    image = Fact(kind=FactKind.INSTANCE, value="2.25.9", path="(0008,0018)")
    refused = Verdict(
        outcome=Outcome.REFUSED,
        status=name,
        words=f"The EHR refused: {name}.",
        remedy="Ask it why.",
    )
    return [
        hop(1, "ITI-31", ("desk", "ehr"), admit, cue="admit", facts=identifiers, label=name),
        hop(
            2,
            "RAD-8",
            ("ct", "ehr"),
            admit,
            cue="scan",
            facts=(accession, image),
            verdict=refused,
            picture=picture,
            count=24,
        ),
        hop(
            3,
            "ITI-43",
            ("ehr", "gp"),
            admit,
            facts=(accession,),
            document=document,
            document_type="text/xml; charset=x",
        ),
        hop(4, "ITI-31", (STRANGER, "ehr"), admit, label=name),
        hop(
            5,
            "ITI-20",
            ("ehr", "audit"),
            admit,
            facts=identifiers[:1],
            verdict=Verdict(outcome=Outcome.SENT),
        ),
    ]


@asynccontextmanager
async def recorded(name: str = "Rosa Quill") -> AsyncIterator[Journal]:
    """A journal in memory that holds the run."""
    told, blobs = events(name)
    async with await open_journal(None, SystemClock()) as journal:
        for event in told:
            journal.record(event, blobs)
        await journal.settled()
        yield journal
