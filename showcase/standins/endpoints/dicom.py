"""What a stand-in listens on for DICOM, and how strangers' operations become hops."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING, TypedDict, Unpack

import msgspec

from showcase.model.system import Dicom
from showcase.protocols.dicom import identity
from showcase.protocols.dicom.acse import Proposed, Roles
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.dataset import peek
from showcase.protocols.dicom.scp import Acceptor, Request, Service
from showcase.protocols.dicom.scu import Refused, Requestor, associate
from showcase.protocols.dicom.status import Status, judge
from showcase.standins.behaviour import Behaviour, CannotAct
from showcase.standins.hops import Hop
from showcase.wire.failure import Garbled
from showcase.wire.line import Line
from showcase.wire.stream import Listener, Stream

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_PAUSE = 1.0
"""Seconds without a further image after which a stranger's series counts as ended."""


class Shown(TypedDict, total=False):
    """What people see of a hop; see `Hops.outgoing`."""

    count: int
    label: str
    thumbnails: tuple[bytes, ...]


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """A service of a behaviour.

    Attributes:
        service: Its SOP classes and handlers.
        transactions: Which IHE transaction an operation is.
    """

    service: Service
    transactions: Mapping[Field, str]


class AnswersDicom(Behaviour):
    """A behaviour that offers DICOM services, and calls other application entities."""

    def offers(self) -> tuple[Offer, ...]:
        """What it answers beside C-ECHO."""
        return ()

    async def opened(self) -> None:
        """Called once its port is open: the time to prepare what will be needed."""

    @property
    def ae_title(self) -> str:
        """Our own AE title."""
        return self.me.listening.ae_title

    async def call(
        self,
        transaction: str,
        role: str,
        contexts: Sequence[Proposed],
        work: Callable[[Hop, Requestor], Awaitable[None]],
        *,
        cue: str = "",
        roles: Roles | None = None,
        **shown: Unpack[Shown],
    ) -> None:
        """Call the application entity that answers `transaction` for `role`: one hop.

        Args:
            transaction: Catalogue id.
            role: Who is called.
            contexts: What we propose.
            work: What we do in the association; it judges the hop.
            cue: The cue that asked for it.
            roles: SCP/SCU role selection we propose.
            shown: `count`, `label` and `thumbnails` of the hop.

        Raises:
            CannotAct: The cast gives the role no DICOM address.
        """
        entity = self.entity(role, transaction)
        deadline = self.me.partner(role, transaction).deadline
        hop_of = self.me.hop(transaction, role, transport="dicom", cue=cue, **shown)
        async with (
            hop_of as hop,
            refusals(hop),
            associate(
                entity, self.ae_title, contexts, hop.line, deadline=deadline, roles=roles
            ) as peer,
        ):
            await work(hop, peer)

    def entity(self, role: str, transaction: str) -> Dicom:
        """The application entity that answers `transaction` for `role`.

        Raises:
            CannotAct: The cast gives it no DICOM address.
        """
        found = self.me.partner(role, transaction).endpoints.dicom
        if found is None:
            raise CannotAct(
                f"the system that plays {role} has no DICOM address",
                remedy="Give it `dicom:` with host, port and ae_title in the cast.",
            )
        return found


@asynccontextmanager
async def refusals(hop: Hop) -> AsyncIterator[None]:
    """A peer that does not talk with us about this ends the hop as *refused*."""
    try:
        yield
    except Refused as no:
        hop.judge(no.verdict)


class DicomEndpoint:
    """The DICOM port of one stand-in. C-ECHO is always answered."""

    def __init__(self, me: "StandIn") -> None:
        """Not listening yet."""
        self._me = me
        self._behaviours = [each for each in me.behaviours if isinstance(each, AnswersDicom)]
        self._acceptor = Acceptor(me.listening.ae_title)
        self._listener = Listener("dicom", self._serve)

    @property
    def wanted(self) -> bool:
        """Whether any behaviour speaks DICOM."""
        return bool(self._behaviours)

    async def open(self) -> Dicom:
        """Listen.

        Raises:
            OSError: The port is taken.
        """
        listening = self._me.listening
        port = await self._listener.open(listening.host, listening.ports.get("dicom", 0))
        for each in self._behaviours:
            await each.opened()
        return Dicom(host=listening.host, port=port, ae_title=listening.ae_title)

    async def close(self) -> None:
        """Stop listening and drop every association."""
        await self._listener.close()

    async def _serve(self, stream: Stream) -> None:
        account = _Account(self._me, stream.line)
        services = [
            msgspec.structs.replace(offer.service, around=account.around(offer))
            for behaviour in self._behaviours
            for offer in behaviour.offers()
        ]
        try:
            await self._acceptor.serve(stream, services)
        finally:
            await account.close()


class _Account:
    """The hops of one association: one for each operation, but one for a series of images."""

    def __init__(self, me: "StandIn", line: Line) -> None:
        self._me = me
        self._line = line
        self._mark = 0
        self._series: _Series | None = None
        self._lock = asyncio.Lock()

    def around(
        self, offer: Offer
    ) -> Callable[[Request], AbstractAsyncContextManager[Callable[[Status], None]]]:
        """What happens around each request of a service: it becomes a hop."""

        @asynccontextmanager
        async def account(request: Request) -> AsyncIterator[Callable[[Status], None]]:
            field = request.command.field
            transaction = offer.transactions.get(field, "") if field else ""
            async with self._lock:
                if field is Field.C_STORE and transaction:
                    async with self._stored(transaction, request) as tell:
                        yield tell
                    return
                await self._end_series()
                if not transaction:
                    yield lambda _status: None
                    return
                async with self._incoming(transaction, request) as hop:
                    yield lambda status: hop.judge(judge(status, self._me.role.title))
                self._mark = self._line.mark()

        return account

    async def close(self) -> None:
        """The association is over, and so is a series that was under way."""
        async with self._lock:
            await self._end_series()

    @asynccontextmanager
    async def _stored(
        self, transaction: str, request: Request
    ) -> AsyncIterator[Callable[[Status], None]]:
        if self._series is None:
            self._series = _Series(self._incoming(transaction, request), self._me.role.title)
            await self._series.begin()
        self._series.hold()
        try:
            yield self._series.told
        except BaseException as error:
            series, self._series = self._series, None
            await series.end(error)
            raise
        self._series.lapse(_PAUSE, self.close)

    async def _end_series(self) -> None:
        if self._series:
            series, self._series = self._series, None
            await series.end()
            self._mark = self._line.mark()

    def _incoming(self, transaction: str, request: Request) -> AbstractAsyncContextManager[Hop]:
        return self._me.hops.incoming(
            transaction,
            self._me.role.key,
            self._line,
            since=self._mark,
            sender=self._me.book.identify(self._line.remote, request.peer.calling),
            label=_label(request),
        )


class _Series:
    """Images that came one after the other: one hop."""

    def __init__(self, context: AbstractAsyncContextManager[Hop], who: str) -> None:
        self._context = context
        self._who = who
        self._hop: Hop | None = None
        self._count = 0
        self._worst: Status | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._closing: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """The first image has come."""
        self._hop = await self._context.__aenter__()

    def hold(self) -> None:
        """Another image has come: the series goes on."""
        if self._timer:
            self._timer.cancel()

    def told(self, status: Status) -> None:
        """An image was answered with `status`."""
        assert self._hop
        self._count += 1
        self._worst = self._worst if self._worst and not self._worst.good else status
        self._hop.count = self._count
        self._hop.progressed(self._count)
        self._hop.judge(judge(self._worst, self._who))

    def lapse(self, seconds: float, end: Callable[[], Coroutine[object, object, None]]) -> None:
        """Unless another image comes within `seconds`, the series has ended."""
        loop = asyncio.get_running_loop()

        def close() -> None:
            self._closing = loop.create_task(end())

        self._timer = loop.call_later(seconds, close)

    async def end(self, error: BaseException | None = None) -> None:
        """The hop ends, as broken where `error` says so."""
        self.hold()
        if error is None:
            await self._context.__aexit__(None, None, None)
            return
        try:
            await self._context.__aexit__(type(error), error, error.__traceback__)
        except BaseException as same:
            if same is not error:
                raise


def _label(request: Request) -> str:
    """The patient's name, where the request is about an image."""
    if request.command.field is not Field.C_STORE:
        return ""
    try:
        head = peek(request.data, request.context.transfer, "PatientName")
    except Garbled:
        return ""
    return identity.spoken(head)
