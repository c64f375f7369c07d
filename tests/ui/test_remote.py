"""The wall alone, on another machine: a real server, its second door, and the window."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication

from showcase.api.lookout import Lookout
from showcase.api.server import Server
from showcase.client import EngineClient
from showcase.journal import open_journal
from showcase.model.answers import EngineState
from showcase.model.lookout import LookoutWanted
from showcase.wire.clock import SystemClock
from tests.showcase.api.test_server import FakeStagehand
from tests.ui import journey
from ui import remote
from ui.fonts import load_fonts
from ui.remote import RemoteWall, Spot
from ui.viewmodels.curtain import CurtainModel

pytestmark = pytest.mark.window

WAIT = 20


class Stage(FakeStagehand):
    """On it stands the scripted journey."""

    def __init__(self, last: int) -> None:
        super().__init__()
        self._last = last

    async def state(self) -> EngineState:
        return EngineState(run=journey.RUN, last_seq=self._last)


class Visitor:
    """Waits until the wall shows something."""

    def __init__(self, wall: RemoteWall) -> None:
        self.wall = wall
        self._changed = asyncio.Event()
        wall.stage.changed.connect(self._changed.set)
        wall.link.connection.connect(lambda *_: self._changed.set())

    async def until(self, so: Callable[[], bool]) -> None:
        """Return once that is so."""
        while not so():
            self._changed.clear()
            await self._changed.wait()

    @property
    def notice(self) -> str:
        """What the window says about its engine."""
        return str(self.wall.root.property("notice"))


@pytest.fixture
def spot(qapp: QGuiApplication) -> Spot:
    assert qapp
    load_fonts()
    return Spot(window=True, language="en", light=True, diagonal=75, distance=4)


def _gone(wall: RemoteWall) -> None:
    wall.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


async def test_it_shows_the_run_goes_stale_and_comes_back(spot: Spot, tmp_path: Path) -> None:
    file = tmp_path / "lookout.json"
    async with (
        await open_journal(tmp_path / "journal.db", SystemClock()) as journal,
        asyncio.timeout(WAIT * 3),
    ):
        for entry in journey.journey()[:20]:
            journal.record(entry.event)
        await journal.settled()
        stage = Stage(20)
        server = Server(stage, journal, lookout=Lookout(file))
        async with EngineClient(await server.open()) as staff:
            told = await staff.change_lookout(LookoutWanted(host="127.0.0.1", port=0))
        wall = RemoteWall(told.urls[0], told.key, spot)
        visitor = Visitor(wall)
        assert told.urls[0] in visitor.notice
        life = asyncio.ensure_future(wall.run())
        await visitor.until(lambda: wall.stage.title == "Chest pain" and visitor.notice == "")
        QGuiApplication.processEvents()
        assert not wall.root.grabWindow().isNull()
        assert not wall.stage.picture.stale
        await server.close()
        await visitor.until(lambda: wall.stage.picture.stale)
        assert told.urls[0] in visitor.notice
        assert wall.stage.title == "Chest pain"  # the last good picture stays
        again = Server(stage, journal, lookout=Lookout(file))
        await again.open()
        await visitor.until(lambda: not wall.stage.picture.stale)
        assert visitor.notice == ""
        wall.root.close()
        await life
        await again.close()
        _gone(wall)


async def test_a_wrong_key_is_told_where_it_hangs(spot: Spot, tmp_path: Path) -> None:
    async with (
        await open_journal(tmp_path / "journal.db", SystemClock()) as journal,
        asyncio.timeout(WAIT),
    ):
        server = Server(Stage(0), journal)
        async with EngineClient(await server.open()) as staff:
            told = await staff.change_lookout(LookoutWanted(host="127.0.0.1", port=0))
        wall = RemoteWall(told.urls[0], "not-the-key", spot)
        visitor = Visitor(wall)
        life = asyncio.ensure_future(wall.run())
        await visitor.until(lambda: "key is missing or wrong" in visitor.notice)
        assert "Wall on another machine" in visitor.notice
        wall.root.close()
        await life
        await server.close()
        _gone(wall)


def test_it_hangs_as_it_was_told(spot: Spot) -> None:
    wall = RemoteWall("http://127.0.0.1:9", "k", spot)
    assert (wall.stage.sight.diagonal, wall.stage.sight.distance) == (75, 4)
    assert wall.qml
    theme = wall.qml.singletonInstance("Showcase.Theme", "Theme")
    assert isinstance(theme, QObject)
    assert theme.property("dark") is False
    _gone(wall)


def test_an_address_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        remote.run(["--key", "k"])
    assert "--connect" in capsys.readouterr().err


async def test_it_freezes_and_goes_blank_with_the_wall_of_the_console(
    spot: Spot, tmp_path: Path
) -> None:
    async with (
        await open_journal(tmp_path / "journal.db", SystemClock()) as journal,
        asyncio.timeout(WAIT * 2),
    ):
        for entry in journey.journey()[:20]:
            journal.record(entry.event)
        await journal.settled()
        server = Server(Stage(20), journal)
        async with EngineClient(await server.open()) as staff:
            told = await staff.change_lookout(LookoutWanted(host="127.0.0.1", port=0))
            wall = RemoteWall(told.urls[0], told.key, spot)
            curtain = wall.stage.curtain
            assert isinstance(curtain, CurtainModel)
            visitor = Visitor(wall)
            curtain.changed.connect(wall.stage.changed)
            life = asyncio.ensure_future(wall.run())
            await staff.draw_curtain(holding=True, frozen=False)
            await visitor.until(lambda: bool(curtain.holding))
            await staff.draw_curtain(holding=False, frozen=True)
            await visitor.until(lambda: curtain.is_frozen and not curtain.holding)
            await staff.draw_curtain(holding=False, frozen=False)
            await visitor.until(lambda: not curtain.is_frozen)
        wall.root.close()
        await life
        await server.close()
        _gone(wall)
