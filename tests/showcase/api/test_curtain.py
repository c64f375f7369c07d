"""Walls elsewhere learn at once what staff do with the wall at the console."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from showcase.api.curtain import Draper
from showcase.api.server import Server
from showcase.client import EngineClient, EngineRefused
from showcase.journal import open_journal
from showcase.model.lookout import Curtain
from showcase.wire.clock import SystemClock
from tests.showcase.api.test_lookout import Booth, booth
from tests.showcase.api.test_server import FakeStagehand

__all__ = ["booth"]

WAIT = 20


@pytest.fixture
async def hasty(tmp_path: Path) -> AsyncIterator[EngineClient]:
    """A client of a server that lets nobody wait."""
    async with await open_journal(tmp_path / "hasty.db", SystemClock()) as journal:
        server = Server(FakeStagehand(), journal, draper=Draper(patience=0.0))
        async with EngineClient(await server.open()) as client:
            yield client
        await server.close()


async def test_it_is_open_at_first(booth: Booth) -> None:
    assert await booth.guest.curtain() == Curtain()


async def test_who_waits_is_told_when_it_moves(booth: Booth) -> None:
    async with asyncio.timeout(WAIT):
        waiting = asyncio.ensure_future(booth.guest.curtain(known=0))
        await booth.guest.state()  # the question is on its way before the answer
        drawn = await booth.staff.draw_curtain(holding=True, frozen=False)
        assert await waiting == drawn == Curtain(holding=True, number=1)


async def test_who_missed_it_is_told_at_once(booth: Booth) -> None:
    await booth.staff.draw_curtain(holding=False, frozen=True)
    assert (await booth.guest.curtain(known=0)).frozen


async def test_who_waited_long_enough_hears_that_nothing_has_changed(hasty: EngineClient) -> None:
    assert await hasty.curtain(known=0) == Curtain()


async def test_who_only_looks_on_cannot_draw_it(booth: Booth) -> None:
    with pytest.raises(EngineRefused, match="only looks on"):
        await booth.guest.draw_curtain(holding=True, frozen=False)
    assert await booth.staff.curtain() == Curtain()


async def test_a_server_that_closes_keeps_nobody_waiting(booth: Booth) -> None:
    async with asyncio.timeout(WAIT):
        waiting = asyncio.ensure_future(booth.guest.curtain(known=0))
        await booth.guest.state()
        await booth.server.close()
        assert await waiting == Curtain()
