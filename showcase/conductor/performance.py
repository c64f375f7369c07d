"""One run: standby, GO, hold, panic, skip, retry."""

import asyncio
from collections.abc import Mapping

from showcase.conductor.comeback import ComeBack
from showcase.conductor.cueing import Cueing
from showcase.conductor.past import Past
from showcase.conductor.players import Players
from showcase.conductor.recognising import Known
from showcase.conductor.relief import Relief
from showcase.conductor.tally import Tally
from showcase.conductor.waiting import Board
from showcase.model.answers import Missed
from showcase.model.events import (
    CueEnded,
    CueStandby,
    Event,
    HopEnded,
    RolePassed,
    RunEnded,
    RunHeld,
    RunResumed,
    RunStarted,
)
from showcase.model.programme import Cue, OnFailure, Patient, Programme, Then
from showcase.standins.hops import Hops, Recorder
from showcase.wire.clock import Clock
from showcase.wire.line import Recording

_SETTLE = 5.0
"""Seconds that reactions still under way at the end of a run are waited for."""


class Performance:
    """Performs one programme for one patient.

    `go` fires the standby cue and all that follow it by themselves, and returns when the next one
    waits for GO, when the story is at its end, or when something did not hold.
    """

    def __init__(
        self,
        run: str,
        programme: Programme,
        patient: Patient,
        *,
        troupe: Players,
        hops: Hops,
        recorder: Recorder,
        clock: Clock,
        fast: bool,
        version: str,
    ) -> None:
        """A run that has not begun; `open` begins it."""
        self.run = run
        self.programme = programme
        self.patient = patient
        self.busy = False
        self.held = False
        self.ended = False
        self._troupe = troupe
        self._hops = hops
        self._recorder = recorder
        self._clock = clock
        self._fast = fast
        self._version = version
        self._known = Known(patient)
        self._tally = Tally(run, troupe.book)
        self._board = Board(programme, troupe.book, self._known)
        self._cueing = Cueing(
            run,
            programme,
            troupe=troupe,
            board=self._board,
            known=self._known,
            record=self._record,
            settled=recorder.settled,
        )
        self._relief = Relief(
            run,
            programme,
            troupe=troupe,
            board=self._board,
            cueing=self._cueing,
            clock=clock,
            record=self._record,
        )
        self._next = 0
        self._stopped_at: Cue | None = None
        self._walk: asyncio.Task[None] | None = None
        self._closing: asyncio.Task[RunEnded] | None = None
        self._opened_at = clock.monotonic()

    @property
    def standby(self) -> Cue | None:
        """The cue that GO would fire; None at the end of the story."""
        cues = self.programme.cues
        return cues[self._next] if self._next < len(cues) else None

    @property
    def all_held(self) -> bool:
        """Whether every cue so far held."""
        return all(self._cueing.outcomes.values())

    @property
    def stopped(self) -> Cue | None:
        """The cue that did not hold, or whose end nobody saw, at which the run has stopped."""
        return self._stopped_at

    @property
    def waiting(self) -> Cue | None:
        """The cue that waits for the human at a vendor's system."""
        return self._cueing.waiting

    def be_patient(self, seconds: float | None) -> None:
        """Wait so long for the human at a vendor's system; None: as long as staff like."""
        self._cueing.patience = seconds

    def open(self, logos: Mapping[str, bytes] | None = None) -> None:
        """Begin the run: from now on the ledger's hops belong to it.

        Args:
            logos: What the systems' logos are, by digest; a recording draws them, too.
        """
        self._listen()
        book = self._troupe.book
        self._record(
            RunStarted(
                run=self.run,
                programme=self.programme,
                patient=self.patient,
                systems={role.key: book.on_stage(role.key) for role in self.programme.roles},
                fast=self._fast,
                version=self._version,
            ),
            logos,
        )
        self._stand_by(0)

    async def reopen(self, past: Past, logos: Mapping[str, bytes] | None = None) -> None:
        """Bring back a run in which the engine had stopped: it stands where it stood, held.

        The stand-ins are told again what the wire had told theirs. What was under way has ended
        as interrupted: nobody knows whether it arrived, and nothing is sent again by itself. Where
        the story had been told, the run ends.
        """
        self._opened_at = self._clock.monotonic() - past.seconds
        come_back = ComeBack(
            past,
            self.programme,
            troupe=self._troupe,
            board=self._board,
            cueing=self._cueing,
            relief=self._relief,
            learn=self._learn,
        )
        come_back.remember()
        done = [hop for hop in past.hops() if hop.hop not in come_back.undone]
        told = await self._troupe.relearn(self.run, done)
        self._listen()
        for event in come_back.close():
            if isinstance(event, HopEnded):
                self._tally.add(event, astray=False)
            self._recorder.record(event, logos if isinstance(event, RolePassed) else None)
        self.held = True
        place, broken = come_back.place()
        words = come_back.words(told)
        self._record(RunHeld(run=self.run, interrupted=True, words=words))
        self._stand_by(place)
        self._stopped_at = broken
        if self.standby is None and broken is None and not self.programme.watches:
            await self.close()

    def _listen(self) -> None:
        self._hops.run = self.run
        self._hops.claim = self._board.claim
        self._hops.confirm = self._board.confirm
        self._hops.on_end.append(self._hop_ended)

    async def go(self) -> None:
        """Fire the standby cue and what follows it. Does nothing while a cue is under way."""
        if self.busy or self.ended or self.standby is None:
            return
        if self.held:
            self.held = False
            self._record(RunResumed(run=self.run))
        self.busy = True
        self._walk = asyncio.get_running_loop().create_task(self._walk_on())
        try:
            await self._walk
        except asyncio.CancelledError:
            if not self.held:
                raise
        finally:
            self.busy = False
            self._walk = None

    def hold(self) -> None:
        """Let the cue under way finish; fire nothing more until GO."""
        if not self.ended and not self.held:
            self.held = True
            self._record(RunHeld(run=self.run, words="Staff hold the run."))

    def panic(self) -> None:
        """Cut everything at once."""
        if self.ended:
            return
        self.held = True
        self._record(RunHeld(run=self.run, panic=True, words="Staff cut the run."))
        if self._walk:
            self._walk.cancel()

    def skip(self) -> None:
        """Pass over the standby cue, or the one that waits for a vendor's human."""
        if self.waiting:
            self._cueing.pass_over()
        elif (cue := self.standby) and not self.busy:
            self._record(CueEnded(run=self.run, cue=cue.id, held=True, skipped=True))
            self._stand_by(self._next + 1)

    def jump(self, cue_id: str) -> None:
        """Put another cue on standby.

        Raises:
            KeyError: The story has no such cue.
        """
        numbers = {cue.id: index for index, cue in enumerate(self.programme.cues)}
        if not self.busy:
            index = numbers[cue_id]
            self._relief.make_room(self.programme.cues[index])
            self._stand_by(index)

    def retry(self) -> None:
        """Put the last cue that did not hold back on standby, or what it is a reaction to."""
        if (cue := self._stopped_at or self._cueing.broken) and not self.busy:
            self.jump(self._relief.origin(cue).id)

    async def stand_in(self, role: str) -> None:
        """Have the stand-in go on in a vendor's place, once it has caught up.

        What waits for that vendor's human, the stand-in does at once. The cue at which the run has
        stopped is back on standby, so that GO fires it again.

        Raises:
            KeyError: No vendor's system plays the role.
        """
        await self._relief.stand_in(role)
        if self._stopped_at:
            self.retry()

    def give_back(self, role: str) -> tuple[Missed, ...]:
        """Have the vendor's system that was relieved play its role again; what has it missed?

        Raises:
            KeyError: The role was not taken over.
        """
        return self._relief.give_back(role)

    async def close(self, *, finished: bool = True) -> RunEnded:
        """End the run: wait for what is still under way, prove, and say so.

        Once: whoever asks while it is closing, as a GO for the next run may, waits for that.
        """
        if self._closing is None:
            closing = self._close(finished=finished)
            self._closing = asyncio.get_running_loop().create_task(closing)
        return await asyncio.shield(self._closing)

    async def _close(self, *, finished: bool) -> RunEnded:
        if self._walk:
            self._walk.cancel()
            await asyncio.gather(self._walk, return_exceptions=True)
        await self._troupe.settle(_SETTLE)
        self._hops.on_end.remove(self._hop_ended)
        self._hops.claim = lambda _transaction, _sender, _receiver: ""
        self._hops.confirm = lambda ended: ended
        self._hops.run = ""
        self.ended = True
        kept = await self._troupe.audits_kept(self._tally.audits)
        event = self._tally.ending(
            finished=finished and self.standby is None,
            held=self.all_held,
            seconds=round(self._clock.monotonic() - self._opened_at, 3),
            kept=kept,
        )
        self._record(event)
        await self._recorder.settled()
        return event

    async def _walk_on(self) -> None:
        async with asyncio.TaskGroup() as others:
            while (cue := self.standby) and not self.held:
                self._stand_by(self._next + 1)
                if cue.then is Then.CONTINUE:
                    others.create_task(self._relief.see_through(cue))
                    await self._clock.sleep(0 if self._fast else cue.pause)
                    continue
                await self._relief.see_through(cue)
                if not self._cueing.outcomes[cue.id] and cue.on_failure is OnFailure.STOP:
                    self.held = True
                    self._stopped_at = cue
                    self._record(RunHeld(run=self.run, words=f"“{cue.title}” did not hold."))
                    return
                if cue.then is Then.WAIT:
                    return

    def _stand_by(self, index: int) -> None:
        self._next, self._stopped_at = index, None
        self._record(CueStandby(run=self.run, cue=self.standby.id if self.standby else ""))

    def _hop_ended(self, hop: HopEnded, _recording: Recording) -> None:
        if hop.run != self.run:
            return
        near_miss = self._board.near_miss(hop)
        self._learn(hop, astray=near_miss is not None)
        if near_miss:
            self._record(near_miss)
        self._board.ended(hop)

    def _learn(self, hop: HopEnded, *, astray: bool) -> None:
        self._tally.add(hop, astray=astray)
        if not astray and (hop.cue or self._of_ours(hop)):
            self._known.learn(hop)

    def _of_ours(self, hop: HopEnded) -> bool:
        """Whether a stand-in started a hop: then it is of this run, whatever the story says."""
        known = {each.key for each in self.programme.roles}
        return hop.sender in known and self._troupe.book.ours(hop.sender, hop.transaction)

    def _record(self, event: Event, blobs: Mapping[str, bytes] | None = None) -> None:
        self._recorder.record(event, blobs)
