"""Every hop of a run that has ended, and what they come to."""

from collections.abc import Collection

from showcase.conductor.audit_proof import AUDIT, Repositories
from showcase.conductor.proof import prove
from showcase.model.events import HopEnded, RunEnded
from showcase.model.exchange import Outcome
from showcase.standins.book import Book


class Tally:
    """Counts the hops of one run, and proves from them."""

    def __init__(self, run: str, book: Book) -> None:
        """Nothing has happened yet."""
        self._run = run
        self._book = book
        self._hops: list[HopEnded] = []
        self._astray: set[str] = set()
        self._ours: set[tuple[str, str]] = set()

    def add(self, hop: HopEnded, *, astray: bool) -> None:
        """Count a hop.

        Args:
            hop: A hop of this run.
            astray: It turned out to be about somebody or something else: it proves nothing.
        """
        self._hops.append(hop)
        if astray:
            self._astray.add(hop.hop)
        # who plays a role may change: an audit record is owed by whoever played it then
        known = {role.key for role in self._book.programme.roles}
        for role in {hop.sender, hop.receiver} & known:
            if self._book.ours(role, hop.transaction):
                self._ours.add((role, hop.transaction))

    @property
    def audits(self) -> frozenset[str]:
        """SHA-256 of each audit record that was sent."""
        return frozenset(
            hop.exchange.request
            for hop in self._hops
            if hop.transaction == AUDIT and hop.verdict.outcome is Outcome.SENT
        )

    def ending(
        self, *, finished: bool, held: bool, seconds: float, kept: Collection[str] = ()
    ) -> RunEnded:
        """How the run has ended.

        Args:
            finished: Whether the story was at its end.
            held: Whether every cue held.
            seconds: How long it took.
            kept: SHA-256 of each audit record that a repository of ours keeps.
        """
        told = [hop for hop in self._hops if hop.transaction != AUDIT]
        outcomes = [hop.verdict.outcome for hop in told]
        sound = [hop for hop in self._hops if hop.hop not in self._astray]
        repositories = Repositories(
            ours=lambda role, transaction: (role, transaction) in self._ours,
            kept=kept,
            called=self._book.called,
        )
        proofs = prove(sound, repositories)
        return RunEnded(
            run=self._run,
            hops=len(outcomes),
            acknowledged=outcomes.count(Outcome.ACKNOWLEDGED),
            refused=outcomes.count(Outcome.REFUSED),
            failed=outcomes.count(Outcome.FAILED),
            held=finished and held and all(proof.holds for proof in proofs),
            finished=finished,
            seconds=seconds,
            proofs=proofs,
        )
