"""An affinity domain on loopback: a source, a repository, a registry, a consumer."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from showcase.model.events import Event, HopEnded, HopStarted
from showcase.model.programme import Cue, Place, Programme, Role, Scene
from showcase.model.system import Oids, System
from showcase.standins.actors.document_consumer import DocumentConsumer
from showcase.standins.actors.document_registry import DocumentRegistry
from showcase.standins.actors.document_repository import DocumentRepository
from showcase.standins.actors.document_source import DocumentSource
from showcase.standins.behaviour import Behaviour, Prompt
from showcase.standins.book import Book
from showcase.standins.hops import Hops
from showcase.standins.memory import Person, Report
from showcase.standins.standin import Listening, StandIn
from showcase.transactions import catalogue
from showcase.wire.clock import SystemClock

REGION, HOSPITAL, PRACTICE = "1.2.3.1", "1.2.3.2", "1.2.3.3"
REPOSITORY_ID = "1.2.3.9.1"

ROSA = Person(
    id="RX-7",
    authority="REGION",
    authority_oid=REGION,
    family="Quill",
    given="Rosa",
    born="19610402",
    sex="F",
)
AT_HOSPITAL = Person(
    id="40213",
    authority="ALBA",
    authority_oid=HOSPITAL,
    family="Quill",
    given="Rosa",
    born="19610402",
    sex="F",
)
AT_PRACTICE = Person(
    id="P-99",
    authority="RIVERSIDE",
    authority_oid=PRACTICE,
    family="Quill",
    given="Rosa",
    born="19610402",
    sex="F",
)
REPORT = Report(
    person=AT_HOSPITAL,
    accession="A100",
    study="2.25.1",
    title="CT chest",
    text="Findings: clear lungs.\nImpression: no embolism & <no> fracture.",
    author="Lamb^Ida",
    written="20260301101500",
)

PROGRAMME = Programme(
    key="test",
    title="Test",
    places=(
        Place(key="hospital", title="St. Alba", authority="ALBA", authority_oid=HOSPITAL),
        Place(key="region", title="Region", authority="REGION", authority_oid=REGION),
        Place(key="practice", title="Riverside", authority="RIVERSIDE", authority_oid=PRACTICE),
    ),
    roles=(
        Role(key="ehr", title="EHR", plays=("Document Source",), place="hospital"),
        Role(key="repository", title="Repository", plays=("Document Repository",), place="region"),
        Role(key="registry", title="Registry", plays=("Document Registry",), place="region"),
        Role(key="gp", title="GP", plays=("Document Consumer",), place="practice"),
    ),
    scenes=(
        Scene(
            title="Share",
            cues=tuple(
                Cue(
                    id=transaction,
                    number=number,
                    transaction=transaction,
                    sender=sender,
                    receivers=(receiver,),
                    title=transaction,
                )
                for number, (transaction, sender, receiver) in enumerate(
                    (
                        ("ITI-41", "ehr", "repository"),
                        ("ITI-42", "repository", "registry"),
                        ("ITI-18", "gp", "registry"),
                        ("ITI-43", "gp", "repository"),
                    )
                )
            ),
        ),
    ),
)

_PLAYERS: dict[str, type[Behaviour]] = {
    "ehr": DocumentSource,
    "repository": DocumentRepository,
    "registry": DocumentRegistry,
    "gp": DocumentConsumer,
}


class Ledger:
    """A recorder that keeps events and blobs."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.blobs: dict[str, bytes] = {}
        self._news = asyncio.Event()

    def record(self, event: Event, blobs: Mapping[str, bytes] | None = None) -> None:
        self.events.append(event)
        self.blobs.update(blobs or {})
        self._news.set()

    async def hop(self, transaction: str, number: int = 1) -> HopEnded:
        """The so-many-th hop of a transaction, once it has ended: a stranger may see it earlier."""
        async with asyncio.timeout(20):
            while True:
                hops = [hop for hop in self.ended if hop.transaction == transaction]
                if len(hops) >= number:
                    return hops[number - 1]
                self._news.clear()
                await self._news.wait()

    async def settled(self) -> None:
        return

    async def kept(self) -> None:
        return

    @property
    def ended(self) -> list[HopEnded]:
        return [event for event in self.events if isinstance(event, HopEnded)]

    @property
    def started(self) -> list[HopStarted]:
        return [event for event in self.events if isinstance(event, HopStarted)]

    def request(self, hop: HopEnded) -> bytes:
        return self.blobs.get(hop.exchange.request, b"")

    def response(self, hop: HopEnded) -> bytes:
        return self.blobs.get(hop.exchange.response, b"")


class Region:
    """The four stand-ins, their book and their ledger."""

    def __init__(self, store: Path) -> None:
        self.ledger = Ledger()
        self.hops = Hops(self.ledger, catalogue.facts, SystemClock())
        self.book = Book(PROGRAMME, {}, {})
        self.stand_ins = {role.key: self._stand_in(role, store) for role in PROGRAMME.roles}

    def _stand_in(self, role: Role, store: Path) -> StandIn:
        place = PROGRAMME.place(role.place)
        return StandIn(
            role,
            place,
            listening=Listening(application=role.key, facility=place.key, ae_title=role.key),
            oids=Oids(
                authority_oid=place.authority_oid,
                unique_id=REPOSITORY_ID if role.key == "repository" else "",
            ),
            book=self.book,
            hops=self.hops,
            store=store / role.key,
            behaviours=[_PLAYERS[role.key]],
        )

    def url(self, role: str, transaction: str) -> str:
        soap = self.book.stand_ins[role].endpoints.soap
        assert soap is not None
        return soap.urls[transaction]

    def port(self, role: str) -> int:
        soap = self.book.stand_ins[role].endpoints.soap
        assert soap is not None
        return int(next(iter(soap.urls.values())).split(":")[2].partition("/")[0])

    def know_rosa(self) -> None:
        """What the wire would have told each system before."""
        self.stand_ins["registry"].memory.remember(ROSA)
        self.stand_ins["ehr"].memory.remember(AT_HOSPITAL)
        self.stand_ins["ehr"].memory.reports["A100"] = REPORT
        self.stand_ins["ehr"].memory.linked[HOSPITAL, AT_HOSPITAL.id] = (AT_PRACTICE, ROSA)
        self.stand_ins["gp"].memory.remember(AT_PRACTICE)
        self.stand_ins["gp"].memory.linked[PRACTICE, AT_PRACTICE.id] = (ROSA,)

    async def perform(self, role: str, transaction: str, receiver: str, **typed: str) -> HopEnded:
        """Prompt a stand-in, and return the hop that came of it."""
        await self.stand_ins[role].perform(
            Prompt(transaction=transaction, receivers=(receiver,), typed=typed, cue=transaction)
        )
        return [hop for hop in self.ledger.ended if hop.transaction == transaction][-1]


@asynccontextmanager
async def region(store: Path, **vendors: System) -> AsyncIterator[Region]:
    """The four, listening; a vendor's system replaces a role in the book."""
    four = Region(store)
    four.book.vendors.update(vendors)
    try:
        for key, each in four.stand_ins.items():
            four.book.stand_ins[key] = await each.start()
        yield four
    finally:
        for each in four.stand_ins.values():
            await each.stop()
