"""What vendors' systems keep of our patients: nobody but their own people can clear it.

Told from what was acknowledged and from nothing else: a system that said yes to 24 images has 24
images, until its people delete them.
"""

from itertools import islice

import msgspec

from showcase.model.clearance import Holding, Remainder
from showcase.model.events import HopEnded
from showcase.model.fact import FactKind, Side
from showcase.model.system import System
from showcase.model.transaction import Thing
from showcase.standins.book import Book
from showcase.transactions.catalogue import CATALOGUE

_MOST = 200
"""Remainders that are kept in mind; staff of a whole day have cleared them by then."""

_AUDIT = "ITI-20"

_NAMED = {
    Holding.PATIENT: FactKind.PATIENT_ID,
    Holding.ORDER: FactKind.ACCESSION,
    Holding.IMAGE: FactKind.STUDY,
    Holding.REPORT: FactKind.ACCESSION,
    Holding.DOCUMENT: FactKind.DOCUMENT,
    Holding.ENTRY: FactKind.DOCUMENT,
    Holding.STEP: FactKind.ACCESSION,
}
"""By which identifier its people find it."""

_BY_TRANSACTION = {
    "ITI-41": Holding.DOCUMENT,
    "ITI-42": Holding.ENTRY,
    "RAD-6": Holding.STEP,
    "RAD-7": Holding.STEP,
    "RAD-28": Holding.REPORT,
}

_BY_THING = {
    Thing.SLIP: Holding.PATIENT,
    Thing.ORDER: Holding.ORDER,
    Thing.IMAGES: Holding.IMAGE,
    Thing.SEAL: Holding.RECORD,
}

_Key = tuple[str, str, Holding, str]


class Remains:
    """Everything left in systems that are not ours to clear, the newest last."""

    def __init__(self) -> None:
        """Nothing anywhere."""
        self._left: dict[_Key, Remainder] = {}
        self._images: dict[_Key, set[str]] = {}

    def note(self, hop: HopEnded, book: Book, patient: str) -> None:
        """Keep in mind what an acknowledged exchange has left at its receiver, and where.

        Args:
            hop: It has ended.
            book: Who plays what now.
            patient: Name of the run's patient.
        """
        ours = book.ours(hop.receiver, hop.transaction)
        holding = _holding(hop)
        if holding is None or not _stands(hop, book):
            return
        if ours and holding is not Holding.RECORD:
            return  # it is cleared with the stand-in
        left = _remainder(hop, holding, book, patient)
        key = (left.run, left.role, left.holding, left.name)
        self._leave(key, left, _values(hop, FactKind.INSTANCE))

    def all(self, run: str) -> tuple[Remainder, ...]:
        """What is still there: that of `run` first, then the older, the newest first."""
        newest = tuple(reversed(self._left.values()))
        of_run = [each for each in newest if each.run == run]
        return (*reversed(of_run), *(each for each in newest if each.run != run))

    def _leave(self, key: _Key, left: Remainder, instances: set[str]) -> None:
        before = self._left.pop(key, None)
        if left.holding is Holding.RECORD and before:
            left = msgspec.structs.replace(left, count=before.count + 1)
        if left.holding is Holding.IMAGE:  # the same image sent again is the same image
            known = self._images.setdefault(key, set())
            known |= instances
            left = msgspec.structs.replace(left, count=len(known) or left.count)
        self._left[key] = left
        for oldest in tuple(islice(self._left, max(0, len(self._left) - _MOST))):
            del self._left[oldest]
            self._images.pop(oldest, None)


def _holding(hop: HopEnded) -> Holding | None:
    """What the receiver keeps of it; None: nothing, it was asked or cannot know."""
    if not hop.verdict.outcome.good:
        return None
    if holding := _BY_TRANSACTION.get(hop.transaction):
        return holding
    known = CATALOGUE.get(hop.transaction)
    if known is None:
        return None
    if known.thing is Thing.QUESTION:  # unless what is moved on is images
        return Holding.IMAGE if hop.thumbnails else None
    return _BY_THING.get(known.thing)


def _stands(hop: HopEnded, book: Book) -> bool:
    return any(role.key == hop.receiver for role in book.programme.roles)


def _remainder(hop: HopEnded, holding: Holding, book: Book, patient: str) -> Remainder:
    ours = book.ours(hop.receiver, hop.transaction)
    anybodys = holding is Holding.RECORD  # an audit trail is of no patient and of no run
    title = next(each.title for each in book.programme.roles if each.key == hop.receiver)
    return Remainder(
        role=hop.receiver,
        title=title,
        system=title if ours else _called(book.system(hop.receiver, hop.transaction), title),
        holding=holding,
        count=hop.count if holding is Holding.IMAGE else 1,
        patient="" if anybodys else patient,
        name=min(_values(hop, _NAMED.get(holding)), default=""),
        run="" if anybodys else hop.run,
        ours=ours,
    )


def _called(system: System, title: str) -> str:
    return system.vendor or system.product or title


def _values(hop: HopEnded, kind: FactKind | None) -> set[str]:
    """What the request states of that kind."""
    said = (fact for fact in hop.facts if fact.kind is kind and fact.side is Side.REQUEST)
    return {fact.value for fact in said if fact.value}
