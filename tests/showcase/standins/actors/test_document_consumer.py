"""What the consumer makes of the documents that somebody else's repository gives."""

from pathlib import Path

import pytest

from showcase.model.exchange import Outcome
from showcase.model.system import Endpoints, Soap, System
from showcase.wire import http_client
from showcase.wire.line import Line
from tests.showcase.protocols.soap.peer import Peer, peer
from tests.showcase.standins.xds import by_hand
from tests.showcase.standins.xds.region_of_four import Region, region

DELAYED = by_hand.REGISTERED_SLOTS.replace(
    by_hand.SHA1.upper(), "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709"
).replace(f"<ns4:Value>{len(by_hand.DOCUMENT)}<", "<ns4:Value>0<")
RETRIEVED = f"""<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
 xmlns:x="urn:ihe:iti:xds-b:2007" xmlns:rs="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0"><s:Body>
<x:RetrieveDocumentSetResponse><rs:RegistryResponse
 status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"/><x:DocumentResponse>
<x:RepositoryUniqueId>1.2.3.9.1</x:RepositoryUniqueId>
<x:DocumentUniqueId>{by_hand.DOCUMENT_ID}</x:DocumentUniqueId>
<x:mimeType>text/plain</x:mimeType><x:Document>aGVyZSBpdCBpcw==</x:Document>
</x:DocumentResponse></x:RetrieveDocumentSetResponse></s:Body></s:Envelope>""".encode()


async def found(four: Region, slots: str) -> None:
    """A document is registered, and the consumer has found it."""
    await http_client.post(
        four.url("registry", "ITI-42"),
        headers={"Content-Type": by_hand.SIMPLE},
        body=by_hand.register(by_hand.registry_objects(slots=slots)),
        line=Line("http", initiated=True),
        deadline=20,
    )
    hop = await four.perform("gp", "ITI-18", "registry", patient="Rosa Quill")
    assert hop.label == "CT by hand"


def vendor(web: Peer) -> System:
    web.answer = (200, by_hand.SIMPLE, RETRIEVED)
    return System(key="vendor", endpoints=Endpoints(soap=Soap(urls={"ITI-43": web.url})))


@pytest.mark.parametrize(
    ("slots", "outcome"),
    [(by_hand.REGISTERED_SLOTS, Outcome.FAILED), (DELAYED, Outcome.ACKNOWLEDGED)],
)
async def test_bytes_are_checked_unless_they_are_made_when_asked_for(
    tmp_path: Path, slots: str, outcome: Outcome
) -> None:
    with peer() as web:
        async with region(tmp_path, repository=vendor(web)) as four:
            four.know_rosa()
            await found(four, slots)
            fetched = await four.perform("gp", "ITI-43", "repository")
    assert (fetched.verdict.outcome, fetched.verdict.status) == (
        outcome,
        "Success" if outcome is Outcome.ACKNOWLEDGED else "SHA-1 differs",
    )
