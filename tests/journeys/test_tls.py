"""The whole story, with every hop over mutual TLS between certificates of the booth."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import hl7
import pytest
from hl7.mllp import HL7StreamReader, HL7StreamWriter, open_hl7_connection, start_hl7_server
from pydicom.data import get_testdata_file

from showcase.api.engine import Engine
from showcase.journal.journal import Journal
from showcase.model.events import Event, HopEnded, Noticed, RunStarted
from showcase.model.exchange import Outcome
from showcase.model.system import Endpoints
from showcase.protocols.audit import codes
from showcase.protocols.audit.message import AuditMessage
from showcase.transactions import iti20
from showcase.wire.authority import Authority
from showcase.wire.clock import SystemClock
from showcase.wire.tls import Credentials, client_context, server_context
from tests.journeys.relay import free_port
from tests.journeys.staging import engine, played
from tests.showcase.protocols.dicom.programs import BIN, run, serving
from tests.showcase.wire.booth import Booth

CAST = "format: 1\ntitle: All over TLS\nstandins: {tls: true}\n"
A04 = (
    "MSH|^~\\&|STRANGER|THEIRS|EHR|ALBA|20261124||ADT^A04|7|T|2.5\r"
    "EVN||20261124\rPID|||5^^^THEM&1.5&ISO||Stone^Edna||19500101|F\rPV1||E|ED\r"
)


async def test_chest_pain_plays_with_every_hop_over_tls(tmp_path: Path) -> None:
    cast = tmp_path / "cast.yaml"
    cast.write_text(CAST)
    async with played(tmp_path, "chest-pain", cast=str(cast)) as run:
        broken = [hop for hop in run.told() if hop.verdict.outcome is not Outcome.ACKNOWLEDGED]
        assert broken == []
        assert run.ended.held
        clear = [hop.transaction for hop in run.hops() if not hop.exchange.tls]
        assert clear == []
        assert {hop.exchange.transport for hop in run.hops()} == {
            "mllp",
            "dicom",
            "http",
            "syslog-tls",
        }
        assert {hop.exchange.tls for hop in run.hops()} <= {"TLSv1.2", "TLSv1.3"}
        assert any(hop.transaction == "ITI-20" for hop in run.hops())
        # what is recorded is what TLS protected: people can still read it
        (admit, *_) = run.hops("ITI-31")
        assert (await run.both_ways(admit))[0].startswith(b"\x0bMSH|")
        (started,) = [event for event in run.events if isinstance(event, RunStarted)]
        audit = started.systems["audit"].endpoints.syslog
        assert audit
        assert audit.port == 0


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[tuple[Engine, dict[str, Endpoints], Credentials]]:
    """All stand-ins behind TLS; what a guest whom the booth knows shows them."""
    cast = folder / "cast.yaml"
    cast.write_text(CAST)
    async with engine(folder) as stage:
        troupe = await stage.open_house("chest-pain", cast=str(cast))
        guest = Authority(folder / "certificates", SystemClock()).issue(
            "guest", ["127.0.0.1"], to=folder / "guest"
        )
        doors = {role: system.endpoints for role, system in troupe.book.stand_ins.items()}
        yield stage, doors, guest


async def event(journal: Journal, wanted: Callable[[Event], bool]) -> Event:
    """The first event of a kind, whether it has come already or comes yet."""
    async with asyncio.timeout(20):
        async for entry in journal.subscribe(0):
            if wanted(entry.event):
                return entry.event
    raise AssertionError("the journal ended")


def options(mine: Credentials, *trusted: Path) -> tuple[str, ...]:
    """DCMTK's, for mutual TLS."""
    anchors = [option for each in trusted for option in ("+cf", str(each))]
    return ("+tls", str(mine.key), str(mine.certificate), *anchors)


async def s_client(port: int, said: bytes, until: bytes, *arguments: str) -> str:
    """What Debian's openssl prints when it says something to a port over TLS."""
    process = await asyncio.create_subprocess_exec(
        *("/usr/bin/openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-quiet"),
        *("-no_ign_eof", *arguments),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdin
    assert process.stdout
    printed = b""
    process.stdin.write(said)
    async with asyncio.timeout(20):
        while until not in printed and (data := await process.stdout.read(65536)):
            printed += data
    if process.returncode is None:
        process.stdin.close()
        process.terminate()
    await process.communicate()
    return printed.decode(errors="replace")


def trusting(mine: Credentials) -> tuple[str, ...]:
    """openssl's, for mutual TLS in which everything is checked."""
    files = ("-cert", mine.certificate, "-key", mine.key, "-CAfile", mine.trusted[0])
    return (*map(str, files), "-verify_return_error", "-verify_ip", "127.0.0.1")


@pytest.mark.peer("dcmtk")
async def test_storescu_sends_to_the_archive_over_tls(tmp_path: Path) -> None:
    file = get_testdata_file("CT_small.dcm", download=False)
    async with house(tmp_path) as (stage, doors, guest):
        archive = doors["archive"].dicom
        assert archive
        code, printed = await run(
            "storescu",
            *(*options(guest, guest.trusted[0]), "-aec", archive.ae_title),
            *("127.0.0.1", archive.port, file),
        )
        assert code == 0, printed
        kind = "RAD-8"
        stored = await event(
            stage.journal, lambda e: isinstance(e, HopEnded) and e.transaction == kind
        )
        assert isinstance(stored, HopEnded)
        assert stored.verdict.outcome is Outcome.ACKNOWLEDGED
        assert stored.exchange.tls.startswith("TLSv1.")
        request = await stage.journal.blob(stored.exchange.request)
        assert request[:1] == b"\x01"  # A-ASSOCIATE-RQ: the plaintext is what is kept


@pytest.mark.peer("openssl")
async def test_openssl_talks_hl7_to_the_ehr(tmp_path: Path) -> None:
    async with house(tmp_path) as (_, doors, guest):
        ehr = doors["ehr"].hl7v2
        assert ehr
        message = b"\x0b" + A04.encode() + b"\x1c\r"
        assert "MSA|AA|7" in await s_client(ehr.port, message, b"MSA|", *trusting(guest))


@pytest.mark.peer("openssl")
@pytest.mark.parametrize("version", ["-tls1_2", "-tls1_3"])
async def test_openssl_talks_http_to_the_registry(tmp_path: Path, version: str) -> None:
    async with house(tmp_path) as (_, doors, guest):
        registry = doors["registry"].soap
        assert registry
        url = registry.urls["ITI-18"]
        assert url.startswith("https://")
        port = int(url.split(":")[2].split("/")[0])
        asked = b"GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        printed = await s_client(port, asked, b"here, only", version, *trusting(guest))
        assert "404 Not Found" in printed


@pytest.mark.peer("openssl")
async def test_a_guest_without_a_certificate_hears_why_and_is_audited(tmp_path: Path) -> None:
    async with house(tmp_path) as (stage, doors, _):
        ehr = doors["ehr"].hl7v2
        assert ehr
        printed = await s_client(ehr.port, b"\x0bMSH|\x1c\r", b"alert certificate required")
        assert "alert certificate required" in printed
        noticed = await event(
            stage.journal, lambda e: isinstance(e, Noticed) and "no certificate" in e.words
        )
        assert isinstance(noticed, Noticed)
        assert noticed.role == "ehr"
        assert noticed.words.startswith("Hospital EHR turned a caller away. 127.0.0.1:")
        alert = await _alert(stage.journal)
        assert alert.event_types == (codes.NODE_AUTHENTICATION,)
        assert alert.outcome == 8
        assert [each.requestor for each in alert.participants] == [False, True]


async def _alert(journal: Journal) -> AuditMessage:
    """The first security alert that reaches the audit trail."""
    label = codes.NODE_AUTHENTICATION.text
    sent = await event(
        journal, lambda e: isinstance(e, HopEnded) and (e.transaction, e.label) == ("ITI-20", label)
    )
    assert isinstance(sent, HopEnded)
    assert sent.exchange.tls
    raw = await journal.blob(sent.exchange.request)
    message = iti20.read(raw.partition(b" ")[2])
    assert message.event_id == codes.SECURITY_ALERT
    return message


VENDOR = """\
format: 1
systems:
  acme:
    vendor: Acme
    dicom: {{host: 127.0.0.1, port: {port}, ae_title: STORESCP, tls: {tls}}}
    takes: [RAD-8]
roles: {{archive: acme}}
"""


@asynccontextmanager
async def archive(folder: Path, *arguments: str) -> AsyncIterator[int]:
    """DCMTK's storage provider, set up so."""
    (folder / "kept").mkdir()
    port = free_port()
    everything = (*arguments, "-aet", "STORESCP", "-od", str(folder / "kept"), port)
    async with serving(port, BIN / "storescp", *everything):
        yield port


async def scan(folder: Path, port: int, tls: str = "true") -> HopEnded:
    """The images of the story, sent to Acme's archive."""
    cast = folder / "cast.yaml"
    cast.write_text(VENDOR.format(port=port, tls=tls))
    async with played(folder, "chest-pain", cast=str(cast), cut="short") as run:
        (sent,) = run.hops("RAD-8", "images")
        return sent


@pytest.mark.peer("dcmtk")
async def test_storescp_takes_the_images_over_tls(tmp_path: Path) -> None:
    acme = Authority(tmp_path / "certificates", SystemClock()).issue("acme", ["127.0.0.1"])
    async with archive(tmp_path, *options(acme, acme.trusted[0])) as port:
        sent = await scan(tmp_path, port)
    assert sent.verdict.outcome is Outcome.ACKNOWLEDGED, sent.verdict
    assert sent.exchange.tls.startswith("TLSv1.")
    assert len(list((tmp_path / "kept").iterdir())) == 24


@pytest.mark.peer("dcmtk")
@pytest.mark.parametrize("way", ["ca", "pinned"])
async def test_a_foreign_authority_is_believed_where_the_cast_names_it(
    tmp_path: Path, way: str
) -> None:
    foreign = Booth(tmp_path / "foreign")
    acme = foreign.issue("acme")
    ours = Authority(tmp_path / "certificates", SystemClock()).create()
    named = {"ca": foreign.authority.certificate, "pinned": acme.certificate}[way]
    async with archive(tmp_path, *options(acme, ours)) as port:
        sent = await scan(tmp_path, port, f"{{{way}: {named.relative_to(tmp_path)}}}")
    assert sent.verdict.outcome is Outcome.ACKNOWLEDGED, sent.verdict


@pytest.mark.peer("dcmtk")
async def test_an_expired_certificate_of_storescp_is_told_by_its_makers_name(
    tmp_path: Path,
) -> None:
    acme = Booth(tmp_path / "certificates", days_ago=20).issue("acme", days_ago=15)
    async with archive(tmp_path, *options(acme, acme.trusted[0])) as port:
        (tmp_path / "cast.yaml").write_text(VENDOR.format(port=port, tls="true"))
        async with played(
            tmp_path, "chest-pain", cast=str(tmp_path / "cast.yaml"), cut="short"
        ) as run:
            (sent,) = run.hops("RAD-8", "images")
            alert = await _alert(run.journal)
    assert sent.verdict.outcome is Outcome.FAILED
    assert sent.verdict.words.startswith("Acme's certificate expired yesterday (")
    assert alert.event_types == (codes.NODE_AUTHENTICATION,), "and it is audited (ITI-20)"
    assert alert.outcome == 8


@pytest.mark.peer("dcmtk")
async def test_a_strange_authority_of_storescp_is_told(tmp_path: Path) -> None:
    acme = Booth(tmp_path / "foreign").issue("acme")
    async with archive(tmp_path, *options(acme, acme.trusted[0])) as port:
        sent = await scan(tmp_path, port)
    assert sent.verdict.words.startswith("Acme's certificate is signed by “Showcase booth")
    assert sent.verdict.words.endswith("which we do not trust.")


@pytest.mark.peer("dcmtk")
async def test_storescp_that_does_not_trust_the_booth_is_told(tmp_path: Path) -> None:
    foreign = Booth(tmp_path / "foreign")
    acme = foreign.issue("acme")
    async with archive(tmp_path, *options(acme, acme.trusted[0])) as port:
        sent = await scan(tmp_path, port, "{ca: foreign/authority.crt}")
    # either it has said so, or a reset has overtaken what it said
    assert "does not trust our booth authority" in sent.verdict.words
    assert "authority.crt" in sent.verdict.remedy


@pytest.mark.peer("dcmtk")
async def test_storescp_in_the_clear_is_told(tmp_path: Path) -> None:
    async with archive(tmp_path) as port:
        sent = await scan(tmp_path, port)
    assert "Acme broke off the TLS handshake" in sent.verdict.words
    assert "it speaks no TLS on this port" in sent.verdict.words


@pytest.mark.peer("hl7")
async def test_python_hl7_is_answered_over_tls(tmp_path: Path) -> None:
    async with house(tmp_path) as (_, doors, guest):
        ehr = doors["ehr"].hl7v2
        assert ehr
        reader, writer = await open_hl7_connection(
            "127.0.0.1", ehr.port, encoding="utf-8", ssl=client_context(guest)
        )
        writer.writemessage(hl7.parse(A04))
        async with asyncio.timeout(10):
            answer = await reader.readmessage()
        assert str(answer.segment("MSA")) == "MSA|AA|7"
        writer.close()
        await writer.wait_closed()


EHR = """\
format: 1
systems:
  acme:
    vendor: Acme
    hl7v2: {{host: 127.0.0.1, port: {port}, application: ACME, facility: ALBA, tls: true}}
    takes: [ITI-31]
roles: {{ehr: acme}}
"""


@pytest.mark.peer("hl7")
async def test_a_python_hl7_server_takes_the_admission_over_tls(tmp_path: Path) -> None:
    acme = Authority(tmp_path / "certificates", SystemClock()).issue("acme", ["127.0.0.1"])
    taken: list[str] = []

    async def serve(reader: HL7StreamReader, writer: HL7StreamWriter) -> None:
        while not writer.is_closing():
            try:
                message = await reader.readmessage()
            except asyncio.IncompleteReadError:
                break
            taken.append(str(message.segment("PID")[5]))
            writer.writemessage(message.create_ack())
            await writer.drain()
        writer.close()

    server = await start_hl7_server(
        serve, "127.0.0.1", 0, encoding="utf-8", ssl=server_context(acme)
    )
    cast = tmp_path / "cast.yaml"
    cast.write_text(EHR.format(port=server.sockets[0].getsockname()[1]))
    async with played(tmp_path, "chest-pain", cast=str(cast), cut="short") as run:
        (admit,) = [hop for hop in run.hops("ITI-31") if hop.receiver == "ehr"]
        assert admit.verdict.outcome is Outcome.ACKNOWLEDGED, admit.verdict
        assert admit.exchange.tls.startswith("TLSv1.")
        (sibling,) = [hop for hop in run.hops("ITI-31") if hop.receiver == "ris"]
        assert sibling.exchange.tls == ""  # our own ports stay in the clear unless the cast says so
    server.close()
    await server.wait_closed()
    assert len(taken) == 1
