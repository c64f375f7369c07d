"""What stands ready for a run: the story and the cast that were loaded, stand-ins and taps."""

import asyncio
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from showcase.api.changes import changes
from showcase.api.expected import resolve, written_callers
from showcase.api.gates import OpenGate, cannot_listen, elsewhere, open_gates
from showcase.api.guests import Guests
from showcase.api.identity import identity_of
from showcase.api.loading import alike, load, performed
from showcase.api.onstage import Memo
from showcase.api.parts import parts_of
from showcase.api.remains import Remains
from showcase.api.stagehand import Refused
from showcase.journal.journal import Journal
from showcase.model.answers import Missed, RunWanted
from showcase.model.clearance import Cleared
from showcase.model.events import Event, HopEnded, RolePassed, RunStarted
from showcase.model.programme import Programme
from showcase.model.readiness import ReadinessReport
from showcase.readiness.survey import survey
from showcase.standins.hops import Hops
from showcase.standins.owed import notice_of
from showcase.standins.troupe import Troupe
from showcase.story.cast import Cast
from showcase.story.fault import Faults
from showcase.story.story import Story
from showcase.taps.tap import Tap
from showcase.taps.taps import Taps
from showcase.wire.clock import Clock
from showcase.wire.line import Recording
from showcase.wire.porter import Porter


class House:
    """Keeps stand-ins and taps up from run to run, while story and cast stay the same.

    Attributes:
        cast: Where the cast on stage came from; empty: stand-ins play every role.
        patient: Name of the patient on stage.
        remains: What vendors' systems keep of her, and of those before her.
        interface: Where stand-ins listen; empty: where the cast says.
        guests: Callers whom the cast does not know.
    """

    def __init__(
        self,
        journal: Journal,
        hops: Hops,
        clock: Clock,
        store: Path,
        certificates: Path,
        *,
        porter: Porter,
    ) -> None:
        """Nobody is up.

        Args:
            journal: Where everything is recorded.
            hops: The ledger.
            clock: The time.
            store: Folder below which stand-ins keep what they were sent.
            certificates: Folder of the booth's authority.
            porter: Whom every port asks who may come in.
        """
        self.cast = ""
        self.patient = ""
        self.remains = Remains()
        self.interface = ""
        self.guests = Guests()
        self._porter = porter
        self._journal = journal
        self._hops = hops
        self._clock = clock
        self._store = store
        self._certificates = certificates
        self._story: Story | None = None
        self._cast = Cast()
        self._troupe: Troupe | None = None
        self._taps: Taps | None = None
        self._resolving: asyncio.Task[None] | None = None
        hops.on_end.append(self._note)

    @property
    def taps(self) -> tuple[Tap, ...]:
        """Where we listen in on vendors' systems."""
        return self._taps.all if self._taps else ()

    @property
    def logos(self) -> dict[str, bytes]:
        """Logos of the cast on stage, by digest."""
        return self._cast.logos

    def gates(self) -> Iterator[OpenGate]:
        """Every port that is open."""
        return open_gates(self._troupe, self.taps) if self._troupe else iter(())

    def listen_on(self, interface: str) -> bool:
        """Have stand-ins listen elsewhere, from their next start on.

        Returns:
            Whether some are up that have yet to move.
        """
        moves = interface != self.interface
        self.interface = interface
        if moves:
            self._story = None
        return moves and self._troupe is not None

    async def prepare(self, story: str, cast: str, language: str) -> tuple[Story, Troupe]:
        """Load story and cast, and start the stand-ins unless the right ones are up.

        Raises:
            Faults: Story or cast have faults, or do not go together.
            Refused: A port that the cast asks for is taken.
        """
        loaded, casting = await load(story, cast, language)
        troupe = self._troupe
        if troupe and self._story and alike((self._story, self._cast), (loaded, casting)):
            troupe.reword(loaded.programme())
        else:
            troupe = await self._change(loaded.programme(), casting)
        self._story, self._cast, self.cast = loaded, casting, cast
        return loaded, troupe

    async def bring_back(
        self, wanted: RunWanted, start: RunStarted, ports: Mapping[str, Mapping[str, int]]
    ) -> tuple[Troupe, tuple[str, ...]]:
        """Start the stand-ins of a run that is under way, on the ports that they had.

        Returns:
            The stand-ins, and what has changed on disk since the run began, in plain words.

        Raises:
            Faults: Story or cast have faults by now, or do not go together any more.
            Refused: A port that the cast asks for is taken.
        """
        loaded, casting = await load(wanted.story, wanted.cast, wanted.language)
        same = performed(loaded, wanted) == start.programme
        whole = loaded.programme() if same else start.programme
        if faults := casting.check(whole):
            raise Faults(faults)
        troupe = await self._change(whole, casting, ports=ports)
        # one that has changed is played as it began; the next run takes the new one
        self._story = loaded if same else None
        self._cast, self.cast = casting, wanted.cast
        return troupe, tuple(changes(start, casting, same_story=same))

    async def forget(self) -> tuple[Cleared, ...]:
        """Have every stand-in forget its patients; answer with who had something to forget."""
        return await self._troupe.forget() if self._troupe else ()

    def remember(self, patient: str, events: Iterable[Event]) -> None:
        """Know whom a run is about, and what it had left at vendors before its engine stopped."""
        self.patient = patient
        for event in events:
            if isinstance(event, HopEnded):
                self._note(event)

    def _note(self, ended: HopEnded, _recording: Recording | None = None) -> None:
        if self._troupe:
            self.remains.note(ended, self._troupe.book, self.patient)

    async def open(
        self, story: str, cast: str, *, only: Collection[str] = (), host: str = ""
    ) -> Troupe:
        """Only start the stand-ins.

        Raises:
            Faults: Story or cast have faults, or do not go together.
            Refused: A port that the cast asks for is taken, or there is no such role.
        """
        loaded, casting = await load(story, cast)
        whole = loaded.programme()
        if unknown := set(only) - {role.key for role in whole.roles}:
            known = ", ".join(role.key for role in whole.roles)
            raise Refused(f"The story has no role {min(unknown)}.", f"Its roles are: {known}.")
        return await self._change(whole, casting, only=only, host=host)

    async def readiness(
        self, story: str, cast: str, *, language: str = "", role: str = "", subject: str = ""
    ) -> ReadinessReport:
        """Ask every system that a cast names whether it can play a story.

        Args:
            story: Name or file.
            cast: Name or file.
            language: Of the roles' titles; empty: the story's own.
            role: Only the system of that role; empty: all.
            subject: Only at that address of it, as a check calls it; empty: at all.

        Raises:
            Faults: Story or cast have faults, or do not go together.
            Refused: The booth's certificates cannot be used.
        """
        loaded, casting = await load(story, cast, language)
        up = self._troupe.book.stand_ins.values() if self._troupe else ()
        return await survey(
            loaded.programme(),
            casting,
            identity=await identity_of(casting, self._certificates, self._clock),
            clock=self._clock,
            cast=cast,
            only=(role, subject),
            ours=frozenset(place for each in up for place in each.endpoints.places().values()),
        )

    def relievable(self, role: str) -> None:
        """See that a role can be taken over from a vendor's system.

        Raises:
            Refused: No story is on stage, or no vendor's system plays the role.
        """
        if role not in self._on_stage().book.vendors:
            raise Refused(f"No vendor's system plays {role}.", "The stand-in plays it already.")

    def returnable(self, role: str) -> None:
        """See that a role can be given back to a vendor's system.

        Raises:
            Refused: No story is on stage, or the role was not taken over.
        """
        if role not in self._on_stage().book.relieved:
            raise Refused(f"Nobody was relieved of {role}.", "There is nothing to give back.")

    async def take_over(self, role: str) -> None:
        """Have the stand-in play a role, between runs."""
        troupe = self._on_stage()
        await troupe.take_over(role)
        self._journal.record(RolePassed(role=role, system=troupe.book.on_stage(role)))

    def give_back(self, role: str) -> tuple[Missed, ...]:
        """Have the vendor's system play its role again, between runs; what has it missed?"""
        troupe = self._on_stage()
        missed = troupe.give_back(role)
        self._journal.record(RolePassed(role=role, system=troupe.book.on_stage(role)))
        if notice := notice_of(missed, role, troupe.book):
            self._journal.record(notice)
        return missed

    def ports(self) -> dict[str, dict[str, int]]:
        """Where the stand-ins listen: port by protocol, by role key."""
        up = self._troupe.book.stand_ins if self._troupe else {}
        return {
            role: {protocol: port for protocol, (_, port) in system.endpoints.places().items()}
            for role, system in up.items()
        }

    def memo(self, run: str, wanted: RunWanted) -> Memo:
        """What an engine has to know that brings this run back after a crash."""
        return Memo(
            run=run,
            wanted=wanted,
            ports=self.ports(),
            interface=self.interface,
            names=self.guests.names,
        )

    def remember_place(self, memo: Memo) -> None:
        """Listen where the engine before us had listened, and call callers as it did."""
        self.interface = memo.interface
        self.guests.names.update(memo.names)

    async def clear(self) -> None:
        """Close every port."""
        taps, troupe = self._taps, self._troupe
        self._taps = self._troupe = None
        if self._resolving:
            self._resolving.cancel()
        if taps:
            await taps.stop()
        if troupe:
            await troupe.stop()

    def _on_stage(self) -> Troupe:
        if self._troupe is None:
            raise Refused("No story is on stage.", "Choose a story and start a run.")
        return self._troupe

    async def _change(
        self,
        programme: Programme,
        casting: Cast,
        *,
        only: Collection[str] = (),
        host: str = "",
        ports: Mapping[str, Mapping[str, int]] = MappingProxyType({}),
    ) -> Troupe:
        await self.clear()
        host = host or self.interface
        self._porter.expect(written_callers(casting))
        # a name's address may come late, or never: nobody waits for it
        self._resolving = asyncio.get_running_loop().create_task(
            resolve(casting, self._porter.expect)
        )
        identity = await identity_of(casting, self._certificates, self._clock, host=host)
        troupe = Troupe(
            programme,
            parts=parts_of(
                programme,
                casting,
                only=only,
                host=host,
                identity=identity,
                ports=ports,
                porter=self._porter,
            ),
            vendors=casting.vendors,
            hops=self._hops,
            store=self._store,
            blob=self._journal.blob,
        )
        self.guests.meet(troupe.book)
        taps = Taps(casting, troupe, host=host)
        try:
            await troupe.start()
            self._troupe, self._taps = troupe, taps
            await taps.start()
            troupe.book.tapped = {
                (tap.sender, tap.receiver, tap.protocol): tap.address for tap in taps.all
            }
        except OSError as error:
            await self.clear()
            raise cannot_listen(error) from error
        if troupe.moved:
            self._journal.record(elsewhere([programme.role(key).title for key in troupe.moved]))
        return troupe
