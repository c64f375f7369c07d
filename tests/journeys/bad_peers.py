"""Peers that misbehave to order. Raw sockets; nothing here speaks a protocol well."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def says_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Accepts, reads, and never answers."""
    del writer
    while await reader.read(65536):
        pass


async def hangs_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Closes as soon as something has come."""
    await reader.read(1)
    writer.close()


async def resets(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Resets the connection in the middle of the message."""
    await reader.read(1)
    writer.transport.abort()


def answers(data: bytes) -> Behaviour:
    """Answers whatever comes first with these bytes, then reads on."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(65536)
        writer.write(data)
        await says_nothing(reader, writer)

    return answer


def acknowledges(code: str, words: str = "", *, control_id: bytes | None = None) -> Behaviour:
    """Answers an HL7 message with an acknowledgement of its own making."""

    async def acknowledge(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        message = await reader.readuntil(b"\x1c\r")
        sent = message.split(b"\r")[0].split(b"|")[9]
        ack = (
            b"MSH|^~\\&|BAD|PEER|X|Y|20261124090000||ACK^A04^ACK|1|T|2.5\r"
            b"MSA|" + code.encode() + b"|" + (control_id or sent) + b"\r"
        )
        if words:
            ack += b"ERR||PID^1^3|204^Unknown key identifier^HL70357|E||||" + words.encode() + b"\r"
        writer.write(b"\x0b" + ack + b"\x1c\r")
        await says_nothing(reader, writer)

    return acknowledge


def http(status: str, body: bytes, content_type: str = "text/plain") -> Behaviour:
    """Answers an HTTP request with this status and body."""
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await reader.readuntil(b"\r\n\r\n")
        length = next(
            (
                int(line.split(b":")[1])
                for line in asked.split(b"\r\n")
                if line.lower().startswith(b"content-length")
            ),
            0,
        )
        await reader.readexactly(length)
        writer.write(head.encode() + body)
        await writer.drain()
        writer.close()

    return answer


SOAP_FAULT = b"""<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault>
<s:Code><s:Value>s:Receiver</s:Value></s:Code>
<s:Reason><s:Text xml:lang="en">The shelf is full.</s:Text></s:Reason>
</s:Fault></s:Body></s:Envelope>"""

A_ABORT = bytes.fromhex("07 00 00000004 00 00 02 00")
A_ASSOCIATE_RJ = bytes.fromhex("03 00 00000004 00 01 01 07")
"""Rejected permanent, by the service user: called AE title not recognized (PS3.8 9.3.4)."""


@asynccontextmanager
async def peer(behaviour: Behaviour) -> AsyncIterator[int]:
    """A server that behaves so; its port."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await behaviour(reader, writer)
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
