"""A client of a whole engine, for tests of what it answers backstage."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from showcase.api.engine import Engine
from showcase.api.server import Server
from showcase.client import EngineClient
from showcase.journal import open_journal
from showcase.wire.clock import SystemClock


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[EngineClient]:
    async with await open_journal(tmp_path / "j.db", SystemClock()) as journal:
        stage = Engine(journal, SystemClock(), tmp_path / "stand-ins", tmp_path / "certificates")
        server = Server(stage, journal, stage.casting)
        async with EngineClient(await server.open()) as found:
            yield found
        await server.close()
        await stage.close()
