"""The MLLP server: many messages per connection, in order, each answered exactly once."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import structlog

from showcase.protocols.hl7v2.ack import Fault, refuse
from showcase.protocols.hl7v2.caller import sending
from showcase.protocols.hl7v2.codec import QUERIES, Message, decode, glimpse
from showcase.protocols.hl7v2.frame import Frame, Framer, framed
from showcase.wire.clock import Clock
from showcase.wire.failure import Garbled
from showcase.wire.gate import Gate
from showcase.wire.limits import DEFAULT, Limits
from showcase.wire.line import Line
from showcase.wire.listener import Listener
from showcase.wire.stream import Stream

Answer = Callable[[Message], Awaitable[Message]]
"""Returns the answer to a message; whatever it raises becomes AR."""

Told = Callable[[Message], Awaitable[None]]
"""Told the answer, recorded but not yet sent; returns once it may be."""

Watch = Callable[[Message, Line, int], AbstractAsyncContextManager[Told]]
"""Surrounds an exchange: (request, connection, mark before its first byte) -> told the answer."""

BETWEEN_MESSAGES = 4 * 3600.0
"""Seconds of silence that whoever has sent a message may keep: interfaces stay connected."""

HALF_A_MESSAGE = 10.0
"""Seconds that a peer may take over a message that it has begun."""

_log = structlog.get_logger()


class Server:
    """A listening port for HL7 v2."""

    def __init__(
        self,
        answer: Answer,
        clock: Clock,
        *,
        watch: Watch | None = None,
        limits: Limits = DEFAULT,
    ) -> None:
        """A server that does not listen yet."""
        self._answer = answer
        self._watch = watch or _nobody_watches
        self._clock = clock
        self._limits = limits
        self._listener = Listener("mllp", self._serve, limits=limits, namer=sending)

    async def open(
        self,
        host: str,
        port: int,
        *,
        tls: ssl.SSLContext | None = None,
        gate: Gate | None = None,
    ) -> int:
        """Listen, and return the port; see `Listener.open`.

        Raises:
            OSError: The address is taken or not ours.
        """
        return await self._listener.open(host, port, tls=tls, gate=gate)

    async def close(self) -> None:
        """Stop listening and drop every connection."""
        await self._listener.close()

    async def _serve(self, stream: Stream) -> None:
        framer = Framer(self._limits.message_bytes)
        since = stream.line.mark()
        patience = self._limits.idle_seconds
        while data := await self._more(stream, framer, patience):
            framer.feed(data)
            for frame in framer.frames():
                # what has come already of the next message is recorded when its turn comes
                later = framer.rest
                stream.line.put_back(len(later))
                await self._one(stream, frame, since)
                stream.line.forget()
                since = stream.line.mark()
                stream.line.received(later)
                patience = BETWEEN_MESSAGES
        if framer.waits:
            raise _garbled("hung up in the middle of a message", "unfinished message")

    async def _more(self, stream: Stream, framer: Framer, between: float) -> bytes:
        patience = HALF_A_MESSAGE if framer.waits else between
        try:
            async with asyncio.timeout(patience):
                return await stream.read()
        except TimeoutError as error:
            if framer.waits:
                raise _garbled("began something that is no MLLP frame", "no MLLP frame") from error
            return b""

    async def _one(self, stream: Stream, frame: Frame, since: int) -> None:
        if frame.noise:
            _log.warning("noise before a message", peer=stream.line.remote, size=len(frame.noise))
        try:
            request = decode(frame.payload)
        except Garbled as error:
            await self._damaged(stream, frame, error)
            return
        async with self._watch(request, stream.line, since) as told:
            answer = await self._safely(request)
            reply = framed(answer.raw)
            stream.line.sent(reply)
            await told(answer)  # what was acknowledged must be in the journal already
            await stream.send(reply)

    async def _safely(self, request: Message) -> Message:
        if faults := _unanswerable(request):
            return refuse(request, faults, self._clock.now())
        try:
            return await self._answer(request)
        except Exception:  # noqa: BLE001 - the sender gets its answer, whatever we broke
            _log.exception("no answer was found", kind=f"{request.code}^{request.trigger}")
            fault = Fault("207", said="the receiver failed inside; its log says why")
            return refuse(request, (fault,), self._clock.now())

    async def _damaged(self, stream: Stream, frame: Frame, error: Garbled) -> None:
        _log.warning("damaged message", peer=stream.line.remote, why=str(error))
        header = glimpse(frame.payload)
        if header is None:
            raise error
        fault = Fault("100", said=error.words)
        # a message that cannot even be split is rejected as a whole (HL7 v2.5, 2.9.2.2)
        answer = refuse(header, (fault,), self._clock.now(), code="AR")
        await stream.write(framed(answer.raw))


def _unanswerable(request: Message) -> tuple[Fault, ...]:
    """What no message can do without: HL7 v2.5, 2.15.9.

    There is one in a frame (C.4.2), and that is all of it (2.10.2).
    """
    if (count := len(request.all("MSH"))) > 1:
        said = f"there are {count} messages in one frame: send each in a frame of its own"
        return (Fault("100", "MSH[2]-9", said),)
    if request.get("DSC-1") and request.code not in QUERIES:
        said = "a part of a message is not put together with the next (DSC): send it whole"
        return (Fault("200", "DSC-1", said),)
    wanted = (("MSH-9.1", request.code), ("MSH-10", request.control_id))
    return tuple(Fault("101", path, f"{path} is required") for path, text in wanted if not text)


@asynccontextmanager
async def _nobody_watches(_request: Message, _line: Line, _since: int) -> AsyncIterator[Told]:
    yield nobody_is_told


async def nobody_is_told(_answer: Message) -> None:
    """The `Told` of an exchange that nobody watches."""


def _garbled(fault: str, status: str) -> Garbled:
    return Garbled(
        f"The peer {fault}.", remedy="Check what is connected to this port.", status=status
    )
