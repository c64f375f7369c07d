"""The ledger: every transaction anybody starts becomes events and recorded bytes.

Whoever starts a transaction does it inside ``async with hops.outgoing(...) as hop`` and records
on ``hop.line``; whoever answers a stranger does it inside ``hops.incoming(...)``. Between our own
systems the initiator's record is the record, and the responder's stays silent: one hop, not two.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from secrets import token_hex
from typing import Protocol

from showcase.model.events import Event, HopEnded, HopProgressed, HopStarted, Noticed
from showcase.model.exchange import Outcome, Verdict
from showcase.standins.evidence import FactsReader, digest, gather
from showcase.standins.hop import LONGEST_LABEL, Hop
from showcase.wire.clock import Clock
from showcase.wire.failure import LineBroke
from showcase.wire.line import Line, Recording

_GRACE = 1.0
"""Seconds for which an address stays known as ours after the line was closed."""

_READ_ASIDE = 256 * 1024
"""Exchanges larger than this are read in a thread, so that nobody else waits."""


class Recorder(Protocol):
    """What the ledger needs of the journal."""

    def record(self, event: Event, blobs: Mapping[str, bytes] | None = None) -> None:
        """Commit an event and the blobs it names, then publish it; in the order of the calls."""

    async def settled(self) -> None:
        """Return once everything recorded so far is committed and published."""

    async def kept(self) -> None:
        """The same; but do not wait for a disk that refuses: staff know, and the show goes on."""


Claim = Callable[[str, str, str], str]
"""(transaction, sender, receiver) -> id of the cue that waits for such a hop; empty when none."""

Confirm = Callable[[HopEnded], HopEnded]
"""A hop that has ended -> the same, with the cue that it belongs to now that its bytes are read."""


class Hops:
    """The ledger of one engine."""

    def __init__(self, recorder: Recorder, facts: FactsReader, clock: Clock) -> None:
        """Nothing under way, no run."""
        self.run = ""
        self.claim: Claim = lambda _transaction, _sender, _receiver: ""
        self.confirm: Confirm = lambda ended: ended
        self.on_end: list[Callable[[HopEnded, Recording], None]] = []
        self._recorder = recorder
        self._facts = facts
        self.clock = clock
        self._ours: set[str] = set()

    @asynccontextmanager
    async def outgoing(
        self,
        transaction: str,
        sender: str,
        receiver: str,
        *,
        transport: str,
        cue: str = "",
        count: int = 1,
        label: str = "",
        thumbnails: Iterable[bytes] = (),
    ) -> AsyncIterator[Hop]:
        """A transaction that one of ours starts.

        The hop's `line` must be handed to the protocol's client. A `LineBroke` inside ends the
        hop as *failed* and goes no further; so does leaving without a verdict.

        Args:
            transaction: Catalogue id.
            sender: Role key of the initiator.
            receiver: Role key of the responder.
            transport: Name for the recording: ``mllp``, ``dicom``, ``http``, ``syslog-udp`` …
            cue: The cue that asked for it; empty: the conductor's `claim` is asked.
            count: Number of objects that will travel.
            label: What is written on the thing that travels.
            thumbnails: At most three PNG pictures.
        """
        line = Line(transport, initiated=True, clock=self.clock)
        line.on_connect = lambda line: self._ours.add(line.local)
        hop = self._hop(transaction, sender, receiver, line, cue, count, label, thumbnails)
        line.on_first_byte = lambda: self._begin(hop)
        try:
            yield hop
        except LineBroke as error:
            hop.judge(_failed(error))
        except asyncio.CancelledError:
            hop.judge(_CUT)
            raise
        finally:
            self._forget(line.local)
            if not line.mark():
                self._begin(hop)
            await self._end(hop)

    @asynccontextmanager
    async def incoming(
        self,
        transaction: str,
        receiver: str,
        line: Line,
        *,
        since: int,
        sender: str,
        count: int = 1,
        label: str = "",
    ) -> AsyncIterator[Hop]:
        """A transaction that a caller starts at one of ours.

        Silent (no event) when the caller is ours, too: its own record is the record.

        Args:
            transaction: Catalogue id.
            receiver: Role key of the stand-in that answers.
            line: The caller's connection.
            since: The line's mark before the first byte of this transaction.
            sender: `Book.identify` of the caller.
            count: Number of objects.
            label: What is written on the thing that travels.
        """
        silent = line.remote in self._ours
        hop = self._hop(transaction, sender, receiver, line, "", count, label, (), silent=silent)
        if silent:
            yield hop
            return
        self._begin(hop)
        hop.on_keep = partial(self._keep, hop, since)
        try:
            yield hop
        except LineBroke as error:
            if hop.over:
                self._unheard(hop, error)
            hop.judge(_failed(error))
            raise
        except asyncio.CancelledError:
            hop.judge(_CUT)
            raise
        finally:
            if not hop.over:
                await self._end(hop, since)

    @asynccontextmanager
    async def unseen(self, transport: str) -> AsyncIterator[Line]:
        """A line of ours that makes no hop at whichever of ours it calls: nothing new is said."""
        line = Line(transport, initiated=True, clock=self.clock)
        line.on_connect = lambda line: self._ours.add(line.local)
        try:
            yield line
        finally:
            self._forget(line.local)

    def notice(self, words: str, remedy: str = "", *, role: str = "") -> None:
        """Tell staff of something that belongs to no hop."""
        self._recorder.record(
            Noticed(run=self.run, words=words, remedy=remedy, role=role, level="warning")
        )

    async def settled(self) -> None:
        """Return once everything recorded so far is committed."""
        await self._recorder.settled()

    def _hop(
        self,
        transaction: str,
        sender: str,
        receiver: str,
        line: Line,
        cue: str,
        count: int,
        label: str,
        thumbnails: Iterable[bytes],
        *,
        silent: bool = False,
    ) -> Hop:
        pictures = tuple(thumbnails)[:3]
        if not cue and not silent:
            cue = self.claim(transaction, sender, receiver)
        started = HopStarted(
            run=self.run,
            hop=token_hex(8),
            transaction=transaction,
            sender=sender,
            receiver=receiver,
            cue=cue,
            count=count,
            label=label[:LONGEST_LABEL],
            thumbnails=tuple(digest(p) for p in pictures),
        )
        hop = Hop(started, line)
        hop.thumbnails = pictures
        return hop

    def _begin(self, hop: Hop) -> None:
        run = hop.started.run
        self._recorder.record(hop.started, {digest(p): p for p in hop.thumbnails})
        hop.on_progress = lambda done: self._progress(run, hop, done)

    def _progress(self, run: str, hop: Hop, done: int) -> None:
        self._recorder.record(HopProgressed(run=run, hop=hop.id, done=done, total=hop.count))

    async def _keep(self, hop: Hop, since: int) -> None:
        hop.over = True
        await self._end(hop, since)
        await self._recorder.kept()

    def _unheard(self, hop: Hop, error: LineBroke) -> None:
        """It was recorded as answered; whether the answer arrived, nobody can know."""
        self.notice(
            f"The answer to {hop.started.transaction} may not have arrived. {error.words}",
            "It may be sent once more; that is harmless.",
            role=hop.started.receiver,
        )

    async def _end(self, hop: Hop, since: int = 0) -> None:
        """Make out what happened, and record it. What is large is read in a thread."""
        make_out = partial(
            gather, hop.line, self._facts, hop.read_as, since=since, in_vain=hop.in_vain
        )
        large = hop.line.size > _READ_ASIDE
        made_out = await asyncio.to_thread(make_out) if large else make_out()
        started = hop.started
        ended = HopEnded(
            run=started.run,
            hop=started.hop,
            transaction=started.transaction,
            sender=started.sender,
            receiver=started.receiver,
            cue=started.cue,
            verdict=hop.verdict or _UNJUDGED,
            exchange=made_out.exchange,
            count=hop.count,
            facts=made_out.facts,
            label=hop.label,
            thumbnails=tuple(digest(p) for p in hop.thumbnails),
            picture=digest(hop.picture),
            document=digest(hop.document),
            document_type=hop.document_type,
        )
        ended = self.confirm(ended)
        shown = (hop.picture, hop.document, *hop.thumbnails)
        self._recorder.record(ended, made_out.blobs | {digest(b): b for b in shown if b})
        for listener in self.on_end:
            listener(ended, made_out.recording)

    def _forget(self, local: str) -> None:
        asyncio.get_running_loop().call_later(_GRACE, self._ours.discard, local)


def _failed(error: LineBroke) -> Verdict:
    return Verdict(
        outcome=Outcome.FAILED, status=error.status, words=error.words, remedy=error.remedy
    )


_CUT = Verdict(
    outcome=Outcome.FAILED,
    status="cut",
    words="Staff cut the transaction before its answer came.",
    remedy="Retry it when you are ready.",
)

_UNJUDGED = Verdict(
    outcome=Outcome.FAILED,
    status="internal fault",
    words="Showcase itself failed while it waited for the answer.",
    remedy="Retry; if it fails again, send us the engine's log.",
)
