"""One run: standby, GO, hold, panic, skip, retry."""

import asyncio
from typing import Protocol

import structlog

from showcase.conductor.proof import prove
from showcase.conductor.typed import filled
from showcase.conductor.waiting import Board
from showcase.model.events import (
    CueEnded,
    CueStandby,
    CueStarted,
    Event,
    HopEnded,
    RunEnded,
    RunHeld,
    RunResumed,
    RunStarted,
)
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, OnFailure, Patient, Programme, Then
from showcase.standins.behaviour import CannotAct, Prompt
from showcase.standins.book import Book
from showcase.standins.hops import Hops, Recorder
from showcase.wire.clock import Clock
from showcase.wire.line import Recording

_log = structlog.get_logger()

_AUDIT = "ITI-20"
_SETTLE = 5.0
"""Seconds that reactions still under way at the end of a run are waited for."""

_HUMAN_PATIENCE = 600.0
"""Seconds for which a cue waits for the human at a vendor's system."""


class Players(Protocol):
    """What a run needs of the stand-ins; `showcase.standins.troupe.Troupe` is it."""

    book: Book

    async def perform(self, role: str, prompt: Prompt) -> None:
        """Have a role's human do something; CannotAct when the system does not know enough."""

    async def settle(self, seconds: float) -> None:
        """Return once no stand-in is busy by itself, or after `seconds`."""


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
        self._board = Board(programme, troupe.book)
        self._board.on_claim = self._began
        self._next = 0
        self._walk: asyncio.Task[None] | None = None
        self._begun: set[str] = set()
        self._outcomes: dict[str, bool] = {}
        self._hop_ends: list[HopEnded] = []
        self._opened_at = clock.monotonic()

    @property
    def standby(self) -> Cue | None:
        """The cue that GO would fire; None at the end of the story."""
        cues = self.programme.cues
        return cues[self._next] if self._next < len(cues) else None

    @property
    def all_held(self) -> bool:
        """Whether every cue so far held."""
        return all(self._outcomes.values())

    def open(self) -> None:
        """Begin the run: from now on the ledger's hops belong to it."""
        self._hops.run = self.run
        self._hops.claim = self._board.claim
        self._hops.on_end.append(self._hop_ended)
        book = self._troupe.book
        self._record(
            RunStarted(
                run=self.run,
                programme=self.programme,
                patient=self.patient,
                systems={role.key: book.on_stage(role.key) for role in self.programme.roles},
                fast=self._fast,
                version=self._version,
            )
        )
        self._stand_by(0)

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
        """Pass over the standby cue; nothing is sent."""
        if (cue := self.standby) and not self.busy:
            self._record(CueEnded(run=self.run, cue=cue.id, held=True, skipped=True))
            self._stand_by(self._next + 1)

    def jump(self, cue_id: str) -> None:
        """Put another cue on standby.

        Raises:
            KeyError: The story has no such cue.
        """
        numbers = {cue.id: index for index, cue in enumerate(self.programme.cues)}
        if not self.busy:
            self._stand_by(numbers[cue_id])

    def retry(self) -> None:
        """Put the last cue that did not hold back on standby."""
        broken = [cue.id for cue in self.programme.cues if self._outcomes.get(cue.id) is False]
        if broken and not self.busy:
            self.jump(broken[-1])

    async def close(self, *, finished: bool = True) -> RunEnded:
        """End the run: wait for what is still under way, prove, and say so."""
        if self._walk:
            self._walk.cancel()
            await asyncio.gather(self._walk, return_exceptions=True)
        await self._troupe.settle(_SETTLE)
        self._hops.on_end.remove(self._hop_ended)
        self._hops.claim = lambda _transaction, _sender, _receiver: ""
        self._hops.run = ""
        self.ended = True
        event = self._ending(finished=finished)
        self._record(event)
        await self._recorder.settled()
        return event

    async def _walk_on(self) -> None:
        async with asyncio.TaskGroup() as others:
            while (cue := self.standby) and not self.held:
                self._stand_by(self._next + 1)
                if cue.then is Then.CONTINUE:
                    others.create_task(self._perform(cue))
                    await self._clock.sleep(0 if self._fast else cue.pause)
                    continue
                await self._perform(cue)
                if not self._outcomes[cue.id] and cue.on_failure is OnFailure.STOP:
                    self.held = True
                    self._record(RunHeld(run=self.run, words=f"“{cue.title}” did not hold."))
                    return
                if cue.then is Then.WAIT:
                    return

    async def _perform(self, cue: Cue) -> None:
        self._began(cue)
        words = ""
        try:
            words = await self._fire(cue)
        except CannotAct as error:
            words = f"{error.words[:1].upper()}{error.words[1:]}. {error.remedy}".strip()
        except asyncio.CancelledError:
            self._close_cue(cue, held=False, words="Staff cut it.")
            raise
        except Exception as error:  # noqa: BLE001 - our own bug must not stop the show
            _log.exception("cue failed", cue=cue.id)
            words = f"Showcase itself failed: {error}. Retry, or skip this cue."
        results = self._board.results(cue)
        held = not words and all(_held(cue, results.get(r)) for r in cue.receivers)
        self._close_cue(cue, held=held, words=words or _why(cue, results))

    async def _fire(self, cue: Cue) -> str:
        """Perform a cue; why nothing came of it, or empty."""
        if cue.planned:
            return ""
        if not self._board.by_itself(cue):
            self._board.forget(cue)
            await self._troupe.perform(cue.sender, self._prompt(cue))
            return ""
        patience = (
            self._troupe.book.system(cue.sender, cue.transaction).deadline
            if cue.caused_by
            else _HUMAN_PATIENCE
        )
        if await self._board.complete(cue, patience):
            return ""
        sender = self.programme.role(cue.sender).title
        missing = [r for r in cue.receivers if r not in self._board.results(cue)]
        whom = ", ".join(self.programme.role(r).title for r in missing)
        return f"{sender} sent no {cue.transaction} to {whom} within {patience:g} seconds."

    def _prompt(self, cue: Cue) -> Prompt:
        return Prompt(
            transaction=cue.transaction,
            trigger=cue.trigger,
            receivers=cue.receivers,
            typed=filled(cue.typed, self.patient),
            cue=cue.id,
        )

    def _began(self, cue: Cue) -> None:
        self._board.fired(cue)
        if cue.id not in self._begun:
            self._begun.add(cue.id)
            self._record(CueStarted(run=self.run, cue=cue.id))

    def _close_cue(self, cue: Cue, *, held: bool, words: str) -> None:
        self._begun.discard(cue.id)
        self._outcomes[cue.id] = held
        self._record(
            CueEnded(
                run=self.run,
                cue=cue.id,
                held=held,
                skipped=cue.planned,
                words="" if held else words,
            )
        )

    def _stand_by(self, index: int) -> None:
        self._next = index
        self._record(CueStandby(run=self.run, cue=self.standby.id if self.standby else ""))

    def _hop_ended(self, hop: HopEnded, _recording: Recording) -> None:
        if hop.run == self.run:
            self._hop_ends.append(hop)
            self._board.ended(hop)

    def _ending(self, *, finished: bool) -> RunEnded:
        told = [hop for hop in self._hop_ends if hop.transaction != _AUDIT]
        outcomes = [hop.verdict.outcome for hop in told]
        proofs = prove(self._hop_ends, self._ours)
        complete = finished and self.standby is None
        return RunEnded(
            run=self.run,
            hops=len(outcomes),
            acknowledged=outcomes.count(Outcome.ACKNOWLEDGED),
            refused=outcomes.count(Outcome.REFUSED),
            failed=outcomes.count(Outcome.FAILED),
            held=complete and self.all_held and all(proof.holds for proof in proofs),
            finished=complete,
            seconds=round(self._clock.monotonic() - self._opened_at, 3),
            proofs=proofs,
        )

    def _ours(self, role: str, transaction: str) -> bool:
        known = {each.key for each in self.programme.roles}
        return role in known and self._troupe.book.ours(role, transaction)

    def _record(self, event: Event) -> None:
        self._recorder.record(event)


def _held(cue: Cue, hop: HopEnded | None) -> bool:
    if cue.planned:
        return True
    if hop is None:
        return False
    return hop.verdict.outcome in {cue.expect, Outcome.SENT}


def _why(cue: Cue, results: dict[str, HopEnded]) -> str:
    reasons = [
        hop.verdict.words or f"{hop.receiver} answered {hop.verdict.outcome}"
        for hop in results.values()
        if not _held(cue, hop)
    ]
    return " ".join(reasons) or "Nothing was sent."
