"""An acceptor of ours on a port, and raw sockets to torment it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from showcase.model.system import Dicom
from showcase.protocols.dicom import acse
from showcase.protocols.dicom.acse import Request
from showcase.protocols.dicom.messages import VERIFICATION
from showcase.protocols.dicom.negotiation import offer
from showcase.protocols.dicom.scp import Acceptor
from showcase.protocols.dicom.scu import associate
from showcase.protocols.dicom.service import Service
from showcase.wire.limits import DEFAULT, Limits
from showcase.wire.line import Line
from showcase.wire.listener import Listener


def line() -> Line:
    return Line("dicom", initiated=True)


@asynccontextmanager
async def accepting(
    *services: Service, artim: float = 5, limits: Limits = DEFAULT, associations: int = 64
) -> AsyncIterator[Dicom]:
    """An acceptor with the AE title SCP."""
    acceptor = Acceptor("SCP", limits=limits, artim=artim, associations=associations)
    listener = Listener("dicom", lambda stream: acceptor.serve(stream, services))
    port = await listener.open("127.0.0.1", 0)
    try:
        yield Dicom(host="127.0.0.1", port=port, ae_title="SCP")
    finally:
        await listener.close()


async def lives(endpoint: Dicom) -> bool:
    """Whether it still answers an echo."""
    async with associate(endpoint, "TEST", offer(VERIFICATION), line(), deadline=5) as peer:
        return (await peer.c_echo()).good


def greeting(*classes: str) -> bytes:
    """An A-ASSOCIATE-RQ for SCP."""
    contexts = offer(*(classes or (VERIFICATION,)))
    return acse.encode_request(Request(calling="TEST", called="SCP", contexts=contexts))


async def say(endpoint: Dicom, *pieces: bytes) -> bytes:
    """All that comes back until the acceptor closes.

    Each piece is sent once the one before was answered.
    """
    reader, writer = await asyncio.open_connection(endpoint.host, endpoint.port)
    try:
        async with asyncio.timeout(10):
            heard = b""
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                if piece is not pieces[-1]:
                    heard += await reader.read(65536)
            with suppress(ConnectionError):
                while more := await reader.read(65536):
                    heard += more
            return heard
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


class Scripted:
    """A peer that says what a test tells it to, whatever it hears."""

    def __init__(self, *answers: bytes, hold: bool = False) -> None:
        self.heard = b""
        self.done = asyncio.Event()
        self._answers = answers
        self._hold = hold

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            for answer in self._answers:
                self.heard += await reader.read(65536)
                writer.write(answer)
                await writer.drain()
            while self._hold and (more := await reader.read(65536)):
                self.heard += more
        writer.close()
        self.done.set()


@asynccontextmanager
async def scripted(peer: Scripted) -> AsyncIterator[Dicom]:
    """The port of a scripted peer."""
    server = await asyncio.start_server(peer.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield Dicom(host="127.0.0.1", port=port, ae_title="PEER")
    finally:
        server.close()  # from Python 3.12 on, waiting would wait for the peers' connections, too
