"""The engine: stories, stand-ins, the run on stage, the journal. One of them per process."""

from collections.abc import Collection
from pathlib import Path
from uuid import uuid4

import msgspec

from showcase import __version__
from showcase.api.casting import Casting
from showcase.api.house import House
from showcase.api.loading import performed
from showcase.api.onstage import Memo, OnStage
from showcase.api.reception import ReceptionDesk
from showcase.api.registrar import Registrar
from showcase.api.running import Running
from showcase.api.shelf import stories
from showcase.conductor.past import Past
from showcase.conductor.performance import Performance
from showcase.journal.journal import Journal
from showcase.model.answers import EngineState, Missed, RunWanted, StoryBrief
from showcase.model.clearance import Clearance
from showcase.model.events import Knocked, Noticed, RunEnded
from showcase.model.programme import NOBODY, Patient, Programme
from showcase.model.readiness import ReadinessReport
from showcase.standins.hops import Hops
from showcase.standins.troupe import Troupe
from showcase.story.cast_shelf import CastShelf
from showcase.story.persona import fresh_patient
from showcase.story.story import Story
from showcase.taps.tap import Tap
from showcase.transactions.catalogue import facts
from showcase.wire.authority import Authority
from showcase.wire.clock import Clock
from showcase.wire.porter import Knock, Porter


class Engine:
    """Plays one run at a time; everything it does, it records.

    Implements `showcase.api.stagehand.Stagehand`, the verbs of the API.

    Attributes:
        casting: Reads and changes casts.
        reception: Admits strangers, and knows every open port.
    """

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        store: Path,
        certificates: Path | None = None,
        *,
        on_stage: OnStage | None = None,
        open_house: bool = False,
    ) -> None:
        """An engine with nothing on stage.

        Args:
            journal: Where everything is recorded.
            clock: The time.
            store: Folder below which stand-ins keep what they were sent.
            certificates: Folder of the booth's authority; None: beside `store`.
            on_stage: Where the run is noted, so that an engine that comes after a crash finds it;
                None: a crash ends it.
            open_house: Whether callers whom the cast does not name come in unasked.
        """
        self.journal = journal
        self._clock = clock
        self._hops = Hops(journal, facts, clock)
        self._porter = Porter(open_house=open_house, told=self._knocked)
        authority = certificates or store.parent / "certificates"
        self._house = House(
            journal,
            self._hops,
            clock,
            store,
            authority,
            porter=self._porter,
        )
        self.reception = ReceptionDesk(self._porter, self._house, journal)
        self.casting = Casting(
            CastShelf(store.parent / "casts"),
            self._house,
            lambda: self._running.changes,
            Registrar(Authority(authority, clock)),
        )
        self._on_stage = on_stage or OnStage(None)
        self._running = Running()
        self._names: set[str] = set()
        self._clearance = Clearance()

    @property
    def performance(self) -> Performance:
        """The run on stage.

        Raises:
            Refused: There is none.
        """
        return self._running.performance

    @property
    def taps(self) -> tuple[Tap, ...]:
        """Where we listen in on vendors' systems, as long as stand-ins are up."""
        return self._house.taps

    async def stories(self) -> list[StoryBrief]:
        """Every story that loads; one that does not is left out and told, as is a translation."""
        return await stories(self.journal)

    async def state(self) -> EngineState:
        """What the engine is doing now."""
        performance = self._running.under_way
        if performance is None:
            return EngineState(last_seq=await self.journal.last_seq(), version=__version__)
        return EngineState(
            run=performance.run,
            story=performance.programme.key,
            cut=performance.programme.cut,
            cast=self._house.cast,
            standby=performance.standby.id if performance.standby else "",
            busy=performance.busy,
            held=performance.held,
            last_seq=await self.journal.last_seq(),
            version=__version__,
        )

    async def start_run(
        self,
        story: str,
        *,
        cast: str = "",
        cut: str = "",
        fast: bool = False,
        language: str = "",
        watch: bool = False,
    ) -> str:
        """Put a story on stage with a fresh patient; GO fires its first cue.

        Ends the run that is on stage, if there is one. Stand-ins stay up from run to run while
        story and cast stay the same, but forget every patient; `clearance` tells.

        Args:
            story: Name, folder or file.
            cast: Who plays which role; empty: stand-ins play every one.
            cut: A shorter way through it; empty: all of it.
            fast: No pauses.
            language: Of its texts; empty: the story's own.
            watch: Play nothing: draw whatever its systems see, until the next run or `end`.

        Returns:
            The new run's id.

        Raises:
            Faults: Story or cast have faults, or do not go together.
            Refused: A port that the cast asks for is taken, or another run is just being put on
                stage.
        """
        wanted = RunWanted(
            story=story, cast=cast, cut=cut, fast=fast, language=language, watch=watch
        )
        before = self._running.latest.run if self._running.latest else ""
        wished = self._clock.monotonic()
        async with self._running.clear():
            return await self._begin(wanted, before, wished)

    async def _begin(self, wanted: RunWanted, before: str, wished: float) -> str:
        cleared = await self._house.forget()
        loaded, troupe = await self._house.prepare(wanted.story, wanted.cast, wanted.language)
        run = f"{self._clock.now():%Y%m%d-%H%M%S}-{uuid4().hex[:4]}"
        self._on_stage.write(self._house.memo(run, wanted))
        programme = performed(loaded, wanted)
        patient = NOBODY if wanted.watch else self._fresh_patient(loaded)
        performance = self._perform(run, programme, patient, troupe, fast=wanted.fast)
        self._running.put(performance)
        self._house.patient = patient.name
        performance.open(self._house.logos)
        self._clearance = Clearance(
            run=run,
            before=before,
            patient=patient.name,
            cleared=cleared,
            kept=self._house.remains.all(before),
            milliseconds=round(1000 * (self._clock.monotonic() - wished), 1),
        )
        return run

    async def clearance(self) -> Clearance:
        """What the newest reset has cleared, and what it could not clear."""
        return self._clearance

    async def bring_back(self, past: Past, memo: Memo) -> None:
        """Put a run back on stage in which an engine had stopped: held, where it stood.

        Raises:
            Faults: Story or cast have faults by now, or do not go together any more.
            Refused: A port that the cast asks for is taken.
        """
        async with self._running.clear():
            await self._return(past, memo)

    async def _return(self, past: Past, memo: Memo) -> None:
        start, wanted = past.start, memo.wanted
        assert start
        self._on_stage.write(memo)
        self._house.remember_place(memo)
        troupe, changes = await self._house.bring_back(wanted, start, memo.ports)
        for words in changes:
            self.journal.record(Noticed(run=memo.run, words=words, level="warning"))
        self._names.add(start.patient.name)
        self._house.remember(start.patient.name, past.events)
        performance = self._perform(
            memo.run, start.programme, start.patient, troupe, fast=wanted.fast
        )
        await performance.reopen(past, self._house.logos)
        self._running.put(performance)
        self._on_stage.write(self._house.memo(memo.run, wanted))

    async def readiness(self, story: str, *, cast: str = "", language: str = "") -> ReadinessReport:
        """Ask every system that a cast names whether it can play a story.

        Raises:
            Faults: Story or cast have faults, or do not go together.
            Refused: The booth's certificates cannot be used.
        """
        return await self._house.readiness(story, cast, language=language)

    async def open_house(
        self, story: str, *, cast: str = "", only: Collection[str] = (), host: str = ""
    ) -> Troupe:
        """Only start the stand-ins, for anyone to talk to; no run.

        Args:
            story: Whose systems are played.
            cast: Ports, and who plays which role.
            only: Leave every other role out; empty: none is left out.
            host: Interface to listen on; empty: the cast's.

        Raises:
            Faults: Story or cast have faults.
            Refused: A port that somebody relies on is taken, or there is no such role.
        """
        self._porter.let_everybody_in(open_house=True)
        return await self._house.open(story, cast, only=only, host=host)

    async def play_through(self, *, breath: float = 0.0, patience: float | None = None) -> RunEnded:
        """Press GO whenever the run waits for it, until it is at its end or does not hold.

        Args:
            breath: Seconds to wait before each GO.
            patience: Seconds to wait for the human at a vendor's system; None: for ever.
        """
        performance = self.performance
        performance.be_patient(patience)
        while performance.standby is not None:
            await performance.go()
            if performance.held:
                break
            await self._clock.sleep(breath)
        return await performance.close()

    async def go(self) -> None:
        """Fire the standby cue; returns at once.

        Raises:
            Refused: No run, or a cue is under way, or the story is at its end.
        """
        self._running.go()

    async def hold(self) -> None:
        """Let the cue under way finish, then stop."""
        self.performance.hold()

    async def panic(self) -> None:
        """Cut everything at once."""
        self.performance.panic()

    async def skip(self) -> None:
        """Pass over the standby cue, or the one that waits for a vendor's human.

        Raises:
            Refused: Another cue is under way.
        """
        self._running.skip()

    async def retry(self) -> None:
        """Fire the last cue that did not hold once more.

        Raises:
            Refused: A cue is under way.
        """
        self._running.retry()

    async def jump(self, cue: str) -> None:
        """Put another cue on standby.

        Raises:
            Refused: A cue is under way, or there is no such cue.
        """
        self._running.jump(cue)

    async def stand_in(self, role: str) -> None:
        """Have the stand-in take over a role from a vendor's system, once it has caught up.

        It keeps the role, over the end of the run too, until it is given back.

        Raises:
            Refused: No story is on stage, or no vendor's system plays the role.
        """
        self._house.relievable(role)
        if performance := self._running.under_way:
            await performance.stand_in(role)
        else:
            await self._house.take_over(role)

    async def give_back(self, role: str) -> tuple[Missed, ...]:
        """Have the vendor's system play a role again that a stand-in took over from it.

        Returns:
            What it was not told of meanwhile, in this run.

        Raises:
            Refused: No story is on stage, or the role was not taken over.
        """
        self._house.returnable(role)
        if performance := self._running.under_way:
            return performance.give_back(role)
        return self._house.give_back(role)

    async def end(self) -> None:
        """End the run on stage, wherever it stands."""
        await self._running.end()

    async def close(self) -> None:
        """End the run, stop the stand-ins; the journal stays open."""
        await self._running.close()
        await self._house.clear()
        await self.journal.settled()
        self._on_stage.close()

    def _perform(
        self, run: str, programme: Programme, patient: Patient, troupe: Troupe, *, fast: bool
    ) -> Performance:
        return Performance(
            run,
            programme,
            patient,
            troupe=troupe,
            hops=self._hops,
            recorder=self.journal,
            clock=self._clock,
            fast=fast,
            version=__version__,
        )

    def _knocked(self, knock: Knock) -> None:
        self.journal.record(Knocked(**msgspec.structs.asdict(knock)))

    def _fresh_patient(self, story: Story) -> Patient:
        patient = fresh_patient(story, self._clock, taken=self._names)
        self._names.add(patient.name)
        return patient
