import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from showcase.model.exchange import Outcome
from showcase.model.system import Mllp
from showcase.protocols.hl7v2.ack import Fault, accept, judge_ack, refuse
from showcase.protocols.hl7v2.client import exchange
from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.frame import framed
from showcase.wire.failure import Garbled, HungUp, LineBroke, Silent, Unreachable
from showcase.wire.line import Line
from tests.showcase.protocols.hl7v2.samples import A04, AT

REQUEST = decode(A04)
GOOD = framed(accept(REQUEST, AT).raw)


@asynccontextmanager
async def peer(*pieces: bytes, stay: bool = False) -> AsyncIterator[Mllp]:
    """A receiver that reads one message, and then writes these pieces."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\x1c\r")
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
        if stay:
            await reader.read()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    yield Mllp(host="127.0.0.1", port=port, application="RIS", facility="ALBA")
    server.close()
    await server.wait_closed()


def line() -> Line:
    return Line("mllp", initiated=True)


async def test_answer_comes_back() -> None:
    async with peer(GOOD, stay=True) as to:
        answer = await exchange(to, REQUEST, line(), deadline=5)
    assert answer.get("MSA-1") == "AA"


async def test_refusal_is_an_answer() -> None:
    no = framed(refuse(REQUEST, (Fault("204"),), AT).raw)
    async with peer(no) as to:
        assert (await exchange(to, REQUEST, line(), deadline=5)).get("MSA-1") == "AE"


async def test_line_records_what_the_socket_carried() -> None:
    record = line()
    async with peer(GOOD) as to:
        await exchange(to, REQUEST, record, deadline=5)
    recording = record.recording()
    assert recording.request == framed(A04)
    assert recording.response == GOOD
    assert recording.responder == f"127.0.0.1:{to.port}"


async def test_answer_in_single_bytes_is_whole() -> None:
    async with peer(*[bytes([byte]) for byte in GOOD]) as to:
        assert (await exchange(to, REQUEST, line(), deadline=5)).get("MSA-2") == "C1"


COMMIT = GOOD.replace(b"|AA|", b"|CA|")
REFUSED = framed(refuse(REQUEST, (Fault("204"),), AT).raw)


@pytest.mark.parametrize(
    ("pieces", "code"),
    [
        ((COMMIT,), "CA"),
        ((COMMIT, GOOD), "AA"),
        ((COMMIT + REFUSED,), "AE"),
        ((framed(b"\x06"), GOOD), "AA"),  # MLLP Release 2
    ],
)
async def test_what_the_application_says_counts_more_than_what_its_gate_says(
    pieces: tuple[bytes, ...], code: str
) -> None:
    async with peer(*pieces) as to:
        assert (await exchange(to, REQUEST, line(), deadline=5)).get("MSA-1") == code


async def test_an_application_that_says_no_more_is_not_waited_for_long() -> None:
    async with peer(COMMIT, stay=True) as to:
        assert (await exchange(to, REQUEST, line(), deadline=60)).get("MSA-1") == "CA"


async def test_a_question_is_not_answered_by_the_gate() -> None:
    question = decode(A04.replace(b"ADT^A04^ADT_A01", b"QBP^Q23^QBP_Q21"))
    async with peer(COMMIT) as to:
        with pytest.raises(HungUp):
            await exchange(to, question, line(), deadline=5)


async def test_spaces_behind_a_code_mean_nothing() -> None:
    padded = GOOD.replace(b"|AA|C1\r", b"|AA |C1 \r")
    assert padded != GOOD
    async with peer(padded) as to:
        answer = await exchange(to, REQUEST, line(), deadline=5)
    assert judge_ack(answer).outcome is Outcome.ACKNOWLEDGED


async def test_who_cannot_read_a_message_may_refuse_it_without_naming_it() -> None:
    nameless = GOOD.replace(b"|AA|C1", b"|AR||Cannot parse that")
    async with peer(nameless) as to:
        answer = await exchange(to, REQUEST, line(), deadline=5)
    assert judge_ack(answer).words == "RIS refused the message: “Cannot parse that”."


@pytest.mark.parametrize(
    ("pieces", "kind", "words"),
    [
        ((), HungUp, "closed the connection"),
        ((b"HTTP/1.1 400 Bad Request\r\n\r\n",), Garbled, "not a whole HL7 v2 message"),
        ((GOOD[:-20],), Garbled, "not a whole HL7 v2 message"),
        (
            (framed(b"OK"),),
            Garbled,
            "The answer is not an HL7 v2 message: it does not begin with MSH.",
        ),
        ((framed(A04),), Garbled, "no MSA segment"),
        ((framed(b"\x15"),), Garbled, "MLLP did not take"),
        ((GOOD.replace(b"|AA|C1", b"|AA|C2"),), Garbled, "is to message C2"),
        ((GOOD.replace(b"|AA|C1", b"|AA"),), Garbled, "is to message nothing"),
    ],
)
async def test_anything_else_breaks_the_line(
    pieces: tuple[bytes, ...], kind: type[LineBroke], words: str
) -> None:
    async with peer(*pieces) as to:
        with pytest.raises(kind, match=words) as caught:
            await exchange(to, REQUEST, line(), deadline=5)
    assert caught.value.remedy


async def test_silence_ends_with_the_deadline() -> None:
    async with peer(stay=True) as to:
        with pytest.raises(Silent):
            await exchange(to, REQUEST, line(), deadline=0.05)


async def test_half_an_answer_does_not_extend_the_deadline() -> None:
    async with peer(GOOD[:-10], stay=True) as to:
        with pytest.raises(Silent):
            await exchange(to, REQUEST, line(), deadline=0.05)


async def test_nobody_there_is_unreachable(unused_port: Callable[[], int]) -> None:
    to = Mllp(host="127.0.0.1", port=unused_port(), application="RIS", facility="ALBA")
    with pytest.raises(Unreachable):
        await exchange(to, REQUEST, line(), deadline=5)
