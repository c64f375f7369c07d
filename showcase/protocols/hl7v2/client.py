"""The MLLP client: one connection, one message, one answer."""

import asyncio
import ssl

from showcase.model.system import Mllp
from showcase.protocols.hl7v2.codec import NO_MESSAGE, QUERIES, Message, decode
from showcase.protocols.hl7v2.frame import Frame, Framer, framed
from showcase.wire.failure import Garbled, HungUp, hung_up, silent
from showcase.wire.limits import DEFAULT
from showcase.wire.line import Line
from showcase.wire.stream import Stream, connect

_COMMITTED = "CA"

_MOMENT = 0.5
"""Seconds for which what may follow an accept acknowledgement is waited for."""

_MLLP_ACK, _MLLP_NAK = b"\x06", b"\x15"
"""What a receiver that speaks MLLP Release 2 puts into a frame before its answer (2.2.4)."""

_NO_FRAME = "The answer is not a whole HL7 v2 message in an MLLP frame"


async def exchange(
    to: Mllp,
    request: Message,
    line: Line,
    *,
    deadline: float,
    tls: ssl.SSLContext | None = None,
) -> Message:
    """Send a message and return its answer, be it an acceptance or a refusal.

    Args:
        to: Where the receiver listens.
        request: What to send.
        line: Where to record.
        deadline: Seconds for all of it: connect, send, answer.
        tls: Context for TLS; None: plain TCP.

    Raises:
        LineBroke: No valid answer came: nobody there, silence, hung up, or something that does
            not answer this message.
    """
    loop = asyncio.get_running_loop()
    latest = loop.time() + deadline
    since = line.mark()
    stream = await connect(to.host, to.port, line, deadline=deadline, tls=tls)
    try:
        async with asyncio.timeout_at(latest):
            await stream.write(framed(request.raw))
            framer = Framer(DEFAULT.message_bytes)
            answer = await _answer(stream, framer)
            if answer.get("MSA-1") == _COMMITTED:
                answer = await _applied(stream, framer, answer, request)
    except TimeoutError as error:
        if line.recording(since).response[:1] not in {b"", b"\x0b"}:
            raise _garbled(_NO_FRAME, "no MLLP frame") from error
        raise silent(f"{to.host}:{to.port}", deadline) from error
    finally:
        await stream.close()
    _check_answers(answer, request)
    return answer


async def _answer(stream: Stream, framer: Framer) -> Message:
    while True:
        frame = await _frame(stream, framer)
        if frame.payload == _MLLP_NAK:
            raise _garbled("The receiver's MLLP did not take the message (NAK)", "MLLP NAK")
        if frame.payload != _MLLP_ACK:
            return _decoded(frame)


async def _applied(stream: Stream, framer: Framer, commit: Message, request: Message) -> Message:
    """What follows an accept acknowledgement (HL7 v2.5, 2.9.3): the answer, if there is another.

    We ask for none; who sends one nevertheless means by it that the message is safe. A query is
    not answered by that. Otherwise it may be all.
    """
    patience = None if request.code in QUERIES else _MOMENT
    try:
        async with asyncio.timeout(patience):
            return await _answer(stream, framer)
    except (TimeoutError, HungUp):
        if patience is None:
            raise
        return commit


async def _frame(stream: Stream, framer: Framer) -> Frame:
    for frame in framer.frames():
        return frame
    while data := await stream.read():
        framer.feed(data)
        for frame in framer.frames():
            return frame
    if framer.waits:
        raise _garbled(_NO_FRAME, "no MLLP frame")
    raise hung_up(stream.line.remote)


def _decoded(frame: Frame) -> Message:
    """What a frame holds: it is the answer that has to be looked at, not what we sent."""
    try:
        return decode(frame.payload)
    except Garbled as error:
        why = error.words.removeprefix(NO_MESSAGE).rstrip(".")
        raise _garbled(f"The answer is not an HL7 v2 message: {why}", error.status) from error


def _check_answers(answer: Message, request: Message) -> None:
    if not answer.get("MSA-1"):
        raise _garbled("The answer has no MSA segment, so it acknowledges nothing", "no MSA")
    if answer.get("MSA-2").strip() != request.control_id and not _refuses_what_it_cannot_name(
        answer
    ):
        raise _garbled(
            f"The answer is to message {answer.get('MSA-2') or 'nothing'},"
            f" but we sent {request.control_id}",
            "foreign acknowledgement",
        )


def _refuses_what_it_cannot_name(answer: Message) -> bool:
    """Who cannot read a message knows no MSH-10 of it; one message alone is under way here."""
    return not answer.get("MSA-2") and answer.get("MSA-1") in {"AE", "AR", "CE", "CR"}


def _garbled(fault: str, status: str) -> Garbled:
    return Garbled(
        f"{fault}.", remedy="Look at the answer, and into the receiver's log.", status=status
    )
