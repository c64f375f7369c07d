import asyncio
import gzip
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model.exchange import Outcome
from showcase.taps.http import HttpEar
from showcase.wire.failure import Garbled, hung_up
from tests.showcase.standins.xds import by_hand
from tests.showcase.standins.xds.region_of_four import Region
from tests.showcase.taps.listening import CALLER, Hearsay, Said, overheard, pieces

SOAP = "application/soap+xml; charset=UTF-8"
SUCCESS = by_hand.envelope(
    "urn:ihe:iti:2007:RegistryStoredQueryResponse",
    '<query:AdhocQueryResponse xmlns:query="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0"'
    ' status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"/>',
)


def request(body: bytes, path: str = "/iti-18", method: str = "POST") -> bytes:
    head = f"{method} {path} HTTP/1.1\r\nHost: tap\r\nContent-Type: {SOAP}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def chunked(body: bytes, size: int = 100) -> bytes:
    parts = (body[at : at + size] for at in range(0, len(body), size))
    coded = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {SOAP}\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head.encode() + coded + b"0\r\n\r\n"


def answer(body: bytes = b"", status: str = "200 OK", kind: str = SOAP) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


@pytest.fixture
def four(tmp_path: Path) -> Region:
    return Region(tmp_path)


async def heard(four: Region, said: list[Said], role: str = "registry") -> Hearsay:
    hearsay = Hearsay(four.hops)
    await overheard(HttpEar, "http", four.stand_ins[role], said)
    return hearsay


async def test_a_request_is_told_by_its_action(four: Region) -> None:
    asked = request(by_hand.find_documents())
    found = await heard(four, [(True, asked), (False, chunked(SUCCESS))])
    assert found.outcomes == [("ITI-18", CALLER, "registry", "acknowledged")]
    assert found.bytes == (asked, chunked(SUCCESS))


async def test_one_connection_carries_many_exchanges(four: Region) -> None:
    asked = request(by_hand.find_documents())
    said = [(True, asked), (False, chunked(SUCCESS))] * 3
    found = await heard(four, said)
    assert [recording.request for _, recording in found.all()] == [asked] * 3


async def test_pipelined_requests_are_answered_in_their_order(four: Region) -> None:
    asked = request(by_hand.find_documents())
    found = await heard(four, [(True, asked * 2), (False, chunked(SUCCESS) + answer(SUCCESS))])
    assert [recording.response for _, recording in found.all()] == [
        chunked(SUCCESS),
        answer(SUCCESS),
    ]


async def test_an_interim_answer_belongs_to_the_exchange(four: Region) -> None:
    asked, interim = request(by_hand.find_documents()), b"HTTP/1.1 100 Continue\r\n\r\n"
    found = await heard(four, [(True, asked), (False, interim + answer(SUCCESS))])
    assert found.bytes[1] == interim + answer(SUCCESS)


async def test_what_is_no_soap_goes_by_method_and_path(four: Region) -> None:
    asked = b"GET /about?x=<b> HTTP/1.1\r\nHost: tap\r\n\r\n"
    found = await heard(four, [(True, asked), (False, answer(b"hello", kind="text/plain"))])
    assert found.outcomes == [("GET /about", CALLER, "registry", "acknowledged")]


async def test_compression_hides_no_refusal(four: Region) -> None:
    """Two vendors' systems may agree upon gzip (RFC 9110 8.4); the tap reads it all the same."""
    refused = SUCCESS.replace(b":Success", b":Failure")
    asked = by_hand.find_documents()
    packed = [
        plain.replace(b"Content-Length", b"Content-Encoding: gzip\r\nContent-Length", 1)
        for plain in (request(gzip.compress(asked)), answer(gzip.compress(refused)))
    ]
    found = await heard(four, [(True, packed[0]), (False, packed[1])])
    assert found.outcomes == [("ITI-18", CALLER, "registry", "refused")]


async def test_an_http_error_is_a_refusal(four: Region) -> None:
    said = [(True, request(by_hand.find_documents())), (False, answer(status="404 Not Found"))]
    (hop, _), *_ = (await heard(four, said)).all()
    assert hop.verdict.outcome is Outcome.REFUSED
    assert hop.verdict.status == "HTTP 404 Not Found"


async def test_a_head_request_has_an_answer_without_a_body(four: Region) -> None:
    asked = b"HEAD / HTTP/1.1\r\nHost: tap\r\n\r\n"
    said = [(True, asked), (False, b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n")] * 2
    assert [each[0] for each in (await heard(four, said)).outcomes] == ["HEAD /"] * 2


async def test_an_answer_may_go_on_until_the_connection_ends(four: Region) -> None:
    whole = b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nall of it"
    said = [(True, b"GET / HTTP/1.0\r\n\r\n"), (False, whole)]
    found = await heard(four, said)
    assert found.outcomes[0][3] == "acknowledged"
    assert found.bytes[1] == whole


async def test_a_request_without_an_answer_has_failed(four: Region) -> None:
    hearsay = Hearsay(four.hops)
    said = [(True, request(by_hand.find_documents()))]
    await overheard(HttpEar, "http", four.stand_ins["registry"], said, failure=hung_up("Acme"))
    (hop, _), *_ = hearsay.all()
    assert hop.verdict.words.startswith("Acme closed the connection")


async def test_what_is_not_http_is_told(four: Region) -> None:
    with pytest.raises(Garbled):
        await heard(four, [(True, b"\x0bMSH|^~\\&|\x1c\r\n\r\n")])


@given(st.lists(st.integers(1, 900), max_size=20))
def test_any_chunking_gives_the_same_hops(cuts: list[int]) -> None:
    asked = request(by_hand.find_documents())
    said: list[Said] = [(True, asked), (False, chunked(SUCCESS)), (True, asked), (False, answer())]

    async def listen() -> None:
        with TemporaryDirectory() as folder:
            found = await heard(Region(Path(folder)), pieces(said, cuts))
        told = [(recording.request, recording.response) for _, recording in found.all()]
        assert told == [(asked, chunked(SUCCESS)), (asked, answer())]

    asyncio.run(listen())
