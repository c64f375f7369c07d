"""What a bad vendor does to a conversation: spoils for `tests.torture.proxy`, one function each."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable

from showcase.protocols.dicom.pdu import Framer, Kind
from tests.journeys.bad_peers import A_ABORT, A_ASSOCIATE_RJ, SOAP_FAULT
from tests.journeys.bad_peers import http as http_answer
from tests.torture.proxy import Call, relay

_NO_LINGERING = struct.pack("ii", 1, 0)
_STATUS = bytes.fromhex("0000 0009 0200 0000")
"""(0000,0900) Status and its length, in Implicit VR Little Endian (PS3.7 6.3.1)."""

_OUT_OF_RESOURCES = bytes.fromhex("00a7")
"""A700, refused: out of resources (PS3.4 B.2.3)."""


async def resets(call: Call) -> None:
    """Resets the connection in the middle of the message."""
    await call.reader.read(call.rng.randint(1, 64))
    plug = call.writer.get_extra_info("socket")
    plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGERING)
    call.writer.transport.abort()


async def is_silent(call: Call) -> None:
    """Takes everything, and never says a word."""
    await call.exhaust()


async def is_late(call: Call) -> None:
    """Does what it was asked, and says so when nobody waits for it any more."""

    async def tell(data: bytes) -> None:
        await asyncio.sleep(call.deadline + 0.5)
        call.writer.write(data)

    await relay(call, answer=tell)


async def acknowledges_twice(call: Call) -> None:
    """Sends its acknowledgement, and at once the same again."""
    await relay(call, answer=_framewise(call, lambda ack: ack + ack))


async def acknowledges_another(call: Call) -> None:
    """Acknowledges a message that we have never sent."""

    def foreign(ack: bytes) -> bytes:
        segments = ack.split(b"\r")
        return b"\r".join(
            b"|".join([*each.split(b"|")[:2], b"SOMEBODY-ELSE", *each.split(b"|")[3:]])
            if each.startswith(b"MSA|")
            else each
            for each in segments
        )

    await relay(call, answer=_framewise(call, foreign))


async def drips(call: Call) -> None:
    """Answers a byte at a time, each in a segment of its own."""

    async def tell(data: bytes) -> None:
        for byte in data:
            call.writer.write(bytes((byte,)))
            await call.writer.drain()
            await asyncio.sleep(0)

    await relay(call, answer=tell)


async def sends_two(call: Call) -> None:
    """Sends its message and another one at once, and waits for both acknowledgements."""
    message = await call.reader.readuntil(b"\x1c\r")
    fields = message.split(b"\r")[0].split(b"|")
    other = message.replace(b"|" + fields[9] + b"|", b"|SECOND|", 1)
    reader, writer = await call.peer()
    try:
        writer.write(message + other)
        first = await reader.readuntil(b"\x1c\r")
        assert b"|SECOND" in await reader.readuntil(b"\x1c\r"), "the second was not acknowledged"
        call.writer.write(first)
        await call.exhaust()
    finally:
        writer.close()


async def half_closes(call: Call) -> None:
    """Closes its own direction, and goes on reading."""
    await call.reader.read(call.rng.randint(1, 64))
    if call.writer.can_write_eof():
        call.writer.write_eof()
    await call.exhaust()


async def talks_garbage(call: Call) -> None:
    """Answers with noise."""
    await call.reader.read(65536)
    call.writer.write(b"\xff" + call.rng.randbytes(call.rng.randint(20, 400)))
    await call.exhaust()


async def rejects(call: Call) -> None:
    """Rejects every association: called AE title not recognised (PS3.8 9.3.4)."""
    await call.reader.read(65536)
    call.writer.write(A_ASSOCIATE_RJ)
    await call.exhaust()


async def aborts(call: Call) -> None:
    """Accepts the association, and aborts it over the first answer that is due."""
    answers = Framer()

    async def tell(data: bytes) -> None:
        for pdu in answers.feed(data):
            call.writer.write(A_ABORT if pdu.kind is Kind.P_DATA_TF else pdu.raw)

    await relay(call, answer=tell)


async def fails_to_store(call: Call) -> None:
    """Takes every image, keeps none, and says so in the status (PS3.4 B.2.3)."""
    answers = Framer()

    async def tell(data: bytes) -> None:
        for pdu in answers.feed(data):
            raw = bytes(pdu.raw)
            at = raw.find(_STATUS) + len(_STATUS)
            failed = at >= len(_STATUS) and pdu.kind is Kind.P_DATA_TF
            call.writer.write(raw[:at] + _OUT_OF_RESOURCES + raw[at + 2 :] if failed else raw)

    await relay(call, answer=tell)


async def faults(call: Call) -> None:
    """Answers every request with a SOAP fault."""
    said = http_answer("500 Internal Server Error", SOAP_FAULT, "application/soap+xml")
    await said(call.reader, call.writer)


async def breaks(call: Call) -> None:
    """Answers every request with HTTP 500 and a page that says nothing."""
    said = http_answer("500 Internal Server Error", b"<html>Oops</html>", "text/html")
    await said(call.reader, call.writer)


def _framewise(call: Call, change: Callable[[bytes], bytes]) -> Callable[[bytes], Awaitable[None]]:
    """Tells MLLP frames, each changed."""
    pending = bytearray()

    async def tell(data: bytes) -> None:
        pending.extend(data)
        while (end := pending.find(b"\x1c\r")) >= 0:
            frame = bytes(pending[: end + 2])
            del pending[: end + 2]
            call.writer.write(change(frame))

    return tell
