"""An asker who leaves in the middle."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web
from structlog.testing import capture_logs

from showcase.api.asker import Askers

WAIT = 20.0


class Slow:
    """Works at every path until it is let go on."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.go_on = asyncio.Event()
        self.over = asyncio.Event()
        self.ends: list[str] = []
        self.fault: Exception | None = None

    async def handle(self, _request: web.Request) -> web.StreamResponse:
        self.begun.set()
        try:
            await self.go_on.wait()
            self.ends.append("done")
        except asyncio.CancelledError:
            self.ends.append("dropped")
            raise
        finally:
            self.over.set()
        if self.fault:
            raise self.fault
        return web.Response(text="done")

    async def ended(self) -> list[str]:
        async with asyncio.timeout(WAIT):
            await self.over.wait()
        return self.ends


@pytest.fixture
def slow() -> Slow:
    return Slow()


class House:
    """A server with two paths, and somebody who leaves."""

    def __init__(self, slow: Slow) -> None:
        self.askers = Askers()
        application = web.Application(middlewares=[self.askers.see_through])
        application.add_routes([web.get("/readiness", slow.handle), web.get("/runs", slow.handle)])
        self.runner = web.AppRunner(
            application, handler_cancellation=True, shutdown_timeout=0.1, access_log=None
        )
        self._slow = slow

    async def open(self) -> None:
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()

    async def close(self) -> None:
        await self.runner.cleanup()
        await self.askers.close()

    async def ask(self, path: str) -> str:
        url = f"http://127.0.0.1:{self.runner.addresses[0][1]}{path}"
        async with aiohttp.ClientSession() as session, session.get(url) as answer:
            return await answer.text()

    async def ask_and_leave(self, path: str) -> None:
        """Returns once the server knows that nobody is there any more."""
        async with asyncio.timeout(WAIT), asyncio.TaskGroup() as group:
            asking = group.create_task(self.ask(path))
            await self._slow.begun.wait()
            asking.cancel()
        server = self.runner.server
        assert server
        async with asyncio.timeout(WAIT):
            while server.connections:  # noqa: ASYNC110 - aiohttp tells nobody
                await asyncio.sleep(0)


@pytest.fixture
async def house(slow: Slow) -> AsyncIterator[House]:
    house = House(slow)
    await house.open()
    yield house
    await house.close()


async def test_a_question_ends_with_its_asker(house: House, slow: Slow) -> None:
    await house.ask_and_leave("/readiness")
    assert await slow.ended() == ["dropped"]


async def test_what_changes_something_is_seen_through(house: House, slow: Slow) -> None:
    await house.ask_and_leave("/runs")
    slow.go_on.set()
    assert await slow.ended() == ["done"]


@pytest.mark.parametrize("path", ["/readiness", "/runs"])
async def test_who_stays_is_answered(house: House, slow: Slow, path: str) -> None:
    slow.go_on.set()
    assert await house.ask(path) == "done"


async def test_what_fails_for_nobody_is_heard_of(house: House, slow: Slow) -> None:
    slow.fault = RuntimeError("no such story")
    with capture_logs() as told:
        await house.ask_and_leave("/runs")
        slow.go_on.set()
        async with asyncio.timeout(WAIT):
            while not told:  # noqa: ASYNC110 - logged just after the end
                await asyncio.sleep(0)
    assert told[0]["why"] == "no such story"


async def test_what_is_under_way_is_dropped_at_the_end(slow: Slow) -> None:
    house = House(slow)
    await house.open()
    await house.ask_and_leave("/runs")
    await house.close()
    assert slow.ends == ["dropped"]
