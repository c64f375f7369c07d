"""Plain sockets: say something to a port, and hear what comes back until the port closes."""

import asyncio
import re
import time
from contextlib import suppress
from dataclasses import dataclass

_CONNECTS_WITHIN = 5.0
_GIVES_UP = 5.0
_FIRST_ANSWER = 0.3
_MAYBE_MORE = 0.25


@dataclass(frozen=True)
class Reply:
    """What came back.

    Attributes:
        seconds: From the moment at which nothing more was to come from us.
        local: Our own port, by which the log names us.
        ended: Whether the answer was complete, or the port closed.
    """

    data: bytes
    seconds: float
    local: int
    ended: bool


async def say(port: int, *pieces: bytes) -> Reply:
    """Say it piece by piece, each after an answer to the one before; then half-close, and hear."""
    reader, writer = await _connect(port)
    local = writer.get_extra_info("sockname")[1]
    heard = bytearray()
    begun = time.monotonic()
    try:
        for place, piece in enumerate(pieces):
            if place:
                with suppress(TimeoutError):
                    async with asyncio.timeout(_FIRST_ANSWER):
                        heard += await reader.read(65536)
            writer.write(piece)
            await writer.drain()
        begun = time.monotonic()
        writer.write_eof()
        ended = await _until_closed(reader, heard)
    except (ConnectionError, OSError):
        ended = True
    seconds = time.monotonic() - begun
    writer.transport.abort()
    return Reply(bytes(heard), seconds, local, ended)


async def post(port: int, request: bytes) -> Reply:
    """Say an HTTP request, hear the whole answer; half-close only if the request is not complete.

    aiohttp, as many a server, takes a half-closed connection for a caller who has gone.
    """
    reader, writer = await _connect(port)
    local = writer.get_extra_info("sockname")[1]
    heard = bytearray()
    begun = time.monotonic()
    try:
        writer.write(request)
        await writer.drain()
        begun = time.monotonic()
        ended = False
        if not _complete(request):
            ended = await _until_answered(reader, heard, _MAYBE_MORE)
            begun = time.monotonic()
            if not ended:
                writer.write_eof()
        ended = ended or await _until_answered(reader, heard, _GIVES_UP)
    except (ConnectionError, OSError):
        ended = True
    seconds = time.monotonic() - begun
    writer.transport.abort()
    return Reply(bytes(heard), seconds, local, ended)


async def _connect(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    async with asyncio.timeout(_CONNECTS_WITHIN):
        return await asyncio.open_connection("127.0.0.1", port)


async def _until_closed(reader: asyncio.StreamReader, heard: bytearray) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(_GIVES_UP):
            while data := await reader.read(65536):
                heard += data
            return True
    return False


async def _until_answered(reader: asyncio.StreamReader, heard: bytearray, patience: float) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(patience):
            while not _complete(bytes(heard)):
                data = await reader.read(65536)
                if not data:
                    return True
                heard += data
            return True
    return False


def _complete(message: bytes) -> bool:
    head, found, body = message.partition(b"\r\n\r\n")
    if re.search(rb"(?i)\r\ntransfer-encoding: *chunked", head):
        return body.endswith(b"0\r\n\r\n")
    length = re.search(rb"(?i)\r\ncontent-length: *(\d{1,12})\r", head + b"\r")
    return bool(found) and (not length or len(body) >= int(length[1]))
