"""The HL7 v2 systems of a small hospital and its region, on real sockets, without a conductor."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, Place, Programme, Role, Scene
from showcase.model.system import Endpoints, Mllp, Oids, System
from showcase.protocols.hl7v2.client import exchange
from showcase.protocols.hl7v2.codec import Message, decode
from showcase.standins.actors.image_manager import ImageManager
from showcase.standins.actors.order_filler import OrderFiller
from showcase.standins.actors.order_placer import OrderPlacer
from showcase.standins.actors.patient_encounter_consumer import PatientEncounterConsumer
from showcase.standins.actors.patient_encounter_supplier import PatientEncounterSupplier
from showcase.standins.actors.patient_identity_source import PatientIdentitySource
from showcase.standins.actors.pix_consumer import PixConsumer
from showcase.standins.actors.pix_manager import PixManager
from showcase.standins.actors.registry_feed import RegistryFeed
from showcase.standins.actors.report_manager import ReportManager
from showcase.standins.actors.report_repository import ReportRepository
from showcase.standins.behaviour import Behaviour, Prompt
from showcase.standins.book import Book
from showcase.standins.hops import Hops
from showcase.standins.standin import Listening, StandIn
from showcase.transactions.catalogue import facts
from showcase.wire.clock import SystemClock
from showcase.wire.line import Line
from tests.showcase.conductor.players import Notebook

HOSPITAL = ("ALBA", "1.2.3.1")
PRACTICE = ("RIVER", "1.2.3.2")
REGION = ("REGION", "1.2.3.9")

PLACES = {"hospital": HOSPITAL, "practice": PRACTICE, "region": REGION}

ROSA = {"family": "Quill", "given": "Rosa", "born": "19610402", "sex": "F"}
ORDER = {
    "patient": "Rosa Quill",
    "code": "CTTHOR",
    "code_text": "CT of the chest",
    "code_scheme": "ALBA",
    "reason": "Chest pain & short of breath",
    "requester": "Hale^Iris",
}

_PARTS: dict[str, tuple[str, tuple[type[Behaviour], ...]]] = {
    "desk": ("hospital", (PatientEncounterSupplier, PatientIdentitySource)),
    "ehr": ("hospital", (PatientEncounterConsumer, OrderPlacer, ReportRepository, PixConsumer)),
    "ris": ("hospital", (PatientEncounterConsumer, OrderFiller)),
    "archive": ("hospital", (ImageManager,)),
    "reading": ("hospital", (ReportManager,)),
    "index": ("region", (PixManager, PatientIdentitySource)),
    "registry": ("region", (RegistryFeed,)),
    "gp": ("practice", (PatientIdentitySource, PixConsumer)),
}

_REACTIONS = (("ITI-8", "index", "registry"), ("RAD-4", "ris", "archive"))


class Hospital:
    """Eight stand-ins, and everything that happened."""

    def __init__(self, store: Path) -> None:
        self.notebook = Notebook()
        self.hops = Hops(self.notebook, facts, SystemClock())
        self.book = Book(_programme(), {}, {})
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
        self, transaction: str, sender: str, *receivers: str, trigger: str = "", **typed: str
    ) -> list[HopEnded]:
        """Let a human act; return the hops that ended meanwhile, reactions included."""
        before = len(self.hops_ended())
        prompt = Prompt(
            transaction=transaction,
            trigger=trigger,
            receivers=receivers,
            typed=typed,
            cue=transaction,
        )
        await self[sender].perform(prompt)
        await self.settle()
        return self.hops_ended()[before:]

    async def settle(self) -> None:
        for each in self._stand_ins.values():
            await each.settle()

    def hops_ended(self) -> list[HopEnded]:
        return [event for event in self.notebook.events if isinstance(event, HopEnded)]

    def address(self, role: str) -> Mllp:
        found = self.book.stand_ins[role].endpoints.hl7v2
        assert found
        return found

    async def ask(self, role: str, text: str | bytes) -> Message:
        """What a stranger is answered who sends this text."""
        raw = text if isinstance(text, bytes) else text.encode()
        line = Line("mllp", initiated=True)
        answer = await exchange(self.address(role), decode(raw), line, deadline=5)
        await self.settle()
        return answer

    def _stand_in(self, key: str, store: Path) -> StandIn:
        place, behaviours = _PARTS[key]
        programme = self.book.programme
        authority, oid = PLACES[place]
        return StandIn(
            programme.role(key),
            programme.place(place),
            listening=Listening(application=key.upper(), facility=place, ae_title=key.upper()),
            oids=Oids(authority=authority, authority_oid=oid),
            book=self.book,
            hops=self.hops,
            store=store / key,
            behaviours=behaviours,
        )


@asynccontextmanager
async def hospital(store: Path) -> AsyncIterator[Hospital]:
    """A hospital that is open."""
    house = Hospital(store)
    await house.start()
    try:
        yield house
    finally:
        await house.stop()


def outcomes(hops: list[HopEnded]) -> list[tuple[str, str, str, Outcome]]:
    return [(h.transaction, h.sender, h.receiver, h.verdict.outcome) for h in hops]


def vendor(key: str, to: Mllp) -> System:
    """A system that is not ours."""
    return System(
        key=key, vendor="Elsewhere", stand_in=False, deadline=1, endpoints=Endpoints(hl7v2=to)
    )


def _programme() -> Programme:
    cues = tuple(
        Cue(id=tx, number=n, transaction=tx, sender=sender, receivers=(receiver,), title=tx)
        for n, (tx, sender, receiver) in enumerate(_REACTIONS, 1)
    )
    return Programme(
        key="test",
        title="Test",
        places=tuple(
            Place(key=key, title=key.title(), authority=name, authority_oid=oid)
            for key, (name, oid) in PLACES.items()
        ),
        roles=tuple(
            Role(
                key=key,
                title=key.title(),
                plays=tuple(behaviour.actor for behaviour in behaviours),
                place=place,
            )
            for key, (place, behaviours) in _PARTS.items()
        ),
        scenes=(Scene(title="Only", cues=cues),),
    )
