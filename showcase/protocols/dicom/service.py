"""What an acceptor offers: services, their handlers, and a request as a handler sees it."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import msgspec
from pydicom.dataset import Dataset

from showcase.protocols.dicom import association as events
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom import messages
from showcase.protocols.dicom import status as codes
from showcase.protocols.dicom.command import Command, Field, Value
from showcase.protocols.dicom.conversation import Conversation, aborted
from showcase.protocols.dicom.dimse import Message
from showcase.protocols.dicom.messages import status_of
from showcase.protocols.dicom.negotiation import Context, Support
from showcase.protocols.dicom.pdu import garbled
from showcase.protocols.dicom.status import Status
from showcase.wire.failure import LineBroke

ANSWER_TIME = 30.0
"""Seconds a peer may take to read an answer, or to answer a sub-operation of C-GET."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One response: its status, its dataset, and further elements of its command set."""

    status: int = codes.SUCCESS
    dataset: Dataset | None = None
    comment: str = ""
    more: dict[str, Value] = {}


class Peer(msgspec.Struct, frozen=True):
    """Who called.

    Attributes:
        calling: Its AE title.
        called: Ours, as it wrote it.
        remote: ``host:port`` it calls from.
    """

    calling: str
    called: str
    remote: str


class Request:
    """A request, as a handler sees it.

    Attributes:
        cancelled: The peer has sent C-CANCEL; the handler should end.
        lost: The association broke while the handler used it.
        afterwards: Called once the last answer has been sent; a handler may set it.
    """

    def __init__(self, message: Message, context: Context, peer: Peer, talk: Conversation) -> None:
        """A request that nobody has answered."""
        self.message = message
        self.context = context
        self.peer = peer
        self.cancelled = False
        self.lost = False
        self.afterwards: Callable[[], Awaitable[None]] | None = None
        self._talk = talk
        self._sent = 0

    @property
    def command(self) -> Command:
        """Its command set."""
        return self.message.command

    @property
    def data(self) -> bytes:
        """Its dataset as it came; empty when there is none."""
        return self.message.data or b""

    def dataset(self) -> Dataset:
        """Its dataset, read.

        Raises:
            Garbled: It is damaged.
        """
        return datasets.decode(self.data, self.context.transfer)

    def transfers(self, sop_class: str) -> tuple[str, ...]:
        """Transfer syntaxes in which the peer takes instances of a class, in this association."""
        return tuple(each.transfer for each in self._taking(sop_class))

    async def c_store(
        self,
        sop_class: str,
        sop_instance: str,
        data: bytes,
        *,
        transfer: str,
        originator: tuple[str, int] | None = None,  # noqa: ARG002 - C-GET names none
    ) -> Status:
        """A C-STORE sub-operation of a C-GET: back to the peer, in the same association."""
        context = next((c for c in self._taking(sop_class) if c.transfer == transfer), None)
        if context is None:
            return Status(codes.CLASS_NOT_SUPPORTED, "no presentation context for it")
        more: dict[str, Value] = {"Priority": 0, "AffectedSOPInstanceUID": sop_instance}
        return await self._ask(Field.C_STORE, context, data, more)

    async def report(self, event: int, information: Dataset) -> Status:
        """An N-EVENT-REPORT about the instance of this request, in the same association."""
        data = datasets.encode(information, self.context.transfer)
        uid = self.command.sop_instance
        more: dict[str, Value] = {"AffectedSOPInstanceUID": uid, "EventTypeID": event}
        return await self._ask(Field.N_EVENT_REPORT, self.context, data, more)

    async def _ask(
        self, field: Field, context: Context, data: bytes, more: dict[str, Value]
    ) -> Status:
        self._sent += 1
        asked = messages.request(field, context, self._sent, data, more)
        try:
            await self._talk.send(asked, ANSWER_TIME)
            return await self._response()
        except LineBroke:
            self.lost = True
            raise

    async def _response(self) -> Status:
        """The answer to our own request; the peer's own next request may cross it."""
        crossed: list[events.Event] = []
        while True:
            match await self._talk.next(ANSWER_TIME):
                case events.Received(message) if message.command.response:
                    self._talk.put_back(crossed)
                    return status_of(message.command)
                case events.Received(message) if message.command.field is Field.C_CANCEL:
                    self.cancelled = True
                case events.Received() as other:
                    crossed.append(other)
                case events.ReleaseAsked() as goodbye:
                    self._talk.put_back((*crossed, goodbye))
                    return Status(codes.PROCESSING_FAILURE, "the peer has left")
                case events.Aborted(abort):
                    raise aborted(self.peer.calling, abort.words)
                case other:
                    raise garbled(f"{type(other).__name__} where a response was due")

    def _taking(self, sop_class: str) -> list[Context]:
        contexts = self._talk.machine.contexts.values()
        return [each for each in contexts if each.abstract == sop_class and each.requestor_scp]


Handler = Callable[[Request], Awaitable[Answer] | AsyncGenerator[Answer, None]]
"""Answers a request: once, or (an asynchronous generator) with pending answers first."""


Around = Callable[[Request], AbstractAsyncContextManager[Callable[[Status], None]]]
"""Entered before a request is handled, told its final status, left once that has been sent."""


@asynccontextmanager
async def nothing_around(_request: Request) -> AsyncGenerator[Callable[[Status], None], None]:
    """Nothing happens around a request."""
    yield lambda _status: None


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """What is offered for some SOP classes.

    Attributes:
        takes: Whether an abstract syntax is one of them.
        handlers: Who answers, by operation.
        support: Transfer syntaxes and roles.
        around: What happens around each request.
    """

    takes: Callable[[str], bool]
    handlers: Mapping[Field, Handler]
    support: Support = Support()
    around: Around = nothing_around
