"""A morning with each kind of system: nobody, somebody silent, somebody wrong, somebody good."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hl7.mllp import HL7StreamReader, HL7StreamWriter, start_hl7_server

from showcase.api.engine import Engine
from showcase.journal.journal import open_journal
from showcase.model.readiness import CheckState, Job
from showcase.model.system import Dicom
from showcase.readiness import survey as surveys
from showcase.wire.clock import SystemClock
from showcase.wire.tls import server_context
from tests.journeys.bad_peers import http, peer, says_nothing
from tests.showcase.protocols.dicom.programs import free_port, orthanc, storescp, wlmscpfs
from tests.showcase.readiness.morning import DICOM, HL7, SOAP, morning, of, states
from tests.showcase.wire.booth import Booth

READY, FAILED, SKIPPED = CheckState.READY, CheckState.FAILED, CheckState.SKIPPED
ARCHIVE = {"role": "archive", "title": "ORTHANC", "takes": "RAD-8, RAD-10, RAD-14, RAD-16"}


async def test_stand_ins_alone_are_ready() -> None:
    report = await morning("format: 1\n")
    assert report.ready
    assert report.verdict == "Ready: 11 of 11."
    assert all(role.stand_in for role in report.roles)


async def test_nobody_is_unreachable() -> None:
    report = await morning(DICOM.format(port=free_port(), deadline=5, **ARCHIVE))
    assert states(report) == [("port", FAILED), ("answer", SKIPPED)]
    assert report.verdict == "Ready: 10 of 11. Archive unreachable, a stand-in will play."
    assert not report.ready
    (port,) = of(report, "port")
    assert (port.job, port.system, port.role) == (Job.VENDOR, "Acme", "archive")
    assert "Start the system there" in port.remedy


async def test_an_unknown_name_is_the_casts_fault() -> None:
    report = await morning(HL7.format(host="no-such-host.invalid", port=2575, deadline=5))
    assert states(report) == [("name", FAILED), ("port", SKIPPED), ("answer", SKIPPED)]
    (name,) = of(report, "name")
    assert (name.job, name.words) == (Job.STAFF, "Nobody knows the name no-such-host.invalid.")


async def test_a_silent_hl7_port_is_told() -> None:
    async with peer(says_nothing) as port:
        report = await morning(HL7.format(host="127.0.0.1", port=port, deadline=0.4))
    assert states(report) == [("port", READY), ("answer", FAILED)]
    (answer,) = of(report, "answer")
    assert "answers no HL7 message within 0.4 seconds" in answer.words
    assert answer.job is Job.VENDOR
    assert report.verdict.startswith("Ready: 10 of 11. Hospital EHR not answering")


async def test_a_silent_dicom_port_is_told() -> None:
    async with peer(says_nothing) as port:
        report = await morning(DICOM.format(port=port, deadline=0.4, **ARCHIVE))
    assert ("answer", FAILED) in states(report)


@asynccontextmanager
async def python_hl7(**tls: object) -> AsyncIterator[tuple[int, list[str]]]:
    """A receiver that acknowledges whatever comes; the kinds of what has come."""
    taken: list[str] = []

    async def serve(reader: HL7StreamReader, writer: HL7StreamWriter) -> None:
        try:
            while True:
                message = await reader.readmessage()
                taken.append(str(message.segment("MSH")[9]))
                writer.writemessage(message.create_ack("AR"))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await start_hl7_server(serve, "127.0.0.1", 0, encoding="utf-8", **tls)
    yield server.sockets[0].getsockname()[1], taken
    server.close()
    await server.wait_closed()


@pytest.mark.peer("hl7")
async def test_a_python_hl7_server_is_ready_and_is_only_asked() -> None:
    async with python_hl7() as (port, taken):
        report = await morning(HL7.format(host="127.0.0.1", port=port, deadline=5))
    assert report.ready
    (answer,) = of(report, "answer")
    assert answer.words == "Reads HL7, and takes no such message (AR), as it should."
    assert taken == ["QBP^Q23^QBP_Q21"]


@pytest.mark.peer("hl7")
async def test_a_name_is_resolved_first() -> None:
    async with python_hl7() as (port, _):
        report = await morning(HL7.format(host="localhost", port=port, deadline=5))
    assert report.ready
    assert [check.question for check in report.checks][:3] == ["name", "port", "answer"]


@pytest.mark.peer("orthanc")
async def test_orthanc_is_ready_for_all_that_the_story_needs(tmp_path: Path) -> None:
    known = {
        role: Dicom(host="127.0.0.1", port=free_port(), ae_title=role.upper())
        for role in ("ct", "reading")
    }
    async with orthanc(tmp_path / "orthanc", known) as there:
        report = await morning(DICOM.format(port=there.port, deadline=5, **ARCHIVE))
    assert report.ready, report.checks
    words = [check.words for check in of(report, "answer")]
    assert words == [
        "Answers C-ECHO of CT, and offers all 2 SOP classes that the story needs.",
        "Answers C-ECHO of READING, and offers all 2 SOP classes that the story needs.",
    ]


@pytest.mark.peer("orthanc")
async def test_a_wrong_ae_title_is_the_casts_fault(tmp_path: Path) -> None:
    wrong = ARCHIVE | {"title": "ORTHANK"}
    async with orthanc(tmp_path / "orthanc", {}) as there:
        report = await morning(DICOM.format(port=there.port, deadline=5, **wrong))
    answers = of(report, "answer")
    assert {(each.state, each.job) for each in answers} == {(FAILED, Job.STAFF)}
    assert "called AE title not recognised" in answers[0].words
    assert answers[0].remedy == "Correct the system's AE title in the cast."


@pytest.mark.peer("dcmtk")
@pytest.mark.parametrize(("title", "good"), [("WL", True), ("WRONG", False)])
async def test_wlmscpfs_knows_its_name(tmp_path: Path, title: str, good: bool) -> None:
    async with wlmscpfs(tmp_path) as there:
        cast = DICOM.format(port=there.port, deadline=5, role="ris", title=title, takes="RAD-5")
        report = await morning(cast)
    (answer,) = of(report, "answer")
    assert (answer.state is READY) is good, answer
    assert report.ready is good


@pytest.mark.peer("dcmtk")
async def test_what_storescp_lacks_is_named(tmp_path: Path) -> None:
    async with storescp(tmp_path) as there:
        lacking = ARCHIVE | {"title": "STORESCP"}
        report = await morning(DICOM.format(port=there.port, deadline=5, **lacking))
    words = [check.words for check in of(report, "answer")]
    assert any("Storage Commitment Push Model SOP Class" in each for each in words)
    assert any("Study Root Query/Retrieve Information Model - FIND" in each for each in words)
    assert not report.ready


async def test_our_own_stand_ins_would_pass_as_guests(tmp_path: Path) -> None:
    """Each kind of question, put to systems whose memory we can see: nothing in it changes."""
    async with await open_journal(tmp_path / "journal.db", SystemClock()) as journal:
        engine = Engine(journal, SystemClock(), tmp_path / "stand-ins")
        troupe = await engine.open_house("chest-pain")
        doors = {role: system.endpoints for role, system in troupe.book.stand_ins.items()}
        soap = {
            "registry": ("ITI-18", "Answers a query for a patient whom nobody has"),
            "repository": ("ITI-41", "Speaks SOAP"),
        }
        for role, (transaction, said) in soap.items():
            found = doors[role].soap
            assert found
            url = found.urls[transaction]
            report = await morning(SOAP.format(transaction=transaction, url=url, role=role))
            assert report.ready, report.checks
            assert of(report, "answer")[0].words.startswith(said)
        for role in ("ehr", "index"):
            to = doors[role].hl7v2
            assert to
            report = await morning(HL7.format(host=to.host, port=to.port, deadline=5))
            assert report.ready, report.checks
            assert [check.words for check in of(report, "clock")] == ["Its clock agrees with ours."]
        for stand_in in troupe._stand_ins.values():
            assert stand_in.memory.people == {}
            assert stand_in.memory.orders == {}
        await engine.close()


@pytest.mark.parametrize(
    ("status", "body", "words", "job"),
    [
        ("404 Not Found", b"no", "there is nothing at", Job.STAFF),
        ("200 OK", b"<html/>", "It answers with a page", Job.STAFF),
        ("503 Service Unavailable", b"later", "HTTP 503", Job.VENDOR),
        ("307 Elsewhere\r\nLocation: http://acme/xds/", b"", "another address", Job.STAFF),
    ],
)
async def test_a_web_server_that_is_no_service_is_told(
    status: str, body: bytes, words: str, job: Job
) -> None:
    async with peer(http(status, body)) as port:
        url = f"http://127.0.0.1:{port}/xds"
        report = await morning(SOAP.format(transaction="ITI-41", url=url, role="repository"))
    (answer,) = of(report, "answer")
    assert words in answer.words
    assert (answer.state, answer.job) == (FAILED, job)


@pytest.mark.parametrize(
    ("transaction", "role"), [("ITI-41", "repository"), ("ITI-18", "registry")]
)
async def test_a_service_of_old_soap_is_not_ready(transaction: str, role: str) -> None:
    fault = (
        b'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>'
        b"<faultcode>s:VersionMismatch</faultcode><faultstring>Too new</faultstring>"
        b"</s:Fault></s:Body></s:Envelope>"
    )
    async with peer(http("500 Internal Server Error", fault, "text/xml")) as port:
        url = f"http://127.0.0.1:{port}/xds"
        report = await morning(SOAP.format(transaction=transaction, url=url, role=role))
    (answer,) = of(report, "answer")
    assert (answer.state, answer.job) == (FAILED, Job.VENDOR)
    assert "SOAP 1.1" in answer.words


async def test_tls_is_looked_at(tmp_path: Path) -> None:
    booth = Booth(tmp_path, days_ago=20)
    text = HL7.format(host="127.0.0.1", port=free_port(), deadline=5).replace(
        "facility: ALBA", "facility: ALBA, tls: true"
    )
    theirs = booth.issue("acme", days_ago=15)
    server = await asyncio.start_server(
        lambda _reader, writer: writer.close(), "127.0.0.1", 0, ssl=server_context(theirs)
    )
    port = server.sockets[0].getsockname()[1]
    report = await morning(
        text.replace(text.split("port: ")[1].split(",")[0], str(port)), booth.issue("us")
    )
    server.close()
    assert states(report) == [("port", READY), ("TLS", FAILED), ("answer", SKIPPED)]
    (tls,) = of(report, "TLS")
    assert tls.words.startswith("Acme's certificate expired yesterday")
    assert "Hospital EHR not to be trusted" in report.verdict


@pytest.mark.peer("hl7")
async def test_a_good_certificate_is_described(tmp_path: Path) -> None:
    booth = Booth(tmp_path)
    async with python_hl7(ssl=server_context(booth.issue("acme"))) as (port, _):
        text = HL7.format(host="127.0.0.1", port=port, deadline=5)
        report = await morning(
            text.replace("facility: ALBA", "facility: ALBA, tls: true"), booth.issue("us")
        )
    assert report.ready, report.checks
    (tls,) = of(report, "TLS")
    assert tls.words.startswith("TLSv1.3; acme, from Showcase booth authority")
    assert tls.words.endswith("It asks for our certificate.")


@pytest.mark.parametrize("listens", [True, False])
async def test_an_audit_port_can_only_refuse(listens: bool) -> None:
    text = """\
format: 1
systems:
  acme:
    vendor: Acme
    syslog: {{host: 127.0.0.1, port: {port}}}
roles: {{audit: acme}}
"""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as plug:
        plug.bind(("127.0.0.1", 0))
        port = plug.getsockname()[1]
        if not listens:
            plug.close()
        report = await morning(text.format(port=port))
    assert report.ready is listens, report.checks


async def test_a_port_that_another_program_holds_is_told() -> None:
    text = "format: 1\nstandins: {{roles: {{ct: {{dicom: {{port: {port}}}}}}}}}\n"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        report = await morning(text.format(port=port))
    assert report.verdict == (
        f"Ready: 10 of 11. CT scanner cannot open its port: Another program holds port {port}."
    )


async def test_ports_that_are_open_already_and_ours_are_no_trouble(tmp_path: Path) -> None:
    cast = tmp_path / "cast.yaml"
    cast.write_text(f"format: 1\nstandins: {{roles: {{ct: {{dicom: {{port: {free_port()}}}}}}}}}\n")
    async with await open_journal(tmp_path / "journal.db", SystemClock()) as journal:
        engine = Engine(journal, SystemClock(), tmp_path / "stand-ins")
        troupe = await engine.open_house("chest-pain", cast=str(cast))
        assert ("127.0.0.1", 0) not in troupe.book.stand_ins["ct"].endpoints.places().values()
        report = await engine.readiness("chest-pain", cast=str(cast), language="de")
        assert report.ready
        assert "Bildarchiv" in {each.title for each in report.roles}
        await engine.close()


async def test_an_address_that_is_not_this_machines_is_told() -> None:
    text = "format: 1\nstandins: {host: 192.0.2.1, roles: {ct: {dicom: {port: 11115}}}}\n"
    assert "cannot listen at 192.0.2.1" in (await morning(text)).verdict


async def test_a_survey_ends_whatever_a_system_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveys, "ALTOGETHER", 0.3)
    async with peer(says_nothing) as port:
        report = await morning(HL7.format(host="127.0.0.1", port=port, deadline=60))
    assert of(report, "answer")[0].words.endswith("was not done within 0.3 seconds.")
    assert report.milliseconds < 5000


async def test_twelve_slow_systems_are_asked_at_once() -> None:
    """One that takes its whole deadline does not make the others wait."""
    async with peer(says_nothing) as port:
        systems = "".join(
            f"  s{n}: {{vendor: V{n}, deadline: 0.5, hl7v2: {{host: 127.0.0.1, port: {port}, "
            "application: A, facility: B}}\n"
            for n in range(11)
        )
        names = ("desk", "ehr", "ris", "ct", "archive", "reading", "index", "registry")
        roles = "".join(f"  {role}: s{n}\n" for n, role in enumerate(names))
        text = f"format: 1\nsystems:\n{systems}roles:\n{roles}"
        text = text.replace("deadline: 0.5", "deadline: 0.5, takes: [ITI-20]")
        report = await morning(text)
    assert len(of(report, "answer")) == len(names)
    assert report.milliseconds < 8 * 500


async def test_a_survey_can_be_cancelled() -> None:
    async with peer(says_nothing) as port:
        asking = asyncio.ensure_future(
            morning(HL7.format(host="127.0.0.1", port=port, deadline=60))
        )
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await asking
        assert asking.cancelled()
