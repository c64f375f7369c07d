"""One simulated system: a role of the story, its memory, its behaviours, its open endpoints."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import msgspec
import structlog

from showcase.model.clearance import Holding
from showcase.model.programme import Place, Role
from showcase.model.system import Endpoints, Oids, System
from showcase.standins.behaviour import Act, Behaviour, CannotAct, Prompt
from showcase.standins.book import Book
from showcase.standins.endpoints import ENDPOINTS, Endpoint
from showcase.standins.hop import Hop
from showcase.standins.hops import Hops
from showcase.standins.memory import Memory
from showcase.standins.security import Security
from showcase.wire.addresses import LOOPBACK, near
from showcase.wire.failure import TlsRefused
from showcase.wire.gate import Gate
from showcase.wire.porter import Porter
from showcase.wire.tls import Credentials

_AUDIT = "ITI-20"
_log = structlog.get_logger()


class Listening(msgspec.Struct, frozen=True, kw_only=True):
    """Where a stand-in shall listen, and the names it goes by.

    Attributes:
        host: Interface to bind; loopback unless staff chose another.
        ports: Port by protocol (``hl7v2``, ``dicom``, ``soap``, ``syslog``, ``syslog_tls``);
            one that is missing or 0 is chosen by the operating system.
        application: MSH-3 / MSH-5 it goes by.
        facility: MSH-4 / MSH-6 it goes by.
        ae_title: DICOM AE title, 1 to 16 characters.
        tls: Its certificate, and whom it trusts (ITI-19), its own authority first; None: it
            speaks in the clear only.
        secure: Its ports take TLS and nothing else.
        porter: Who may come in; None: everybody.
    """

    application: str
    facility: str
    ae_title: str
    host: str = LOOPBACK
    ports: dict[str, int] = {}
    tls: Credentials | None = None
    secure: bool = False
    porter: Porter | None = None


class StandIn:
    """A system of ours.

    Attributes:
        role: The part it plays.
        place: Where it stands; its `authority` is the system's own patient domain.
        listening: The names it goes by.
        oids: Its object identifiers.
        memory: What the wire has told it.
        book: Its address book.
        store: Folder for what it was sent; created when first needed.
        security: Its TLS.
        gates: The ways in, by protocol.
    """

    def __init__(
        self,
        role: Role,
        place: Place,
        *,
        listening: Listening,
        oids: Oids,
        book: Book,
        hops: Hops,
        store: Path,
        behaviours: Iterable[type[Behaviour]],
    ) -> None:
        """A system that does not listen yet."""
        self.role = role
        self.place = place
        self.listening = listening
        self.oids = oids
        self.book = book
        self.hops = hops
        self.store = store
        self.security = Security(self)
        self.memory = Memory()
        self.gates: dict[str, Gate] = {}
        self.behaviours: tuple[Behaviour, ...] = tuple(kind(self) for kind in behaviours)
        self._acts: dict[str, Act] = {
            transaction: act for each in self.behaviours for transaction, act in each.acts().items()
        }
        self._endpoints: list[Endpoint] = []
        self._chores: set[asyncio.Task[None]] = set()

    async def start(self) -> System:
        """Open every endpoint that a behaviour needs.

        Raises:
            OSError: A port is taken; the message names role, protocol and port.
        """
        opened: dict[str, object] = {}
        for name, kind in ENDPOINTS.items():
            endpoint = kind(self)
            if not endpoint.wanted:
                continue
            self._endpoints.append(endpoint)
            try:
                opened[name] = await endpoint.open()
            except OSError as error:
                port = self.listening.ports.get(name, 0)
                raise OSError(
                    error.errno, f"{self.role.key}: {name} port {port}: {error.strerror or error}"
                ) from error
        return System(
            key=self.role.key,
            oids=self.oids,
            endpoints=msgspec.convert(opened, Endpoints, from_attributes=True).at(
                near(self.listening.host)
            ),
        )

    async def stop(self) -> None:
        """Close every endpoint and drop what is under way."""
        for chore in tuple(self._chores):
            chore.cancel()
        await asyncio.gather(*self._chores, return_exceptions=True)
        for endpoint in self._endpoints:
            await endpoint.close()
        self._endpoints.clear()

    async def settle(self) -> None:
        """Return once nothing that it does by itself is under way."""
        while self._chores:
            await asyncio.wait(self._chores)

    async def forget(self) -> dict[Holding, int]:
        """Forget every patient: what it knew, and what it was sent. Nothing is closed.

        Returns:
            How many of each kind there were; none that is 0.
        """
        counts: Counter[Holding] = Counter(self.memory.forget())
        for behaviour in self.behaviours:
            counts.update(await behaviour.forget())
        return {holding: count for holding, count in counts.items() if count}

    async def perform(self, prompt: Prompt) -> None:
        """Do what its human is asked to do; how it went stands in the hops.

        Raises:
            CannotAct: It does not know enough, or plays no such actor.
        """
        if prompt.transaction not in self._acts:
            raise CannotAct(
                f"the stand-in for {self.role.title} cannot start {prompt.transaction}",
                remedy="Give the role an IHE actor that starts it, in the story's `plays:`.",
            )
        await self._acts[prompt.transaction](prompt)

    @asynccontextmanager
    async def hop(
        self,
        transaction: str,
        receiver: str,
        *,
        transport: str,
        cue: str = "",
        count: int = 1,
        label: str = "",
        thumbnails: Iterable[bytes] = (),
    ) -> AsyncIterator[Hop]:
        """Start a transaction with another role; see `Hops.outgoing`."""
        outgoing = self.hops.outgoing(
            transaction,
            self.role.key,
            receiver,
            transport=transport,
            cue=cue,
            count=count,
            label=label,
            thumbnails=thumbnails,
        )
        async with outgoing as hop:
            try:
                yield hop
            except TlsRefused as failure:
                if transaction != _AUDIT:  # nobody would hear of it there
                    self.security.failed(receiver, failure)
                raise

    def gate(self, protocol: str) -> Gate:
        """The way in to one of its ports; who has come is remembered while the engine lives."""
        porter = self.listening.porter or Porter()
        return self.gates.setdefault(protocol, Gate(porter, self.role.key, protocol))

    def now(self) -> datetime:
        """The time, by the engine's clock."""
        return self.hops.clock.now()

    def partner(self, role: str, transaction: str) -> System:
        """The system that answers `transaction` for `role`."""
        return self.book.system(role, transaction)

    def partners(self, transaction: str) -> tuple[str, ...]:
        """Roles to which it sends `transaction` by itself; none when a vendor's system does."""
        if self.book.quiet or not self.book.ours(self.role.key, transaction):
            return ()
        return self.book.partners(self.role.key, transaction)

    def chore(self, work: Coroutine[object, object, None]) -> None:
        """Do something by itself, in the background, owned by this stand-in."""
        task = asyncio.get_running_loop().create_task(work)
        self._chores.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._chores.discard(task)
        if not task.cancelled() and (error := task.exception()):
            _log.error("chore failed", role=self.role.key, error=repr(error), exc_info=error)
