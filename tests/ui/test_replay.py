"""A recording that plays at any speed, from any point."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from showcase.model.events import Entry
from tests.ui import script
from ui.replay import Replay

RUN = script.entries(script.started(), *script.played(script.ADMIT), *script.played(script.STORE))


class Screen:
    """What was told, and a bell for whoever waits."""

    def __init__(self) -> None:
        self.seqs: list[int] = []
        self.moves = 0
        self.replay = Replay(RUN, self._tell, self._moved)
        self._bell = asyncio.Event()

    def _tell(self, entry: Entry) -> None:
        self.seqs.append(entry.seq)

    def _moved(self) -> None:
        self.moves += 1
        self._bell.set()

    async def until(self, position: int) -> None:
        async with asyncio.timeout(10):
            while self.replay.position < position:
                self._bell.clear()
                await self._bell.wait()


@pytest.fixture
def screen() -> Screen:
    return Screen()


@asynccontextmanager
async def playing(screen: Screen) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as group:
        task = group.create_task(screen.replay.play())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_everything_is_told_in_order(screen: Screen) -> None:
    screen.replay.go_at(1_000)
    async with playing(screen):
        await screen.until(len(RUN))
    assert screen.seqs == [entry.seq for entry in RUN]
    assert screen.replay.over


async def test_paused_it_tells_nothing(screen: Screen) -> None:
    screen.replay.pause(True)
    async with playing(screen):
        await asyncio.sleep(0)
        assert screen.seqs == []


async def test_seek_tells_everything_up_to_there(screen: Screen) -> None:
    screen.replay.pause(True)
    screen.replay.seek(3)
    assert screen.seqs == [entry.seq for entry in RUN[:3]]
    screen.replay.seek(2)
    assert screen.seqs[3:] == [entry.seq for entry in RUN[:2]]
    assert screen.replay.position == 2


async def test_seek_keeps_the_beginning_and_the_end(screen: Screen) -> None:
    screen.replay.seek(-5)
    assert screen.replay.position == 1
    screen.replay.seek(10_000)
    assert screen.replay.over


async def test_after_its_end_it_goes_on_from_where_one_goes_back_to(screen: Screen) -> None:
    screen.replay.go_at(1_000)
    async with playing(screen):
        await screen.until(len(RUN))
        screen.replay.seek(2)
        await screen.until(len(RUN))
    assert screen.seqs[-1] == RUN[-1].seq
