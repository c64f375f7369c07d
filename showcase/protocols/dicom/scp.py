"""Answers: an association as its acceptor (PS3.7 9, 10), one coroutine for each connection.

A `Service` names SOP classes and, by operation, who answers. A handler is either a coroutine that
returns one `Answer`, or an asynchronous generator that yields several (C-FIND, C-MOVE, C-GET).
Whatever it raises becomes status 0x0110, and the association goes on.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing

import structlog

from showcase.protocols.dicom import acse, messages
from showcase.protocols.dicom import association as events
from showcase.protocols.dicom import status as codes
from showcase.protocols.dicom.acse import Reject
from showcase.protocols.dicom.association import Association
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.conversation import Conversation, aborted
from showcase.protocols.dicom.dimse import Message
from showcase.protocols.dicom.messages import VERIFICATION
from showcase.protocols.dicom.negotiation import Support
from showcase.protocols.dicom.pdu import garbled
from showcase.protocols.dicom.service import ANSWER_TIME, Answer, Handler, Peer, Request, Service
from showcase.protocols.dicom.status import Status
from showcase.wire.failure import Garbled, LineBroke
from showcase.wire.limits import DEFAULT, Limits
from showcase.wire.stream import Stream

ARTIM = 10.0
"""Seconds for a peer to ask for an association, and to close after its end (PS3.8 9.1.5)."""

_MOMENT = 0.02
"""Seconds for which something that was found may wait for more."""

_log = structlog.get_logger()


Over = Callable[[], Awaitable[None]]


async def _nothing_over() -> None:
    return


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
        try:
            await self._serve(talk, (ECHO, *services))
        except LineBroke:
            await talk.abort(acse.UNSPECIFIED)
            raise
        finally:
            await over()
            await talk.close()
        await talk.see_off(self._artim)

    async def _serve(self, talk: Conversation, services: Sequence[Service]) -> None:
        event = await talk.next(self._artim)
        if not isinstance(event, events.Requested):
            return
        request = event.request
        # only now: connections that ask for nothing take nobody's place
        self._standing += 1
        try:
            await self._associate(talk, services, request)
        finally:
            self._standing -= 1

    async def _associate(
        self, talk: Conversation, services: Sequence[Service], request: acse.Request
    ) -> None:
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
    status, pace = codes.SUCCESS, _Pace(talk, request)
    async with aclosing(_run(handler, request)) as answers:
        async for answer in answers:
            status = answer.status
            comment = {"ErrorComment": answer.comment[:64]} if answer.comment else {}
            more = dict(answer.more) | comment
            reply = messages.response(
                request.message, request.context, status, answer.dataset, more
            )
            if not Status(status).pending:
                await talk.send(reply, ANSWER_TIME)
                break
            if pace.may_wait(reply):
                continue
            await talk.release_held(ANSWER_TIME)
            await _listen(talk, request)
    return status


class _Pace:
    """What a query finds goes out together, as much as comes within a moment."""

    def __init__(self, talk: Conversation, request: Request) -> None:
        self._talk = talk
        self._finding = request.command.field is Field.C_FIND
        self._clock = asyncio.get_running_loop().time
        self._since = self._clock() - _MOMENT  # the first is awaited most

    def may_wait(self, reply: Message) -> bool:
        """Whether an answer may wait for the next."""
        full, now = self._talk.hold(reply), self._clock()
        if self._finding and not full and now - self._since < _MOMENT:
            return True
        self._since = now
        return False


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
