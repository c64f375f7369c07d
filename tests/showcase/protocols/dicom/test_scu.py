import asyncio
from collections.abc import AsyncGenerator

import msgspec
import pytest
from pydicom.dataset import Dataset

from showcase.model.exchange import Outcome
from showcase.model.system import Dicom
from showcase.protocols.dicom import acse, messages, status
from showcase.protocols.dicom.acse import Accept, Granted
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.dimse import Message, encode
from showcase.protocols.dicom.messages import VERIFICATION
from showcase.protocols.dicom.negotiation import Context, Support, offer
from showcase.protocols.dicom.requestor import Refused, SubOperations
from showcase.protocols.dicom.scu import associate
from showcase.protocols.dicom.service import Answer, Request, Service
from showcase.wire.failure import Garbled, HungUp, LineBroke, Silent, Unreachable
from tests.showcase.protocols.dicom.loopback import Scripted, accepting, line, scripted
from tests.showcase.protocols.dicom.programs import free_port

CT = "1.2.840.10008.5.1.4.1.1.2"
MWL = "1.2.840.10008.5.1.4.31"
MOVE = "1.2.840.10008.5.1.4.1.2.2.2"
GET = "1.2.840.10008.5.1.4.1.2.2.3"
MPPS = "1.2.840.10008.3.1.2.3.3"
COMMITMENT = "1.2.840.10008.1.20.1"

AGREED = acse.encode_accept(
    Accept(calling="TEST", called="PEER", contexts=(Granted(1, 0, "1.2.840.10008.1.2.1"),))
)


def match(accession: str) -> Dataset:
    found = Dataset()
    found.AccessionNumber = accession
    found.PatientName = "Müller^Änne"
    return found


async def echo(endpoint: Dicom, deadline: float = 5) -> None:
    async with associate(endpoint, "TEST", offer(VERIFICATION), line(), deadline=deadline) as peer:
        await peer.c_echo()


async def test_a_query_brings_every_match() -> None:
    async def find(_request: Request) -> AsyncGenerator[Answer, None]:
        for accession in ("A1", "A2"):
            yield Answer(status=status.PENDING, dataset=match(accession))
        yield Answer(status=status.PENDING_WITHOUT_SOME_KEYS, dataset=match("A3"))

    service = Service(takes=MWL.__eq__, handlers={Field.C_FIND: find})
    async with (
        accepting(service) as endpoint,
        associate(endpoint, "TEST", offer(MWL), line()) as peer,
    ):
        found = await peer.c_find(MWL, match(""))
    assert [each.AccessionNumber for each in found.matches] == ["A1", "A2", "A3"]
    assert str(found.matches[0].PatientName) == "Müller^Änne"
    assert found.status.good


async def test_a_move_tells_how_far_it_is() -> None:
    async def move(request: Request) -> AsyncGenerator[Answer, None]:
        assert request.command.text("MoveDestination") == "DEST"
        yield Answer(
            status=status.PENDING,
            more={"NumberOfRemainingSuboperations": 1, "NumberOfCompletedSuboperations": 1},
        )
        said = Dataset()
        said.FailedSOPInstanceUIDList = ["1.2.3", "1.2.4"]
        yield Answer(
            status=status.SOME_FAILED, dataset=said, more={"NumberOfFailedSuboperations": 2}
        )

    progress: list[SubOperations] = []
    service = Service(takes=MOVE.__eq__, handlers={Field.C_MOVE: move})
    async with (
        accepting(service) as endpoint,
        associate(endpoint, "TEST", offer(MOVE), line()) as peer,
    ):
        moved = await peer.c_move(MOVE, Dataset(), "DEST", on_progress=progress.append)
    assert progress == [SubOperations(1, 1, 0, 0)]
    assert moved.counts.failed == 2
    assert moved.failed_instances == ("1.2.3", "1.2.4")


async def test_a_silent_move_is_waited_for_while_images_come() -> None:
    asked = 0
    enough = asyncio.Event()

    async def move(_request: Request) -> Answer:
        await enough.wait()
        return Answer(more={"NumberOfCompletedSuboperations": 24})

    def coming() -> bool:
        nonlocal asked
        asked += 1
        if asked == 3:
            enough.set()
        return asked <= 3

    service = Service(takes=MOVE.__eq__, handlers={Field.C_MOVE: move})
    async with (
        accepting(service) as endpoint,
        associate(endpoint, "TEST", offer(MOVE), line(), deadline=0.2) as peer,
    ):
        moved = await peer.c_move(MOVE, Dataset(), "DEST", coming=coming)
    assert moved.counts.completed == 24


async def test_a_silent_move_that_brings_nothing_is_silence() -> None:
    async def move(_request: Request) -> Answer:
        await asyncio.Event().wait()
        return Answer()

    service = Service(takes=MOVE.__eq__, handlers={Field.C_MOVE: move})
    async with accepting(service) as endpoint:
        with pytest.raises(Silent):
            async with associate(endpoint, "TEST", offer(MOVE), line(), deadline=0.1) as peer:
                await peer.c_move(MOVE, Dataset(), "DEST")


async def test_a_get_brings_images_into_the_same_association() -> None:
    async def get(request: Request) -> AsyncGenerator[Answer, None]:
        answer = await request.c_store(CT, "1.2.3", b"abcd", transfer="1.2.840.10008.1.2.1")
        yield Answer(more={"NumberOfCompletedSuboperations": int(answer.good)})

    async def nothing(_request: Request) -> Answer:
        return Answer()

    taken: list[bytes] = []

    async def take(message: Message, _context: Context) -> tuple[int, Dataset | None]:
        taken.append(message.data or b"")
        return status.SUCCESS, None

    services = (
        Service(takes=GET.__eq__, handlers={Field.C_GET: get}),
        Service(
            takes=CT.__eq__,
            handlers={Field.C_STORE: nothing},
            support=Support(requestor_scp=True),
        ),
    )
    roles = {CT: (False, True)}
    async with (
        accepting(*services) as endpoint,
        associate(endpoint, "TEST", offer(GET, CT), line(), roles=roles, answerer=take) as peer,
    ):
        moved = await peer.c_get(GET, Dataset())
    assert taken == [b"abcd"]
    assert moved.counts.completed == 1


async def test_managed_instances_are_created_set_and_acted_on() -> None:
    seen: list[tuple[str, str, str]] = []

    async def note(request: Request) -> Answer:
        command = request.command
        seen.append((command.title, command.sop_instance, str(request.dataset().Modality)))
        return Answer(dataset=match("A1"))

    fields = (Field.N_CREATE, Field.N_SET, Field.N_ACTION)
    service = Service(takes=MPPS.__eq__, handlers=dict.fromkeys(fields, note))
    attributes = Dataset()
    attributes.Modality = "CT"
    async with (
        accepting(service) as endpoint,
        associate(endpoint, "TEST", offer(MPPS), line()) as peer,
    ):
        _, answered = await peer.n_create(MPPS, "1.2.1", attributes)
        await peer.n_set(MPPS, "1.2.2", attributes)
        await peer.n_action(MPPS, "1.2.3", 1, attributes)
    assert answered is not None
    assert answered.AccessionNumber == "A1"
    assert seen == [
        ("N-CREATE-RQ", "1.2.1", "CT"),
        ("N-SET-RQ", "1.2.2", "CT"),
        ("N-ACTION-RQ", "1.2.3", "CT"),
    ]


async def test_an_event_is_reported_by_whoever_took_the_scp_role() -> None:
    async def heard(request: Request) -> Answer:
        return Answer(comment=f"event {request.command.number('EventTypeID')}")

    service = Service(
        takes=COMMITMENT.__eq__,
        handlers={Field.N_EVENT_REPORT: heard},
        support=Support(requestor_scp=True),
    )
    async with accepting(service) as endpoint:
        contexts = offer(COMMITMENT)
        roles = {COMMITMENT: (False, True)}
        async with associate(endpoint, "TEST", contexts, line(), roles=roles) as peer:
            answer, _ = await peer.n_event_report(COMMITMENT, "1.2", 2, Dataset())
            assert answer.comment == "event 2"
        async with associate(endpoint, "TEST", contexts, line()) as peer:
            with pytest.raises(Refused):
                await peer.n_event_report(COMMITMENT, "1.2", 2, Dataset())


async def test_what_was_not_accepted_is_a_refusal_in_words() -> None:
    async with (
        accepting() as endpoint,
        associate(endpoint, "TEST", offer(VERIFICATION, CT), line()) as peer,
    ):
        with pytest.raises(Refused) as caught:
            await peer.c_store(CT, "1.2", b"")
    assert caught.value.verdict.outcome is Outcome.REFUSED
    assert "does not offer" in caught.value.verdict.words


async def test_nobody_there_is_unreachable() -> None:
    with pytest.raises(Unreachable):
        await echo(Dicom(host="127.0.0.1", port=free_port(), ae_title="NOBODY"))


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ((b"HTTP/1.1 400 Bad Request\r\n\r\n",), Garbled),
        ((b"",), HungUp),
        ((acse.encode_abort(acse.BY_USER),), HungUp),
        ((AGREED, acse.encode_abort(acse.BY_USER)), HungUp),
        ((AGREED, b"\x04\0\xff\xff\xff\xff"), Garbled),
        ((AGREED, acse.RELEASE_RQ), HungUp),
        ((AGREED, AGREED), Garbled),
        ((AGREED[:40],), HungUp),
    ],
)
async def test_a_peer_that_gives_no_valid_answer_breaks_the_line(
    answers: tuple[bytes, ...], kind: type[LineBroke]
) -> None:
    async with scripted(Scripted(*answers)) as endpoint:
        with pytest.raises(kind) as caught:
            await echo(endpoint)
    assert caught.value.words
    assert caught.value.remedy


@pytest.mark.parametrize("answers", [(), (AGREED,), (AGREED[:40],)])
async def test_a_silent_peer_meets_its_deadline(answers: tuple[bytes, ...]) -> None:
    async with scripted(Scripted(*answers, hold=True)) as endpoint:
        with pytest.raises(Silent):
            await echo(endpoint, deadline=0.1)


async def test_a_peer_that_leaves_without_goodbye_has_still_answered() -> None:
    context = Context(1, VERIFICATION, "1.2.840.10008.1.2.1")
    asked = messages.request(Field.C_ECHO, context, 1)
    good = b"".join(encode(messages.response(asked, context, status.SUCCESS), 0))
    async with (
        scripted(Scripted(AGREED, good)) as endpoint,
        associate(endpoint, "TEST", offer(VERIFICATION), line(), deadline=2) as peer,
    ):
        assert (await peer.c_echo()).good


async def test_an_error_inside_aborts_the_association() -> None:
    peer = Scripted(AGREED, hold=True)
    async with scripted(peer) as endpoint:
        with pytest.raises(ZeroDivisionError):
            async with associate(endpoint, "TEST", offer(VERIFICATION), line()):
                raise ZeroDivisionError
        await asyncio.wait_for(peer.done.wait(), 5)
    assert peer.heard.endswith(acse.encode_abort(acse.BY_USER))


async def test_a_cast_narrows_what_is_proposed_and_what_is_sent_at_once() -> None:
    sizes: list[int] = []

    async def take(request: Request) -> Answer:
        sizes.append(len(request.message.data or b""))
        return Answer()

    service = Service(takes=CT.__eq__, handlers={Field.C_STORE: take})
    said = line()
    async with accepting(service) as there:
        endpoint = msgspec.structs.replace(
            there, max_pdu=4096, transfer_syntaxes=("1.2.840.10008.1.2",)
        )
        async with associate(endpoint, "TEST", offer(CT), said) as peer:
            assert [each.transfer for each in peer.contexts] == ["1.2.840.10008.1.2"]
            await peer.c_store(CT, "1.2.3", bytes(20_000))
    assert sizes == [20_000]
    pdus = pdu_lengths(said.recording().request)
    assert len(pdus) > 5
    assert max(pdus) <= 4096


def pdu_lengths(data: bytes) -> list[int]:
    found = []
    while data:
        length = int.from_bytes(data[2:6])
        found.append(length)
        data = data[6 + length :]
    return found
