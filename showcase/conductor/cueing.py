"""Fires one cue: prompts a stand-in's human, or waits for a reaction, or for a vendor's human."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from showcase.conductor.players import Players
from showcase.conductor.recognising import Known
from showcase.conductor.todo import task
from showcase.conductor.typed import filled
from showcase.conductor.waiting import Board
from showcase.model.events import CueEnded, CueStarted, Event, HopEnded
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, Programme
from showcase.standins.behaviour import CannotAct, Prompt

_log = structlog.get_logger()


class Cueing:
    """Performs cues, and remembers how each went.

    Attributes:
        outcomes: Whether each cue that was performed held, by its id.
        patience: Seconds for which a cue waits for the human at a vendor's system; None: as long
            as staff like.
    """

    def __init__(
        self,
        run: str,
        programme: Programme,
        *,
        troupe: Players,
        board: Board,
        known: Known,
        record: Callable[[Event], None],
        settled: Callable[[], Awaitable[None]],
    ) -> None:
        """No cue has been fired."""
        self.outcomes: dict[str, bool] = {}
        self.patience: float | None = None
        self._waiting: list[Cue] = []
        self._run = run
        self._programme = programme
        self._troupe = troupe
        self._board = board
        self._board.on_claim = self._began
        self._known = known
        self._record = record
        self._settled = settled
        self._begun: set[str] = set()
        self._passed_over: set[str] = set()

    @property
    def waiting(self) -> Cue | None:
        """The cue that waits for such a human now; the last one, where several do."""
        return self._waiting[-1] if self._waiting else None

    @property
    def broken(self) -> Cue | None:
        """The last cue of the story that did not hold."""
        cues = self._programme.cues
        return next((c for c in reversed(cues) if self.outcomes.get(c.id) is False), None)

    async def perform(self, cue: Cue) -> None:
        """Fire a cue, and see it through."""
        self._began(cue)
        words = ""
        try:
            words = await self._fire(cue)
        except CannotAct as error:
            words = f"{error.words[:1].upper()}{error.words[1:]}. {error.remedy}".strip()
        except asyncio.CancelledError:
            self._close(cue, held=False, words="Staff cut it.")
            raise
        except Exception as error:  # noqa: BLE001 - our own bug must not stop the show
            _log.exception("cue failed", cue=cue.id)
            words = f"Showcase itself failed: {error}. Retry, or skip this cue."
        if cue.id in self._passed_over:
            self._passed_over.discard(cue.id)
            self._close(cue, held=True, skipped=True)
            return
        self.conclude(cue, words)

    def conclude(self, cue: Cue, words: str = "") -> None:
        """A cue has ended as its hops have; `words` say why nothing came of it, if so."""
        results = self._board.results(cue)
        held = not words and all(_held(cue, results.get(r)) for r in cue.receivers)
        self._close(cue, held=held, words=words or _why(cue, results))

    def pass_over(self) -> None:
        """Wait no longer for the vendor's human; the cue counts as skipped."""
        if self.waiting:
            self._passed_over.add(self.waiting.id)
            self._board.nudge()

    def tell_again(self, role: str) -> None:
        """Say what the vendor's human has to do, where `role`'s address matters for it."""
        for cue in self._waiting:
            if role in self._board.missing(cue):
                self._tell_what_to_do(cue)

    async def _fire(self, cue: Cue) -> str:
        """Perform a cue; why nothing came of it, or empty."""
        if cue.planned:
            return ""
        if cue.caused_by:
            patience = self._troupe.book.system(cue.sender, cue.transaction).deadline
            reached = await self._board.complete(cue, patience)
            return "" if reached else self._nothing_came(cue, patience)
        if self._board.by_itself(cue) and (words := await self._await_human(cue)):
            return words
        if self._board.missing(cue) and not self._board.by_itself(cue):
            # whoever comes after a crash must know what may have been sent: before it is
            await self._settled()
            await self._troupe.perform(cue.sender, self._prompt(cue))
        return ""

    async def _await_human(self, cue: Cue) -> str:
        """Wait for the human at a vendor's system, or for a stand-in that goes on for it."""
        self._board.adopt(cue)
        if self._board.missing(cue):
            self._tell_what_to_do(cue)
        after = self._troupe.book.system(cue.sender, cue.transaction).take_over_after
        patience = min(after, self.patience or after) if after else self.patience
        self._waiting.append(cue)
        try:
            reached = await self._board.complete(cue, patience, unless=lambda: self._let_go(cue))
        finally:
            self._waiting.remove(cue)
        return "" if reached or self._let_go(cue) else self._nothing_came(cue, patience or 0)

    def _let_go(self, cue: Cue) -> bool:
        """Whether a cue need not wait for a vendor's human any longer."""
        return cue.id in self._passed_over or not self._board.by_itself(cue)

    def _tell_what_to_do(self, cue: Cue) -> None:
        missing, book = self._board.missing(cue), self._troupe.book
        self._record(
            task(self._run, cue, missing, programme=self._programme, book=book, known=self._known)
        )

    def _nothing_came(self, cue: Cue, patience: float) -> str:
        sender = self._programme.role(cue.sender).title
        whom = ", ".join(self._programme.role(r).title for r in self._board.missing(cue))
        return f"{sender} sent no {cue.transaction} to {whom} within {patience:g} seconds."

    def _prompt(self, cue: Cue) -> Prompt:
        return Prompt(
            transaction=cue.transaction,
            trigger=cue.trigger,
            receivers=self._board.missing(cue),
            typed=filled(cue.typed, self._known.patient),
            cue=cue.id,
        )

    def _began(self, cue: Cue) -> None:
        self._board.fired(cue)
        if cue.id not in self._begun:
            self._begun.add(cue.id)
            self._record(CueStarted(run=self._run, cue=cue.id))

    def _close(self, cue: Cue, *, held: bool, words: str = "", skipped: bool = False) -> None:
        self._begun.discard(cue.id)
        self.outcomes[cue.id] = held
        self._record(
            CueEnded(
                run=self._run,
                cue=cue.id,
                held=held,
                skipped=skipped or cue.planned,
                words="" if held else words,
            )
        )


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
