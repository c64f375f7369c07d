"""Hostile and mistaken requests: each is answered or cut off, and the stand-in lives on."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from showcase.model.exchange import Outcome
from showcase.protocols.soap import http
from showcase.protocols.soap.http import HttpMessage
from tests.showcase.standins.xds import by_hand
from tests.showcase.standins.xds.region_of_four import Region, region

ACTION = "urn:ihe:iti:2007:RegistryStoredQuery"
SOAP = "{http://www.w3.org/2003/05/soap-envelope}"


@pytest.fixture
async def four(tmp_path: Path) -> AsyncIterator[Region]:
    async with region(tmp_path) as running:
        running.know_rosa()
        yield running


async def raw(port: int, data: bytes, *, finish: bool = False) -> bytes:
    """Everything a socket answers to some bytes, until it closes or has answered once."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(data)
    if finish:
        writer.write_eof()
    answer = b""
    async with asyncio.timeout(20):
        try:
            while piece := await reader.read(65536):
                answer += piece
                if _whole(answer):
                    break
        except ConnectionError:
            answer += b""
    writer.close()
    return answer


def _whole(answer: bytes) -> bool:
    head, _, rest = answer.partition(b"\r\n\r\n")
    sizes = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return bool(sizes) and len(rest) >= int(sizes[0].split(b":")[1])


async def post(
    four: Region,
    body: bytes,
    content_type: str = by_hand.SIMPLE,
    *,
    path: str = "/iti-18",
    role: str = "registry",
    more: str = "",
) -> HttpMessage:
    head = (
        f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body)}\r\n{more}\r\n"
    )
    return http.read(await raw(four.port(role), head.encode() + body))


async def lives(four: Region) -> bool:
    answer = await post(four, by_hand.find_documents())
    return answer.status == 200


def fault(answer: HttpMessage) -> tuple[str, ...]:
    """Code and subcodes, without their prefixes."""
    root = etree.fromstring(answer.body)
    return tuple(str(each.text).rpartition(":")[2] for each in root.iter(f"{SOAP}Value"))


LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 12))
BOMBS = {
    "entity expansion": b'<!DOCTYPE x [<!ENTITY l0 "ha">' + LAUGHS + b"]><x>&l11;</x>",
    "entities in an attribute": b'<!DOCTYPE x [<!ENTITY l0 "ha">' + LAUGHS + b"]><x a='&l11;'/>",
    "a file as an entity": b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><x>&f;</x>',
    "a DTD alone": b"<!DOCTYPE x>" + by_hand.find_documents().partition(b"?>")[2],
    "deep nesting": b"<x>" * 200_000,
    "deep and closed": b"<x>" * 5_000 + b"</x>" * 5_000,
    "a lone angle": b"<",
    "nothing": b"",
    "not UTF-8": b"<x>\xff\xfe</x>",
    "UTF-16 without a mark": "<x/>".encode("utf-16-le"),
    "no envelope": b"<x/>",
    "an envelope without a body": b'<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"/>',
}


@pytest.mark.parametrize("name", BOMBS)
async def test_bomb_is_answered_by_a_fault(four: Region, name: str) -> None:
    answer = await post(four, BOMBS[name])
    assert answer.status == 400
    assert fault(answer)[0] == "Sender"
    hop = await four.ledger.hop("ITI-18")
    assert hop.verdict.outcome is Outcome.REFUSED
    assert await lives(four)


async def test_external_entity_calls_nobody(four: Region) -> None:
    called = asyncio.Event()

    async def accept(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        called.set()
        writer.close()

    trap = await asyncio.start_server(accept, "127.0.0.1", 0)
    port = trap.sockets[0].getsockname()[1]
    evil = f'<!DOCTYPE x SYSTEM "http://127.0.0.1:{port}/x.dtd"><x/>'.encode()
    reply_to = by_hand.find_documents().replace(
        b"http://www.w3.org/2005/08/addressing/anonymous", f"http://127.0.0.1:{port}/".encode()
    )
    assert (await post(four, evil)).status == 400
    answer = await post(four, reply_to)
    assert fault(answer) == ("Sender", "InvalidAddressingHeader", "OnlyAnonymousAddressSupported")
    assert await lives(four)
    assert not called.is_set()
    trap.close()


async def test_ten_thousand_parts_are_too_many(four: Region) -> None:
    part = b"\r\n--B\r\nContent-ID: <x>\r\n\r\nx"
    body = b"--B\r\n\r\n<x/>" + part * 10_000 + b"\r\n--B--"
    answer = await post(
        four, body, "multipart/related; boundary=B", path="/iti-41", role="repository"
    )
    assert answer.status == 400
    assert b"1000 parts" in answer.body
    assert answer.header("Content-Type").startswith("multipart/related")
    assert await lives(four)


async def test_compressed_request_is_not_taken(four: Region) -> None:
    bomb = gzip.compress(b"x" * 10_000_000)
    answer = await post(four, bomb, more="Content-Encoding: gzip\r\n")
    assert answer.status == 415
    assert await lives(four)


async def test_four_gigabytes_announced_are_refused(four: Region) -> None:
    head = "POST /iti-18 HTTP/1.1\r\nHost: x\r\nContent-Length: 4294967296\r\n\r\n"
    answer = http.read(await raw(four.port("registry"), head.encode()))
    assert answer.status == 413
    assert await lives(four)


async def test_wrong_action_names_the_right_one(four: Region) -> None:
    body = by_hand.find_documents().replace(ACTION.encode(), b"urn:ihe:iti:2007:Nonsense")
    answer = await post(four, body)
    assert answer.status == 400
    assert fault(answer) == ("Sender", "ActionNotSupported")
    assert ACTION.encode() in answer.body
    assert await lives(four)


async def test_either_address_of_an_actor_takes_both_its_transactions(four: Region) -> None:
    """A client made from the Technical Framework's WSDL knows one for each actor."""
    assert (await post(four, by_hand.find_documents(), path="/iti-42")).status == 200
    assert (await four.ledger.hop("ITI-18")).verdict.outcome is Outcome.ACKNOWLEDGED
    content_type, body = by_hand.alone(by_hand.retrieve())
    answer = await post(four, body, content_type, path="/iti-41", role="repository")
    assert b"XDSDocumentUniqueIdError" in answer.body
    assert (await four.ledger.hop("ITI-43")).verdict.outcome is Outcome.REFUSED


async def test_each_of_pipelined_requests_owns_its_bytes(four: Region) -> None:
    """RFC 9112 9.3.2: a client may ask the next thing before it is answered."""
    body = by_hand.find_documents()
    asked = [
        f"POST /iti-18 HTTP/1.1\r\nHost: x\r\nContent-Type: {by_hand.SIMPLE}\r\nX-Nth: {nth}\r\n"
        f"{'Connection: close' if nth == 3 else 'X: y'}\r\nContent-Length: {len(body)}\r\n\r\n"
        for nth in (1, 2, 3)
    ]
    reader, writer = await asyncio.open_connection("127.0.0.1", four.port("registry"))
    writer.write(b"".join(head.encode() + body for head in asked))
    assert (await reader.read()).count(b"HTTP/1.1 200 OK") == 3
    writer.close()
    for nth, head in enumerate(asked, start=1):
        hop = await four.ledger.hop("ITI-18", nth)
        assert four.ledger.request(hop) == head.encode() + body
        assert hop.facts


async def test_missing_action_is_a_fault(four: Region) -> None:
    body = by_hand.find_documents().replace(b"a:Action", b"a:Faction")
    assert fault(await post(four, body))[0] == "Sender"


async def test_unknown_mandatory_header_is_named(four: Region) -> None:
    body = by_hand.envelope(ACTION, "<x/>", header='<q:Z xmlns:q="urn:z" s:mustUnderstand="1"/>')
    answer = await post(four, body)
    assert answer.status == 500
    assert fault(answer)[0] == "MustUnderstand"
    block = etree.fromstring(answer.body).find(f".//{SOAP}NotUnderstood")
    assert block is not None
    prefix, _, name = block.get("qname", "").partition(":")
    assert (block.nsmap[prefix], name) == ("urn:z", "Z")


async def test_header_for_somebody_else_is_ignored(four: Region) -> None:
    other = '<q:Z xmlns:q="urn:z" s:mustUnderstand="1" s:role="urn:somebody-else"/>'
    body = by_hand.find_documents().replace(b"</s:Header>", other.encode() + b"</s:Header>")
    assert (await post(four, body)).status == 200


async def test_two_actions_are_one_too_many(four: Region) -> None:
    action = f"<a:Action>{ACTION}</a:Action></s:Header>".encode()
    body = by_hand.find_documents().replace(b"</s:Header>", action)
    codes = fault(await post(four, body))
    assert codes == ("Sender", "InvalidAddressingHeader", "InvalidCardinality")


async def test_old_soap_is_a_version_mismatch(four: Region) -> None:
    body = by_hand.find_documents().replace(
        b"http://www.w3.org/2003/05/soap-envelope", b"http://schemas.xmlsoap.org/soap/envelope/"
    )
    answer = await post(four, body, "text/xml; charset=utf-8")
    assert (answer.status, answer.header("Content-Type")) == (500, "text/xml; charset=UTF-8")
    root = etree.fromstring(answer.body)
    assert root.tag == "{http://schemas.xmlsoap.org/soap/envelope/}Envelope"
    assert str(root.findtext(".//faultcode")).endswith(":VersionMismatch")
    supported = root.find(f".//{SOAP}SupportedEnvelope")
    assert supported is not None
    prefix, _, name = supported.get("qname", "").partition(":")
    assert f"{{{supported.nsmap[prefix]}}}{name}" == f"{SOAP}Envelope"


async def test_empty_soap_body_is_a_fault(four: Region) -> None:
    assert fault(await post(four, by_hand.envelope(ACTION, "")))[0] == "Sender"


async def test_dangling_include_is_a_fault(four: Region) -> None:
    xml = by_hand.provide(by_hand.registry_objects(), by_hand.CXF_INCLUDE)
    content_type, body = by_hand.alone(xml)
    answer = await post(four, body, content_type, path="/iti-41", role="repository")
    assert answer.status == 400
    assert b"d9a-1@urn" in answer.body


async def test_forms_are_no_soap(four: Region) -> None:
    answer = await post(four, b"a=b", "application/x-www-form-urlencoded")
    assert fault(answer)[0] == "Sender"


async def test_get_is_not_allowed(four: Region) -> None:
    answer = http.read(await raw(four.port("registry"), b"GET /iti-18 HTTP/1.1\r\nHost: x\r\n\r\n"))
    assert (answer.status, answer.header("Allow")) == (405, "POST")


async def test_unknown_path_names_the_known(four: Region) -> None:
    answer = await post(four, by_hand.find_documents(), path="/iti-43")
    assert answer.status == 404
    assert b"/iti-18" in answer.body
    assert not four.ledger.events


async def test_caller_that_hangs_up_harms_nobody(four: Region) -> None:
    head = b"POST /iti-18 HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n<half"
    await raw(four.port("registry"), head, finish=True)
    assert await lives(four)


async def test_bad_chunks_are_refused(four: Region) -> None:
    head = b"POST /iti-18 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
    assert (await raw(four.port("registry"), head)).startswith((b"HTTP/1.1 400", b"HTTP/1.0 400"))
    assert await lives(four)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noise=st.binary(min_size=1, max_size=300))
def test_noise_harms_nobody(tmp_path: Path, noise: bytes) -> None:
    async def play() -> None:
        async with region(tmp_path) as four:
            await raw(four.port("registry"), noise, finish=True)
            assert await lives(four)

    asyncio.run(play())
