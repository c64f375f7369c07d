import asyncio

import pytest

from showcase.protocols.dicom import acse
from showcase.protocols.dicom.acse import Accept, Granted, Request
from showcase.protocols.dicom.association import Accepted, Association, Received
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.conversation import Conversation
from showcase.protocols.dicom.dimse import encode
from showcase.protocols.dicom.messages import VERIFICATION, request
from showcase.protocols.dicom.negotiation import Context, offer
from showcase.wire.failure import Garbled, HungUp, Silent
from showcase.wire.stream import connect
from tests.showcase.protocols.dicom.loopback import Scripted, line, scripted

AGREED = acse.encode_accept(
    Accept(calling="A", called="PEER", contexts=(Granted(1, 0, "1.2.840.10008.1.2"),))
)
CONTEXT = Context(1, VERIFICATION, "1.2.840.10008.1.2")
ECHO = b"".join(encode(request(Field.C_ECHO, CONTEXT, 1), 0))


async def talk(peer: Scripted) -> Conversation:
    async with scripted(peer) as endpoint:
        stream = await connect(endpoint.host, endpoint.port, line(), deadline=5)
    conversation = Conversation(stream, Association(requestor=True))
    asked = Request(calling="A", called="PEER", contexts=offer(VERIFICATION))
    await conversation.write(conversation.machine.ask(asked), 5)
    return conversation


async def test_events_before_a_fault_are_handed_out_first() -> None:
    conversation = await talk(Scripted(AGREED + ECHO + b"\xff noise"))
    assert isinstance(await conversation.next(5), Accepted)
    assert isinstance(await conversation.next(5), Received)
    with pytest.raises(Garbled):
        await conversation.next(5)
    await conversation.stream.close()


async def test_polling_waits_for_nothing() -> None:
    peer = Scripted(AGREED, ECHO, hold=True)
    conversation = await talk(peer)
    assert isinstance(await conversation.next(5), Accepted)
    assert await conversation.poll() is None
    assert await conversation.poll() is None
    await conversation.send(request(Field.C_ECHO, CONTEXT, 1), 5)
    async with asyncio.timeout(5):
        while (event := await conversation.poll()) is None:
            pass
    assert isinstance(event, Received)
    await conversation.close()
    await conversation.stream.close()


async def test_what_was_read_ahead_is_handed_out_by_next() -> None:
    peer = Scripted(AGREED, ECHO, hold=True)
    conversation = await talk(peer)
    await conversation.next(5)
    assert await conversation.poll() is None
    await conversation.send(request(Field.C_ECHO, CONTEXT, 1), 5)
    assert isinstance(await conversation.next(5), Received)
    await conversation.close()
    await conversation.stream.close()


async def test_a_deadline_that_passes_is_silence() -> None:
    conversation = await talk(Scripted(hold=True))
    with pytest.raises(Silent):
        await conversation.next(0.05)
    await conversation.stream.close()


async def test_nothing_is_sent_after_an_abort() -> None:
    conversation = await talk(Scripted(AGREED + acse.encode_abort(acse.BY_USER)))
    await conversation.next(5)
    with pytest.raises(HungUp):
        await conversation.send(request(Field.C_ECHO, CONTEXT, 1), 5)
    await conversation.stream.close()
