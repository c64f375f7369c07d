"""What a stand-in listens on for DICOM, and how strangers' operations become hops."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypedDict, Unpack

import msgspec

from showcase.model.system import Dicom
from showcase.protocols.dicom.acse import Proposed, Roles
from showcase.protocols.dicom.caller import calling
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.requestor import Refused, Requestor
from showcase.protocols.dicom.scp import Acceptor
from showcase.protocols.dicom.scu import associate
from showcase.protocols.dicom.service import Service
from showcase.standins.account import Account
from showcase.standins.behaviour import Behaviour, CannotAct
from showcase.standins.hop import Hop
from showcase.wire.listener import Listener
from showcase.wire.stream import Stream

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn


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
                entity,
                self.ae_title,
                contexts,
                hop.line,
                deadline=deadline,
                roles=roles,
                tls=self.me.security.towards(entity.tls, role),
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
        self._listener = Listener("dicom", self._serve, namer=calling)

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
        security = self._me.security
        port = await self._listener.open(
            listening.host,
            listening.ports.get("dicom", 0),
            tls=security.door(),
            gate=self._me.gate("dicom"),
        )
        for each in self._behaviours:
            await each.opened()
        return Dicom(
            host=listening.host, port=port, ae_title=listening.ae_title, tls=security.address
        )

    async def close(self) -> None:
        """Stop listening and drop every association."""
        await self._listener.close()

    async def _serve(self, stream: Stream) -> None:
        account = Account(self._me, stream.line)
        services = [
            msgspec.structs.replace(offer.service, around=account.around(offer.transactions))
            for behaviour in self._behaviours
            for offer in behaviour.offers()
        ]
        await self._acceptor.serve(stream, services, over=account.close)
