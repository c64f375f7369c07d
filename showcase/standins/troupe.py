"""All stand-ins of one story: started together, prompted by role, stopped together.

Every role has one, up from the beginning: where a vendor's system plays the whole role it is idle,
and a takeover in the middle of a run needs no start-up.
"""

import asyncio
import errno
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import msgspec

from showcase.model.answers import Missed
from showcase.model.clearance import Cleared
from showcase.model.events import HopEnded
from showcase.model.programme import Programme, Role
from showcase.model.system import Oids, System
from showcase.standins.actors import BEHAVIOURS
from showcase.standins.actors.audit_record_repository import AuditRecordRepository
from showcase.standins.actors.secure_node import SecureNode
from showcase.standins.behaviour import Behaviour, CannotAct, Prompt
from showcase.standins.book import Book
from showcase.standins.catchup import Blob, CatchUp, CaughtUp
from showcase.standins.hops import Hops
from showcase.standins.owed import Owed
from showcase.standins.standin import Listening, StandIn
from showcase.wire.addresses import LOOPBACK
from showcase.wire.line import Recording

_SETTLE = 5.0
"""Seconds given to what stand-ins have begun by themselves while they were told."""

_ON_ITS_WAY = 1.0
"""Seconds given to an audit record between its sender and the repository's file."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """How a stand-in shall be set up.

    Attributes:
        listening: Where it listens, and its names.
        oids: Its object identifiers.
        pinned: Protocols whose port somebody relies on; elsewhere another port will do, should
            the one it wants be taken.
    """

    listening: Listening
    oids: Oids
    pinned: frozenset[str] = frozenset()


class Troupe:
    """The stand-ins of one story, and the book of everybody's addresses."""

    def __init__(
        self,
        programme: Programme,
        *,
        parts: Mapping[str, Part],
        vendors: Mapping[str, System],
        hops: Hops,
        store: Path,
        blob: Blob,
    ) -> None:
        """Nobody listens yet.

        Args:
            programme: The whole story, not a cut of it.
            parts: One for each role that a stand-in shall play, wholly or in part.
            vendors: Systems that play a role, wholly or in part.
            hops: The ledger.
            store: Folder below which each stand-in keeps what it was sent.
            blob: Recorded bytes by their SHA-256.
        """
        self.book = Book(programme, {}, dict(vendors))
        self.book.interface = next((part.listening.host for part in parts.values()), LOOPBACK)
        roles = {role.key for role in programme.roles}
        self.book.left_out = frozenset(roles - parts.keys() - vendors.keys())
        self.moved: list[str] = []
        self._hops = hops
        self._parts = dict(parts)
        self._stand_ins = {
            role.key: self._stand_in(role, parts[role.key], store / role.key)
            for role in programme.roles
            if role.key in parts
        }
        self._owed = Owed(self.book)
        self._catch_up = CatchUp(self.book, self._stand_ins, hops, blob)

    @property
    def hops(self) -> Hops:
        """The ledger."""
        return self._hops

    def stand_in(self, role: str) -> StandIn | None:
        """The stand-in of a role, idle or not; None where the role was left out."""
        return self._stand_ins.get(role)

    def reword(self, programme: Programme) -> None:
        """Take the same story in other words: another language, a title that was mended."""
        self.book.programme = programme
        for key, stand_in in self._stand_ins.items():
            stand_in.role = programme.role(key)
            stand_in.place = programme.place(stand_in.role.place)

    async def start(self) -> None:
        """Open every port.

        A port that is taken is replaced by a free one unless it is pinned; `moved` tells whose.

        Raises:
            OSError: A port that the cast asks for is taken; nobody listens then.
        """
        try:
            for key, stand_in in self._stand_ins.items():
                self.book.stand_ins[key] = await self._open(key, stand_in)
        except OSError:
            await self.stop()
            raise
        self._hops.on_end += self._listeners

    async def stop(self) -> None:
        """Close every port and drop what is under way."""
        for listener in self._listeners:
            if listener in self._hops.on_end:
                self._hops.on_end.remove(listener)
        await self._catch_up.stop()
        await asyncio.gather(*(each.stop() for each in self._stand_ins.values()))

    async def forget(self) -> tuple[Cleared, ...]:
        """Have every stand-in forget its patients; answer with who had something to forget."""
        await self._catch_up.settled()
        self._catch_up.forget()
        titles = {role.key: role.title for role in self.book.programme.roles}
        cleared = []
        for key, stand_in in self._stand_ins.items():
            if counts := await stand_in.forget():
                cleared.append(Cleared(role=key, title=titles[key], counts=counts))
        return tuple(cleared)

    @property
    def _listeners(self) -> tuple[Callable[[HopEnded, Recording], None], ...]:
        """Whoever wants to know of every hop that has ended."""
        return (self._report, self._catch_up.note, self._owed.note)

    async def settle(self, seconds: float) -> None:
        """Return once no stand-in is busy by itself, or after `seconds`."""
        try:
            async with asyncio.timeout(seconds):
                await self._catch_up.settled()
                for each in self._stand_ins.values():
                    await each.settle()
        except TimeoutError:
            return

    async def audits_kept(self, sent: Collection[str]) -> frozenset[str]:
        """Which of these audit records, by SHA-256, a repository of ours keeps.

        What is still on its way there is waited for, a moment.
        """
        found: frozenset[str] = frozenset()
        for each in self._stand_ins.values():
            for behaviour in each.behaviours:
                if isinstance(behaviour, AuditRecordRepository):
                    ours = self.book.ours(each.role.key, "ITI-20")
                    found |= await behaviour.holds(sent, _ON_ITS_WAY if ours else 0)
        return found

    async def perform(self, role: str, prompt: Prompt) -> None:
        """Have a role's human do something.

        Raises:
            CannotAct: The system does not know enough, or no stand-in plays the role.
        """
        stand_in = self._stand_ins.get(role)
        if stand_in is None:
            raise CannotAct(f"no stand-in plays {role}", remedy="Leave the role out of the cast.")
        await self._catch_up.settled()
        await stand_in.perform(prompt)

    async def take_over(self, role: str) -> CaughtUp:
        """Have the stand-in play all of a role from now on, once it has caught up.

        Raises:
            KeyError: No vendor's system plays the role.
        """
        # first, for what it does by itself while it catches up is its own to do from now on
        self.book.take_over(role)
        return await self._catch_up.take(role)

    async def relearn(self, run: str, ended: Sequence[HopEnded]) -> CaughtUp:
        """Have every stand-in know what the hops of a run have told it; nothing is sent.

        For an engine that comes after a crash. What vendors' systems were told is kept for the
        stand-ins that may go on for them.
        """
        self.book.quiet = True
        try:
            found = await self._catch_up.relearn(run, ended)
            await self.settle(_SETTLE)
        finally:
            self.book.quiet = False
        return found

    def give_back(self, role: str) -> tuple[Missed, ...]:
        """Have the vendor's system that was relieved play its role again; what has it missed?

        Raises:
            KeyError: The role was not taken over.
        """
        self.book.give_back(role)
        for stand_in in self._stand_ins.values():
            for behaviour in stand_in.behaviours:
                behaviour.tell_again(role)
        return self._owed.settle(role)

    async def _open(self, key: str, stand_in: StandIn) -> System:
        try:
            return await stand_in.start()
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
        await stand_in.stop()
        wanted, pinned = stand_in.listening, self._parts[key].pinned
        ports = {name: port for name, port in wanted.ports.items() if name in pinned}
        stand_in.listening = msgspec.structs.replace(wanted, ports=ports)
        self.moved.append(key)
        return await stand_in.start()

    def _stand_in(self, role: Role, part: Part, store: Path) -> StandIn:
        return StandIn(
            role,
            self.book.programme.place(role.place),
            listening=part.listening,
            oids=part.oids,
            book=self.book,
            hops=self._hops,
            store=store,
            behaviours=_behaviours(role),
        )

    def _report(self, ended: HopEnded, recording: Recording) -> None:
        """Let both ends of a hop, where they are ours, report it to the audit repository."""
        for role in {ended.sender, ended.receiver}:
            stand_in = self._stand_ins.get(role)
            if stand_in is None or not self.book.ours(role, ended.transaction):
                continue
            for behaviour in stand_in.behaviours:
                if isinstance(behaviour, SecureNode):
                    behaviour.report(ended, recording)


def _behaviours(role: Role) -> list[type[Behaviour]]:
    """Those of the actors that the role plays; every system is a Secure Node as well (ITI-19)."""
    played = {*role.plays, SecureNode.actor}
    return [kind for kind in BEHAVIOURS if kind.actor in played]
