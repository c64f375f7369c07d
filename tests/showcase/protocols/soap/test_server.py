"""One HTTP port: what is not SOAP about a request is refused by status."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from showcase.model.exchange import Outcome, Verdict
from showcase.protocols.soap.server import Incoming, SoapServer
from showcase.protocols.soap.service import Served
from showcase.wire import http_client
from showcase.wire.failure import HungUp
from showcase.wire.http_client import HttpReply
from showcase.wire.limits import Limits
from showcase.wire.line import Line

GOOD = Served(
    status=200,
    content_type="application/soap+xml",
    body=b"<answer/>",
    verdict=Verdict(outcome=Outcome.ACKNOWLEDGED),
)


class Answers:
    """Remembers what came in, and what was on the line once the answer was out."""

    def __init__(self) -> None:
        self.came: list[Incoming] = []
        self.recorded: list[bytes] = []

    @asynccontextmanager
    async def __call__(self, incoming: Incoming) -> AsyncIterator[Served]:
        self.came.append(incoming)
        yield GOOD
        self.recorded.append(incoming.line.recording(incoming.since).response)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
async def port(answers: Answers) -> AsyncIterator[int]:
    server = SoapServer(answers, frozenset({"/a"}), limits=Limits(message_bytes=1000))
    yield await server.open("127.0.0.1", 0)
    await server.close()


async def post(port: int, path: str, body: bytes, **headers: str) -> HttpReply:
    return await http_client.post(
        f"http://127.0.0.1:{port}{path}",
        headers={name.replace("_", "-"): value for name, value in headers.items()},
        body=body,
        line=Line("http", initiated=True),
        deadline=10,
    )


async def test_request_comes_in_whole(port: int, answers: Answers) -> None:
    reply = await post(port, "/a", b"ask", content_type="x/y")
    assert (reply.status, reply.body) == (200, b"<answer/>")
    (incoming,) = answers.came
    assert (incoming.path, incoming.content_type, incoming.body) == ("/a", "x/y", bytearray(b"ask"))


async def test_answer_is_written_before_its_hop_ends(port: int, answers: Answers) -> None:
    await post(port, "/a", b"ask")
    assert answers.recorded[0].endswith(b"<answer/>")


async def test_large_request_is_refused(port: int, answers: Answers) -> None:
    assert (await post(port, "/a", b"x" * 1001)).status == 413
    assert not answers.came


async def test_a_caller_who_is_gone_before_the_refusal_is_no_fault_of_ours(
    port: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def gone(_: web.StreamResponse, request: web.BaseRequest) -> None:
        assert request.transport
        request.transport.abort()
        raise ConnectionResetError

    monkeypatch.setattr(web.Response, "prepare", gone)
    with pytest.raises(HungUp):
        await post(port, "/a", b"x" * 2000)
    assert not [each for each in caplog.records if each.exc_info]


async def test_other_paths_are_not_found(port: int, answers: Answers) -> None:
    assert (await post(port, "/b", b"ask")).status == 404
    assert not answers.came


async def test_compression_is_not_taken(port: int, answers: Answers) -> None:
    assert (await post(port, "/a", b"ask", Content_Encoding="deflate")).status == 415
    assert not answers.came
