import asyncio
from collections.abc import AsyncGenerator

import pytest
from pydicom.dataset import Dataset

from showcase.protocols.dicom import acse, status
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.dimse import Message, encode
from showcase.protocols.dicom.messages import VERIFICATION, request
from showcase.protocols.dicom.negotiation import Context, Support, offer
from showcase.protocols.dicom.pdu import Framer, Kind
from showcase.protocols.dicom.scu import Rejected, associate
from showcase.protocols.dicom.service import Answer, Request, Service
from showcase.wire.limits import Limits
from tests.showcase.protocols.dicom.loopback import accepting, greeting, line, lives, say

CT = "1.2.840.10008.5.1.4.1.1.2"
FIND = "1.2.840.10008.5.1.4.31"
ECHO = b"".join(encode(request(Field.C_ECHO, Context(1, VERIFICATION, ""), 1), 0))


def kinds(heard: bytes) -> list[Kind]:
    return [pdu.kind for pdu in Framer().feed(heard)]


async def boom(_request: Request) -> Answer:
    raise ValueError("a bug of ours")


STORE_BUG = Service(takes=CT.__eq__, handlers={Field.C_STORE: boom})


@pytest.mark.parametrize(
    "noise",
    [
        b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        b"\x04\0\xff\xff\xff\xff" + b"x" * 100,
        b"\x0bMSH|^~\\&|",
        bytes(range(256)),
        acse.RELEASE_RQ,
        greeting()[:76] + b"\xff\xff" + greeting()[78:],  # the length of its first item
    ],
)
async def test_garbage_is_answered_by_an_abort_and_survived(noise: bytes) -> None:
    async with accepting() as endpoint:
        heard = await say(endpoint, noise)
        assert kinds(heard) in ([Kind.ABORT], [Kind.ASSOCIATE_RJ])
        assert await lives(endpoint)


@pytest.mark.parametrize(
    "noise",
    [
        b"\x04\0\xff\xff\xff\xff",
        b"\x04\0\0\0\0\x06\0\0\0\xff\x01\x03",
        b"\x04\0\0\0\0\x08\0\0\0\x04\x01\x03ab",
        b"\x02" + greeting()[1:],
        acse.RELEASE_RP,
    ],
)
async def test_garbage_in_an_association_ends_that_one_alone(noise: bytes) -> None:
    async with accepting() as endpoint:
        heard = await say(endpoint, greeting(), noise)
        assert kinds(heard) == [Kind.ASSOCIATE_AC, Kind.ABORT]
        assert await lives(endpoint)


async def test_a_caller_that_says_nothing_is_cut_off() -> None:
    async with accepting(artim=0.05) as endpoint:
        assert kinds(await say(endpoint)) in ([], [Kind.ABORT])
        assert await lives(endpoint)


async def test_a_caller_that_drips_is_cut_off() -> None:
    async with accepting(artim=0.05) as endpoint:
        await say(endpoint, greeting()[:20])
        assert await lives(endpoint)


async def test_an_idle_association_is_aborted() -> None:
    async with accepting(limits=Limits(idle_seconds=0.05)) as endpoint:
        heard = await say(endpoint, greeting())
        assert kinds(heard) == [Kind.ASSOCIATE_AC, Kind.ABORT]


async def test_many_silent_sockets_keep_nobody_waiting() -> None:
    async with accepting() as endpoint:
        idle = [await asyncio.open_connection(endpoint.host, endpoint.port) for _ in range(30)]
        async with asyncio.timeout(2):
            assert await lives(endpoint)
        for _, writer in idle:
            writer.close()


async def test_a_message_over_the_limit_is_cut_off() -> None:
    async def store(_request: Request) -> Answer:
        return Answer()

    service = Service(takes=CT.__eq__, handlers={Field.C_STORE: store})
    context = Context(1, CT, "1.2.840.10008.1.2.1")
    message = request(Field.C_STORE, context, 1, b"x" * 5000, {"AffectedSOPInstanceUID": "1.2"})
    async with accepting(service, limits=Limits(message_bytes=4000)) as endpoint:
        heard = await say(endpoint, greeting(CT), b"".join(encode(message, 1000)))
        assert kinds(heard) == [Kind.ASSOCIATE_AC, Kind.ABORT]
        assert await lives(endpoint)


async def test_a_handlers_bug_is_a_processing_failure() -> None:
    async with (
        accepting(STORE_BUG) as endpoint,
        associate(endpoint, "TEST", offer(CT, VERIFICATION), line()) as peer,
    ):
        failed = await peer.c_store(CT, "1.2.3", b"")
        assert failed.code == status.PROCESSING_FAILURE
        assert (await peer.c_echo()).good


async def test_a_damaged_dataset_cannot_be_understood() -> None:
    async def store(request: Request) -> Answer:
        request.dataset()
        return Answer()

    service = Service(takes=CT.__eq__, handlers={Field.C_STORE: store})
    async with (
        accepting(service) as endpoint,
        associate(endpoint, "TEST", offer(CT), line()) as peer,
    ):
        failed = await peer.c_store(CT, "1.2.3", b"\x08\0\x18\0ZZ\xff\xff noise")
        assert failed.code == status.CANNOT_UNDERSTAND
        assert "damaged" in failed.comment


async def test_an_operation_nobody_handles_is_unrecognised() -> None:
    async with (
        accepting(STORE_BUG) as endpoint,
        associate(endpoint, "TEST", offer(CT), line()) as peer,
    ):
        answer, _ = await peer.n_create(CT, "1.2.3", Dataset())
        assert answer.code == status.UNRECOGNISED_OPERATION


async def test_an_abort_right_behind_a_request_is_survived() -> None:
    async with accepting() as endpoint:
        heard = await say(endpoint, greeting(), ECHO + acse.encode_abort(acse.BY_USER))
        assert kinds(heard) == [Kind.ASSOCIATE_AC]
        assert await lives(endpoint)


async def test_a_class_that_is_not_the_contexts_is_refused() -> None:
    message = Message(1, request(Field.C_STORE, Context(1, "1.2.3", ""), 1, b"").command, b"\0" * 8)
    async with accepting(STORE_BUG, artim=0.2) as endpoint:
        heard = await say(endpoint, greeting(CT), b"".join(encode(message, 0)) + acse.RELEASE_RQ)
    assert b"\x00\x00\x00\x09\x02\x00\x00\x00\x22\x01" in heard


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"called": "OTHER"}, acse.CALLED_UNKNOWN),
        ({"called": "scp"}, acse.CALLED_UNKNOWN),
    ],
)
async def test_a_wrong_title_is_rejected(change: dict[str, str], reason: acse.Reject) -> None:
    async with accepting() as endpoint:
        wrong = type(endpoint)(host=endpoint.host, port=endpoint.port, ae_title=change["called"])
        with pytest.raises(Rejected) as caught:
            async with associate(wrong, "TEST", offer(VERIFICATION), line()):
                pass
        assert caught.value.reject == reason


async def test_an_unknown_protocol_version_is_rejected() -> None:
    sent = bytearray(greeting())
    sent[7] = 2
    async with accepting(artim=0.2) as endpoint:
        (pdu,) = Framer().feed(await say(endpoint, bytes(sent)))
    assert acse.decode_reject(pdu) == acse.VERSION_UNKNOWN


async def test_an_unknown_application_context_is_rejected() -> None:
    sent = greeting().replace(b"1.2.840.10008.3.1.1.1", b"1.2.840.10008.3.1.1.9")
    async with accepting(artim=0.2) as endpoint:
        (pdu,) = Framer().feed(await say(endpoint, sent))
    assert acse.decode_reject(pdu) == acse.CONTEXT_NAME_UNKNOWN


async def test_too_many_associations_are_rejected_for_now() -> None:
    async with accepting(associations=1) as endpoint:
        async with associate(endpoint, "TEST", offer(VERIFICATION), line()):
            with pytest.raises(Rejected) as caught:
                async with associate(endpoint, "TEST", offer(VERIFICATION), line()):
                    pass
        assert caught.value.reject == acse.TOO_MANY


async def test_nothing_is_agreed_on_what_nobody_offers() -> None:
    async with (
        accepting() as endpoint,
        associate(endpoint, "TEST", offer("1.2.3"), line()) as peer,
    ):
        assert peer.contexts == ()


async def test_a_cancel_stops_a_query() -> None:
    stopped = asyncio.Event()

    async def find(_request: Request) -> AsyncGenerator[Answer, None]:
        try:
            for number in range(10_000):
                match = Dataset()
                match.AccessionNumber = str(number)
                yield Answer(status=status.PENDING, dataset=match)
        finally:
            stopped.set()

    service = Service(takes=FIND.__eq__, handlers={Field.C_FIND: find}, support=Support())
    async with (
        accepting(service) as endpoint,
        associate(endpoint, "TEST", offer(FIND), line()) as peer,
    ):
        found = await peer.c_find(FIND, Dataset(), limit=3)
        assert found.status.code == status.CANCELLED
        assert 3 <= len(found.matches) < 10_000
        assert stopped.is_set()


async def test_the_caller_may_abort_in_the_middle_of_an_answer() -> None:
    async def find(_request: Request) -> AsyncGenerator[Answer, None]:
        while True:
            match = Dataset()
            match.AccessionNumber = "1"
            yield Answer(status=status.PENDING, dataset=match)

    service = Service(takes=FIND.__eq__, handlers={Field.C_FIND: find})
    query = request(Field.C_FIND, Context(1, FIND, ""), 1, b"")
    async with accepting(service) as endpoint:
        sent = b"".join(encode(query, 0)) + acse.encode_abort(acse.BY_USER)
        await say(endpoint, greeting(FIND), sent)
        assert await lives(endpoint)


async def test_connections_that_ask_for_nothing_take_no_place() -> None:
    async with accepting(associations=1) as endpoint:
        idle = [await asyncio.open_connection(endpoint.host, endpoint.port) for _ in range(3)]
        assert await lives(endpoint)
        for _, writer in idle:
            writer.close()
