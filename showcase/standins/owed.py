"""What a vendor's system was not told while a stand-in played its role.

A stand-in catches up when it takes a role over; a vendor's system that gets its role back cannot
be made to. So staff are told what it missed, and how to send it again.
"""

from collections import defaultdict

from showcase.model.answers import Missed
from showcase.model.events import HopEnded, Noticed
from showcase.model.transaction import Thing
from showcase.standins.book import Book
from showcase.transactions.catalogue import CATALOGUE
from showcase.wire.line import Recording


class Owed:
    """Keeps, for each role that was taken over, what came for it since, in this run."""

    def __init__(self, book: Book) -> None:
        """Nobody has missed anything."""
        self._book = book
        self._run = ""
        self._hops: defaultdict[str, list[HopEnded]] = defaultdict(list)

    def note(self, ended: HopEnded, _recording: Recording) -> None:
        """Keep a hop that a stand-in took in a vendor's place."""
        if not ended.run:  # between two runs nothing is told that a later one needs
            return
        if ended.run != self._run:
            self._run = ended.run
            self._hops.clear()
        vendor = self._book.relieved.get(ended.receiver)
        known = CATALOGUE.get(ended.transaction)
        if vendor is None or known is None or known.thing is Thing.QUESTION:
            return
        if ended.verdict.outcome.good and vendor.plays(ended.transaction):
            self._hops[ended.receiver].append(ended)

    def settle(self, role: str) -> tuple[Missed, ...]:
        """What whoever gets a role back has missed, by transaction; it is owed no longer."""
        by_transaction: dict[str, list[HopEnded]] = {}
        for hop in self._hops.pop(role, []):
            by_transaction.setdefault(hop.transaction, []).append(hop)
        return tuple(
            Missed(
                transaction=transaction,
                name=CATALOGUE[transaction].name,
                images=_images(hops),
                hops=tuple(hop.hop for hop in hops),
                cues=tuple(dict.fromkeys(hop.cue for hop in hops if hop.cue)),
            )
            for transaction, hops in by_transaction.items()
        )


def notice_of(missed: tuple[Missed, ...], role: str, book: Book) -> Noticed | None:
    """What to tell staff of it; None where nothing was missed."""
    if not missed:
        return None
    steps = " or ".join(f"“{title}”" for title in _steps(missed, book))
    remedy = f"To send it again, choose {steps} and press GO; or play on without it."
    whom = book.programme.role(role).title
    return Noticed(
        words=f"{book.called(role)} ({whom}) did not receive: {', '.join(map(_said, missed))}.",
        remedy=remedy if steps else "Have it sent again, or play on without it.",
        role=role,
        level="warning",
    )


def _steps(missed: tuple[Missed, ...], book: Book) -> tuple[str, ...]:
    """Titles of the cues that send it: what one of ours does by itself, its cause makes it do."""
    cues = {cue.id: cue for cue in book.programme.cues}
    found: dict[str, None] = {}
    for cue in (cues[name] for each in missed for name in each.cues if name in cues):
        fired = cue
        while fired.caused_by and book.ours(fired.sender, fired.transaction):
            fired = cues[fired.caused_by]
        found[fired.title] = None
    return tuple(found)


def _images(hops: list[HopEnded]) -> int:
    carried = CATALOGUE[hops[0].transaction].thing is Thing.IMAGES
    return sum(hop.count for hop in hops) if carried else 0


def _said(missed: Missed) -> str:
    """``24 images (RAD-8)``, ``Procedure Scheduled (RAD-4)``, ``… (RAD-4) 3 times``."""
    if missed.images:
        return f"{missed.images} image{'s' * (missed.images != 1)} ({missed.transaction})"
    times = f" {len(missed.hops)} times" if len(missed.hops) > 1 else ""
    return f"{missed.name} ({missed.transaction}){times}"
