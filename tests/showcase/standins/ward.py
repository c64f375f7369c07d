"""The DICOM systems of a small hospital, on real sockets, without a conductor."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from showcase.model.events import Event, HopEnded
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, Place, Programme, Role, Scene
from showcase.model.system import Dicom, Endpoints, Oids, System
from showcase.standins.actors.acquisition_modality import AcquisitionModality
from showcase.standins.actors.image_archive import ImageArchive
from showcase.standins.actors.image_display import ImageDisplay
from showcase.standins.actors.modality_worklist import ModalityWorklist
from showcase.standins.actors.performed_procedure_step_manager import (
    PerformedProcedureStepManager,
)
from showcase.standins.behaviour import Behaviour, Prompt
from showcase.standins.book import Book
from showcase.standins.hops import Hops
from showcase.standins.memory import Order, Person
from showcase.standins.standin import Listening, StandIn
from showcase.transactions.catalogue import facts
from showcase.wire.clock import SystemClock
from tests.showcase.conductor.players import Notebook

AUTHORITY = ("ALBA", "1.2.3.1")
STUDY = "2.25.4711"

ROSA = Person(
    id="40213",
    authority=AUTHORITY[0],
    authority_oid=AUTHORITY[1],
    family="Quill",
    given="Rosa",
    born="19610402",
    sex="F",
    visit="V77",
)

_PARTS: dict[str, tuple[type[Behaviour], ...]] = {
    "ris": (ModalityWorklist, PerformedProcedureStepManager),
    "ct": (AcquisitionModality,),
    "archive": (ImageArchive,),
    "reading": (ImageDisplay,),
}

_CUES = (
    ("RAD-5", "ct", "ris"),
    ("RAD-6", "ct", "ris"),
    ("RAD-8", "ct", "archive"),
    ("RAD-7", "ct", "ris"),
    ("RAD-10", "ct", "archive"),
    ("RAD-14", "reading", "archive"),
    ("RAD-16", "reading", "archive"),
)


def order(person: Person = ROSA, **other: str) -> Order:
    """A chest CT, scheduled for today on the ward's scanner."""
    start = SystemClock().now().astimezone().strftime("%Y%m%d%H%M%S")
    values = {
        "placer_number": "P1",
        "filler_number": "F1",
        "code": "CTTHOR",
        "code_text": "CT of the chest",
        "code_scheme": "ALBA",
        "reason": "Chest pain",
        "requester": "Hale^Iris",
        "accession": "A1",
        "study": STUDY,
        "procedure_id": "RP1",
        "step_id": "SPS1",
        "modality": "CT",
        "station_ae": "CT",
        "start": start,
    }
    return Order(person=person, **(values | other))


class Recorder(Notebook):
    """Keeps the bytes, too."""

    def __init__(self) -> None:
        super().__init__()
        self.blobs: dict[str, bytes] = {}

    def record(self, event: Event, blobs: Mapping[str, bytes] | None = None) -> None:
        super().record(event)
        self.blobs.update(blobs or {})


class Ward:
    """Four stand-ins, and everything that happened."""

    def __init__(self, store: Path, vendors: dict[str, System] | None = None) -> None:
        self.notebook = Recorder()
        self.hops = Hops(self.notebook, facts, SystemClock())
        self.book = Book(_programme(), {}, vendors or {})
        self._stand_ins = {key: self._stand_in(key, store) for key in _PARTS}

    def __getitem__(self, role: str) -> StandIn:
        return self._stand_ins[role]

    async def start(self) -> None:
        for key, each in self._stand_ins.items():
            self.book.stand_ins[key] = await each.start()

    async def stop(self) -> None:
        for each in self._stand_ins.values():
            await each.stop()

    async def prompt(
        self, transaction: str, sender: str, *receivers: str, **typed: str
    ) -> list[HopEnded]:
        """Let a human act; return the hops that ended meanwhile, reactions included."""
        before = len(self.hops_ended())
        prompt = Prompt(transaction=transaction, receivers=receivers, typed=typed, cue=transaction)
        await self[sender].perform(prompt)
        await self.settle()
        return self.hops_ended()[before:]

    async def settle(self) -> None:
        for each in self._stand_ins.values():
            await each.settle()

    async def scan(self, images: int = 4) -> None:
        """Everything up to stored images."""
        self["ris"].memory.orders["A1"] = order()
        await self.prompt("RAD-5", "ct", "ris", patient="Rosa Quill")
        await self.prompt("RAD-6", "ct", "ris")
        await self.prompt("RAD-8", "ct", "archive", images=str(images))

    async def ended(self, number: int) -> list[HopEnded]:
        """All hops, once so many have ended: a stranger knows it before the ledger does."""
        async with asyncio.timeout(5):
            while len(self.hops_ended()) < number:  # noqa: ASYNC110 - there is no such event
                await asyncio.sleep(0.01)
        return self.hops_ended()

    def hops_ended(self) -> list[HopEnded]:
        return [event for event in self.notebook.events if isinstance(event, HopEnded)]

    def address(self, role: str) -> Dicom:
        found = self.book.stand_ins[role].endpoints.dicom
        assert found
        return found

    def _stand_in(self, key: str, store: Path) -> StandIn:
        programme = self.book.programme
        return StandIn(
            programme.role(key),
            programme.place("hospital"),
            listening=Listening(application=key.upper(), facility="ALBA", ae_title=key.upper()),
            oids=Oids(authority=AUTHORITY[0], authority_oid=AUTHORITY[1]),
            book=self.book,
            hops=self.hops,
            store=store / key,
            behaviours=_PARTS[key],
        )


@asynccontextmanager
async def ward(store: Path, vendors: dict[str, System] | None = None) -> AsyncIterator[Ward]:
    """A ward that is open."""
    house = Ward(store, vendors)
    await house.start()
    try:
        yield house
    finally:
        await house.stop()


def outcomes(hops: list[HopEnded]) -> list[tuple[str, str, str, Outcome]]:
    return [(h.transaction, h.sender, h.receiver, h.verdict.outcome) for h in hops]


def vendor(key: str, to: Dicom, *takes: str) -> System:
    """A system that is not ours."""
    return System(
        key=key,
        vendor="Elsewhere",
        stand_in=False,
        takes=takes,
        deadline=5,
        endpoints=Endpoints(dicom=to),
    )


def _programme() -> Programme:
    return Programme(
        key="test",
        title="Test",
        places=(
            Place(
                key="hospital",
                title="Hospital",
                authority=AUTHORITY[0],
                authority_oid=AUTHORITY[1],
            ),
        ),
        roles=tuple(
            Role(
                key=key,
                title=key.title(),
                plays=tuple(behaviour.actor for behaviour in behaviours),
                place="hospital",
            )
            for key, behaviours in _PARTS.items()
        ),
        scenes=(
            Scene(
                title="Only",
                cues=tuple(
                    Cue(id=tx, number=n, transaction=tx, sender=a, receivers=(b,), title=tx)
                    for n, (tx, a, b) in enumerate(_CUES, 1)
                ),
            ),
        ),
    )
