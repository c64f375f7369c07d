"""The client against the real engine, in a process of its own."""

import asyncio
import os
from pathlib import Path

import pytest
from aiohttp import web

from showcase.client import EngineClient, EngineGone, EngineRefused, alive, launch, read_door
from showcase.client import engine as engine_module
from showcase.model.answers import Door

WAIT = 60


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the door file elsewhere")
async def test_an_engine_lives_from_launch_to_quit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    async with asyncio.timeout(WAIT):
        door = await launch(["--journal", str(tmp_path / "journal.db")])
        async with EngineClient(door) as client:
            assert read_door(tmp_path / "journal.db.engine.json") == door
            assert "chest-pain" in [story.key for story in await client.stories()]
            with pytest.raises(EngineRefused, match="No run"):
                await client.go()
            stream = client.events(after=0)
            watching = asyncio.ensure_future(anext(stream))
            await client.quit()
            with pytest.raises(EngineGone):
                await watching
    assert not await alive(door)
    assert read_door(tmp_path / "journal.db.engine.json") is None


async def test_something_else_behind_the_door_is_no_engine() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with EngineClient(Door(url=f"http://127.0.0.1:{port}", key="k", pid=1)) as client:
        with pytest.raises(EngineGone, match="not this version"):
            await client.state()
    server.close()
    await server.wait_closed()


async def test_a_stream_outlives_the_deadline_of_a_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only single answers have 30 seconds; a quiet booth's stream has as long as it takes."""
    assert engine_module._DEADLINE == 30
    monkeypatch.setattr(engine_module, "_DEADLINE", 0.2)

    async def events(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await asyncio.sleep(0.5)  # longer than the deadline of a call: that is the point
        await socket.send_str(
            '{"seq":1,"at":"2026-05-04T09:30:00Z","event":{"event":"RunResumed"}}'
        )
        await socket.receive()
        return socket

    application = web.Application()
    application.add_routes([web.get("/events", events)])
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with EngineClient(Door(url=url, key="k", pid=1)) as client:
        stream = client.events()
        assert (await anext(stream)).seq == 1
        await stream.aclose()
    await runner.cleanup()
