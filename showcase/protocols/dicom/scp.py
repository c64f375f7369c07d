"""Answers: an association as its acceptor (PS3.7 9, 10), one coroutine for each connection.

A `Service` names SOP classes and, by operation, who answers. A handler is either a coroutine that
returns one `Answer`, or an asynchronous generator that yields several (C-FIND, C-MOVE, C-GET).
Whatever it raises becomes status 0x0110, and the association goes on.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager

import msgspec
import structlog
from pydicom.dataset import Dataset

from showcase.protocols.dicom import acse, messages
from showcase.protocols.dicom import association as events
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom import status as codes
from showcase.protocols.dicom.acse import Reject
from showcase.protocols.dicom.association import Association
from showcase.protocols.dicom.command import Command, Field, Value
from showcase.protocols.dicom.conversation import Conversation, aborted
from showcase.protocols.dicom.dimse import Message
from showcase.protocols.dicom.messages import VERIFICATION, status_of
from showcase.protocols.dicom.negotiation import Context, Support
from showcase.protocols.dicom.pdu import garbled
from showcase.protocols.dicom.status import Status
from showcase.wire.failure import Garbled, LineBroke
from showcase.wire.limits import DEFAULT, Limits
from showcase.wire.stream import Stream

ARTIM = 10.0
"""Seconds for a peer to ask for an association, and to close after its end (PS3.8 9.1.5)."""

_ANSWER = 30.0
"""Seconds a peer may take to read an answer, or to answer a sub-operation of C-GET."""

_log = structlog.get_logger()


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
            await self._talk.send(asked, _ANSWER)
            return await self._response()
        except LineBroke:
            self.lost = True
            raise

    async def _response(self) -> Status:
        """The answer to our own request; the peer's own next request may cross it."""
        crossed: list[events.Event] = []
        while True:
            match await self._talk.next(_ANSWER):
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
async def _nothing_around(_request: Request) -> AsyncGenerator[Callable[[Status], None], None]:
    yield lambda _status: None


Over = Callable[[], Awaitable[None]]


async def _nothing_over() -> None:
    return


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
    around: Around = _nothing_around


async def _echo(_request: Request) -> Answer:
    return Answer()


ECHO = Service(takes=VERIFICATION.__eq__, handlers={Field.C_ECHO: _echo})


class Acceptor:
    """Serves associations for one AE title."""

    def __init__(
        self,
        ae_title: str,
        *,
        limits: Limits = DEFAULT,
        artim: float = ARTIM,
        associations: int = 64,
    ) -> None:
        """An acceptor that answers C-ECHO, and what each `serve` is given.

        Args:
            ae_title: Any other called AE title is rejected.
            limits: `message_bytes` bounds a dataset; `idle_seconds` an idle association.
            artim: Seconds for an association to be asked for, and to be closed.
            associations: How many may stand at once; more are rejected for the time being.
        """
        self._ae_title = ae_title
        self._limits = limits
        self._artim = artim
        self._associations = associations
        self._standing = 0

    async def serve(
        self, stream: Stream, services: Sequence[Service], *, over: Over = _nothing_over
    ) -> None:
        """Serve one connection until it ends.

        Args:
            stream: The connection.
            services: What is offered on it.
            over: Called when the association has ended, before the peer has closed.

        Raises:
            LineBroke: It ended otherwise than by release or abort.
        """
        machine = Association(requestor=False, largest=self._limits.message_bytes)
        talk = Conversation(stream, machine)
        self._standing += 1
        try:
            await self._serve(talk, (ECHO, *services))
        except LineBroke:
            await talk.abort(acse.UNSPECIFIED)
            raise
        finally:
            self._standing -= 1
            await over()
            await talk.close()
        await talk.see_off(self._artim)

    async def _serve(self, talk: Conversation, services: Sequence[Service]) -> None:
        event = await talk.next(self._artim)
        if not isinstance(event, events.Requested):
            return
        request = event.request
        if reject := self._judge(request):
            _log.info("association rejected", caller=request.calling, why=reject.words)
            await talk.write(talk.machine.reject(reject), self._artim)
            return
        accept = talk.machine.accept(lambda uid: _support(services, uid))
        await talk.write(accept, self._artim)
        peer = Peer(request.calling, request.called, talk.stream.line.remote)
        await self._converse(talk, services, peer)

    def _judge(self, request: acse.Request) -> Reject | None:
        if not request.protocol_version & 1:
            return acse.VERSION_UNKNOWN
        if request.application_context != acse.APPLICATION_CONTEXT:
            return acse.CONTEXT_NAME_UNKNOWN
        if request.called != self._ae_title:
            return acse.CALLED_UNKNOWN
        return acse.TOO_MANY if self._standing > self._associations else None

    async def _converse(self, talk: Conversation, services: Sequence[Service], peer: Peer) -> None:
        while True:
            match await talk.next(self._limits.idle_seconds):
                case events.Received(message) if message.command.field is Field.C_CANCEL:
                    continue  # of something that has ended already
                case events.Received(message):
                    await _answer(talk, services, peer, message)
                case events.ReleaseAsked():
                    await talk.write(talk.machine.answer_release(), self._artim)
                    return
                case _:
                    return


def _support(services: Sequence[Service], abstract: str) -> Support | None:
    return next((each.support for each in services if each.takes(abstract)), None)


async def _answer(
    talk: Conversation, services: Sequence[Service], peer: Peer, message: Message
) -> None:
    if message.command.response:
        raise garbled(f"a {message.command.title} that answers nothing")
    context = talk.machine.contexts[message.context_id]
    request = Request(message, context, peer, talk)
    service = next(each for each in services if each.takes(context.abstract))
    async with service.around(request) as tell:
        tell(Status(await _send_answers(talk, request, _handler(service, request))))
    if request.afterwards:
        await request.afterwards()


async def _send_answers(talk: Conversation, request: Request, handler: Handler) -> int:
    status = codes.SUCCESS
    async with aclosing(_run(handler, request)) as answers:
        async for answer in answers:
            status = answer.status
            comment = {"ErrorComment": answer.comment[:64]} if answer.comment else {}
            more = dict(answer.more) | comment
            reply = messages.response(
                request.message, request.context, status, answer.dataset, more
            )
            await talk.send(reply, _ANSWER)
            if not Status(status).pending:
                break
            await _listen(talk, request)
    return status


async def _listen(talk: Conversation, request: Request) -> None:
    """Between two pending answers: did the peer cancel, or abort?"""
    match await talk.poll():
        case None:
            return
        case events.Received(message) if message.command.field is Field.C_CANCEL:
            request.cancelled = True
        case events.Aborted(abort):
            raise aborted(request.peer.calling, abort.words)
        case other:
            raise garbled(f"{type(other).__name__} while an answer was under way")


def _handler(service: Service, request: Request) -> Handler:
    field = request.command.field
    if field is Field.C_STORE and request.command.sop_class != request.context.abstract:
        return _wrong_class
    return service.handlers.get(field, _unknown) if field else _unknown


async def _wrong_class(_request: Request) -> Answer:
    return Answer(status=codes.CLASS_NOT_SUPPORTED, comment="not the context's SOP class")


async def _unknown(_request: Request) -> Answer:
    return Answer(status=codes.UNRECOGNISED_OPERATION)


async def _run(handler: Handler, request: Request) -> AsyncGenerator[Answer, None]:
    """The answers of a handler; whatever it raises is the last of them."""
    try:
        async for answer in _answers(handler, request):
            yield answer
    except Exception as fault:
        if request.lost:
            raise
        if isinstance(fault, Garbled):
            yield Answer(status=_cannot_understand(request), comment=fault.status)
            return
        _log.exception("handler failed", operation=request.command.title)
        yield Answer(status=codes.PROCESSING_FAILURE, comment="internal fault")


async def _answers(handler: Handler, request: Request) -> AsyncGenerator[Answer, None]:
    answers = handler(request)
    if isinstance(answers, Awaitable):
        yield await answers
        return
    cancelled = False
    async with aclosing(answers):
        async for answer in answers:
            yield answer
            cancelled = request.cancelled and request.command.field is Field.C_FIND
            if cancelled:
                break
    yield Answer(status=codes.CANCELLED if cancelled else codes.SUCCESS)


def _cannot_understand(request: Request) -> int:
    composite = request.command.title.startswith("C-")
    return codes.CANNOT_UNDERSTAND if composite else codes.PROCESSING_FAILURE
