"""Exchanges by the thousand: runs of one patient each, as the chest-pain story leaves them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from showcase.journal.store import Store
from showcase.journal.unwritten import unwritten
from showcase.model.events import Event, HopEnded, RunStarted
from showcase.model.exchange import Exchange, Outcome, Verdict
from showcase.model.fact import Fact, FactKind, Side
from showcase.model.programme import Patient, Programme

AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
ROOT = "2.25.27410903842671903311748915077216340.4"
HOPS = 50
"""In a run; some two thirds of them are audit records."""

_GIVEN = ("Rosa", "Dilnoza", "Ünal", "Mária", "Ada", "Ngozi", "Søren", "Beatriz")
_FAMILY = ("Quill", "Marchetto", "Øster", "Marlowe", "Okafor", "Brandt-Lee", "Ferreira")
_CLINICAL = ("ITI-31", "ITI-8", "RAD-2", "RAD-4", "RAD-5", "RAD-8", "RAD-28", "ITI-41", "ITI-18")


def exchange(name: str, at: datetime = AT, request: str = "", response: str = "") -> Exchange:
    """An exchange over MLLP of two addresses."""
    return Exchange(
        id=name,
        transport="mllp",
        initiator="127.0.0.1:53428",
        responder="127.0.0.1:21010",
        started=at,
        milliseconds=5,
        request=request,
        response=response,
    )


def patient(number: int) -> Patient:
    """The patient of the run with that number."""
    given, family = _GIVEN[number % len(_GIVEN)], _FAMILY[number // 8 % len(_FAMILY)]
    return Patient(given=given, family=family, born="19610402", sex="F")


def begun(number: int) -> RunStarted:
    """How the run with that number began."""
    programme = Programme(key="chest-pain", title="Chest pain", places=(), roles=(), scenes=())
    return RunStarted(run=f"r{number}", programme=programme, patient=patient(number), systems={})


def ended(run: int, nth: int) -> HopEnded:
    """How a hop of that run ended: a clinical one, or an audit record of one."""
    clinical = _CLINICAL[nth] if nth < len(_CLINICAL) else "ITI-20"
    number = 1_000_000 + run
    facts = [Fact(kind=FactKind.PATIENT_ID, value=str(number), path="PID-3.1", authority=ROOT)]
    if clinical != "ITI-20":
        facts += [
            Fact(kind=FactKind.PATIENT_NAME, value=patient(run).name, path="PID-5"),
            Fact(kind=FactKind.ACCESSION, value=f"A{number:X}", path="OBR-18"),
            Fact(kind=FactKind.STUDY, value=f"{ROOT}.{number * 7919}", path="ZDS-1.1"),
        ]
    if clinical == "RAD-8":
        facts += [
            Fact(
                kind=FactKind.INSTANCE,
                value=f"{ROOT}.{number * 104729 + image}",
                path="(0000,1000)",
            )
            for image in range(24)
        ]
    if clinical == "RAD-28":
        text = "Findings: no filling defect.\nImpression: no pulmonary embolism."
        facts.append(Fact(kind=FactKind.REPORT, value=text, path="OBX-5", side=Side.REQUEST))
    name = f"hop-{run}-{nth}"
    return HopEnded(
        run=f"r{run}",
        hop=name,
        transaction=clinical,
        sender="reading",
        receiver="ehr",
        verdict=Verdict(outcome=Outcome.ACKNOWLEDGED, status="AA"),
        exchange=exchange(name, AT + timedelta(minutes=run, seconds=nth)),
        facts=tuple(facts),
        label=patient(run).name,
    )


def events(exchanges: int) -> Iterator[Event]:
    """So many exchanges, and the beginnings of the runs that they belong to."""
    for number in range(exchanges):
        if number % HOPS == 0:
            yield begun(number // HOPS)
        yield ended(number // HOPS, number % HOPS)


def fill(store: Store, exchanges: int, batch: int = 5000) -> None:
    """Append so many exchanges to a journal's file, in few commits."""
    waiting = []
    for event in events(exchanges):
        waiting.append(unwritten(AT, event, {}))
        if len(waiting) == batch:
            store.append(waiting)
            waiting = []
    store.append(waiting)
