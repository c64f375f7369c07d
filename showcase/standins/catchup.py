"""What vendors' systems have been told and have told others, for the stand-ins of their roles.

A stand-in knows only what the wire told it; so, before it can go on in a vendor's place, it must
be told what that system was told. There are three occasions:

- **Takeover**: the stand-in of a role that a vendor's system has played so far catches up on all
  that the role has received and sent in this run, then takes the role.
- **Assisted**: where a vendor's system takes only some transactions of its role, the stand-in that
  keeps the rest is told of each of them as soon as it has ended. To its partners the two are one
  system: the front desk says once who has come, and whoever orders for her knows it.
- **Come back**: an engine that was killed in a run comes again; every stand-in, empty as it is, is
  told what its role has received and sent in that run.

Who was told something and gave no answer in time may have taken it all the same: where that system
went on to do what follows from it (a document listed, an order scheduled), it has, and its stand-in
is told of it, too. Else a registry would list a document that no repository has.

What the role has *received* is replayed (`replay`); what it has *sent*, and was answered, the
behaviours recall (`Behaviour.recall`). Questions teach nobody but who asks.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence

import msgspec
import structlog

from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.model.transaction import Thing
from showcase.standins.book import Book
from showcase.standins.hops import Hops
from showcase.standins.replay import replay
from showcase.standins.standin import StandIn
from showcase.transactions import iti43, rad10
from showcase.transactions.catalogue import CATALOGUE
from showcase.wire.line import Recording

_log = structlog.get_logger()

_CARRIERS = frozenset({"mllp", "http", "dicom"})

Blob = Callable[[str], Awaitable[bytes]]
"""SHA-256 -> recorded bytes; KeyError when nobody has kept them."""


class CaughtUp(msgspec.Struct, frozen=True, kw_only=True):
    """How far a stand-in has caught up.

    Attributes:
        exchanges: How many it now knows of.
        faults: What it could not make sense of, in plain words.
    """

    exchanges: int = 0
    faults: tuple[str, ...] = ()


class CatchUp:
    """Keeps, for each role, the hops of this run that its stand-in has not been told of."""

    def __init__(
        self, book: Book, stand_ins: Mapping[str, StandIn], hops: Hops, blob: Blob
    ) -> None:
        """Nothing has happened yet."""
        self._book = book
        self._stand_ins = stand_ins
        self._hops = hops
        self._blob = blob
        self._run = ""
        self._missed: defaultdict[str, list[HopEnded]] = defaultdict(list)
        self._unanswered: defaultdict[str, list[HopEnded]] = defaultdict(list)
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._tasks: set[asyncio.Task[None]] = set()

    def note(self, ended: HopEnded, _recording: Recording) -> None:
        """Keep a hop in which a vendor's system had a part."""
        if ended.run != self._run:
            self._run = ended.run
            self.forget()
        self._doubt(ended)
        for role in self._taught(ended):
            if self._book.ours(role, ended.transaction):
                continue
            self._missed[role].append(ended)
            if self._book.vendors[role].assisted:
                self._own(self._mirror(role))

    async def relearn(self, run: str, ended: Sequence[HopEnded]) -> CaughtUp:
        """Tell every stand-in what it has missed of a run, because it was not there: all of it.

        Requests for storage commitment are left out: what was promised is promised, and what was
        not, nobody promises by itself.
        """
        self._run = run
        self.forget()
        known: defaultdict[str, list[HopEnded]] = defaultdict(list)
        for each in ended:
            self._doubt(each)
            for role in self._taught(each):
                mine = self._book.ours(role, each.transaction) or self._book.vendors[role].assisted
                (known if mine else self._missed)[role].append(each)
        found = [await self._catch_up(role, missed) for role, missed in known.items()]
        return CaughtUp(
            exchanges=sum(each.exchanges for each in found),
            faults=tuple(fault for each in found for fault in each.faults),
        )

    async def _catch_up(self, role: str, missed: list[HopEnded]) -> CaughtUp:
        asked = _asking_for_promises(missed, role)
        told = [each for each in missed if each not in asked]
        async with self._locks[role]:
            return await self._tell(role, _in_order(told, role, self._caused()))

    def _taught(self, ended: HopEnded) -> list[str]:
        """The roles that know more after a hop, as far as there are stand-ins for them."""
        if ended.verdict.outcome is not Outcome.ACKNOWLEDGED:
            return []
        ends = dict.fromkeys((ended.sender, ended.receiver))
        return [role for role in ends if role in self._stand_ins and _teaches(ended, role)]

    def _doubt(self, ended: HopEnded) -> None:
        """Keep a hop that a vendor's system may have taken, though nobody heard it say so."""
        role = ended.receiver
        known = role in self._stand_ins and ended.exchange.transport in _CARRIERS
        if known and ended.verdict.outcome is Outcome.FAILED and role in self._book.vendors:
            self._unanswered[role].append(ended)

    def _taken_all_the_same(self, role: str, missed: list[HopEnded]) -> list[HopEnded]:
        """What a role gave no answer to, and did what follows from it."""
        causes = {cue.id: cue.caused_by for cue in self._book.programme.cues}
        proven = {causes.get(each.cue) for each in missed if each.sender == role}
        unanswered = self._unanswered.pop(role, [])
        return [each for each in unanswered if each.cue and each.cue in proven]

    async def settled(self) -> None:
        """Return once every stand-in that shares its role knows what it should."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def forget(self) -> None:
        """What vendors were told of the patient before is of no use to the next one."""
        self._missed.clear()
        self._unanswered.clear()

    async def stop(self) -> None:
        """Leave off."""
        for task in tuple(self._tasks):
            task.cancel()
        await self.settled()

    async def take(self, role: str) -> CaughtUp:
        """Tell the stand-in of a role everything that it has not been told yet."""
        async with self._locks[role]:
            missed, self._missed[role] = self._missed[role], []
            missed += self._taken_all_the_same(role, missed)
            return await self._tell(role, _in_order(missed, role, self._caused()))

    async def _mirror(self, role: str) -> None:
        async with self._locks[role]:
            missed, self._missed[role] = self._missed[role], []
            # a promise is the vendor's to give; only who takes the role over must see to it
            later = [] if _promised(missed, role) else _asking_for_promises(missed, role)
            self._missed[role] += later
            asked = _asking_for_promises(missed, role)
            found = await self._tell(role, [each for each in missed if each not in asked])
        for fault in found.faults:
            self._hops.notice(
                f"The stand-in could not follow what its vendor was told: {fault}", role=role
            )

    async def _tell(self, role: str, missed: list[HopEnded]) -> CaughtUp:
        faults: list[str] = []
        await self._hops.settled()
        for ended in missed:
            try:
                fault = await self._learn(self._stand_ins[role], ended)
            except Exception as error:  # noqa: BLE001 - a takeover goes on without it
                _log.exception("catching up failed", role=role, transaction=ended.transaction)
                fault = f"Showcase itself failed: {error}."
            if fault:
                faults.append(f"{ended.transaction}: {fault}")
        return CaughtUp(exchanges=len(missed) - len(faults), faults=tuple(faults))

    async def _learn(self, me: StandIn, ended: HopEnded) -> str:
        """Why `me` could not learn from a hop; empty when it could."""
        exchange = ended.exchange
        sides = (exchange.request, exchange.response)
        request, response = [await self._blob(each) if each else b"" for each in sides]
        if ended.sender == me.role.key:
            for behaviour in me.behaviours:
                await behaviour.recall(ended, request, response)
        if ended.receiver != me.role.key and exchange.transport != "dicom":
            return ""
        verdict = await replay(me, ended, request, response)
        return "" if verdict.outcome is Outcome.ACKNOWLEDGED else verdict.words or verdict.status

    def _caused(self) -> frozenset[str]:
        return frozenset(cue.id for cue in self._book.programme.cues if cue.caused_by)

    def _own(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _teaches(ended: HopEnded, role: str) -> bool:
    """Whether whoever plays `role` knows more after this hop than before."""
    known = CATALOGUE.get(ended.transaction)
    # a hop that was seen by audit has no bytes of its own
    if known is None or ended.exchange.transport not in _CARRIERS:
        return False
    asked = known.thing is Thing.QUESTION or ended.transaction == iti43.TRANSACTION.id
    return not asked or ended.sender == role


def _asking_for_promises(missed: list[HopEnded], role: str) -> list[HopEnded]:
    """Requests for storage commitment, which nobody has answered by a report yet."""
    asking = rad10.TRANSACTION.id
    return [each for each in missed if each.transaction == asking and each.receiver == role]


def _promised(missed: list[HopEnded], role: str) -> bool:
    promise = rad10.TRANSACTION.id
    return any(each.transaction == promise and each.sender == role for each in missed)


def _in_order(missed: list[HopEnded], role: str, caused: frozenset[str]) -> list[HopEnded]:
    """What a role did by itself comes before what had caused it.

    A stand-in that knows already what the vendor's system made of an order, a feed or a document
    does not make it again: one accession number, one number in the region, one registration. A
    promise that was given is not given again.
    """
    done = [each for each in missed if each.sender == role and each.cue in caused]
    kept = _asking_for_promises(missed, role) if _promised(missed, role) else []
    return done + [each for each in missed if each not in done and each not in kept]
