"""Cues that somebody else fires: a reaction of a stand-in, or a vendor's system.

Their hops come when they come, sometimes before the walk reaches the cue (the repository
registers a document while it is still being handed to it). The board keeps, for each cue, which
of its receivers have been reached, and how that ended.
"""

import asyncio
from collections.abc import Callable

from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, Programme
from showcase.standins.book import Book


class Board:
    """Which hops have ended for which cue."""

    def __init__(self, programme: Programme, book: Book) -> None:
        """Nothing has happened yet."""
        self.on_claim: Callable[[Cue], None] = lambda _cue: None
        self._cues = {cue.id: cue for cue in programme.cues}
        self._book = book
        self._started: set[str] = set()
        self._under_way: set[tuple[str, str]] = set()
        self._ended: dict[str, dict[str, HopEnded]] = {cue: {} for cue in self._cues}
        self._news = asyncio.Condition()
        self._wakers: set[asyncio.Task[None]] = set()

    def by_itself(self, cue: Cue) -> bool:
        """Whether the cue's sender acts without our prompting it."""
        return bool(cue.caused_by) or not self._book.ours(cue.sender, cue.transaction)

    def fired(self, cue: Cue) -> None:
        """Note that a cue has begun: from now on, what it causes may come."""
        self._started.add(cue.id)

    def claim(self, transaction: str, sender: str, receiver: str) -> str:
        """The id of the cue that waits for such a hop; empty when none does."""
        for cue in self._cues.values():
            if self._waits(cue, transaction, sender, receiver):
                self._under_way.add((cue.id, receiver))
                self.on_claim(cue)
                return cue.id
        return ""

    def ended(self, hop: HopEnded) -> None:
        """Note how a hop ended."""
        if hop.cue not in self._ended:
            return
        self._under_way.discard((hop.cue, hop.receiver))
        self._ended[hop.cue][hop.receiver] = hop
        waker = asyncio.get_running_loop().create_task(self._wake())
        self._wakers.add(waker)
        waker.add_done_callback(self._wakers.discard)

    def results(self, cue: Cue) -> dict[str, HopEnded]:
        """How the hops of a cue ended, by receiver; the latest where there were several."""
        return {r: hop for r, hop in self._ended[cue.id].items() if r in cue.receivers}

    def forget(self, cue: Cue) -> None:
        """Take a cue back as if it had never been fired; for a retry."""
        self._ended[cue.id].clear()

    async def complete(self, cue: Cue, seconds: float) -> bool:
        """Wait until every receiver of the cue was reached, at most `seconds`; whether it was."""
        try:
            async with asyncio.timeout(seconds), self._news:
                await self._news.wait_for(lambda: set(self.results(cue)) >= set(cue.receivers))
        except TimeoutError:
            return False
        return True

    async def _wake(self) -> None:
        async with self._news:
            self._news.notify_all()

    def _waits(self, cue: Cue, transaction: str, sender: str, receiver: str) -> bool:
        if cue.transaction != transaction or receiver not in cue.receivers:
            return False
        if not self.by_itself(cue) or not self._may_come(cue):
            return False
        vendor = not self._book.ours(cue.sender, cue.transaction)
        if sender != cue.sender and not (vendor and ":" in sender):
            return False
        done = self._ended[cue.id].get(receiver)
        free = done is None or done.verdict.outcome is not Outcome.ACKNOWLEDGED
        return free and (cue.id, receiver) not in self._under_way

    def _may_come(self, cue: Cue) -> bool:
        return (cue.caused_by or cue.id) in self._started
