"""The disk fills up in the middle of a story, and is freed again: the show goes on throughout."""

from pathlib import Path

from showcase.model.events import Entry, Noticed, RunEnded
from tests.journeys.staging import engine


async def test_story_is_told_though_the_disk_is_full(tmp_path: Path) -> None:
    async with engine(tmp_path) as stage:
        journal = stage.journal
        run = await stage.start_run("chest-pain", fast=True)
        await journal.settled()
        # SQLite says SQLITE_FULL, as it does of a disk (sqlite.org/pragma.html, max_page_count)
        disk = journal._files.writing._db
        (pages,) = disk.execute("PRAGMA page_count").fetchone()
        disk.execute(f"PRAGMA max_page_count = {pages}")
        seen: list[Entry] = []
        live = journal.subscribe()
        ended = await stage.play_through()
        async for entry in live:
            seen.append(entry)
            if isinstance(entry.event, RunEnded):
                break
        assert ended.held  # every hop was shown, and acknowledged
        assert journal.trouble.startswith("The disk is full: the show goes on")
        assert not seen[-1].kept
        told = [each.event for each in seen if isinstance(each.event, Noticed)]
        assert any(each.words == journal.trouble and each.remedy for each in told)
        assert len(await journal.entries(run)) >= len(seen) - len(told)  # a window that comes late
        disk.execute("PRAGMA max_page_count = 100000000")
        async for entry in live:
            if isinstance(entry.event, Noticed) and "being written again" in entry.event.words:
                break
        assert entry.kept
        await live.aclose()
    async with engine(tmp_path) as stage:
        kept = {each.seq: each for each in await stage.journal.entries(run)}
        hops = [each for each in seen if each.event.run == run]
        assert [kept[each.seq].event for each in hops] == [each.event for each in hops]
