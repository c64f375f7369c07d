"""What a secure node reports, and that it arrives: two stand-ins, real sockets."""

import asyncio
import base64
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from showcase.journal import Journal, open_journal
from showcase.model.events import HopEnded
from showcase.model.exchange import Exchange, Outcome, Verdict
from showcase.model.fact import Fact, FactKind, Side
from showcase.model.programme import Cue, Place, Programme, Role, Scene
from showcase.model.system import Dicom, Endpoints, Mllp, Oids, Soap, Syslog, System
from showcase.protocols.audit import codes
from showcase.protocols.audit.message import AuditMessage, Detail, Object
from showcase.protocols.audit.reportable import pair
from showcase.standins.actors.audit_record_repository import AuditRecordRepository
from showcase.standins.actors.secure_node import SecureNode
from showcase.standins.book import Book
from showcase.standins.hops import Hops
from showcase.standins.standin import Listening, StandIn
from showcase.transactions import iti20
from showcase.transactions.catalogue import CATALOGUE, facts
from showcase.wire.clock import SystemClock
from showcase.wire.line import Recording
from showcase.wire.tls import Credentials

WAIT = 20
AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
PLACE = Place(key="here", title="Here")
SYSTEMS = {
    "desk": System(
        key="desk",
        endpoints=Endpoints(
            hl7v2=Mllp(host="127.0.0.1", port=1, application="DESK", facility="ALBA"),
            dicom=Dicom(host="127.0.0.1", port=2, ae_title="DESK_AE"),
        ),
    ),
    "ehr": System(
        key="ehr",
        endpoints=Endpoints(
            hl7v2=Mllp(host="127.0.0.1", port=3, application="EHR", facility="ALBA"),
            dicom=Dicom(host="127.0.0.1", port=4, ae_title="EHR_AE"),
            soap=Soap(urls={"ITI-41": "http://127.0.0.1:5/iti-41"}),
        ),
    ),
    "audit": System(key="audit"),
}
MARY = Fact(kind=FactKind.PATIENT_ID, value="40213", authority="1.2.3", path="PID-3.1")
OLD = Fact(kind=FactKind.PATIENT_ID, value="7", authority="1.2.3", path="MRG-1.1")


def step(name: str, trigger: str) -> Cue:
    return Cue(
        id=name,
        number=1,
        transaction="ITI-31",
        sender="desk",
        receivers=("ehr",),
        title=name,
        trigger=trigger,
    )


PROGRAMME = Programme(
    key="t",
    title="T",
    places=(PLACE,),
    roles=(
        Role(key="desk", title="Desk", plays=(), place="here"),
        Role(key="ehr", title="EHR", plays=(), place="here"),
        Role(key="audit", title="Audit", plays=("Audit Record Repository",), place="here"),
    ),
    scenes=(
        Scene(title="S", cues=(step("admit", "A04"), step("fix", "A08"), step("merge", "A40"))),
    ),
)


def ended(
    transaction: str = "ITI-31",
    transport: str = "mllp",
    *,
    outcome: Outcome = Outcome.ACKNOWLEDGED,
    said: tuple[Fact, ...] = (MARY,),
    cue: str = "",
    sender: str = "desk",
) -> HopEnded:
    return HopEnded(
        cue=cue,
        sender=sender,
        receiver="ehr",
        hop="h1",
        transaction=transaction,
        verdict=Verdict(outcome=outcome, words="No." if outcome is Outcome.REFUSED else ""),
        exchange=Exchange(
            id="e1",
            transport=transport,
            initiator="127.0.0.1:50000",
            responder="127.0.0.1:3",
            started=AT,
            milliseconds=5,
        ),
        facts=said,
    )


class Stage:
    """Stand-ins of one book, and a journal they record in."""

    def __init__(self, journal: Journal, store: Path) -> None:
        self.journal = journal
        self.hops = Hops(journal, facts, SystemClock())
        self.book = Book(PROGRAMME, dict(SYSTEMS), {})
        self.store = store
        self.open: list[StandIn] = []

    def stand_in(self, key: str, tls: Credentials | None = None) -> StandIn:
        me = StandIn(
            PROGRAMME.role(key),
            PLACE,
            listening=Listening(
                application=key.upper(), facility="ALBA", ae_title=key.upper(), tls=tls
            ),
            oids=Oids(),
            book=self.book,
            hops=self.hops,
            store=self.store / key,
            behaviours=[AuditRecordRepository if key == "audit" else SecureNode],
        )
        self.open.append(me)
        return me

    def node(self, key: str, tls: Credentials | None = None) -> SecureNode:
        (behaviour,) = self.stand_in(key, tls).behaviours
        assert isinstance(behaviour, SecureNode)
        return behaviour

    async def repository(self, tls: Credentials | None = None) -> AuditRecordRepository:
        me = self.stand_in("audit", tls)
        self.book.stand_ins["audit"] = await me.start()
        (behaviour,) = me.behaviours
        assert isinstance(behaviour, AuditRecordRepository)
        return behaviour

    async def reported(self, count: int = 1) -> list[HopEnded]:
        hops: list[HopEnded] = []
        async with asyncio.timeout(WAIT):
            async for entry in self.journal.subscribe(after=0):
                if isinstance(entry.event, HopEnded):
                    hops.append(entry.event)
                if len(hops) == count:
                    return hops
        raise AssertionError


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with await open_journal(None, SystemClock()) as journal:
        stage = Stage(journal, tmp_path)
        yield stage
        for each in stage.open:
            await each.stop()


async def kept(repository: AuditRecordRepository, count: int) -> list[AuditMessage]:
    async with asyncio.timeout(WAIT):
        while len(repository.records) < count:  # noqa: ASYNC110 - UDP says nothing of arrival
            await asyncio.sleep(0)
    return [iti20.read(base64.b64decode(each.raw)) for each in repository.records]


def one(node: SecureNode, hop: HopEnded) -> AuditMessage:
    (message,) = node.records(hop, None)
    return message


async def test_both_sides_report_a_feed(stage: Stage) -> None:
    for key in ("desk", "ehr"):
        message = one(stage.node(key), ended(cue="admit"))
        assert message.event_id == codes.PATIENT_RECORD
        assert (message.action, message.outcome, message.at) == ("C", 0, AT)
        assert message.event_types == (codes.transaction("ITI-31", CATALOGUE["ITI-31"].name),)
        assert message.objects == (iti20.patient("40213", "1.2.3"),)
        assert (message.source_id, message.site_id) == (key.upper(), "ALBA")
        source, destination = message.participants
        assert (source.user_id, destination.user_id) == ("ALBA|DESK", "ALBA|EHR")
        assert (source.requestor, destination.requestor) == (True, False)
        assert (source.roles, destination.roles) == ((codes.SOURCE,), (codes.DESTINATION,))
        assert (source.address, source.address_type) == ("127.0.0.1", "2")
        mine, theirs = (source, destination) if key == "desk" else (destination, source)
        assert mine.alternative_id.isdecimal()
        assert theirs.alternative_id == ""


async def test_a_correction_is_an_update(stage: Stage) -> None:
    assert one(stage.node("desk"), ended(cue="fix")).action == "U"


async def test_a_merge_is_two_records(stage: Stage) -> None:
    gone, stays = stage.node("desk").records(ended(cue="merge", said=(MARY, OLD)), None)
    assert (gone.action, [each.id for each in gone.objects]) == ("D", ["7^^^&1.2.3&ISO"])
    assert (stays.action, [each.id for each in stays.objects]) == ("U", ["40213^^^&1.2.3&ISO"])


@pytest.mark.parametrize(
    ("transaction", "transport", "sender", "receiver"),
    [
        ("ITI-41", "http", "110106 R", "110107 C"),
        ("ITI-42", "http", "110106 R", "110107 C"),
        ("ITI-43", "http", "110107 C", "110106 R"),
        ("ITI-18", "http", "110112 E", "110112 E"),
        ("ITI-9", "mllp", "110112 E", "110112 E"),
        ("ITI-8", "mllp", "110110 C", "110110 C"),
        ("RAD-2", "mllp", "110109 C", "110109 C"),
        ("RAD-4", "mllp", "110111 C", "110111 C"),
        ("RAD-5", "dicom", "110112 E", "110112 E"),
        ("RAD-6", "dicom", "110111 C", "110111 C"),
        ("RAD-7", "dicom", "110111 U", "110111 U"),
        ("RAD-8", "dicom", "110104 R", "110104 C"),
        ("RAD-10", "dicom", "110103 R", "110103 R"),
        ("RAD-14", "dicom", "110112 E", "110112 E"),
        ("RAD-16", "dicom", "110102 E", "110102 E"),
        ("RAD-28", "mllp", "110106 R", "110107 C"),
    ],
)
async def test_each_transaction_has_its_events(
    stage: Stage, transaction: str, transport: str, sender: str, receiver: str
) -> None:
    for key, expected in (("desk", sender), ("ehr", receiver)):
        message = one(stage.node(key), ended(transaction, transport))
        assert f"{message.event_id.code} {message.action}" == expected


def test_every_transaction_of_the_catalogue_is_reported_but_reporting() -> None:
    silent = {each for each in CATALOGUE if pair(each) is None}
    assert silent == {"ITI-20"}


async def test_a_retrieve_has_its_source_at_the_far_end(stage: Stage) -> None:
    consumer, holder = one(stage.node("desk"), ended("ITI-43", "http")).participants
    assert (consumer.roles, consumer.requestor) == ((codes.DESTINATION,), True)
    assert (holder.roles, holder.requestor) == ((codes.SOURCE,), False)


async def test_images_moved_are_transferred_by_the_archive(stage: Stage) -> None:
    archive = msgspec.structs.replace(PROGRAMME.role("desk"), plays=("Image Archive",))
    stage.book.programme = msgspec.structs.replace(PROGRAMME, roles=(archive, *PROGRAMME.roles[1:]))
    sent, came = (one(stage.node(key), ended("RAD-16", "dicom")) for key in ("desk", "ehr"))
    assert (sent.event_id, sent.action) == (codes.INSTANCES_TRANSFERRED, "R")
    assert (came.event_id, came.action) == (codes.INSTANCES_TRANSFERRED, "C")
    assert sent.participants[0].roles == (codes.SOURCE,)


async def test_users_are_named_as_their_protocol_does(stage: Stage) -> None:
    node = stage.node("desk")
    source, destination = one(node, ended("ITI-41", "http")).participants
    assert source.user_id == "http://www.w3.org/2005/08/addressing/anonymous"
    assert destination.user_id == "http://127.0.0.1:5/iti-41"
    source, destination = one(node, ended("RAD-8", "dicom")).participants
    assert (source.user_id, source.alternative_id) == ("DESK_AE", "AETITLES=DESK_AE")
    assert destination.user_id == "EHR_AE"


async def test_a_stranger_is_named_by_its_address(stage: Stage) -> None:
    message = one(stage.node("ehr"), ended(sender="127.0.0.1:50000"))
    assert message.participants[0].user_id == "127.0.0.1:50000"
    assert message.participants[0].requestor


async def test_a_refusal_is_a_minor_failure_with_its_words(stage: Stage) -> None:
    message = one(stage.node("ehr"), ended(outcome=Outcome.REFUSED))
    assert (message.outcome, message.outcome_description) == (4, "No.")
    assert one(stage.node("ehr"), ended(outcome=Outcome.FAILED)).outcome == 8


async def test_studies_and_documents_are_named_once(stage: Stage) -> None:
    said = (
        MARY,
        MARY,
        Fact(kind=FactKind.STUDY, value="1.9", path="(0020,000D)"),
        Fact(kind=FactKind.DOCUMENT, value="1.8", path="XDSDocumentEntry.uniqueId"),
        Fact(kind=FactKind.ACCESSION, value="A1", path="(0008,0050)"),
    )
    message = one(stage.node("desk"), ended("RAD-8", "dicom", said=said))
    assert message.objects == (
        iti20.patient("40213", "1.2.3"),
        iti20.study("1.9"),
        iti20.document("1.8"),
    )


async def test_a_submission_names_its_patient_once(stage: Stage) -> None:
    """By the identifier it is shared under (ITI TF-2 3.41.5.1); her number at home is another."""
    home = Fact(kind=FactKind.PATIENT_ID, value="P-7", authority="1.4", path="sourcePatientId")
    message = one(stage.node("ehr"), ended("ITI-41", "http", said=(MARY, home)))
    assert message.objects == (iti20.patient("40213", "1.2.3"),)


async def test_a_query_names_who_was_asked_for_not_who_was_found(stage: Stage) -> None:
    found = msgspec.structs.replace(MARY, value="R-9", side=Side.RESPONSE)
    message = one(stage.node("desk"), ended("ITI-9", said=(MARY, found)))
    assert message.objects == (iti20.patient("40213", "1.2.3"),)


def feed(event: str) -> Recording:
    return Recording(
        transport="mllp",
        initiator="a:1",
        responder="b:2",
        started=AT,
        milliseconds=1,
        request=b"\x0bMSH|^~\\&|ADT|TOWN|MPI|REGION|20260504||ADT^%b|M1|T|2.3.1\r\x1c\r"
        % event.encode(),
        response=b"",
        turns=(),
    )


async def test_a_feed_is_recorded_as_its_message_says(stage: Stage) -> None:
    """ITI TF-2 3.8.5.1: both parties and the patient, whoever sent it and without any cue."""
    (message,) = stage.node("ehr").records(ended("ITI-8", sender="127.0.0.1:5"), feed("A08"))
    assert message.action == "U"
    assert [each.user_id for each in message.participants] == ["TOWN|ADT", "REGION|MPI"]
    msh_10 = Detail("MSH-10", b"M1")
    assert message.objects == (iti20.patient("40213", "1.2.3", msh_10),)
    both = stage.node("ehr").records(ended("ITI-8", said=(MARY, OLD)), feed("A40"))
    assert [(each.action, each.objects) for each in both] == [
        ("D", (iti20.patient("7", "1.2.3", msh_10),)),
        ("U", (iti20.patient("40213", "1.2.3", msh_10),)),
    ]


async def test_a_query_is_recorded_as_it_was_asked(stage: Stage) -> None:
    qpd = b"QPD|IHE PIX Query|Q17|40213^^^&1.2.3&ISO"
    recording = Recording(
        transport="mllp",
        initiator="a:1",
        responder="b:2",
        started=AT,
        milliseconds=1,
        request=b"\x0bMSH|^~\\&|DESK|WARD|||20260504||QBP^Q23^QBP_Q21|M1|T|2.5\r%b\r\x1c\r" % qpd,
        response=b"",
        turns=(),
    )
    (message,) = stage.node("desk").records(ended("ITI-9"), recording)
    assert message.participants[0].user_id == "WARD|DESK"
    asked = [each for each in message.objects if each.role == "24"]
    assert [(each.id, each.query) for each in asked] == [("Q17", qpd)]
    assert [(d.type, d.value) for d in asked[0].details] == [("MSH-10", b"M1")]


async def test_reports_arrive_over_udp_as_hops(stage: Stage) -> None:
    repository = await stage.repository()
    stage.node("desk").report(ended(cue="admit"))
    (hop,) = await stage.reported()
    assert (hop.transaction, hop.sender, hop.receiver) == ("ITI-20", "desk", "audit")
    assert hop.verdict.outcome is Outcome.SENT
    assert hop.exchange.transport == "syslog-udp"
    assert hop.label == "ITI-31"
    assert {fact.value for fact in hop.facts} == {"ITI-31", "40213"}
    (message,) = await kept(repository, 1)
    assert message.source_id == "DESK"


async def test_an_exchange_between_ours_is_one_hop_and_two_reports(stage: Stage) -> None:
    repository = await stage.repository()
    nodes = {key: stage.node(key) for key in ("desk", "ehr")}

    def report(hop: HopEnded, recording: Recording) -> None:
        for key in {hop.sender, hop.receiver} & set(nodes):
            nodes[key].report(hop, recording)

    stage.hops.on_end.append(report)
    async with stage.hops.outgoing("ITI-31", "desk", "ehr", transport="mllp") as hop:
        hop.line.sent(b"\x0bMSH|^~\\&|DESK|ALBA\r\x1c\r")
        hop.judge(Verdict(outcome=Outcome.ACKNOWLEDGED))
    hops = await stage.reported(3)
    assert sorted((hop.transaction, hop.sender) for hop in hops) == [
        ("ITI-20", "desk"),
        ("ITI-20", "ehr"),
        ("ITI-31", "desk"),
    ]
    assert {each.source_id for each in await kept(repository, 2)} == {"DESK", "EHR"}


async def test_reports_go_over_tls_where_both_can(
    stage: Stage, credentials: Callable[..., Credentials]
) -> None:
    repository = await stage.repository(credentials("audit", "desk"))
    stage.node("desk", credentials("desk", "audit")).report(ended())
    (hop,) = await stage.reported()
    assert hop.exchange.transport == "syslog-tls"
    assert hop.verdict.outcome is Outcome.SENT
    assert len(await kept(repository, 1)) == 1


async def test_an_absent_repository_fails_the_hop_only(stage: Stage) -> None:
    repository = await stage.repository()
    gone = stage.book.stand_ins["audit"]
    await repository.me.stop()
    assert gone.endpoints.syslog is not None
    stage.node("desk").report(ended())
    (hop,) = await stage.reported()
    assert hop.verdict.outcome is Outcome.FAILED
    assert "Nobody listens" in hop.verdict.words


async def test_a_repository_that_takes_no_syslog_is_left_alone(stage: Stage) -> None:
    vendor = System(key="v", stand_in=False, endpoints=Endpoints(syslog=Syslog(host="127.0.0.1")))
    stage.book.vendors["audit"] = vendor
    node = stage.node("desk")
    node.report(ended())
    await node.me.settle()
    assert await stage.journal.last_seq() == 0


async def test_reporting_is_never_reported(stage: Stage) -> None:
    node = stage.node("desk")
    node.report(ended("ITI-20", "syslog-udp"))
    await node.me.settle()
    assert await stage.journal.last_seq() == 0
    assert node.records(ended("ITI-20", "syslog-udp"), None) == []


def test_objects_are_typed_as_dicom_wants() -> None:
    patient, document = iti20.patient("1", "2"), iti20.document("3")
    assert isinstance(patient, Object)
    assert (patient.type_code, patient.role, patient.id_type) == ("1", "1", codes.PATIENT_NUMBER)
    assert (document.type_code, document.role, document.id_type) == (
        "2",
        "3",
        codes.REPORT_NUMBER,
    )
