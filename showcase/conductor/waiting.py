"""Cues that somebody else fires: a reaction of a stand-in, or a vendor's system.

Their hops come when they come, sometimes before the walk reaches the cue (the repository
registers a document while it is still being handed to it; a technologist is quicker than GO). The
board keeps, for each cue, which of its receivers have been reached, and how that ended.

A hop is *claimed* when it starts, by transaction and by who talks to whom. A vendor's hop is
*confirmed* when it has ended, by what its bytes state: one of another patient or order is a near
miss, and the cue waits on.
"""

import asyncio
from collections.abc import Callable

import msgspec

from showcase.conductor.recognising import Known
from showcase.model.events import HopEnded, NearMissed
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, Programme
from showcase.standins.book import Book


class Board:
    """Which hops have ended for which cue."""

    def __init__(self, programme: Programme, book: Book, known: Known) -> None:
        """Nothing has happened yet."""
        self.on_claim: Callable[[Cue], None] = lambda _cue: None
        self._programme = programme
        self._cues = {cue.id: cue for cue in programme.cues}
        self._book = book
        self._known = known
        self._started: set[str] = set()
        self._under_way: set[tuple[str, str]] = set()
        self._ended: dict[str, dict[str, HopEnded]] = {cue: {} for cue in self._cues}
        self._early: dict[str, dict[str, HopEnded]] = {cue: {} for cue in self._cues}
        self._missed: dict[str, NearMissed] = {}
        self._news = asyncio.Condition()
        self._wakers: set[asyncio.Task[None]] = set()

    def by_itself(self, cue: Cue) -> bool:
        """Whether the cue's sender acts without our prompting it."""
        return bool(cue.caused_by) or self._by_vendor(cue)

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

    def confirm(self, hop: HopEnded) -> HopEnded:
        """The hop with the cue that it belongs to, now that its bytes have been read."""
        cue = self._cues.get(hop.cue) or self._awaited(hop)
        if cue is None:
            self._keep_early(hop)
            return hop
        if not self._by_vendor(cue):
            return hop
        differences = self._known.differences(hop)
        if not differences:
            return msgspec.structs.replace(hop, cue=cue.id, sender=cue.sender)
        self._under_way.discard((cue.id, hop.receiver))
        self._missed[hop.hop] = self._near_miss(cue, hop, differences)
        return msgspec.structs.replace(hop, cue="")

    def near_miss(self, hop: HopEnded) -> NearMissed | None:
        """In what a hop that has just ended was not the one that a cue waits for."""
        return self._missed.pop(hop.hop, None)

    def ended(self, hop: HopEnded) -> None:
        """Note how a hop ended."""
        if hop.cue not in self._ended:
            return
        self._under_way.discard((hop.cue, hop.receiver))
        self._ended[hop.cue][hop.receiver] = hop
        self.nudge()

    def remember(self, hop: HopEnded) -> None:
        """Note a hop of this run that had ended before the engine came."""
        if hop.cue:
            self.ended(hop)
        else:
            self._keep_early(hop)

    def results(self, cue: Cue) -> dict[str, HopEnded]:
        """How the hops of a cue ended, by receiver; the latest where there were several."""
        return {r: hop for r, hop in self._ended[cue.id].items() if r in cue.receivers}

    def missing(self, cue: Cue) -> tuple[str, ...]:
        """The receivers that the cue has not reached."""
        return tuple(each for each in cue.receivers if each not in self._ended[cue.id])

    def coming(self, cue: Cue) -> bool:
        """Whether whoever the cue has not reached well is being reached now."""
        return all((cue.id, receiver) in self._under_way for receiver in self._unreached(cue))

    def forget(self, *cues: Cue) -> None:
        """Take cues back, as if they had never been fired."""
        for each in cues:
            self._ended[each.id] = {}

    def forgive(self, *cues: Cue) -> None:
        """Make room for another try of cues, where they went wrong.

        What was acknowledged stays, and is not sent again.
        """
        for each in cues:
            ends = self._ended[each.id].items()
            self._ended[each.id] = {r: hop for r, hop in ends if hop.verdict.outcome.good}

    def with_reactions(self, cue: Cue) -> list[Cue]:
        """The cue, and those that it causes."""
        return [cue, *(each for each in self._cues.values() if each.caused_by == cue.id)]

    def _unreached(self, cue: Cue) -> list[str]:
        ends = self.results(cue)
        good = {r for r, hop in ends.items() if hop.verdict.outcome.good}
        return [each for each in cue.receivers if each not in good]

    def adopt(self, cue: Cue) -> None:
        """Count what a vendor's human was quick enough to send before the cue was fired."""
        self._ended[cue.id] |= self._early[cue.id]
        self._early[cue.id] = {}

    async def complete(
        self, cue: Cue, seconds: float | None, *, unless: Callable[[], bool] = lambda: False
    ) -> bool:
        """Wait until every receiver of the cue was reached; whether it was.

        Args:
            cue: The cue.
            seconds: At most so long; None: as long as it takes.
            unless: Looked at with every piece of news; true: wait no longer.
        """

        def done() -> bool:
            return not self.missing(cue) or unless()

        try:
            async with asyncio.timeout(seconds), self._news:
                await self._news.wait_for(done)
        except TimeoutError:
            return False
        return not self.missing(cue)

    def nudge(self) -> None:
        """Have everybody who waits look again."""
        waker = asyncio.get_running_loop().create_task(self._wake())
        self._wakers.add(waker)
        waker.add_done_callback(self._wakers.discard)

    async def _wake(self) -> None:
        async with self._news:
            self._news.notify_all()

    def _by_vendor(self, cue: Cue) -> bool:
        return not self._book.ours(cue.sender, cue.transaction)

    def _waits(self, cue: Cue, transaction: str, sender: str, receiver: str) -> bool:
        return (
            self._suits(cue, transaction, sender, receiver)
            and (cue.caused_by or cue.id) in self._started
            and (cue.id, receiver) not in self._under_way
        )

    def _suits(self, cue: Cue, transaction: str, sender: str, receiver: str) -> bool:
        """Whether such a hop could be of a cue that is not done with its receiver."""
        if cue.transaction != transaction or receiver not in cue.receivers:
            return False
        if not self.by_itself(cue):
            return False
        if sender != cue.sender and not (self._by_vendor(cue) and ":" in sender):
            return False
        done = self._ended[cue.id].get(receiver)
        return done is None or done.verdict.outcome is not Outcome.ACKNOWLEDGED

    def _awaited(self, hop: HopEnded) -> Cue | None:
        """The cue that waits for a hop which nobody claimed: another was under way then."""
        ends = (hop.transaction, hop.sender, hop.receiver)
        return next((cue for cue in self._cues.values() if self._waits(cue, *ends)), None)

    def _keep_early(self, hop: HopEnded) -> None:
        """Keep what is surely meant for a cue that is still to come: the first of its kind."""
        kind = [
            cue
            for cue in self._cues.values()
            if cue.transaction == hop.transaction and hop.receiver in cue.receivers
        ]
        if not kind or hop.verdict.outcome is not Outcome.ACKNOWLEDGED:
            return
        cue, ends = kind[0], (hop.transaction, hop.sender, hop.receiver)
        if cue.caused_by or cue.id in self._started or not self._by_vendor(cue):
            return
        if self._suits(cue, *ends) and self._known.recognises(hop):
            self._early[cue.id][hop.receiver] = hop

    def _near_miss(self, cue: Cue, hop: HopEnded, differences: tuple[str, ...]) -> NearMissed:
        sender = self._programme.role(cue.sender).title
        words = f"{sender} sent the right message, but {', '.join(differences)}."
        return NearMissed(
            run=hop.run, cue=cue.id, hop=hop.hop, words=words, differences=differences
        )
