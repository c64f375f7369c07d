"""Our client against a web service that is not ours."""

import asyncio
import email.parser
import email.policy
import gzip
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from lxml import etree

from showcase.protocols.soap import client, http, verdict
from showcase.protocols.soap.client import Call
from showcase.protocols.soap.mtom import Attachment
from showcase.protocols.soap.verdict import Answer
from showcase.wire.failure import Garbled, HungUp, LineBroke, Silent, Unreachable
from showcase.wire.limits import Limits
from showcase.wire.line import Line
from tests.showcase.protocols.soap.peer import Peer, peer

ACTION = "urn:ihe:iti:2007:RetrieveDocumentSet"
CALL = Call(
    transaction="ITI-43",
    action=ACTION,
    mtom=True,
    arguments={"DocumentRequest": [{"RepositoryUniqueId": "1", "DocumentUniqueId": "2"}]},
)
SOAP12 = "http://www.w3.org/2003/05/soap-envelope"
DOCUMENT = b"\r\n\r\nends with line ends\r\n--uuid:x\r\n\n\r\n"


def retrieved(document: str) -> bytes:
    return f"""<soap:Envelope xmlns:soap="{SOAP12}"><soap:Header>
<Action xmlns="http://www.w3.org/2005/08/addressing">{ACTION}Response</Action></soap:Header>
<soap:Body><ns2:RetrieveDocumentSetResponse xmlns:ns2="urn:ihe:iti:xds-b:2007"
 xmlns:ns3="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0"><ns3:RegistryResponse
 status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"/><ns2:DocumentResponse>
<ns2:RepositoryUniqueId>1</ns2:RepositoryUniqueId><ns2:DocumentUniqueId>2</ns2:DocumentUniqueId>
<ns2:mimeType>text/plain</ns2:mimeType><ns2:Document>{document}</ns2:Document>
</ns2:DocumentResponse></ns2:RetrieveDocumentSetResponse></soap:Body></soap:Envelope>""".encode()


def cxf(xml: bytes) -> tuple[int, str, bytes]:
    body = (
        b'\r\n--uuid:0b\r\nContent-Type: application/xop+xml; charset=UTF-8; type="application/'
        b'soap+xml"\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <root@cxf>\r\n\r\n'
        + xml
        + b"\r\n--uuid:0b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\n"
        b"Content-ID: <7@urn:ihe:iti:xds-b:2007>\r\n\r\n" + DOCUMENT + b"\r\n--uuid:0b--"
    )
    head = (
        'multipart/related; type="application/xop+xml"; boundary="uuid:0b"; start="<root@cxf>"; '
        'start-info="application/soap+xml"'
    )
    return 200, head, body


INCLUDE = (
    '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" '
    'href="cid:7@urn%3Aihe%3Aiti%3Axds-b%3A2007"/>'
)


@pytest.fixture
def web() -> Iterator[Peer]:
    with peer() as running:
        yield running


async def call(
    web: Peer, what: Call = CALL, *, deadline: float = 10, limits: Limits | None = None
) -> tuple[Answer, Line]:
    line = Line("http", initiated=True)
    answer = await client.call(what, web.url, line, deadline=deadline, limits=limits or Limits())
    return answer, line


def document(answer: Answer) -> bytes:
    assert answer.message is not None
    holder = answer.message.body.find(".//{urn:ihe:iti:xds-b:2007}Document")
    assert holder is not None
    return answer.message.content_of(holder)


async def test_bytes_of_a_cxf_answer_are_exact(web: Peer) -> None:
    web.answer = cxf(retrieved(INCLUDE))
    answer, line = await call(web)
    assert document(answer) == DOCUMENT
    assert line.recording().response.endswith(web.answer[2])


async def test_inline_answer_is_read(web: Peer) -> None:
    web.answer = (200, "application/soap+xml", retrieved("aGk="))
    answer, _ = await call(web)
    assert document(answer) == b"hi"


async def test_recorded_request_is_what_arrived(web: Peer) -> None:
    web.answer = cxf(retrieved(INCLUDE))
    _, line = await call(web)
    recording = line.recording()
    ((_, body),) = web.asked
    assert recording.request.endswith(b"\r\n\r\n" + body)
    assert (recording.initiator, recording.responder) == (line.local, f"127.0.0.1:{web.port}")


async def test_request_is_multipart_though_it_carries_nothing(web: Peer) -> None:
    web.answer = cxf(retrieved(INCLUDE))
    await call(web)
    ((headers, body),) = web.asked
    media_type, told = http.parameters(headers["Content-Type"])
    assert media_type == "multipart/related"
    assert told["type"] == "application/xop+xml"
    assert told["start-info"] == "application/soap+xml"
    assert told["action"] == ACTION
    read = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(
        f"Content-Type: {headers['Content-Type']}\r\n\r\n".encode() + body
    )
    (root,) = read.iter_parts()
    assert not read.defects
    assert root["Content-ID"] == told["start"]
    assert root.get_content_type() == "application/xop+xml"
    payload = root.get_payload(decode=True)
    assert isinstance(payload, bytes)
    names = [child.tag.rpartition("}")[2] for child in ElementTree.fromstring(payload)[1][0][0]]
    assert names == ["RepositoryUniqueId", "DocumentUniqueId"]


async def test_attachments_stand_beside_the_xml(web: Peer) -> None:
    web.answer = (200, "application/soap+xml", retrieved("aGk="))
    objects = etree.Element("{urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0}RegistryObjectList")
    content = Attachment(content=DOCUMENT, media_type="text/plain")
    provide = Call(
        transaction="ITI-41",
        action="urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b",
        mtom=True,
        arguments={
            "SubmitObjectsRequest": {"_value_1": [objects]},
            "Document": [{"id": "d1", "_value_1": content}],
        },
    )
    await call(web, provide)
    ((headers, body),) = web.asked
    assert body.count(DOCUMENT) == 1
    assert b"Content-Type: text/plain" in body
    assert b"Include" in body
    assert headers["Accept-Encoding"] == "identity"


async def test_fault_is_an_answer(web: Peer) -> None:
    fault = f"""<e:Envelope xmlns:e="{SOAP12}"><e:Body><e:Fault><e:Code><e:Value>e:Sender</e:Value>
      </e:Code><e:Reason><e:Text xml:lang="en">I do not like it</e:Text></e:Reason></e:Fault>
      </e:Body></e:Envelope>"""
    web.answer = (400, "application/soap+xml; charset=utf-8", fault.encode())
    answer, _ = await call(web)
    assert answer.message is not None
    assert answer.message.envelope.fault is not None
    assert answer.message.envelope.fault.reason == "I do not like it"


async def test_fault_of_old_soap_is_an_answer(web: Peer) -> None:
    xml = (
        b'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>'
        b"<faultcode>s:VersionMismatch</faultcode><faultstring>Too new</faultstring>"
        b"</s:Fault></s:Body></s:Envelope>"
    )
    web.answer = (500, "text/xml", xml)
    answer, _ = await call(web)
    assert answer.message is not None
    read = verdict.of(answer)
    assert read.status == "SOAP fault VersionMismatch: Too new"
    assert "another version of SOAP" in read.words


@pytest.mark.parametrize("status", [400, 404, 500, 503])
async def test_error_page_is_an_answer_without_a_message(web: Peer, status: int) -> None:
    web.answer = (status, "text/html", b"<html><p>Sorry")
    answer, _ = await call(web)
    assert (answer.http_status, answer.message) == (status, None)


async def test_redirection_is_an_answer_with_its_address(web: Peer) -> None:
    web.answer = (301, "text/html", b"<p>moved</p>")
    web.headers = {"Location": "/xds/"}
    answer, _ = await call(web)
    assert (answer.http_status, answer.message, answer.location) == (301, None, "/xds/")


async def test_empty_answer_is_told_as_empty(web: Peer) -> None:
    web.answer = (202, "text/plain", b"")
    with pytest.raises(Garbled, match=r"empty \(HTTP 202 Accepted\)"):
        await call(web)


async def test_answer_that_strays_from_the_wsdl_is_read_all_the_same(web: Peer) -> None:
    strange = retrieved("aGk=").replace(b"<ns2:mimeType>", b"<ns2:Odd/><ns2:mimeType>")
    web.answer = (200, "application/soap+xml", strange)
    answer, _ = await call(web)
    assert document(answer) == b"hi"


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha">]>'
GARBAGE: dict[str, tuple[int, str, bytes] | bytes] = {
    "not HTTP": b"220 mail.invalid ESMTP\r\n",
    "a page": (200, "text/html", b"<html/>"),
    "nothing": (200, "", b""),
    "broken XML": (200, "application/soap+xml", b"<x"),
    "a DTD": (200, "application/soap+xml", LAUGHS + retrieved("aGk=")),
    "cut multipart": (200, cxf(b"<x/>")[1], b"--uuid:0b\r\n\r\n<x/>"),
    "other XML": (200, "application/soap+xml", b"<x/>"),
}


@pytest.mark.parametrize("name", GARBAGE)
async def test_garbage_is_garbled(web: Peer, name: str) -> None:
    web.answer = GARBAGE[name]
    with pytest.raises(Garbled) as caught:
        await call(web)
    assert caught.value.remedy


async def test_compressed_answer_is_not_unpacked(web: Peer) -> None:
    web.answer = (200, "application/soap+xml", gzip.compress(b"x" * 1_000_000))
    web.headers["Content-Encoding"] = "gzip"
    with pytest.raises(Garbled, match="gzip"):
        await call(web)


async def test_endless_answer_is_cut(web: Peer) -> None:
    web.answer = (200, "application/soap+xml", b"x" * 2_000_000)
    with pytest.raises(Garbled, match="larger than"):
        await call(web, limits=Limits(message_bytes=1_000_000))


@pytest.mark.parametrize(
    "answer", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"]
)
async def test_hang_up_is_told_apart_from_garbage(web: Peer, answer: bytes) -> None:
    web.answer = answer
    with pytest.raises(HungUp):
        await call(web)


async def test_silence_ends_at_the_deadline() -> None:
    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    mute = Peer()
    mute.port = server.sockets[0].getsockname()[1]
    with pytest.raises(Silent, match=f"127.0.0.1:{mute.port} did not answer within"):
        await call(mute, deadline=0.2)
    server.close()


async def test_nobody_there_is_unreachable() -> None:
    gone = Peer()
    gone.port = 9
    with pytest.raises(Unreachable):
        await call(gone)


@pytest.mark.parametrize("url", ["ftp://x/", "not a url", "http://", "http://127.0.0.1:99999/"])
async def test_bad_address_is_named(url: str) -> None:
    with pytest.raises(LineBroke):
        await client.call(CALL, url, Line("http", initiated=True), deadline=2)
