import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.protocols.hl7v2 import server as module
from showcase.protocols.hl7v2.ack import accept
from showcase.protocols.hl7v2.codec import Message, decode
from showcase.protocols.hl7v2.frame import Framer, framed
from showcase.protocols.hl7v2.server import Server, Told, nobody_is_told
from showcase.wire.clock import SystemClock
from showcase.wire.limits import Limits
from showcase.wire.line import Line
from tests.showcase.protocols.hl7v2.samples import A04, AT, almost_hl7, chunks

Handler = Callable[[Message], Awaitable[Message]]


def numbered(number: int) -> bytes:
    return A04.replace(b"|C1|", f"|C{number}|".encode())


async def agree(request: Message) -> Message:
    return accept(request, AT)


class Peer:
    """Somebody who talks to the server in bytes."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self.writer = writer
        self._framer = Framer(2**20)
        self._ready: list[Message] = []

    def send(self, data: bytes) -> None:
        self.writer.write(data)

    async def answer(self) -> Message | None:
        """The next answer; None when the server closed instead."""
        async with asyncio.timeout(5):
            while not self._ready:
                try:
                    data = await self._reader.read(4096)
                except ConnectionError:
                    return None
                if not data:
                    return None
                self._framer.feed(data)
                self._ready += [decode(frame.payload) for frame in self._framer.frames()]
        return self._ready.pop(0)


@asynccontextmanager
async def serving(handler: Handler = agree, **more: object) -> AsyncIterator[Peer]:
    server = Server(handler, SystemClock(), **more)  # type: ignore[arg-type] # as the test says
    port = await server.open("127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield Peer(reader, writer)
    finally:
        writer.close()
        await server.close()


def acknowledged(answer: Message | None) -> str:
    assert answer is not None
    return f"{answer.get('MSA-1')} {answer.get('MSA-2')}"


async def test_message_is_answered() -> None:
    async with serving() as peer:
        peer.send(framed(A04))
        assert acknowledged(await peer.answer()) == "AA C1"


async def test_one_connection_carries_many_messages() -> None:
    async with serving() as peer:
        for number in range(20):
            peer.send(framed(numbered(number)))
            assert acknowledged(await peer.answer()) == f"AA C{number}"


async def test_two_at_once_are_answered_in_order_and_once() -> None:
    async with serving() as peer:
        peer.send(framed(numbered(1)) + framed(numbered(2)))
        assert acknowledged(await peer.answer()) == "AA C1"
        assert acknowledged(await peer.answer()) == "AA C2"
        peer.writer.write_eof()
        assert await peer.answer() is None


async def test_each_of_two_at_once_owns_its_bytes() -> None:
    seen: list[tuple[bytes, bytes]] = []

    @asynccontextmanager
    async def watch(_request: Message, line: Line, since: int) -> AsyncIterator[Told]:
        yield nobody_is_told
        recording = line.recording(since)
        seen.append((recording.request, recording.response))

    async with serving(watch=watch) as peer:
        peer.send(framed(numbered(1)) + framed(numbered(2)) + framed(numbered(3)))
        answers = [await peer.answer() for _ in range(3)]
    assert [request for request, _ in seen] == [framed(numbered(n)) for n in (1, 2, 3)]
    assert [response for _, response in seen] == [framed(a.raw) for a in answers if a]


async def test_long_connection_keeps_no_old_bytes() -> None:
    marks: list[int] = []

    @asynccontextmanager
    async def watch(_request: Message, _line: Line, since: int) -> AsyncIterator[Told]:
        marks.append(since)
        yield nobody_is_told

    async with serving(watch=watch) as peer:
        for number in range(10):
            peer.send(framed(numbered(number)))
            await peer.answer()
    assert set(marks) == {0}


async def test_answer_waits_until_whoever_watches_lets_it_go() -> None:
    may_go = asyncio.Event()
    seen: list[bytes] = []

    @asynccontextmanager
    async def watch(_request: Message, line: Line, since: int) -> AsyncIterator[Told]:
        async def told(_answer: Message) -> None:
            seen.append(line.recording(since).response)
            await may_go.wait()

        yield told

    async with serving(watch=watch) as peer:
        peer.send(framed(A04))
        reading = asyncio.ensure_future(peer.answer())
        while not seen:  # noqa: ASYNC110 - there is no such event
            await asyncio.sleep(0)
        assert not reading.done()
        may_go.set()
        answer = await reading
        assert answer
        assert seen == [framed(answer.raw)]


async def test_failure_inside_becomes_a_rejection() -> None:
    async def fail(_request: Message) -> Message:
        raise KeyError("our bug")

    async with serving(fail) as peer:
        peer.send(framed(A04))
        answer = await peer.answer()
        assert acknowledged(answer) == "AR C1"
        assert answer
        assert answer.get("ERR-3.1") == "207"
        assert "our bug" not in answer.raw.decode()
        peer.send(framed(numbered(2)))
        assert acknowledged(await peer.answer()) == "AR C2"


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        (A04.replace(b"|C1|", b"||"), "MSH^1^10"),
        (A04.replace(b"ADT^A04^ADT_A01", b""), "MSH^1^9^1^1"),
    ],
)
async def test_message_without_name_or_kind_is_an_error(raw: bytes, path: str) -> None:
    async with serving() as peer:
        peer.send(framed(raw))
        answer = await peer.answer()
    assert answer
    assert answer.get("MSA-1") == "AE"
    assert answer.get("ERR-2") == path


async def test_damaged_message_is_rejected_and_the_next_is_not() -> None:
    async with serving() as peer:
        peer.send(framed(A04.replace(b"EVN|", b"?vn|")))
        assert acknowledged(await peer.answer()) == "AR C1"
        peer.send(framed(numbered(2)))
        assert acknowledged(await peer.answer()) == "AA C2"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"BHS|^~\\&|DESK\r" + numbered(1) + numbered(2) + b"BTS|2\r", "a batch"),
        (A04.replace(b"^~\\&", b"^~&"), "MSH-2"),
    ],
)
async def test_what_cannot_be_read_is_answered_if_it_has_a_header(raw: bytes, why: str) -> None:
    async with serving() as peer:
        peer.send(framed(raw))
        answer = await peer.answer()
        assert acknowledged(answer) == "AR C1"
        assert answer
        assert why in answer.get("ERR-8")
        peer.send(framed(numbered(3)))
        assert acknowledged(await peer.answer()) == "AA C3"


async def test_two_messages_in_one_frame_are_not_taken_for_one() -> None:
    async with serving() as peer:
        peer.send(framed(numbered(1) + numbered(2)))
        answer = await peer.answer()
        assert acknowledged(answer) == "AE C1"
        assert answer
        assert "2 messages in one frame" in answer.get("ERR-8")


async def test_a_part_of_a_message_is_not_taken_for_all_of_it() -> None:
    async with serving() as peer:
        peer.send(framed(A04 + b"DSC|next|F\r"))
        answer = await peer.answer()
        assert acknowledged(answer) == "AR C1"
        assert answer
        assert "send it whole" in answer.get("ERR-8")
        peer.send(framed(numbered(2).replace(b"ADT^A04", b"QBP^Q23") + b"DSC|page2|I\r"))
        assert acknowledged(await peer.answer()) == "AA C2"


async def test_noise_between_frames_is_no_obstacle() -> None:
    async with serving() as peer:
        peer.send(framed(numbered(1)) + b"what?\r\n" + framed(numbered(2)))
        assert acknowledged(await peer.answer()) == "AA C1"
        assert acknowledged(await peer.answer()) == "AA C2"


@pytest.mark.parametrize("noise", [framed(b"garbage"), b"GET / HTTP/1.1\r\n" * 400, b"\x0bhalf"])
async def test_what_is_no_hl7_is_closed(noise: bytes) -> None:
    async with serving() as peer:
        peer.send(noise)
        peer.writer.write_eof()
        assert await peer.answer() is None


async def test_message_beyond_the_limit_is_closed() -> None:
    async with serving(limits=Limits(message_bytes=1000)) as peer:
        peer.send(framed(A04 + b"x" * 1000))
        assert await peer.answer() is None


async def test_half_a_message_is_not_waited_for_forever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HALF_A_MESSAGE", 0.02)
    async with serving() as peer:
        peer.send(b"GET / HTTP/1.1\r\n\r\n")
        assert await peer.answer() is None


async def test_idle_connection_is_closed() -> None:
    async with serving(limits=Limits(idle_seconds=0.02)) as peer:
        assert await peer.answer() is None


async def test_who_has_sent_a_message_may_be_silent_for_long() -> None:
    async with serving(limits=Limits(idle_seconds=0.02)) as peer:
        peer.send(framed(numbered(1)))
        assert acknowledged(await peer.answer()) == "AA C1"
        await asyncio.sleep(0.1)
        peer.send(framed(numbered(2)))
        assert acknowledged(await peer.answer()) == "AA C2"


async def test_silent_peers_keep_nobody_waiting() -> None:
    server = Server(agree, SystemClock())
    port = await server.open("127.0.0.1", 0)
    idle = [await asyncio.open_connection("127.0.0.1", port) for _ in range(50)]
    peer = Peer(*await asyncio.open_connection("127.0.0.1", port))
    peer.send(framed(A04))
    assert acknowledged(await peer.answer()) == "AA C1"
    for _, writer in (*idle, (None, peer.writer)):
        writer.close()
    await server.close()


@settings(max_examples=40)
@given(noise=almost_hl7, cuts=st.lists(st.integers(0, 500), max_size=5))
async def test_server_lives_on_after_noise(noise: bytes, cuts: list[int]) -> None:
    server = Server(agree, SystemClock())
    port = await server.open("127.0.0.1", 0)
    for data in (noise, framed(A04 + noise)):
        peer = Peer(*await asyncio.open_connection("127.0.0.1", port))
        for piece in chunks(data, cuts):
            peer.send(piece)
        peer.writer.write_eof()
        while await peer.answer():
            pass
        peer.writer.close()
    good = Peer(*await asyncio.open_connection("127.0.0.1", port))
    good.send(framed(A04))
    assert acknowledged(await good.answer()) == "AA C1"
    good.writer.close()
    await server.close()
