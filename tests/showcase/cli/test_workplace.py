from pathlib import Path

import pytest

from showcase.cli.workplace import most_of_a_journal, workplace
from showcase.journal.damage import JournalUnusable
from showcase.journal.retention import MOST
from showcase.model.events import Noticed


@pytest.fixture
def homeless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user whose home is no folder; root could write to any other."""
    (tmp_path / "home").write_text("no folder")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))
    return tmp_path / "home"


async def test_without_a_home_the_journal_is_in_memory(homeless: Path) -> None:
    async with workplace(None) as place:
        await place.journal.settled()
        entries = place.journal.subscribe(0)
        event = (await anext(entries)).event
        await entries.aclose()
        assert isinstance(event, Noticed)
        assert event.words.startswith(f"Nothing can be written to {homeless}/data/showcase")
        assert "kept in memory, until the program ends" in event.words
        assert not place.on_stage.ours
        assert homeless not in place.store.parents
        assert place.store.parent.is_dir()
    assert not place.store.parent.exists()


async def test_at_home_the_journal_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    async with workplace(None) as place:
        assert place.trouble is None
        assert place.store.parent == tmp_path / "showcase"
    assert (tmp_path / "showcase" / "journal.db").exists()


@pytest.mark.usefixtures("homeless")
async def test_file_that_was_asked_for_is_not_replaced_by_memory(tmp_path: Path) -> None:
    with pytest.raises(JournalUnusable, match="cannot be used"):
        async with workplace(tmp_path / "home" / "journal.db"):
            pass


@pytest.mark.parametrize(
    ("said", "meant"), [("", MOST), ("2.5", 2_500_000_000), ("0", 0), ("-1", 0), ("lots", MOST)]
)
def test_how_large_a_journal_may_be(said: str, meant: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOWCASE_JOURNAL_GB", said)
    assert most_of_a_journal() == meant
