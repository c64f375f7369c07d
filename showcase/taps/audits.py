"""Audit mode: hops out of the audit records (ITI-20) that both sides of a pair send us.

Where two vendors' systems cannot be tapped, what they say they did is all there is. A hop begins
with the first record of an exchange and ends with the other side's, or, where that does not
come, without it. Its bytes are the records: those of the initiator there, of the responder back.
"""

import asyncio
from collections.abc import Iterator
from contextlib import suppress

import msgspec

from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome, Verdict
from showcase.model.system import System
from showcase.protocols.audit.message import AuditMessage, Participant
from showcase.protocols.audit.syslog import messages_in
from showcase.standins.book import Book
from showcase.standins.hops import Hops
from showcase.transactions import iti20
from showcase.wire.failure import Garbled
from showcase.wire.line import Line, Recording

SEEN = "seen by audit"
"""The badge of such a hop."""

_IHE = "IHE Transactions"

_OTHER_SIDE = 2.0
"""Seconds in which the other side's record may come; syslog over UDP may lose it."""

Pair = tuple[str, str]
"""Role keys: who starts transactions, who answers them."""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What one record says of an exchange.

    Attributes:
        about: What it was about: the ids of its objects.
        by_initiator: Whose record it is; None where it does not say so in words that we know.
        outcome: EventOutcomeIndicator: 0 success, 4 minor, 8 serious, 12 major failure.
    """

    transaction: str
    pair: Pair
    about: frozenset[str]
    by_initiator: bool | None
    outcome: int
    said: str


class _Exchange:
    """One exchange, as its records come in."""

    def __init__(self, first: Seen, line: Line) -> None:
        self.first = first
        self.line = line
        self.sides: set[bool] = set()
        self.outcome = 0
        self.said = ""
        self.both = asyncio.Event()

    def takes(self, seen: Seen) -> bool:
        """Whether a record is the other side's of this exchange."""
        first = self.first
        same = (first.transaction, first.pair) == (seen.transaction, seen.pair)
        shared = bool(first.about & seen.about) or not (first.about and seen.about)
        return same and shared and len(self.sides) < 2 and seen.by_initiator not in self.sides

    def add(self, seen: Seen, recording: Recording) -> None:
        initiators = seen.by_initiator
        if (
            initiators is None
        ):  # then it is of the side that we have not heard of, or it comes first
            initiators = True not in self.sides
        self.sides.add(initiators)
        if initiators:  # its record there, the responder's back
            self.line.remote = recording.initiator
            self.line.received(recording.request)
        else:
            self.line.local = recording.initiator
            self.line.sent(recording.request)
        if seen.outcome >= self.outcome:
            self.outcome, self.said = seen.outcome, seen.said or self.said
        if len(self.sides) == 2:
            self.both.set()

    @property
    def verdict(self) -> Verdict:
        return verdict_of(self.outcome, self.said)


class Audits:
    """Draws hops for pairs of roles that the cast says are seen by audit."""

    def __init__(self, book: Book, hops: Hops, pairs: tuple[Pair, ...]) -> None:
        """Nothing seen yet."""
        self._book = book
        self._hops = hops
        self._pairs = frozenset(pairs)
        self._open: list[_Exchange] = []
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Look at every audit record from now on."""
        if self._pairs:
            self._hops.on_end.append(self._look)

    async def stop(self) -> None:
        """Look no longer."""
        if self._look in self._hops.on_end:
            self._hops.on_end.remove(self._look)
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _look(self, ended: HopEnded, recording: Recording) -> None:
        if ended.transaction != iti20.TRANSACTION.id:
            return
        for raw in messages_in(recording.request):
            with suppress(Garbled):  # its own hop tells of it
                for seen in read(iti20.read(raw), self._book):
                    if seen.pair in self._pairs and self._between_vendors(seen):
                        self._note(seen, recording)

    def _between_vendors(self, seen: Seen) -> bool:
        """One of ours has a record of its own, of the exchange itself."""
        return not any(self._book.ours(role, seen.transaction) for role in seen.pair)

    def _note(self, seen: Seen, recording: Recording) -> None:
        for each in self._open:
            if each.takes(seen):
                each.add(seen, recording)
                return
        line = Line(recording.transport, initiated=False, clock=self._hops.clock)
        exchange = _Exchange(seen, line)
        exchange.add(seen, recording)
        line.leaving()  # the wait for the other side's record is ours, not the exchange's
        self._open.append(exchange)
        task = asyncio.get_running_loop().create_task(self._tell(exchange))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _tell(self, exchange: _Exchange) -> None:
        first = exchange.first
        sender, receiver = first.pair
        async with self._hops.incoming(
            first.transaction, receiver, exchange.line, since=0, sender=sender, label=SEEN
        ) as hop:
            hop.read_as = iti20.TRANSACTION.id
            with suppress(TimeoutError):
                async with asyncio.timeout(_OTHER_SIDE):
                    await exchange.both.wait()
            self._open.remove(exchange)
            hop.judge(exchange.verdict)


def read(message: AuditMessage, book: Book) -> Iterator[Seen]:
    """What a record says of exchanges between two roles; nothing where it names no two."""
    asking = [each for each in message.participants if each.requestor]
    asked = [each for each in message.participants if not each.requestor]
    initiator, responder = _role(asking, book), _role(asked, book)
    if not initiator or not responder or initiator == responder:
        return
    for kind in message.event_types:
        if kind.system == _IHE:
            yield Seen(
                transaction=kind.code,
                pair=(initiator, responder),
                about=frozenset(each.id for each in message.objects if each.id),
                by_initiator=_whose(
                    message.source_id, (initiator, asking), (responder, asked), book
                ),
                outcome=message.outcome,
                said=message.outcome_description,
            )


def verdict_of(outcome: int, said: str) -> Verdict:
    """What EventOutcomeIndicator says (PS3.15 A.5.2.2)."""
    status = f"EventOutcomeIndicator {outcome}, {SEEN}"
    if outcome == 0:
        return Verdict(outcome=Outcome.ACKNOWLEDGED, status=status)
    refused = outcome == 4
    return Verdict(
        outcome=Outcome.REFUSED if refused else Outcome.FAILED,
        status=status,
        words=said or f"The audit record says that it {'was refused' if refused else 'failed'}.",
        remedy="Look into both systems' logs: we have seen their audit records, not the exchange.",
    )


def _role(participants: list[Participant], book: Book) -> str:
    """The role that one of the participants is, by its names first, by its address else."""
    systems = {**book.relieved, **book.vendors}
    for known in (_names, _hosts):
        for role, system in systems.items():
            if any(known(system) & _called(each) for each in participants):
                return role
    return ""


def _called(each: Participant) -> set[str]:
    """Everything that a participant is called (ITI TF-2 3.20.7)."""
    titles = each.alternative_id.removeprefix("AETITLES=").split(";")
    return {name for name in (each.user_id, each.address, *titles) if name}


def _names(system: System) -> set[str]:
    """UserID by protocol: ``facility|application``, an AE title, a SOAP endpoint."""
    ends = system.endpoints
    found = set(ends.soap.urls.values()) if ends.soap else set()
    if ends.hl7v2:
        found.add(f"{ends.hl7v2.facility}|{ends.hl7v2.application}")
    if ends.dicom:
        found.add(ends.dicom.ae_title)
    return found


def _hosts(system: System) -> set[str]:
    ends = system.endpoints
    return {end.host for end in (ends.dicom, ends.hl7v2, ends.syslog) if end}


def _whose(
    source_id: str,
    initiator: tuple[str, list[Participant]],
    responder: tuple[str, list[Participant]],
    book: Book,
) -> bool | None:
    """Whether the initiator has written the record, by what its source calls itself."""
    said = source_id.casefold()
    mine, theirs = (said in _all_names(*side, book) for side in (initiator, responder))
    return mine if mine != theirs else None


def _all_names(role: str, participants: list[Participant], book: Book) -> set[str]:
    """What a side may call itself, whatever the case."""
    system = book.vendors.get(role) or book.relieved[role]
    ends = system.endpoints
    found = {name for each in participants for name in _called(each)}
    found |= {system.key, system.vendor, role, *_names(system)}
    if ends.hl7v2:
        found.add(ends.hl7v2.application)
    return {name.casefold() for name in found if name}
