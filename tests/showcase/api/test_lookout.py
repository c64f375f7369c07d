"""The second door: what may be done through it, and that it is remembered."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from showcase.api.lookout import Lookout, fresh_key
from showcase.api.server import Server
from showcase.client import EngineClient, EngineGone, EngineRefused
from showcase.journal import open_journal
from showcase.model.answers import Door
from showcase.model.events import Noticed
from showcase.model.lookout import LookoutWanted
from showcase.wire.clock import SystemClock
from tests.showcase.api.test_server import FakeStagehand

HERE = "127.0.0.1"
WAIT = 20


class Booth:
    """A server with its second door open."""

    def __init__(self, server: Server, stage: FakeStagehand, door: Door) -> None:
        self.server, self.stage, self.door = server, stage, door
        self.staff = EngineClient(door)
        self.guest = EngineClient(door)

    async def let_in(self) -> None:
        """Open the second door, and go through it."""
        told = await self.staff.change_lookout(LookoutWanted(host=HERE, port=0))
        (url,) = told.urls
        self.guest = EngineClient(Door(url=url, key=told.key, pid=0))

    async def close(self) -> None:
        """Let everybody go."""
        await self.guest.close()
        await self.staff.close()
        await self.server.close()


@pytest.fixture
async def booth(tmp_path: Path) -> AsyncIterator[Booth]:
    async with await open_journal(tmp_path / "journal.db", SystemClock()) as journal:
        stage = FakeStagehand()
        server = Server(stage, journal, lookout=Lookout(tmp_path / "lookout.json"))
        journal.record(Noticed(words="hello"))
        await journal.settled()
        booth = Booth(server, stage, await server.open())
        await booth.let_in()
        yield booth
        await booth.close()


async def test_it_is_closed_until_staff_choose(tmp_path: Path) -> None:
    async with await open_journal(tmp_path / "journal.db", SystemClock()) as journal:
        server = Server(FakeStagehand(), journal)
        async with EngineClient(await server.open()) as staff:
            told = await staff.lookout()
        await server.close()
    assert (told.host, told.urls) == ("", ())
    assert told.key
    assert "0.0.0.0" in told.interfaces


async def test_who_looks_on_sees_state_and_events(booth: Booth) -> None:
    async with asyncio.timeout(WAIT):
        assert (await booth.guest.state()).run == "r1"
        entry = await anext(booth.guest.events(after=0))
        assert isinstance(entry.event, Noticed)
        assert (await booth.staff.lookout()).guests == 1


@pytest.mark.parametrize("verb", ["go", "hold", "panic", "skip", "retry", "end", "quit"])
async def test_no_verb_is_taken(booth: Booth, verb: str) -> None:
    with pytest.raises(EngineRefused, match="only looks on") as refused:
        await getattr(booth.guest, verb)()
    assert "console" in refused.value.remedy
    assert booth.stage.asked == []
    assert not booth.server.quitting.is_set()


async def test_nothing_else_is_taken(booth: Booth) -> None:
    for asked in (
        booth.guest.start_run("chest-pain"),
        booth.guest.jump("admit"),
        booth.guest.stand_in("ct"),
        booth.guest.give_back("ct"),
        booth.guest.readiness("chest-pain"),
        booth.guest.lookout(),
        booth.guest.change_lookout(LookoutWanted(host=HERE)),
        booth.guest.casts("chest-pain"),
    ):
        with pytest.raises(EngineRefused, match="only looks on"):
            await asked
    assert booth.stage.asked == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "POST"])
async def test_only_getting_is_looking(booth: Booth, method: str) -> None:
    headers = {"Authorization": f"Bearer {booth.guest.door.key}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.request(method, f"{booth.guest.door.url}/state") as answer,
    ):
        assert answer.status == 403


async def test_the_engines_own_key_stays_at_home(booth: Booth) -> None:
    """Through the second door it would cross a network in the clear."""
    async with EngineClient(Door(url=booth.guest.door.url, key=booth.door.key, pid=0)) as staff:
        with pytest.raises(EngineRefused, match="key is missing or wrong") as refused:
            await staff.state()
    assert "Wall on another machine" in refused.value.remedy


async def test_at_home_the_other_key_looks_on_as_well(booth: Booth) -> None:
    async with EngineClient(Door(url=booth.door.url, key=booth.guest.door.key, pid=0)) as guest:
        assert (await guest.state()).run == "r1"
        with pytest.raises(EngineRefused, match="only looks on"):
            await guest.go()


async def test_a_key_is_read_however_it_was_typed(booth: Booth) -> None:
    typed = f" {booth.guest.door.key.upper()} "
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{booth.guest.door.url}/state", params={"key": typed}) as answer,
    ):
        assert answer.status == 200


async def test_a_new_key_sends_everybody_away(booth: Booth) -> None:
    async with asyncio.timeout(WAIT):
        stream = booth.guest.events(after=0)
        await anext(stream)
        port = int(booth.guest.door.url.rpartition(":")[2])
        wanted = LookoutWanted(host=HERE, port=port, fresh_key=True)
        told = await booth.staff.change_lookout(wanted)
        with pytest.raises(EngineGone):
            await anext(stream)
        with pytest.raises(EngineRefused, match="key"):
            await booth.guest.state()
    assert told.key != booth.guest.door.key
    assert told.urls == (booth.guest.door.url,)


async def test_a_closed_door_lets_nobody_in(booth: Booth) -> None:
    told = await booth.staff.change_lookout(LookoutWanted())
    assert told.host == ""
    with pytest.raises(EngineGone):
        await booth.guest.state()
    assert (await booth.staff.state()).run == "r1"


async def test_a_port_that_is_taken_is_said(booth: Booth) -> None:
    taken = int(booth.door.url.rpartition(":")[2])
    with pytest.raises(EngineRefused, match="Nobody can listen"):
        await booth.staff.change_lookout(LookoutWanted(host=HERE, port=taken))
    with pytest.raises(EngineRefused, match="Nobody can listen"):
        await booth.staff.change_lookout(LookoutWanted(host="192.0.2.77", port=0))
    await booth.let_in()
    assert (await booth.guest.state()).run == "r1"


async def test_it_is_remembered(booth: Booth, tmp_path: Path) -> None:
    file = tmp_path / "lookout.json"
    assert file.stat().st_mode & 0o077 == 0
    await booth.server.close()
    async with await open_journal(tmp_path / "other.db", SystemClock()) as journal:
        server = Server(FakeStagehand(), journal, lookout=Lookout(file))
        await server.open()
        assert (await booth.guest.state()).run == "r1"
        await server.close()


async def test_a_damaged_file_is_a_closed_door(tmp_path: Path) -> None:
    file = tmp_path / "lookout.json"
    file.write_text("{")
    assert Lookout(file).told().host == ""


def test_keys_are_easy_to_read_out() -> None:
    keys = {fresh_key() for _ in range(50)}
    assert len(keys) == 50
    assert all([len(group) for group in key.split("-")] == [4, 4, 4, 4] for key in keys)
    assert not set("".join(keys)) & set("01ilo")


def test_no_address_of_this_machine_is_loopback() -> None:
    assert not any(each.startswith("127.") for each in Lookout().told().interfaces)
