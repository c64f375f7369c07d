"""What strangers do in one DICOM association, as hops: one for each request, one for a series.

A hop is open until the next request comes, the association ends, or nothing more comes for a
moment: so that the bytes of a release belong to it, and images that come one after the other are
one hop. Each byte belongs to exactly one hop.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Protocol

from showcase.protocols.dicom import identity
from showcase.protocols.dicom.command import Command, Field
from showcase.protocols.dicom.dataset import peek
from showcase.protocols.dicom.negotiation import Context
from showcase.protocols.dicom.part10 import File
from showcase.protocols.dicom.service import Request
from showcase.protocols.dicom.status import Status, judge
from showcase.standins.hop import Hop
from showcase.standins.pictures import thumbnails
from showcase.wire.failure import Garbled
from showcase.wire.line import Line

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_PERIOD = 0.1
"""Seconds between two events of progress."""

PAUSE = 0.2
"""Seconds after which an answered request is a finished hop, though the association stands."""

PAUSE_IN_SERIES = 1.0
"""The same for images: a slow modality sends one a second."""

LARGEST = 256 * 1024 * 1024
"""Bytes after which a series goes on as another hop: what is recorded is held in memory."""

_SHOWN = frozenset({1, 8, 16})
"""Which images of a series are shown as pictures."""


class Asked(Protocol):
    """A request as far as its hop cares; `showcase.protocols.dicom.service.Request` is one."""

    @property
    def command(self) -> Command:
        """Its command set."""

    @property
    def data(self) -> bytes:
        """Its dataset as it came; empty when there is none."""

    @property
    def context(self) -> Context:
        """The presentation context it came in."""


Tell = Callable[[Status], None]
Around = Callable[[Request], AbstractAsyncContextManager[Tell]]


class Account:
    """The hops of one association."""

    def __init__(self, me: "StandIn", line: Line) -> None:
        """None yet; `line` records the association."""
        self._me = me
        self._line = line
        self._open: UnderWay | None = None
        self._answered = 0
        self._lock = asyncio.Lock()

    def around(self, transactions: Mapping[Field, str]) -> Around:
        """What happens around each request of a service whose operations are `transactions`."""

        @asynccontextmanager
        async def account(request: Request) -> AsyncIterator[Tell]:
            async with self._lock:
                field = request.command.field
                transaction = transactions.get(field, "") if field else ""
                if self._open and not self._open.takes(transaction, field):
                    await self._end()
                if not transaction:
                    yield lambda _status: None
                    return
                async with self._under_way(transaction, request) as tell:
                    yield tell

        return account

    async def close(self) -> None:
        """The association is over; what came last belongs to the last hop."""
        self._answered = self._line.mark()
        async with self._lock:
            await self._end()

    @asynccontextmanager
    async def _under_way(self, transaction: str, request: Request) -> AsyncIterator[Tell]:
        if self._open is None:
            images = request.command.field is Field.C_STORE
            hop = self._hop(transaction, request)
            self._open = UnderWay(transaction, hop, self._me.role.title, images=images)
            await self._open.begin()
        under_way = self._open
        under_way.hold()
        try:
            yield under_way.told
        except BaseException as error:
            self._open = None
            await under_way.end(error)
            raise
        self._answered = self._line.mark()
        under_way.taken(request)
        if under_way.size > LARGEST:
            self._me.chore(self._end())  # the next image does not wait until this much is read
        else:
            under_way.lapse(self._lapsed)

    async def _lapsed(self) -> None:
        async with self._lock:
            await self._end()

    def _end(self) -> Coroutine[object, object, None]:
        """Part with the hop that is open, and with its bytes; what is left is to wait for."""
        if self._open is None:
            return _nothing()
        ending, self._open = self._open, None
        ending.hop.line = self._line.cut(self._answered)
        self._answered = 0
        return ending.end()

    def _hop(self, transaction: str, request: Request) -> AbstractAsyncContextManager[Hop]:
        return self._me.hops.incoming(
            transaction,
            self._me.role.key,
            self._line,
            since=0,
            sender=self._me.book.identify(self._line.remote, request.peer.calling),
            label=label_of(request),
        )


async def _nothing() -> None:
    return


class UnderWay:
    """A hop that may go on."""

    def __init__(
        self,
        transaction: str,
        context: AbstractAsyncContextManager[Hop],
        who: str,
        *,
        images: bool,
    ) -> None:
        self.size = 0
        self._images = images
        self._transaction = transaction
        self._context = context
        self._who = who
        self._hop: Hop | None = None
        self._count = 0
        self._told_at = 0.0
        self._worst: Status | None = None
        self._samples: list[File] = []
        self._timer: asyncio.TimerHandle | None = None
        self._closing: asyncio.Task[None] | None = None

    def takes(self, transaction: str, field: Field | None) -> bool:
        """Whether a request is more of the same: the next image of a series."""
        return transaction == self._transaction and field is Field.C_STORE

    @property
    def hop(self) -> Hop:
        """The hop, once it has begun."""
        assert self._hop
        return self._hop

    async def begin(self) -> None:
        """The first request has come."""
        self._hop = await self._context.__aenter__()

    def hold(self) -> None:
        """Something is under way: the hop goes on."""
        if self._timer:
            self._timer.cancel()

    def told(self, status: Status) -> None:
        """A request was answered with `status`."""
        assert self._hop
        self._count += 1
        self._worst = self._worst if self._worst and not self._worst.good else status
        self._hop.judge(judge(self._worst, self._who))
        if self._images:
            self._hop.count = self._count
            self._tell_progress(at_most=_PERIOD)

    def taken(self, request: Asked) -> None:
        """Keep a few of the images, to be shown."""
        self.size += len(request.data)
        if self._images and self._visible and self._count in _SHOWN:
            self._samples.append(
                File(
                    sop_class=request.command.sop_class,
                    sop_instance=request.command.sop_instance,
                    transfer=request.context.transfer,
                    data=request.data,
                )
            )

    @property
    def _visible(self) -> bool:
        """Whether anybody sees this hop: between our own systems the sender's is shown."""
        return self._hop is not None and self._hop.on_progress is not None

    def lapse(self, end: Callable[[], Coroutine[object, object, None]]) -> None:
        """Unless something more comes soon, the hop has ended."""
        loop = asyncio.get_running_loop()

        def close() -> None:
            self._closing = loop.create_task(end())

        pause = PAUSE_IN_SERIES if self._images else PAUSE
        self._timer = loop.call_later(pause, close)

    async def end(self, error: BaseException | None = None) -> None:
        """The hop ends, as broken where `error` says so."""
        self.hold()
        if self._images:
            self._tell_progress(at_most=0)
            await self._show()
        if error is None:
            await self._context.__aexit__(None, None, None)
            return
        try:
            await self._context.__aexit__(type(error), error, error.__traceback__)
        except BaseException as same:
            if same is not error:
                raise

    async def _show(self) -> None:
        if self._hop and self._samples:
            reads = [partial(_same, file) for file in self._samples]
            self._hop.shows(thumbnails=await asyncio.to_thread(thumbnails, reads))

    def _tell_progress(self, *, at_most: float) -> None:
        assert self._hop
        now = asyncio.get_running_loop().time()
        if now - self._told_at >= at_most:
            self._told_at = now
            self._hop.progressed(self._count)


def _same(file: File) -> File:
    return file


def label_of(request: Asked) -> str:
    """The patient's name, where the request is about an image."""
    if request.command.field is not Field.C_STORE:
        return ""
    try:
        head = peek(request.data, request.context.transfer, "PatientName")
    except Garbled:
        return ""
    return identity.spoken(head)
