"""What a damaged journal costs: its name, and nothing else."""

import random
import sqlite3
from pathlib import Path

import pytest

from showcase.journal.damage import JournalUnusable
from showcase.journal.files import open_files, set_aside
from showcase.journal.journal import open_journal
from showcase.model.events import Noticed
from showcase.wire.clock import SystemClock

CLOCK = SystemClock()
_EVENTS = 400


async def written(path: Path, *, closed: bool = True) -> None:
    """A journal with some hundred entries; where it is not closed, as a crash leaves it."""
    journal = await open_journal(path, CLOCK)
    for number in range(_EVENTS):
        data = random.Random(number).randbytes(3000)
        journal.record(Noticed(words=f"event {number}"), {f"{number:064}": data})
        if number % 40 == 0:
            await journal.settled()
    await journal.settled()
    if closed:
        await journal.close()
        return
    for end in ("", "-wal"):
        copy = path.with_name(path.name + end)
        copy.with_name(f"left-{copy.name}").write_bytes(copy.read_bytes())
    await journal.close()
    for end in ("", "-wal"):
        copy = path.with_name(path.name + end)
        copy.with_name(f"left-{copy.name}").replace(copy)


async def told(path: Path) -> list[str]:
    """What the journal says after it was opened, and that it takes an entry."""
    async with await open_journal(path, CLOCK) as journal:
        journal.record(Noticed(words="after"))
        await journal.settled()
        found: list[str] = []
        async for entry in (entries := journal.subscribe(0)):
            assert isinstance(entry.event, Noticed)
            found.append(entry.event.words)
            if found[-1] == "after":
                break
        await entries.aclose()
    return found


@pytest.mark.parametrize("closed", [True, False])
async def test_journal_that_was_cut_short_is_whole_or_set_aside(
    closed: bool,
    tmp_path: Path,
) -> None:
    await written(tmp_path / "whole.db", closed=closed)
    chance = random.Random(closed)
    for number in range(40):
        path = tmp_path / f"{number}" / "journal.db"
        path.parent.mkdir()
        for end in ("", "-wal"):
            whole = tmp_path / f"whole.db{end}"
            if not whole.exists():
                continue
            data = whole.read_bytes()
            short = chance.random() < 0.7
            size = chance.randrange(len(data) + 1) if short else len(data)
            path.with_name(path.name + end).write_bytes(data[:size])
        words = await told(path)
        aside = list(path.parent.glob("journal-damaged-*.db"))
        assert words[-1] == "after"
        if aside:
            assert words[0].startswith("The journal was damaged. It was set aside as ")
            assert len(words) == 2
        else:  # what is there is what had been written, from its beginning on
            assert words[:-1] == [f"event {n}" for n in range(len(words) - 1)]


async def test_whole_journal_stays_where_it_is(tmp_path: Path) -> None:
    await written(tmp_path / "journal.db")
    words = await told(tmp_path / "journal.db")
    assert words == [*(f"event {n}" for n in range(_EVENTS)), "after"]


async def test_damage_that_comes_up_later_sets_the_file_aside(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    async with await open_journal(path, CLOCK) as journal:
        journal.record(Noticed(words="before"))
        await journal.settled()
        staff = sqlite3.connect(path, isolation_level=None)
        staff.execute("PRAGMA writable_schema = ON")
        staff.execute("UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'entry'")
        staff.execute("PRAGMA schema_version = 77")
        staff.close()
        live = journal.subscribe()
        journal.record(Noticed(words="now"))
        words = [(await anext(live)).event.words for _ in range(4)]  # type: ignore[union-attr]
        await live.aclose()
    assert words[0] == "now"
    assert "damaged: the show goes on" in words[1]
    assert words[2].startswith("The journal was damaged while it was in use. It was set aside as ")
    assert "being written again" in words[3]
    kept = await told(path)
    assert kept[:1] == ["now"]


async def test_names_do_not_collide(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    names = set()
    for _ in range(3):
        path.write_bytes(b"SQLite format 3\0")
        names.add(set_aside(path, CLOCK).name)
    assert len(names) == 3


async def test_photo_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(b"\xff\xd8\xff" * 1000)
    with pytest.raises(JournalUnusable, match="holiday"):
        open_files(path, CLOCK)
    assert path.exists()
