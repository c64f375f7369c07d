"""How the window finds an engine: a real one, started as a real child."""

from pathlib import Path

import pytest

from showcase.client import Starting, door_path, read_door, write_door
from showcase.model.answers import Door
from ui.attach import Attachment


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user's folder of our own, so that no engine of this machine's user is found."""
    for name in ("XDG_DATA_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))


async def test_window_starts_an_engine_and_the_next_finds_it() -> None:
    write_door(Door(url="http://127.0.0.1:9", key="old", pid=0))  # left by one that was killed
    first, second = Attachment(), Attachment()
    async with await first() as engine:
        assert (await engine.state()).run == ""
        async with await second() as same:
            assert same.door == engine.door == read_door()
        assert (first.ours, second.ours) == (True, False)
        await engine.quit()


async def test_journal_of_its_own_means_an_engine_of_its_own(tmp_path: Path) -> None:
    own = tmp_path / "own" / "journal.db"
    first, second = Attachment(own), Attachment(own)
    async with await first() as engine:
        await engine.state()
        assert own.exists()
        assert read_door() is None  # no other window shall find it
        async with await second() as same:  # but one that was killed, and started again
            assert same.door == engine.door == read_door(door_path(own))
        await engine.quit()


async def test_the_engine_that_was_started_ahead_is_the_windows(tmp_path: Path) -> None:
    own = tmp_path / "journal.db"
    begun = Starting(["--journal", str(own)])
    window = Attachment(own, begun)
    async with await window() as engine:
        assert window.ours
        begun.give_up()  # it has been taken: nobody ends it but its window
        assert (await engine.state()).run == ""
        await engine.quit()
