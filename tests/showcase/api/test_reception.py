"""Who calls at our ports, and what staff say to strangers: over the engine's own API."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from showcase.api.engine import Engine
from showcase.api.server import Server
from showcase.client import EngineClient
from showcase.journal import open_journal
from showcase.model.callers import Reception, Stranger
from showcase.model.events import CallerJudged, Event, Knocked
from showcase.model.system import EVERYWHERE
from showcase.wire import addresses
from showcase.wire.addresses import told
from showcase.wire.clock import SystemClock
from showcase.wire.line import Line
from showcase.wire.porter import Knock
from showcase.wire.stream import connect

STRANGER = "10.4.0.33"


class Desk:
    """An engine, and staff who talk to it."""

    def __init__(self, engine: Engine, staff: EngineClient) -> None:
        self.engine = engine
        self.staff = staff

    async def recorded(self) -> list[Event]:
        await self.engine.journal.settled()
        return [entry.event for entry in await self.engine.journal.entries("")]

    def knock(self) -> None:
        self.engine._porter.hear(Knock(caller=STRANGER, role="archive", protocol="dicom"))

    def knock_by_name(self, name: str) -> None:
        who = Knock(caller=STRANGER, role="archive", protocol="dicom", name=name)
        self.engine._porter.hear(who)

    async def seen(self) -> Reception:
        return await self.staff.reception()


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    clock = SystemClock()
    async with await open_journal(tmp_path / "j.db", clock) as journal:
        engine = Engine(journal, clock, tmp_path / "stand-ins", tmp_path / "certificates")
        server = Server(engine, journal, reception=engine.reception)
        async with EngineClient(await server.open()) as staff:
            yield Desk(engine, staff)
        await engine.close()
        await server.close()


async def test_nobody_has_called_where_nobody_listens(desk: Desk) -> None:
    assert await desk.seen() == Reception(open_house=False)


async def test_a_stranger_knocks_and_is_admitted(desk: Desk) -> None:
    desk.knock()
    wants = ("archive dicom",)
    assert (await desk.seen()).strangers == (Stranger(address=STRANGER, wants=wants),)
    await desk.staff.judge(STRANGER, admitted=True)
    assert (await desk.seen()).strangers == (Stranger(address=STRANGER, admitted=True),)
    assert await desk.recorded() == [
        Knocked(caller=STRANGER, role="archive", protocol="dicom"),
        CallerJudged(caller=STRANGER, admitted=True),
    ]


async def test_a_stranger_is_admitted_by_its_name(desk: Desk) -> None:
    for name in ("ACME", "MALLORY"):
        desk.knock_by_name(name)
    await desk.staff.judge(STRANGER, "ACME", admitted=True)
    wants = ("archive dicom",)
    assert (await desk.seen()).strangers == (
        Stranger(address=STRANGER, name="MALLORY", wants=wants),
        Stranger(address=STRANGER, name="ACME", admitted=True),
    )
    assert (await desk.recorded())[-1] == CallerJudged(caller=STRANGER, name="ACME", admitted=True)


async def test_a_stranger_turned_away_can_still_be_admitted(desk: Desk) -> None:
    await desk.staff.judge(STRANGER, admitted=False)
    await desk.staff.judge(STRANGER, admitted=True)
    assert (await desk.seen()).strangers == (Stranger(address=STRANGER, admitted=True),)


async def test_an_open_house_knows_no_strangers(desk: Desk) -> None:
    desk.knock()
    await desk.staff.open_house(everybody=True, interface="")
    seen = await desk.seen()
    assert seen.open_house
    assert not seen.strangers


async def test_every_port_tells_who_has_come(desk: Desk) -> None:
    await desk.staff.start_run("chest-pain")
    ports = (await desk.seen()).ports
    archive = next(p for p in ports if p.role == "archive" and p.protocol == "dicom")
    assert not archive.callers
    host, port = archive.address.split(":")
    stream = await connect(host, int(port), Line("dicom", initiated=True), deadline=5)
    await stream.write(b"\x05\x00\x00\x00\x00\x04\x00\x00\x00\x00")  # A-RELEASE-RQ
    await stream.read()
    ports = (await desk.seen()).ports
    (caller,) = next(p for p in ports if p.address == archive.address).callers
    assert (caller.address, caller.times) == ("127.0.0.1", 1)
    await stream.close()


async def test_stand_ins_move_to_another_interface_with_the_next_patient(desk: Desk) -> None:
    await desk.staff.start_run("chest-pain")
    await desk.staff.open_house(everybody=False, interface="127.0.0.2")
    assert {p.address.split(":")[0] for p in (await desk.seen()).ports} == {"127.0.0.1"}
    await desk.staff.start_run("chest-pain")
    assert {p.address.split(":")[0] for p in (await desk.seen()).ports} == {"127.0.0.2"}


async def test_a_port_that_every_network_reaches_is_told_as_one_enters_it(desk: Desk) -> None:
    await desk.staff.open_house(everybody=False, interface=EVERYWHERE)
    await desk.staff.start_run("chest-pain")
    hosts = {port.address.split(":")[0] for port in (await desk.seen()).ports}
    assert hosts == {told(EVERYWHERE)}


async def test_another_wifi_gives_another_address_and_the_ports_stay_open(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.staff.open_house(everybody=False, interface=EVERYWHERE)
    monkeypatch.setattr(addresses, "_found", lambda: iter(["10.4.0.2"]))
    await desk.staff.start_run("chest-pain")
    before = {port.address.partition(":")[::2] for port in (await desk.seen()).ports}
    monkeypatch.setattr(addresses, "_found", lambda: iter(["192.0.2.77"]))
    after = {port.address.partition(":")[::2] for port in (await desk.seen()).ports}
    assert {host for host, _ in before} == {"10.4.0.2"}
    assert {host for host, _ in after} == {"192.0.2.77"}, "told as it is entered now"
    assert {port for _, port in before} == {port for _, port in after}
    stream = await connect(
        "127.0.0.1", int(min(port for _, port in after)), Line("x", initiated=True), deadline=5
    )
    await stream.close()
