"""Two hands at once: of two GOs one fires, of two runs one begins, and nobody ends the next one."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from showcase.api.engine import Engine
from showcase.api.stagehand import Refused
from showcase.model.events import CueStarted, RunEnded, RunStarted
from tests.journeys.staging import engine

STORY = "chest-pain"


async def at_once(*asked: object) -> list[object]:
    """Ask it all in the same moment; what came of it."""
    return list(await asyncio.gather(*asked, return_exceptions=True))  # type: ignore[call-overload]


async def seen(stage: Engine, run: str, kind: type[object]) -> list[object]:
    await stage.journal.settled()
    return [e.event for e in await stage.journal.entries(run) if isinstance(e.event, kind)]


def refusals(found: list[object]) -> list[str]:
    return [each.words for each in found if isinstance(each, Refused)]


async def test_of_two_runs_at_once_one_begins(tmp_path: Path) -> None:
    async with engine(tmp_path) as stage:
        found = await at_once(stage.start_run(STORY, fast=True), stage.start_run(STORY, fast=True))
        assert refusals(found) == ["A run is just being put on stage."]
        (run,) = [each for each in found if isinstance(each, str)]
        assert (await stage.state()).run == run
        assert len(await seen(stage, "", RunStarted)) in {0, 1}
        assert len(await seen(stage, run, RunStarted)) == 1


async def test_of_two_gos_at_once_one_fires(tmp_path: Path) -> None:
    async with engine(tmp_path) as stage:
        run = await stage.start_run(STORY, cut="short", fast=True)
        while (await stage.state()).run:
            found = await at_once(stage.go(), stage.go(), stage.go())
            assert refusals(found) == ["A cue is under way."] * 2
            await walked(stage)
        fired = Counter(e.cue for e in await seen(stage, run, CueStarted))  # type: ignore[attr-defined]
        assert set(fired.values()) == {1}
        (ended,) = await seen(stage, run, RunEnded)
        assert isinstance(ended, RunEnded)
        assert ended.held  # the second GO did not cut what the first had fired


async def test_of_two_retries_at_once_one_fires(tmp_path: Path) -> None:
    async with engine(tmp_path) as stage:
        await stage.start_run(STORY, cut="short", fast=True)
        await stage.go()
        await stage.panic()
        await walked(stage)
        found = await at_once(stage.retry(), stage.retry(), stage.jump("admit"), stage.skip())
        assert len(refusals(found)) == 3


async def test_an_end_that_comes_late_does_not_end_the_next_run(tmp_path: Path) -> None:
    async with engine(tmp_path) as stage:
        before = await stage.start_run(STORY, fast=True)
        found = await at_once(stage.start_run(STORY, fast=True), stage.end())
        run = found[0]
        assert isinstance(run, str)
        assert run != before
        assert (await stage.state()).run == run
        assert len(await seen(stage, before, RunEnded)) == 1
        assert await seen(stage, run, RunEnded) == []


async def test_a_cast_is_not_changed_while_a_run_begins(tmp_path: Path) -> None:
    async with engine(tmp_path) as stage:
        beginning = asyncio.ensure_future(stage.start_run(STORY, fast=True))
        await asyncio.sleep(0)
        with pytest.raises(Refused):
            await stage.casting.switch("", STORY)
        await beginning


async def walked(stage: Engine) -> None:
    """Return once what was fired is over."""
    await asyncio.gather(*stage._running._walks, return_exceptions=True)
