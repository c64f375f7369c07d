"""A scripted run that imitates the chest-pain story: events without an engine.

Every entry is one that the engine could have written; the values are invented, but the same
identifier stands wherever the real bytes would carry it.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np
from PIL import Image

from showcase.model.events import (
    CueEnded,
    CueStandby,
    CueStarted,
    Entry,
    Event,
    HopEnded,
    HopProgressed,
    HopStarted,
    Proof,
    RunEnded,
    RunStarted,
)
from showcase.model.exchange import Exchange, Outcome, Verdict
from showcase.model.fact import Fact, FactKind, Side
from showcase.model.programme import Cue, Patient, Place, Programme, Role, Scene
from showcase.model.system import System
from showcase.model.transaction import Family
from ui.stage.thread import Step, Thread
from ui.viewmodels.clinical import plain
from ui.viewmodels.families import family_of

RUN = "r1"
START = datetime(2026, 11, 24, 10, 21, tzinfo=UTC)
ALBA, RIVERSIDE, REGION = "2.25.1.1", "2.25.1.2", "2.25.1.3"

PLACES = (
    Place(key="hospital", title="St. Alba Hospital", authority="ALBA", authority_oid=ALBA),
    Place(key="region", title="Regional exchange", authority="REGION", authority_oid=REGION),
    Place(key="practice", title="Riverside Practice", authority="RP", authority_oid=RIVERSIDE),
)

ROLES = (
    Role(
        key="desk",
        title="Front desk",
        plays=("Patient Encounter Supplier",),
        place="hospital",
        at=(0, 0),
    ),
    Role(key="ehr", title="Hospital EHR", plays=("Order Placer",), place="hospital", at=(2, 0)),
    Role(
        key="reading", title="Reading room", plays=("Image Display",), place="hospital", at=(2, 1)
    ),
    Role(
        key="ris",
        title="Radiology",
        plays=("Department System Scheduler/Order Filler",),
        place="hospital",
        at=(1, 1),
    ),
    Role(
        key="ct", title="CT scanner", plays=("Acquisition Modality",), place="hospital", at=(0, 2)
    ),
    Role(
        key="archive",
        title="Archive",
        plays=("Image Manager", "Image Archive"),
        place="hospital",
        at=(2, 2),
    ),
    Role(
        key="index",
        title="Identity",
        plays=("Patient Identifier Cross-reference Manager",),
        place="region",
        at=(3, 0),
    ),
    Role(key="registry", title="Registry", plays=("Document Registry",), place="region", at=(3, 1)),
    Role(
        key="repository",
        title="Repository",
        plays=("Document Repository",),
        place="region",
        at=(3, 2),
    ),
    Role(key="gp", title="GP practice", plays=("Document Consumer",), place="practice", at=(4, 1)),
    Role(key="audit", title="Audit trail", plays=("Audit Record Repository",), place="region"),
)

PATIENT = Patient(
    given="Rosa", family="Quill", born="19610402", sex="F", tell="65, came with chest pain"
)
ACCESSION, PLACER = "A26-0091", "P-70311"
NAME = "Quill^Rosa"


def _cue(number: int, line: str) -> Cue:
    id_, transaction, sender, receivers, title, tell = (part.strip() for part in line.split("|"))
    return Cue(
        id=id_,
        number=number,
        transaction=transaction,
        sender=sender,
        receivers=tuple(receivers.split()),
        title=title,
        tell=tell,
    )


_SCRIPT = """
# Arrival | A woman arrives with chest pain.
admit | ITI-31 | desk | ehr ris | The front desk admits her | The front desk told the hospital who she is.
feed-hospital | ITI-8 | desk | index | The hospital tells the region | The hospital's number for her reached the region.
feed-region | ITI-8 | index | registry | The region makes her known | The region gave her its own number.
feed-practice | ITI-8 | gp | index | Her own doctor knows her, too | Her own doctor's number turned out to be hers as well.
# Order | The doctor wants to see inside her chest.
order | RAD-2 | ehr | ris | The doctor orders a chest CT | The doctor ordered a CT of her chest.
schedule | RAD-4 | ris | archive | Radiology schedules it | Radiology planned the scan and warned the archive.
# Scan | The scanner knows her before she lies down.
worklist | RAD-5 | ct | ris | The scanner asks who is next | The scanner asked who is next, and got her name.
begin | RAD-6 | ct | ris | The scan begins | Radiology saw the scan begin.
images | RAD-8 | ct | archive | The scanner sends 24 images to the archive | Twenty-four images reached the archive, and all bear her name.
complete | RAD-7 | ct | ris | The scan is complete | Radiology saw that the scan is complete.
commit | RAD-10 | ct | archive | The scanner asks for a promise | The scanner asked the archive to keep every image.
promise | RAD-10 | archive | ct | The archive promises | The archive promised to keep all of them.
# Reading | A radiologist looks for the cause of her pain.
find | RAD-14 | reading | archive | The radiologist looks her up | The reading room found her scan.
fetch | RAD-16 | reading | archive | The reading room asks for the images | The reading room asked for her images.
deliver | RAD-16 | archive | reading | The archive delivers them | Her images arrived in the reading room.
report | RAD-28 | reading | ehr | The report goes to the doctor | The doctor has the report. It is not her heart.
# Sharing | The report leaves the hospital.
ask-region | ITI-9 | ehr | index | The hospital asks for her region number | The hospital learned her number in the region.
share | ITI-41 | ehr | repository | The report is shared | The hospital shared the report with the region.
register | ITI-42 | repository | registry | The registry lists it | The registry now lists the report under her name.
# Across town | Days later she visits her own doctor.
gp-ask | ITI-9 | gp | index | Her own doctor asks who she is | The practice asked the region for her number there.
gp-find | ITI-18 | gp | registry | The practice looks for documents | The practice found one report about her.
gp-open | ITI-43 | gp | repository | Her own doctor opens the report | Her own doctor reads the very same report.
"""  # noqa: E501 - one cue a line


def programme() -> Programme:
    """The story, as the engine would stage it."""
    scenes: list[tuple[str, str, list[Cue]]] = []
    number = 0
    for line in _SCRIPT.strip().splitlines():
        if line.startswith("#"):
            title, tell = (part.strip() for part in line[1:].split("|"))
            scenes.append((title, tell, []))
        else:
            number += 1
            scenes[-1][2].append(_cue(number, line))
    return Programme(
        key="chest-pain",
        title="Chest pain",
        places=PLACES,
        roles=ROLES,
        scenes=tuple(Scene(title=t, tell=tell, cues=tuple(cues)) for t, tell, cues in scenes),
    )


def systems() -> dict[str, System]:
    """A cast: four vendors' systems, one of them assisted; the rest stand-ins."""
    vendors = {
        "ehr": System(key="northwind", vendor="Northwind Health", stand_in=False),
        "ct": System(key="meridian", vendor="Meridian Imaging", stand_in=False),
        "archive": System(key="orthanc", vendor="Orthanc", stand_in=False, takes=("RAD-8",)),
        "index": System(key="crossref", vendor="CrossRef One", stand_in=False),
    }
    return {role.key: vendors.get(role.key, System(key=role.key)) for role in ROLES}


# --- What the bytes would state ---


def patient_id(value: str, authority: str, side: Side = Side.REQUEST) -> Fact:
    """PID-3."""
    return Fact(
        kind=FactKind.PATIENT_ID, value=value, authority=authority, path="PID-3.1", side=side
    )


def fact(kind: FactKind, value: str, side: Side = Side.REQUEST) -> Fact:
    """Any other."""
    return Fact(kind=kind, value=value, path="somewhere", side=side)


def facts(cue: str) -> tuple[Fact, ...]:
    """What the exchanges of a cue state."""
    name = fact(FactKind.PATIENT_NAME, NAME)
    alba, rp = patient_id("40213", ALBA), patient_id("RP-0087", RIVERSIDE)
    region = patient_id("7731-04", REGION)
    accession = fact(FactKind.ACCESSION, ACCESSION)
    answered = Side.RESPONSE
    told: dict[str, tuple[Fact, ...]] = {
        "admit": (name, alba),
        "feed-hospital": (name, alba),
        "feed-region": (name, region),
        "feed-practice": (name, rp),
        "order": (name, alba, fact(FactKind.PLACER_ORDER, PLACER)),
        "schedule": (name, alba, accession),
        "worklist": (
            fact(FactKind.PATIENT_NAME, NAME, answered),
            patient_id("40213", "", answered),
            fact(FactKind.ACCESSION, ACCESSION, answered),
        ),
        "images": (name, patient_id("40213", ""), accession),
        "find": (fact(FactKind.ACCESSION, ACCESSION, answered),),
        "deliver": (name, patient_id("40213", ""), accession),
        "report": (name, alba, accession, fact(FactKind.REPORT, "No pulmonary embolism.")),
        "ask-region": (patient_id("7731-04", REGION, answered),),
        "share": (region, fact(FactKind.DOCUMENT, "2.25.9.1")),
        "register": (region, fact(FactKind.DOCUMENT, "2.25.9.1")),
        "gp-ask": (rp, patient_id("7731-04", REGION, answered)),
        "gp-find": (region, fact(FactKind.DOCUMENT, "2.25.9.1", answered)),
        "gp-open": (fact(FactKind.DOCUMENT, "2.25.9.1", answered),),
    }
    return told.get(cue, ())


# --- Pictures ---


def slice_png(level: float, size: int = 160) -> bytes:
    """A CT-like slice through a thorax, computed: body, lungs, spine, heart."""
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]

    def oval(cx: float, cy: float, rx: float, ry: float) -> np.ndarray:
        inside = ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2
        soft: np.ndarray = np.clip((1 - inside) * 14, 0, 1)
        return soft

    body = oval(0, 0.02, 0.92, 0.70)
    grey = 0.50 * body + 0.12 * oval(0, 0, 0.80, 0.58)
    for side in (-1, 1):
        lung = oval(side * 0.42, 0.0, 0.31, 0.44 - 0.1 * level)
        vessels = 0.16 * oval(side * 0.30, 0.02 + 0.1 * level, 0.05, 0.05)
        grey = grey * (1 - lung) + lung * (0.07 + vessels)
        grey += 0.14 * oval(side * 0.22, 0.08 * level, 0.09, 0.05)
    grey += 0.30 * oval(0.08, -0.12 + 0.06 * level, 0.20 + 0.08 * level, 0.19)
    grey += 0.55 * oval(0, 0.44, 0.12, 0.12) + 0.4 * oval(0, 0.58, 0.05, 0.10)
    for angle in np.linspace(0.15, np.pi - 0.15, 9):
        for side in (-1, 1):
            grey += 0.38 * oval(0.84 * np.cos(angle), side * 0.62 * np.sin(angle), 0.055, 0.03)
    noise = np.random.default_rng(7).normal(0, 0.012, grey.shape)
    picture = Image.fromarray(np.uint8(255 * np.clip(grey + noise * body, 0, 1)))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def blobs() -> dict[str, bytes]:
    """Pictures by digest, as the journal would hand them out."""
    return {f"slice-{n}": slice_png(n / 2) for n in range(3)}


# --- The run ---


@dataclass
class Script:
    """Writes entries, as the journal would."""

    seq: int = 0
    at: datetime = START
    hop: int = 0
    entries: list[Entry] = field(default_factory=list)

    def write(self, event: Event, after: float = 0.01) -> None:
        self.seq += 1
        self.at += timedelta(seconds=after)
        self.entries.append(Entry(seq=self.seq, at=self.at, event=event))

    def start(self, cue: Cue, receiver: str) -> HopStarted:
        self.hop += 1
        pictures = cue.id in {"images", "deliver"}
        started = HopStarted(
            run=RUN,
            hop=f"h{self.hop}",
            transaction=cue.transaction,
            sender=cue.sender,
            receiver=receiver,
            cue=cue.id,
            count=24 if pictures else 1,
            label=_label(cue.id),
            thumbnails=tuple(blobs_named()) if pictures else (),
        )
        self.write(started)
        if pictures:
            for done in (8, 17):
                self.write(HopProgressed(run=RUN, hop=started.hop, done=done, total=24))
        return started

    def end(self, start: HopStarted, verdict: Verdict | None = None) -> None:
        self.write(ended(start, facts(start.cue), verdict))
        self.audit(start)

    def audit(self, start: HopStarted) -> None:
        for party in (start.sender, start.receiver):
            self.hop += 1
            record = HopStarted(
                run=RUN,
                hop=f"h{self.hop}",
                transaction="ITI-20",
                sender=party,
                receiver="audit",
            )
            self.write(record, 0.001)
            sent = Verdict(outcome=Outcome.SENT)
            self.write(ended(record, (), sent), 0.001)


def ended(
    start: HopStarted, stated: tuple[Fact, ...] = (), verdict: Verdict | None = None
) -> HopEnded:
    """How a hop ends: acknowledged, unless said."""
    return HopEnded(
        run=RUN,
        hop=start.hop,
        transaction=start.transaction,
        sender=start.sender,
        receiver=start.receiver,
        cue=start.cue,
        count=start.count,
        label=start.label,
        thumbnails=start.thumbnails,
        verdict=verdict or Verdict(outcome=Outcome.ACKNOWLEDGED, status="AA"),
        exchange=Exchange(
            id=f"x-{start.hop}",
            transport="mllp",
            initiator="127.0.0.1:40000",
            responder="127.0.0.1:2575",
            started=START,
            milliseconds=212.0 if start.count > 1 else 11.4,
        ),
        facts=stated,
    )


def blobs_named() -> list[str]:
    """Digests of the pictures."""
    return [f"slice-{n}" for n in range(3)]


def _label(cue: str) -> str:
    if cue in {"order", "schedule", "worklist"}:
        return "CT chest"
    if cue in {"report", "share", "gp-open"}:
        return "CT chest report"
    return "Rosa Quill"


REFUSAL = Verdict(
    outcome=Outcome.REFUSED,
    status="0xA700 Out of resources",
    words="The archive has no room left for her images.",
    remedy="Free space on the archive, then retry.",
)
"""What an archive without room says."""


def journey(*, refuse: str = "", stop_after: str = "") -> list[Entry]:
    """The whole run; `refuse`: a cue that is refused, and ends the run."""
    script, story = Script(), programme()
    script.write(
        RunStarted(run=RUN, programme=story, patient=PATIENT, systems=systems(), version="0.1.0")
    )
    for cue in story.cues:
        if cue.id == "register":
            continue  # inside its cause
        script.write(CueStandby(run=RUN, cue=cue.id))
        script.write(CueStarted(run=RUN, cue=cue.id), 2.0)
        held = _play(script, story, cue, refuse)
        script.write(CueEnded(run=RUN, cue=cue.id, held=held))
        if not held or cue.id == stop_after:
            break
    script.write(_over(script))
    return script.entries


def _play(script: Script, story: Programme, cue: Cue, refuse: str) -> bool:
    for receiver in cue.receivers:
        outer = script.start(cue, receiver)
        for inner in story.cues:
            if cue.id == "share" and inner.id == "register":
                nested = script.start(inner, inner.receivers[0])
                script.end(nested)
        script.end(outer, REFUSAL if cue.id == refuse else None)
    return cue.id != refuse


def _over(script: Script) -> RunEnded:
    verdicts = [
        each.event.verdict.outcome
        for each in script.entries
        if isinstance(each.event, HopEnded) and each.event.transaction != "ITI-20"
    ]
    return RunEnded(
        run=RUN,
        hops=len(verdicts),
        acknowledged=verdicts.count(Outcome.ACKNOWLEDGED),
        refused=verdicts.count(Outcome.REFUSED),
        failed=0,
        held=Outcome.REFUSED not in verdicts,
        seconds=14.0,
        proofs=tuple(
            Proof(claim=claim, holds=True, evidence="40213 = 40213")
            for claim in ("order = worklist", "worklist = images", "images = report", "SHA-1")
        ),
    )


def until(entries: list[Entry], cue: str) -> Iterator[Entry]:
    """Entries up to the start of a cue's first hop, that included."""
    for entry in entries:
        yield entry
        if isinstance(entry.event, HopStarted) and entry.event.cue == cue:
            return


def thread(value: str, run: str = RUN) -> Thread:
    """What following a value through the journey finds: its hops, and the audit records of them."""
    steps: list[Step] = []
    carried = False
    for entry in journey():
        if isinstance(event := entry.event, HopEnded):
            family = family_of(event.transaction)
            if family is not Family.AUDIT:
                carried = value in {fact.value for fact in event.facts}
            if carried:
                steps.append(Step(event.hop, family, event.sender, event.receiver))
    return Thread(run, value, tuple(steps), plain(value))
