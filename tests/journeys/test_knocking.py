"""Strangers' own programs at our ports: known by address and name, or they knock."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import hl7
import pytest
from hl7.mllp import open_hl7_connection

from showcase.api.engine import Engine
from showcase.journal import open_journal
from showcase.model.events import HopStarted, Knocked
from showcase.standins.book import Book
from showcase.wire.clock import SystemClock
from tests.showcase.protocols.dicom.programs import run
from tests.showcase.protocols.hl7v2.samples import A04

CAST = """\
format: 1
systems:
  acme:
    vendor: Acme
    dicom: {host: 127.0.0.1, port: 104, ae_title: ACME}
    hl7v2: {host: 127.0.0.1, port: 2575, application: ACME, facility: ALBA}
roles: {reading: acme}
"""


class Booth:
    """Stand-ins that others reach, and the staff there."""

    def __init__(self, engine: Engine, book: Book, events: AsyncIterator[object]) -> None:
        self.engine = engine
        self._book = book
        self._events = events

    def port(self, role: str, protocol: str) -> int:
        return self._book.stand_ins[role].endpoints.places()[protocol][1]

    async def knock(self) -> Knocked:
        async with asyncio.timeout(20):
            async for entry in self._events:
                event = getattr(entry, "event", None)
                assert not isinstance(event, HopStarted), "a stranger was heard"
                if isinstance(event, Knocked):
                    return event
        raise AssertionError

    def says(self, *, admitted: bool, who: Knocked) -> None:
        self.engine.reception.judge(who.caller, who.name, admitted=admitted)

    @property
    def knocks(self) -> int:
        return len(self.engine.reception.seen().strangers)


@asynccontextmanager
async def open_booth(folder: Path, host: str) -> AsyncIterator[Booth]:
    (folder / "cast.yaml").write_text(CAST)
    clock = SystemClock()
    async with await open_journal(folder / "j.db", clock) as journal:
        engine = Engine(journal, clock, folder / "stand-ins", folder / "certificates")
        seen = journal.subscribe()
        troupe = await engine.open_house("chest-pain", cast=str(folder / "cast.yaml"), host=host)
        engine.reception.open_house(everybody=False, interface=host)
        try:
            yield Booth(engine, troupe.book, seen)
        finally:
            await engine.close()


def _echo(host: str, port: int, calling: str) -> asyncio.Task[tuple[int, str]]:
    return asyncio.get_running_loop().create_task(
        run("echoscu", "-aet", calling, "-aec", "ARCHIVE", host, port)
    )


@pytest.mark.peer("dcmtk")
async def test_a_caller_from_a_known_address_is_known_by_its_ae_title(
    tmp_path: Path, elsewhere: str
) -> None:
    async with open_booth(tmp_path, elsewhere) as booth:
        port = booth.port("archive", "dicom")
        code, printed = await _echo(elsewhere, port, "ACME")
        assert code == 0, printed
        assert not booth.knocks
        unknown = _echo(elsewhere, port, "MALLORY")
        who = await booth.knock()
        assert (who.caller, who.name, who.role) == ("127.0.0.1", "MALLORY", "archive")
        booth.says(admitted=True, who=who)
        code, printed = await unknown
        assert code == 0, printed


@pytest.mark.peer("dcmtk")
async def test_whoever_is_turned_away_by_its_ae_title_is_not_answered(
    tmp_path: Path, elsewhere: str
) -> None:
    async with open_booth(tmp_path, elsewhere) as booth:
        port = booth.port("archive", "dicom")
        unknown = _echo(elsewhere, port, "MALLORY")
        booth.says(admitted=False, who=await booth.knock())
        assert (await unknown)[0] != 0
        assert (await _echo(elsewhere, port, "ACME"))[0] == 0, "its neighbour is not to blame"


def _message(application: str) -> hl7.Message:
    return hl7.parse(A04.decode().replace(A04.decode().split("|")[2], application, 1))


@pytest.mark.parametrize("admitted", [True, False])
async def test_a_sender_from_a_known_address_is_known_by_its_application(
    tmp_path: Path, elsewhere: str, admitted: bool
) -> None:
    async with open_booth(tmp_path, elsewhere) as booth:
        port = booth.port("ehr", "hl7v2")
        reader, writer = await open_hl7_connection(elsewhere, port, encoding="utf-8")
        writer.writemessage(_message("MALLORY"))
        who = await booth.knock()
        assert who.name.startswith("MALLORY|")
        booth.says(admitted=admitted, who=who)
        if admitted:
            assert (await reader.readmessage()).extract_field("MSA", 1, 1) == "AA"
        else:
            with pytest.raises((asyncio.IncompleteReadError, ConnectionError)):
                await reader.readmessage()
        writer.close()
        reader, writer = await open_hl7_connection(elsewhere, port, encoding="utf-8")
        writer.writemessage(_message("ACME"))
        assert (await reader.readmessage()).extract_field("MSA", 1, 1) == "AA"
        writer.close()


async def test_over_http_the_address_is_all_that_is_known(tmp_path: Path, elsewhere: str) -> None:
    async with open_booth(tmp_path, elsewhere) as booth:
        port = booth.port("registry", "soap")
        curl = await asyncio.create_subprocess_exec(
            "curl", "-s", "-o", str(tmp_path / "answer"), "-w", "%{http_code}",
            f"http://{elsewhere}:{port}/", stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        printed, _ = await curl.communicate()
        assert printed.isdigit()
        assert printed != b"000", "an address that the cast names is let in"
        assert not booth.knocks
