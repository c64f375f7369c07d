"""The source against repositories that are not ours, and not always well."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from showcase.model.exchange import Outcome
from showcase.model.system import Endpoints, Soap, System
from showcase.protocols.cda import report as cda
from showcase.protocols.soap import message
from showcase.standins.behaviour import CannotAct
from showcase.transactions import iti41
from tests.showcase.protocols.soap.peer import Peer, peer
from tests.showcase.standins.xds.region_of_four import REGION, Region, region

SOAP12 = "http://www.w3.org/2003/05/soap-envelope"
SUCCESS = b"""<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body>
<r:RegistryResponse xmlns:r="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0"
 status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"/></e:Body></e:Envelope>"""
FAULT = f"""<e:Envelope xmlns:e="{SOAP12}"><e:Body><e:Fault><e:Code><e:Value>e:Receiver</e:Value>
</e:Code><e:Reason><e:Text xml:lang="en">disk full</e:Text></e:Reason></e:Fault></e:Body>
</e:Envelope>""".encode()


@pytest.fixture
def web() -> Iterator[Peer]:
    with peer() as running:
        yield running


def vendor(url: str, *, deadline: float = 10) -> System:
    return System(
        key="vendor",
        stand_in=False,
        deadline=deadline,
        endpoints=Endpoints(soap=Soap(urls={"ITI-41": url} if url else {})),
    )


async def share(four: Region, name: str = "Rosa Quill") -> None:
    await four.perform("ehr", "ITI-41", "repository", patient=name, title="CT chest")


@pytest.mark.parametrize(
    ("answer", "outcome", "status"),
    [
        ((200, "application/soap+xml", SUCCESS), Outcome.ACKNOWLEDGED, "Success"),
        ((500, "application/soap+xml", FAULT), Outcome.REFUSED, "SOAP fault Receiver: disk full"),
        ((500, "text/html", b"<h1>Oops"), Outcome.REFUSED, "HTTP 500 Internal Server Error"),
        ((200, "text/html", b"<h1>Hello"), Outcome.FAILED, "Content-Type text/html"),
        (b"", Outcome.FAILED, "connection closed"),
    ],
)
async def test_answer_is_judged(
    tmp_path: Path, web: Peer, answer: tuple[int, str, bytes] | bytes, outcome: Outcome, status: str
) -> None:
    web.answer = answer
    async with region(tmp_path, repository=vendor(web.url)) as four:
        four.know_rosa()
        await share(four)
    (hop,) = four.ledger.ended
    assert (hop.verdict.outcome, hop.verdict.status) == (outcome, status)
    assert bool(hop.verdict.words) is (outcome is not Outcome.ACKNOWLEDGED)


async def test_request_holds_what_it_knows_of_her(tmp_path: Path, web: Peer) -> None:
    web.answer = (200, "application/soap+xml", SUCCESS)
    async with region(tmp_path, repository=vendor(web.url)) as four:
        four.know_rosa()
        await share(four)
    ((headers, body),) = web.asked
    provided = iti41.read(message.read(headers["Content-Type"], body))
    (entry,) = provided.submission.documents
    assert entry.patient_id == f"RX-7^^^&{REGION}&ISO"
    assert entry.source_patient_id == "40213^^^&1.2.3.2&ISO"
    assert "PID-5|Quill^Rosa" in entry.source_patient_info
    document = bytes(*provided.documents.values())
    assert etree.fromstring(document).findtext("{*}title") == "CT chest"
    identifier = etree.fromstring(document).find("{*}id")
    assert identifier is not None
    assert identifier.get("root") == entry.unique_id


async def test_every_sharing_is_a_new_document(tmp_path: Path, web: Peer) -> None:
    web.answer = (200, "application/soap+xml", SUCCESS)
    async with region(tmp_path, repository=vendor(web.url)) as four:
        four.know_rosa()
        await share(four)
        await share(four)
    read = [iti41.read(message.read(h["Content-Type"], body)) for h, body in web.asked]
    assert len({each.submission.documents[0].unique_id for each in read}) == 2
    assert len({each.submission.sets[0].unique_id for each in read}) == 2


async def test_repository_without_an_address_is_named(tmp_path: Path) -> None:
    async with region(tmp_path, repository=vendor("")) as four:
        four.know_rosa()
        await share(four)
    (hop,) = four.ledger.ended
    assert hop.verdict.outcome is Outcome.FAILED
    assert "no address for ITI-41" in hop.verdict.words


async def test_patient_without_a_report_cannot_be_shared(tmp_path: Path) -> None:
    async with region(tmp_path) as four:
        four.know_rosa()
        four.stand_ins["ehr"].memory.reports.clear()
        with pytest.raises(CannotAct, match="no report about Rosa Quill"):
            await share(four)
        with pytest.raises(CannotAct, match="Ida Lamb"):
            await share(four, "Ida Lamb")
    assert not four.ledger.events


async def test_human_writes_a_document_of_another_kind(tmp_path: Path, web: Peer) -> None:
    web.answer = (200, "application/soap+xml", SUCCESS)
    async with region(tmp_path, repository=vendor(web.url)) as four:
        four.know_rosa()
        four.stand_ins["ehr"].memory.reports.clear()
        typed = {
            "patient": "Rosa Quill",
            "title": "Überweisung",
            "text": "Bitte beurteilen.\nDanke.\n",
            "author": "Lamb^Ida",
            "kind": "referral",
            "language": "de-DE",
        }
        hop = await four.perform("ehr", "ITI-41", "repository", **typed)
    assert hop.verdict.outcome is Outcome.ACKNOWLEDGED
    ((headers, body),) = web.asked
    provided = iti41.read(message.read(headers["Content-Type"], body))
    (entry,) = provided.submission.documents
    document = bytes(*provided.documents.values())
    root = etree.fromstring(document)
    code, language = root.find("{*}code"), root.find("{*}languageCode")
    assert code is not None
    assert language is not None
    assert entry.type_code
    assert entry.type_code.code == code.get("code") == "57133-1"
    assert entry.language_code == language.get("code") == "de-DE"
    assert entry.title == root.findtext("{*}title") == "Überweisung"
    assert cda.read(document).text == "Bitte beurteilen.\nDanke."
    assert root.find("{*}inFulfillmentOf") is None


async def test_unknown_kind_of_document_is_named(tmp_path: Path) -> None:
    async with region(tmp_path) as four:
        four.know_rosa()
        with pytest.raises(CannotAct, match="no kind of document called novel"):
            await four.perform(
                "ehr", "ITI-41", "repository", patient="Rosa Quill", title="x", kind="novel"
            )
