"""Scripted entries for view-models: a small story, told event by event."""

from datetime import UTC, datetime, timedelta

from showcase.model.events import (
    CueEnded,
    CueStandby,
    CueStarted,
    Entry,
    Event,
    HopEnded,
    HopProgressed,
    HopStarted,
    RunEnded,
    RunHeld,
    RunStarted,
)
from showcase.model.exchange import INTERRUPTED, Exchange, Outcome, Verdict
from showcase.model.fact import Fact, FactKind
from showcase.model.programme import Cue, Patient, Place, Programme, Role, Scene, Then
from showcase.model.system import Dicom, Endpoints, Mllp, Soap, Syslog, System

START = datetime(2026, 11, 24, 10, 20, tzinfo=UTC)

ROSA = Patient(given="Rosa", family="Quill", born="19610402", sex="F", tell="65, with chest pain")

ROLES = (
    Role(key="desk", title="Front desk", plays=("Patient Encounter Supplier",), place="hospital"),
    Role(key="ris", title="Radiology", plays=("Order Filler",), place="hospital"),
    Role(key="ct", title="CT scanner", plays=("Acquisition Modality",), place="hospital"),
    Role(key="archive", title="Archive", plays=("Image Manager",), place="hospital"),
    Role(key="audit", title="Audit trail", plays=("Audit Record Repository",), place="region"),
)

ADMIT = Cue(
    id="admit",
    number=1,
    transaction="ITI-31",
    sender="desk",
    receivers=("ris",),
    title="The front desk admits her",
    tell="The front desk told Radiology who she is.",
    say="She says her name once.",
    then=Then.WAIT,
)
ORDER = Cue(
    id="order",
    number=2,
    transaction="RAD-4",
    sender="ris",
    receivers=("archive",),
    title="Radiology schedules it",
)
STORE = Cue(
    id="store",
    number=3,
    transaction="RAD-8",
    sender="ct",
    receivers=("archive",),
    title="The images go to the archive",
    say="Watch the pictures leave.",
    then=Then.CONTINUE,
    pause=2.0,
)

PROGRAMME = Programme(
    key="chest-pain",
    title="Chest pain",
    places=(
        Place(key="hospital", title="St. Alba Hospital"),
        Place(key="region", title="Regional exchange"),
    ),
    roles=ROLES,
    scenes=(
        Scene(title="Arrival", tell="A woman arrives with chest pain.", cues=(ADMIT,)),
        Scene(title="Scan", tell="She is scanned.", cues=(ORDER, STORE)),
    ),
    cut="tour",
    minutes=5.0,
)

ORTHANC = System(
    key="orthanc",
    vendor="Orthanc",
    product="1.10",
    stand_in=False,
    takes=("RAD-8",),
    endpoints=Endpoints(dicom=Dicom(host="10.4.0.21", port=4242, ae_title="ORTHANC")),
)

SYSTEMS = {
    "desk": System(key="desk"),
    "ris": System(
        key="ris",
        endpoints=Endpoints(
            hl7v2=Mllp(host="127.0.0.1", port=2575, application="RIS", facility="ALBA"),
            dicom=Dicom(host="127.0.0.1", port=11112, ae_title="RIS"),
        ),
    ),
    "ct": System(key="ct", endpoints=Endpoints(soap=Soap(urls={"X": "http://127.0.0.1:8080/x"}))),
    "archive": ORTHANC,
    "audit": System(
        key="audit",
        endpoints=Endpoints(syslog=Syslog(host="127.0.0.1", port=1514, tls_port=6514)),
    ),
}

ACKNOWLEDGED = Verdict(outcome=Outcome.ACKNOWLEDGED, status="AA")
REFUSED = Verdict(
    outcome=Outcome.REFUSED,
    status="0xA700 Out of resources",
    words="The archive has no room left.",
    remedy="Free some disk space there, then try again.",
)
SILENT = Verdict(
    outcome=Outcome.FAILED,
    status="no answer in 10 s",
    words="10.4.0.21:4242 did not answer within 10 seconds.",
    remedy="Check that the system is not stuck.",
)
CUT = Verdict(outcome=Outcome.FAILED, status="cut", words="Staff cut it.", remedy="Retry it.")

LOST = Verdict(outcome=Outcome.FAILED, status=INTERRUPTED, words="Nobody saw how it ended.")

FACTS = (
    Fact(kind=FactKind.PATIENT_ID, value="40213", path="PID-3.1", authority="1.2.3"),
    Fact(kind=FactKind.PATIENT_NAME, value="Quill^Rosa", path="PID-5"),
)


def started(patient: Patient = ROSA, *, run: str = "r1") -> RunStarted:
    """The beginning of a run."""
    return RunStarted(
        run=run, programme=PROGRAMME, patient=patient, systems=SYSTEMS, version="0.1.0"
    )


def ended(*, held: bool = True) -> RunEnded:
    """Its end."""
    return RunEnded(run="r1", hops=3, acknowledged=3, refused=0, failed=0, held=held, seconds=9.0)


def hop_started(cue: Cue, *, count: int = 1, hop: str = "") -> HopStarted:
    """The first byte of a cue's hop."""
    return HopStarted(
        run="r1",
        hop=hop or f"{cue.id}-1",
        transaction=cue.transaction,
        sender=cue.sender,
        receiver=cue.receivers[0],
        cue=cue.id,
        count=count,
        label="Rosa Quill",
    )


def hop_ended(
    cue: Cue, verdict: Verdict = ACKNOWLEDGED, *, hop: str = "", milliseconds: float = 12.0
) -> HopEnded:
    """The acknowledgement of a cue's hop."""
    return HopEnded(
        run="r1",
        hop=hop or f"{cue.id}-1",
        transaction=cue.transaction,
        sender=cue.sender,
        receiver=cue.receivers[0],
        cue=cue.id,
        verdict=verdict,
        exchange=Exchange(
            id="x",
            transport="dicom",
            initiator="127.0.0.1:41000",
            responder="127.0.0.1:11112",
            started=START,
            milliseconds=milliseconds,
            request="ab" * 32,
            request_size=12_700_000,
            response="cd" * 32,
            response_size=120,
        ),
        facts=FACTS,
        label="Rosa Quill",
    )


def audit(number: int = 1) -> HopEnded:
    """An audit message, which belongs to no cue."""
    return HopEnded(
        run="r1",
        hop=f"audit-{number}",
        transaction="ITI-20",
        sender="desk",
        receiver="audit",
        verdict=Verdict(outcome=Outcome.SENT),
        exchange=Exchange(
            id="y",
            transport="syslog-udp",
            initiator="127.0.0.1:1",
            responder="127.0.0.1:1514",
            started=START,
            milliseconds=0.2,
        ),
    )


def played(cue: Cue, verdict: Verdict = ACKNOWLEDGED, *, count: int = 1) -> tuple[Event, ...]:
    """A cue from beginning to end."""
    progress = (HopProgressed(run="r1", hop=f"{cue.id}-1", done=17, total=24),) if count > 1 else ()
    held = verdict.outcome is cue.expect
    return (
        CueStarted(run="r1", cue=cue.id),
        hop_started(cue, count=count),
        *progress,
        hop_ended(cue, verdict),
        CueEnded(run="r1", cue=cue.id, held=held, words="" if held else verdict.words),
    )


def standby(cue: Cue | None) -> CueStandby:
    """GO would fire that cue."""
    return CueStandby(run="r1", cue=cue.id if cue else "")


def interrupted(*cues: Cue, then: Cue | None = None) -> tuple[Event, ...]:
    """The engine had stopped while these cues were under way, and is back."""
    return (
        *(hop_ended(cue, LOST) for cue in cues),
        *(CueEnded(run="r1", cue=cue.id, held=False, interrupted=True) for cue in cues),
        RunHeld(run="r1", interrupted=True, words="The engine stopped."),
        standby(then),
    )


def entries(*events: Event, first: int = 1, apart: float = 1.0) -> list[Entry]:
    """The events as the journal holds them, some seconds apart."""
    return [
        Entry(seq=first + n, at=START + timedelta(seconds=n * apart), event=event)
        for n, event in enumerate(events)
    ]


class Jumpable:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.at = START
        self.seconds = 1_000.0

    def now(self) -> datetime:
        """The time of day, UTC."""
        return self.at

    def monotonic(self) -> float:
        """Seconds since some fixed moment."""
        return self.seconds

    def jump(self, seconds: float) -> None:
        """Let that much time pass."""
        self.seconds += seconds
        self.at += timedelta(seconds=seconds)


class Pressed:
    """The verbs of the engine, written down instead of performed."""

    def __init__(self) -> None:
        self.verbs: list[str] = []

    def go(self) -> None:
        """Fire the standby cue."""
        self.verbs.append("go")

    def hold(self) -> None:
        """Stop sending."""
        self.verbs.append("hold")

    def panic(self) -> None:
        """Cut everything."""
        self.verbs.append("panic")

    def skip(self) -> None:
        """Pass over the standby."""
        self.verbs.append("skip")

    def retry(self) -> None:
        """Fire once more what did not hold."""
        self.verbs.append("retry")

    def jump(self, cue: str) -> None:
        """Make that cue the standby."""
        self.verbs.append(f"jump {cue}")

    def stand_in(self, role: str) -> None:
        """Take over."""
        self.verbs.append(f"stand-in {role}")

    def give_back(self, role: str) -> None:
        """Give back."""
        self.verbs.append(f"give-back {role}")

    def start_run(self, story: str, cut: str) -> None:
        """A new run."""
        self.verbs.append(f"start {story} {cut}".strip())

    def watch(self, story: str) -> None:
        """Play nothing."""
        self.verbs.append(f"watch {story}")

    def replay(self, run: str) -> None:
        """Draw a recorded run."""
        self.verbs.append(f"replay {run}")

    def back_to_live(self) -> None:
        """Leave the recording."""
        self.verbs.append("live")
