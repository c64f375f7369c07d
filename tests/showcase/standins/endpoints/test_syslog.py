"""The audit ports of a stand-in, and the repository behind them: real sockets."""

import asyncio
import base64
import errno
import io
import logging
import logging.handlers
import os
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from showcase.journal import Journal, open_journal
from showcase.model.events import Entry, HopEnded
from showcase.model.exchange import Outcome
from showcase.model.programme import Place, Programme, Role
from showcase.model.system import Oids, Syslog, System
from showcase.protocols.audit.sender import send_tls
from showcase.protocols.audit.syslog import frame
from showcase.standins.actors.audit_record_repository import AuditRecordRepository, Kept
from showcase.standins.book import Book
from showcase.standins.evidence import digest
from showcase.standins.hops import Hops
from showcase.standins.standin import Listening, StandIn
from showcase.transactions.catalogue import facts
from showcase.wire.clock import SystemClock
from showcase.wire.line import Line
from showcase.wire.tls import Credentials, client_context

WAIT = 20
GOOD = (
    b"<85>1 2026-05-04T09:30:00Z booth EHR 1 IHE+RFC-3881 - \xef\xbb\xbf<AuditMessage>"
    b'<EventIdentification EventActionCode="E" EventDateTime="2026-05-04T09:30:00Z"'
    b' EventOutcomeIndicator="0"><EventID code="110112" codeSystemName="DCM"/>'
    b'<EventTypeCode code="ITI-9" codeSystemName="IHE Transactions"/></EventIdentification>'
    b'<ActiveParticipant UserID="me" UserIsRequestor="true"/>'
    b'<AuditSourceIdentification AuditSourceID="ehr"/></AuditMessage>'
)

ROLE = Role(key="audit", title="Audit", plays=("Audit Record Repository",), place="region")
PLACE = Place(key="region", title="Region")


@pytest.fixture
async def journal() -> AsyncIterator[Journal]:
    async with await open_journal(None, SystemClock()) as journal:
        yield journal


def stand_in(journal: Journal, store: Path, tls: Credentials | None = None) -> StandIn:
    programme = Programme(key="t", title="T", places=(PLACE,), roles=(ROLE,), scenes=())
    return StandIn(
        ROLE,
        PLACE,
        listening=Listening(application="AUDIT", facility="REGION", ae_title="AUDIT", tls=tls),
        oids=Oids(),
        book=Book(programme, {"audit": System(key="audit")}, {}),
        hops=Hops(journal, facts, SystemClock()),
        store=store,
        behaviours=[AuditRecordRepository],
    )


def repository(of: StandIn) -> AuditRecordRepository:
    (behaviour,) = of.behaviours
    assert isinstance(behaviour, AuditRecordRepository)
    return behaviour


async def opened(me: StandIn) -> Syslog:
    syslog = (await me.start()).endpoints.syslog
    assert syslog is not None
    return syslog


@pytest.fixture
async def audit(journal: Journal, tmp_path: Path) -> AsyncIterator[StandIn]:
    me = stand_in(journal, tmp_path / "audit")
    yield me
    await me.stop()


def throw(port: int, *datagrams: bytes) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as plug:
        for each in datagrams:
            plug.sendto(each, ("127.0.0.1", port))


async def ended(journal: Journal, count: int) -> list[HopEnded]:
    entries: list[Entry] = []
    async with asyncio.timeout(WAIT):
        async for entry in journal.subscribe(after=0):
            entries.append(entry)
            hops = [each.event for each in entries if isinstance(each.event, HopEnded)]
            if len(hops) == count:
                return hops
    raise AssertionError


async def filed(me: StandIn, count: int) -> list[Kept]:
    async with asyncio.timeout(WAIT):
        while len(repository(me).records) < count:  # noqa: ASYNC110 - kept just after the hop
            await asyncio.sleep(0)
        async with repository(me)._writing:
            lines = (me.store / "audit.ndjson").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Kept) for line in lines]


class _Full(io.FileIO):
    """A file that takes half a line, and no more."""

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - a buffer; it has a name from 3.12 on
        super().write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _on_a_full_disk(path: Path, mode: str, **_: object) -> io.FileIO:
    return _Full(path, mode)


async def test_a_strangers_record_is_a_hop_and_is_kept(audit: StandIn, journal: Journal) -> None:
    syslog = await opened(audit)
    assert syslog.tls_port == 0
    throw(syslog.port, GOOD)
    (hop,) = await ended(journal, 1)
    assert hop.transaction == "ITI-20"
    assert hop.receiver == "audit"
    assert hop.sender == "127.0.0.1"
    assert hop.verdict.outcome is Outcome.SENT
    assert [fact.value for fact in hop.facts] == ["ITI-9"]
    assert await journal.blob(hop.exchange.request) == GOOD
    (kept,) = await filed(audit, 1)
    assert base64.b64decode(kept.raw) == GOOD
    assert kept.fault == ""


async def test_the_repository_says_what_it_keeps(audit: StandIn) -> None:
    syslog = await opened(audit)
    keeps = repository(audit)
    assert await keeps.holds([digest(GOOD)], 0) == frozenset()
    async with asyncio.TaskGroup() as group:
        asked = group.create_task(keeps.holds([digest(GOOD)], WAIT))
        await asyncio.sleep(0)
        throw(syslog.port, GOOD)
    assert asked.result() == {digest(GOOD)}
    framed = [digest(frame(GOOD)), digest(b"another")]
    assert await keeps.holds(framed, 0) == {digest(frame(GOOD))}


async def test_what_was_filed_before_it_began_is_kept_as_well(
    audit: StandIn, journal: Journal
) -> None:
    syslog = await opened(audit)
    throw(syslog.port, GOOD)
    assert await repository(audit).holds([digest(GOOD)], WAIT)
    with (audit.store / "audit.ndjson").open("ab") as file:
        file.write(b'{"at":"2026-05-04T09:3')  # the power went
    later = stand_in(journal, audit.store)
    assert await repository(later).holds([digest(GOOD), digest(b"?")], 0) == {digest(GOOD)}


async def test_a_record_after_a_power_cut_has_a_line_of_its_own(audit: StandIn) -> None:
    syslog = await opened(audit)
    audit.store.mkdir(parents=True)
    (audit.store / "audit.ndjson").write_bytes(b'{"at":"2026-05-04T09:3')
    throw(syslog.port, GOOD)
    assert await repository(audit).holds([digest(GOOD)], WAIT)
    _, last = (audit.store / "audit.ndjson").read_bytes().splitlines()
    assert base64.b64decode(msgspec.json.decode(last, type=Kept).raw) == GOOD


async def test_a_full_disk_gets_its_records_later_and_no_half_of_one(
    audit: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    syslog = await opened(audit)
    keeps, file = repository(audit), audit.store / "audit.ndjson"
    throw(syslog.port, GOOD)
    assert await keeps.holds([digest(GOOD)], WAIT)
    before = file.read_bytes()

    second, third = GOOD + b" ", GOOD + b"  "
    with monkeypatch.context() as full:
        full.setattr(Path, "open", _on_a_full_disk)
        throw(syslog.port, second)
        assert await keeps.holds([digest(second)], WAIT)
        assert file.read_bytes() == before
    throw(syslog.port, third)
    assert await keeps.holds([digest(third)], WAIT)
    lines = file.read_bytes().splitlines()
    raws = [base64.b64decode(msgspec.json.decode(line, type=Kept).raw) for line in lines]
    assert raws == [GOOD, second, third]


async def test_what_a_full_disk_owes_has_an_end(journal: Journal, tmp_path: Path) -> None:
    me = stand_in(journal, tmp_path / "audit")
    tmp_path.joinpath("audit").write_text("in the way of the folder")
    keeps = AuditRecordRepository(me, in_memory=3 * len(GOOD))
    await keeps.keep(GOOD, "127.0.0.1:1", "")
    await keeps.keep(GOOD + b" ", "127.0.0.1:1", "")
    held = await keeps.holds([digest(GOOD), digest(GOOD + b" ")], 0)
    assert held == {digest(GOOD)}


async def test_pythons_own_syslog_is_kept_as_damaged(audit: StandIn, journal: Journal) -> None:
    syslog = await opened(audit)
    handler = logging.handlers.SysLogHandler(address=("127.0.0.1", syslog.port))
    handler.emit(logging.LogRecord("n", logging.WARNING, "p", 1, "disk is warm", None, None))
    handler.close()
    throw(syslog.port, GOOD)
    old, good = await ended(journal, 2)
    assert old.verdict.outcome is Outcome.FAILED
    assert "RFC 3164" in old.verdict.words
    assert good.verdict.outcome is Outcome.SENT
    damaged, whole = await filed(audit, 2)
    assert "RFC 3164" in damaged.fault
    assert b"disk is warm" in base64.b64decode(damaged.raw)
    assert whole.fault == ""


async def test_noise_leaves_the_port_open(audit: StandIn, journal: Journal) -> None:
    syslog = await opened(audit)
    throw(syslog.port, b"", b"\x00" * 60_000, GOOD[:-30], GOOD)
    outcomes = [hop.verdict.outcome for hop in await ended(journal, 4)]
    assert outcomes == [Outcome.FAILED, Outcome.FAILED, Outcome.FAILED, Outcome.SENT]


async def test_a_full_disk_does_not_stop_the_repository(
    audit: StandIn, journal: Journal, tmp_path: Path
) -> None:
    syslog = await opened(audit)
    (tmp_path / "audit").write_bytes(b"in the way of the folder")
    throw(syslog.port, GOOD, GOOD)
    assert len(await ended(journal, 2)) == 2
    async with asyncio.timeout(WAIT):
        while len(repository(audit).records) < 2:  # noqa: ASYNC110 - kept just after the hop
            await asyncio.sleep(0)


async def test_tls_is_taken_where_there_is_a_certificate(
    journal: Journal, tmp_path: Path, credentials: Callable[..., Credentials]
) -> None:
    me = stand_in(journal, tmp_path / "audit", credentials("repository", "node"))
    syslog = await opened(me)
    client = client_context(credentials("node", "repository"))
    line = Line("x", initiated=True)
    await send_tls(line, syslog.host, syslog.tls_port, GOOD, tls=client, deadline=WAIT)
    (hop,) = await ended(journal, 1)
    assert hop.exchange.transport == "syslog-tls"
    assert await journal.blob(hop.exchange.request) == frame(GOOD)
    await me.stop()
