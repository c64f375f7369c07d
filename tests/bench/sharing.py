"""Documents: ITI-41 of 1, 10 and 20 MB beside a bare HTTP exchange of the same bytes; ITI-18.

Ours is the whole transaction: the source packs MTOM, the repository takes it apart, hashes and
keeps the document, registers it (ITI-42) and answers. The bare exchange is Python's own HTTP
client that posts the same body to Python's own HTTP server, which reads it and answers. Both
servers are processes of their own, as a vendor's source meets ours: repository and registry in one,
with their journal, which gets the exchange after the answer; the bare exchange runs once that is
done. ITI-18 is asked of a registry that holds 1,000 entries, and of one that holds 100,000.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from http.client import HTTPConnection
from pathlib import Path
from secrets import randbelow, token_bytes
from time import perf_counter

from lxml import etree

from showcase.model.exchange import Outcome
from showcase.model.system import Mllp
from showcase.protocols.hl7v2 import client as mllp
from showcase.protocols.hl7v2.header import Envelope, Party
from showcase.protocols.hl7v2.person import Identifier, PatientIdentification
from showcase.protocols.soap import client, metadata_reader, metadata_writer
from showcase.protocols.soap.http import read as read_http
from showcase.protocols.soap.mtom import Attachment
from showcase.protocols.soap.query import find_documents
from showcase.protocols.soap.vocabulary import APPROVED
from showcase.standins.actors.document_registry import DocumentRegistry
from showcase.standins.xds import registering
from showcase.standins.xds.holdings import Held, Holdings
from showcase.transactions import iti8, iti18, iti41
from showcase.wire.clock import SystemClock
from showcase.wire.line import Line
from tests.bench.figures import Figure, at_most
from tests.bench.standins import standins
from tests.showcase.standins.xds.region_of_four import Region, region
from tests.showcase.standins.xds.test_registering import ROSA, entry, submission

PART = "xds"
_REGION = ("repository", "registry")
_ROUNDS = 7
_QUIET = 0.6
"""Seconds in which the exchange of 20 MB is journalled: the bare one shall not run beside that."""

_FEW, _MANY = 1_000, 100_000

_BARE = """
from http.server import BaseHTTPRequestHandler, HTTPServer

class Reads(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(bytes(1000))
    def log_message(self, *_):
        pass

server = HTTPServer(("127.0.0.1", 0), Reads)
print(server.server_port, flush=True)
server.serve_forever()
"""


async def sharing(folder: Path) -> list[Figure]:
    """The figures; `folder` is for what the repository keeps."""
    async with standins(folder / "region", *_REGION) as doors, _bare_server() as port:
        await _feed(doors.mllp("registry"))
        url = doors.url("repository", "ITI-41")
        shared = [await _shared(url, port, megabytes) for megabytes in (1, 10, 20)]
    few, many = await _asked(folder)
    flat = Figure(
        part=PART,
        what=f"ITI-18 FindDocuments of one patient among {_MANY:,} entries",
        unit="ms",
        ours=many,
        peer=few,
        beside=f"the same among {_FEW:,}",
        target=at_most(1.2),
    )
    return [*shared, flat]


async def _feed(registry: Mllp) -> None:
    """Make Rosa known (ITI-8): a registry lists nobody's documents but those of whom it knows."""
    names = Party("REGION", "REGION"), Party(registry.application, registry.facility)
    envelope = Envelope(sender=names[0], receiver=names[1], at=SystemClock().now())
    her = Identifier(value=ROSA.id, authority="REGION", authority_oid=ROSA.oid)
    patient = PatientIdentification(identifiers=(her,), family="Quill", given="Rosa")
    feed, line = iti8.feed(envelope, patient), Line("mllp", initiated=True)
    answer = await mllp.exchange(registry, feed, line, deadline=20)
    assert iti8.judge(answer).outcome is Outcome.ACKNOWLEDGED


async def _shared(url: str, port: int, megabytes: int) -> Figure:
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(_ROUNDS):
        taken, body = await _provided(url, token_bytes(megabytes * 1_000_000))
        ours.append(taken)
        await asyncio.sleep(_QUIET)
        bare.append(await asyncio.to_thread(_posted, port, body))
    return Figure(
        part=PART,
        what=f"ITI-41 of {megabytes} MB, kept, hashed and registered (ITI-42) before the answer",
        unit="ms",
        ours=ours,
        peer=bare,
        beside="a bare HTTP POST",
        target=at_most(1.5) if megabytes == 10 else None,
    )


async def _provided(url: str, content: bytes) -> tuple[float, bytes]:
    """Milliseconds that the source waits, and the HTTP body it sent."""
    document = entry(f"1.9.{randbelow(10**15)}", hash="", size="", repository_unique_id="")
    call = iti41.call(
        submission(document),
        {document.entry_uuid: Attachment(content=content, media_type="text/plain")},
    )
    line = Line("http", initiated=True)
    began = perf_counter()
    answer = await client.call(call, url, line, deadline=60)
    spent = (perf_counter() - began) * 1000
    verdict = iti41.judge(answer)
    assert verdict.outcome is Outcome.ACKNOWLEDGED, verdict
    return spent, read_http(line.recording().request).body


def _posted(port: int, body: bytes) -> float:
    connection = HTTPConnection("127.0.0.1", port)
    began = perf_counter()
    connection.request("POST", "/", body=body)
    connection.getresponse().read()
    spent = (perf_counter() - began) * 1000
    connection.close()
    return spent


@asynccontextmanager
async def _bare_server() -> AsyncIterator[int]:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _BARE), stdout=asyncio.subprocess.PIPE
    )
    assert child.stdout
    try:
        yield int(await child.stdout.readline())
    finally:
        child.terminate()
        await child.wait()


async def _asked(folder: Path) -> tuple[list[float], list[float]]:
    """Milliseconds of FindDocuments, as the consumer waits for it: among few, and among many."""
    spent: dict[int, list[float]] = {_FEW: [], _MANY: []}
    async with region(folder / "few") as few, region(folder / "many") as many:
        for four, entries in ((few, _FEW), (many, _MANY)):
            four.know_rosa()
            registry = four.stand_ins["registry"].behaviours[0]
            assert isinstance(registry, DocumentRegistry)
            _fill(registry._holdings, entries)
        for _ in range(4 * _ROUNDS):
            for four, entries in ((few, _FEW), (many, _MANY)):
                spent[entries].append(await _find(four))
    return spent[_FEW], spent[_MANY]


async def _find(four: Region) -> float:
    call = iti18.call(find_documents(str(ROSA), statuses=[APPROVED]))
    began = perf_counter()
    answer = await client.call(
        call, four.url("registry", "ITI-18"), Line("http", initiated=True), deadline=60
    )
    spent = (perf_counter() - began) * 1000
    assert iti18.judge(answer).outcome is Outcome.ACKNOWLEDGED
    return spent


def _fill(holdings: Holdings, entries: int) -> None:
    """Ten documents of Rosa, and other people's until there are so many."""
    _register(holdings, (f"1.8.{number}" for number in range(10)))
    held = next(iter(holdings.documents.by_uuid.values()))
    for number in range(entries - 10):
        # all of the others share one element: nobody asks for them
        noun = entry(f"1.7.{number}", patient=ROSA.__class__(f"N-{number // 10}", ROSA.oid))
        holdings.documents.add(Held(held.element, noun))


def _register(holdings: Holdings, ids: Iterable[str]) -> None:
    for each in ids:
        objects: etree._Element = metadata_writer.submission(submission(entry(each)))
        errors = registering.register(holdings, objects, knows=lambda _: True, now="20261124101500")
        assert not errors, errors
        assert metadata_reader.submission(objects).documents
