"""The stand-in repository and registry, driven by programs that are not ours.

curl and Python's http.client send messages written by hand (`by_hand`); what comes back is read
with Python's own XML and e-mail packages.
"""

import asyncio
import base64
import email.parser
import email.policy
import hashlib
import http.client
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from showcase.model.exchange import Outcome
from showcase.model.fact import FactKind
from tests.showcase.standins.xds import by_hand
from tests.showcase.standins.xds.region_of_four import REPOSITORY_ID, Region, region

RIM = "{urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0}"
RS = "{urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0}"
XDS = "{urn:ihe:iti:xds-b:2007}"
SOAP = "{http://www.w3.org/2003/05/soap-envelope}"
WSA = "{http://www.w3.org/2005/08/addressing}"
XOP = "{http://www.w3.org/2004/08/xop/include}"
SUCCESS = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"
FAILURE = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure"

pytestmark = pytest.mark.peer("curl")


class Got:
    """What a program got back."""

    def __init__(self, status: int, content_type: str, body: bytes) -> None:
        self.status = status
        self.content_type = content_type
        self.parts: dict[str, bytes] = {}
        xml = body
        if content_type.startswith("multipart/related"):
            head = f"Content-Type: {content_type}\r\n\r\n".encode()
            read = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body)
            assert not read.defects
            texts = [part.get_payload(decode=True) for part in read.iter_parts()]
            ids = [str(part["Content-ID"]).strip("<>") for part in read.iter_parts()]
            self.parts = {i: t for i, t in zip(ids, texts, strict=True) if isinstance(t, bytes)}
            xml = self.parts[str(read.get_param("start")).strip("<>")]
        self.root = ElementTree.fromstring(xml)

    @property
    def body(self) -> ElementTree.Element:
        found = self.root.find(f"{SOAP}Body")
        assert found is not None
        return found[0]

    @property
    def outcome(self) -> str:
        response = next(e for e in self.body.iter() if "status" in e.attrib)
        return response.attrib["status"]

    @property
    def errors(self) -> list[str]:
        return [each.attrib["errorCode"] for each in self.body.iter(f"{RS}RegistryError")]

    def header(self, name: str) -> str:
        return self.root.findtext(f"{SOAP}Header/{WSA}{name}", "")


async def curl(folder: Path, url: str, content_type: str, body: bytes, *more: str) -> Got:
    """POST with curl."""
    request, answer = folder / "request", folder / "answer"
    request.write_bytes(body)
    command = [
        *("curl", "--silent", "--show-error", "--noproxy", "*", "--max-time", "20"),
        *("--data-binary", f"@{request}", "-H", f"Content-Type: {content_type}"),
        *("-o", str(answer), "-w", "%{http_code} %{content_type}", *more, url),
    ]
    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, check=True)
    status, _, got_type = done.stdout.decode().partition(" ")
    return Got(int(status), got_type, answer.read_bytes())


async def plain_python(port: int, path: str, content_type: str, body: bytes) -> Got:
    """POST with Python's own HTTP client."""

    def post() -> Got:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("POST", path, body, {"Content-Type": content_type})
        response = connection.getresponse()
        got = Got(response.status, response.headers["Content-Type"], response.read())
        connection.close()
        return got

    return await asyncio.to_thread(post)


@pytest.fixture
async def four(tmp_path: Path) -> AsyncIterator[Region]:
    async with region(tmp_path / "store") as running:
        running.know_rosa()
        yield running


async def provided(four: Region, folder: Path) -> Got:
    xml = by_hand.provide(by_hand.registry_objects(), by_hand.CXF_INCLUDE)
    return await curl(folder, four.url("repository", "ITI-41"), *by_hand.cxf(xml))


async def test_document_beside_the_xml_is_registered(four: Region, tmp_path: Path) -> None:
    got = await provided(four, tmp_path)
    assert (got.status, got.outcome) == (200, SUCCESS)
    assert got.content_type.startswith("multipart/related")
    action = "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-bResponse"
    assert got.header("Action") == action
    assert got.header("RelatesTo") == "urn:uuid:0fbfdced-6c01-4d09-a110-2201afedaa02"
    assert got.root.find(f"{SOAP}Header/{WSA}Action[@{SOAP}mustUnderstand='1']") is not None


async def test_document_within_the_xml_is_registered(four: Region, tmp_path: Path) -> None:
    inline = base64.encodebytes(by_hand.DOCUMENT).decode()
    xml = by_hand.provide(by_hand.registry_objects(), inline)
    got = await curl(tmp_path, four.url("repository", "ITI-41"), *by_hand.alone(xml))
    assert got.outcome == SUCCESS
    fetched = await curl(
        tmp_path, four.url("repository", "ITI-43"), *by_hand.alone(by_hand.retrieve())
    )
    assert by_hand.DOCUMENT in fetched.parts.values()


async def test_root_may_be_the_last_part(four: Region) -> None:
    xml = by_hand.provide(by_hand.registry_objects(), by_hand.CXF_INCLUDE)
    got = await plain_python(four.port("repository"), "/iti-41", *by_hand.backwards(xml))
    assert got.outcome == SUCCESS


async def test_retrieved_bytes_are_the_provided_ones(four: Region, tmp_path: Path) -> None:
    await provided(four, tmp_path)
    url = four.url("repository", "ITI-43")
    got = await curl(tmp_path, url, *by_hand.alone(by_hand.retrieve()))
    response = got.body.find(f"{XDS}DocumentResponse")
    assert response is not None
    names = [child.tag.removeprefix(XDS) for child in response]
    assert names == ["RepositoryUniqueId", "DocumentUniqueId", "mimeType", "Document"]
    assert response.findtext(f"{XDS}mimeType") == "text/plain"
    include = response.find(f"{XDS}Document/{XOP}Include")
    assert include is not None
    assert got.parts[include.attrib["href"].removeprefix("cid:")] == by_hand.DOCUMENT


async def test_query_answers_what_was_registered(four: Region, tmp_path: Path) -> None:
    await provided(four, tmp_path)
    url = four.url("registry", "ITI-18")
    got = await curl(tmp_path, url, by_hand.SIMPLE, by_hand.find_documents())
    assert got.content_type.startswith("application/soap+xml")
    (entry,) = got.body.iter(f"{RIM}ExtrinsicObject")
    assert entry.attrib["id"].startswith("urn:uuid:")
    assert entry.attrib["status"].endswith(":Approved")
    slots = {
        slot.attrib["name"]: slot.findtext(f"{RIM}ValueList/{RIM}Value")
        for slot in entry.iterfind(f"{RIM}Slot")
    }
    assert slots["hash"] == by_hand.SHA1
    assert slots["size"] == str(len(by_hand.DOCUMENT))
    assert slots["repositoryUniqueId"] == REPOSITORY_ID
    assert slots["urn:example:extra"] == "kept"
    for each in entry.iterfind(f"{RIM}Classification"):
        assert each.attrib["classifiedObject"] == entry.attrib["id"]
        assert each.attrib["objectType"].endswith(":Classification")


async def test_registry_takes_a_repository_not_ours(four: Region, tmp_path: Path) -> None:
    objects = by_hand.registry_objects(slots=by_hand.REGISTERED_SLOTS)
    url = four.url("registry", "ITI-42")
    got = await curl(tmp_path, url, by_hand.SIMPLE, by_hand.register(objects))
    assert got.outcome == SUCCESS
    hop = await four.ledger.hop("ITI-42")
    assert hop.receiver == "registry"
    assert hop.verdict.outcome is Outcome.ACKNOWLEDGED
    assert hop.sender == "127.0.0.1"


async def test_unknown_patient_is_an_error_not_a_fault(four: Region, tmp_path: Path) -> None:
    xml = by_hand.provide(
        by_hand.registry_objects("NOBODY^^^&amp;1.2.3.1&amp;ISO"), by_hand.CXF_INCLUDE
    )
    got = await curl(tmp_path, four.url("repository", "ITI-41"), *by_hand.cxf(xml))
    assert (got.status, got.outcome) == (200, FAILURE)
    assert got.errors == ["XDSUnknownPatientId"]


async def test_unknown_patient_is_no_error_in_a_query(four: Region, tmp_path: Path) -> None:
    url = four.url("registry", "ITI-18")
    query = by_hand.find_documents("NOBODY^^^&amp;1.2.3.1&amp;ISO")
    got = await curl(tmp_path, url, by_hand.SIMPLE, query)
    assert (got.outcome, got.errors) == (SUCCESS, [])
    assert not list(got.body.iter(f"{RIM}ExtrinsicObject"))


async def test_unknown_document_is_named(four: Region, tmp_path: Path) -> None:
    url = four.url("repository", "ITI-43")
    got = await curl(tmp_path, url, *by_hand.alone(by_hand.retrieve("1.2.3.4.5")))
    assert (got.outcome, got.errors) == (FAILURE, ["XDSDocumentUniqueIdError"])
    (error,) = got.body.iter(f"{RS}RegistryError")
    assert error.attrib["location"] == "1.2.3.4.5"


async def test_large_document_with_expect_continue(four: Region, tmp_path: Path) -> None:
    document = bytes(range(256)) * 20_000
    xml = by_hand.provide(by_hand.registry_objects(), by_hand.CXF_INCLUDE)
    url = four.url("repository", "ITI-41")
    expect = ("-H", "Expect: 100-continue")
    got = await curl(tmp_path, url, *by_hand.cxf(xml, document), *expect)
    assert got.outcome == SUCCESS
    hop = await four.ledger.hop("ITI-41")
    assert four.ledger.response(hop).startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200")
    assert hop.exchange.request_size > len(document)
    stated = {fact.value for fact in hop.facts if fact.kind is FactKind.DOCUMENT_HASH}
    assert stated == {hashlib.sha1(document).hexdigest()}


async def test_chunked_request_is_read(four: Region, tmp_path: Path) -> None:
    url = four.url("registry", "ITI-18")
    chunked = ("-H", "Transfer-Encoding: chunked")
    got = await curl(tmp_path, url, by_hand.SIMPLE, by_hand.find_documents(), *chunked)
    assert got.outcome == SUCCESS


async def test_one_connection_carries_two_hops(four: Region) -> None:
    def twice() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", four.port("registry"), timeout=20)
        for _ in range(2):
            head = {"Content-Type": by_hand.SIMPLE}
            connection.request("POST", "/iti-18", by_hand.find_documents(), head)
            assert connection.getresponse().read()
        connection.close()

    await asyncio.to_thread(twice)
    first, second = await four.ledger.hop("ITI-18"), await four.ledger.hop("ITI-18", 2)
    assert four.ledger.request(first) == four.ledger.request(second)
    assert four.ledger.request(second).count(b"POST ") == 1
    assert four.ledger.response(second).count(b"HTTP/1.1 200") == 1


async def test_plain_soap_is_answered_plainly(four: Region, tmp_path: Path) -> None:
    await provided(four, tmp_path)
    url = four.url("repository", "ITI-43")
    got = await curl(tmp_path, url, by_hand.SIMPLE, by_hand.retrieve())
    assert got.content_type.startswith("application/soap+xml")
    text = got.body.findtext(f"{XDS}DocumentResponse/{XDS}Document", "")
    assert base64.b64decode(text) == by_hand.DOCUMENT
