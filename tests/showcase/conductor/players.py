"""Players without sockets, beside the tests of the interface they imitate."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime

from showcase.model.answers import Missed
from showcase.model.events import Event, HopEnded
from showcase.model.exchange import Exchange, Outcome, Verdict
from showcase.model.programme import Cue, Patient, Place, Programme, Role, Scene
from showcase.model.system import System
from showcase.standins.behaviour import Prompt
from showcase.standins.book import Book
from showcase.standins.catchup import CaughtUp
from showcase.standins.hops import Hops
from showcase.wire.clock import SystemClock

PATIENT = Patient(given="Rosa", family="Quill", born="19610402", sex="F")


class Notebook:
    """A recorder that keeps events in a list."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def record(self, event: Event, blobs: Mapping[str, bytes] | None = None) -> None:
        del blobs
        self.events.append(event)

    async def settled(self) -> None:
        return

    async def kept(self) -> None:
        return

    def of(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]


class FakePlayers:
    """Answers a prompt with hops that end as told; `script` runs instead where one is set."""

    def __init__(self, programme: Programme, hops: Hops, vendors: dict[str, System]) -> None:
        systems = {role.key: System(key=role.key) for role in programme.roles}
        self.book = Book(programme, systems, vendors)
        self.hops = hops
        self.outcome = Outcome.ACKNOWLEDGED
        self.script: dict[str, Callable[[Prompt], Awaitable[None]]] = {}
        self.prompts: list[Prompt] = []
        self.missed: tuple[Missed, ...] = ()
        self.chores: list[asyncio.Task[None]] = []
        self.retold: list[tuple[str, list[str]]] = []

    async def perform(self, role: str, prompt: Prompt) -> None:
        self.prompts.append(prompt)
        if prompt.cue in self.script:
            await self.script[prompt.cue](prompt)
            return
        for receiver in prompt.receivers:
            await self.exchange(prompt.transaction, role, receiver, cue=prompt.cue)

    async def exchange(self, transaction: str, sender: str, receiver: str, cue: str = "") -> None:
        async with self.hops.outgoing(
            transaction, sender, receiver, transport="mllp", cue=cue
        ) as hop:
            hop.line.sent(b"request")
            hop.line.received(b"answer")
            hop.judge(Verdict(outcome=self.outcome, words="No." * (self.outcome != "acknowledged")))

    async def audits_kept(self, sent: Collection[str]) -> frozenset[str]:
        return frozenset(sent)

    async def take_over(self, role: str) -> CaughtUp:
        self.book.take_over(role)
        return CaughtUp(exchanges=2)

    async def relearn(self, run: str, ended: Sequence[HopEnded]) -> CaughtUp:
        self.retold.append((run, [each.hop for each in ended]))
        return CaughtUp(exchanges=len(ended))

    def give_back(self, role: str) -> tuple[Missed, ...]:
        self.book.give_back(role)
        return self.missed

    async def settle(self, seconds: float) -> None:
        await asyncio.wait_for(asyncio.gather(*self.chores), seconds)


def programme(*cues: Cue, roles: str = "desk ehr ris index registry") -> Programme:
    """A story in one place with these cues."""
    return Programme(
        key="test",
        title="Test",
        places=(Place(key="here", title="Here", authority="HERE", authority_oid="1.2.3"),),
        roles=tuple(Role(key=k, title=k.title(), plays=(), place="here") for k in roles.split()),
        scenes=(Scene(title="Only", cues=cues),),
    )


def cue(cue_id: str, transaction: str, sender: str, *receivers: str, **more: object) -> Cue:
    """A cue, in few words."""
    number = int(more.pop("number", 1))  # type: ignore[call-overload]
    return Cue(
        id=cue_id,
        number=number,
        transaction=transaction,
        sender=sender,
        receivers=receivers,
        title=cue_id.title(),
        **more,  # type: ignore[arg-type]
    )


def ledger(notebook: Notebook) -> Hops:
    return Hops(notebook, lambda _transaction, _request, _response: (), SystemClock())


def hop_ended(transaction: str, sender: str, receiver: str, **more: object) -> HopEnded:
    """A hop as a proof sees it."""
    exchange = Exchange(
        id="x",
        transport="mllp",
        initiator="",
        responder="",
        started=datetime(2026, 11, 24, tzinfo=UTC),
        milliseconds=1.0,
    )
    fields: dict[str, object] = {
        "hop": f"{transaction}-{sender}-{receiver}",
        "verdict": Verdict(outcome=Outcome.ACKNOWLEDGED),
        "exchange": exchange,
        **more,
    }
    return HopEnded(transaction=transaction, sender=sender, receiver=receiver, **fields)  # type: ignore[arg-type]
