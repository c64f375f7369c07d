"""An engine is left as a crash leaves it: nothing of it is closed; another one comes."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType

import msgspec

from showcase.api.engine import Engine
from showcase.api.onstage import OnStage
from showcase.api.returning import FRESH, bring_back
from showcase.journal.journal import Journal, open_journal
from showcase.model.events import Entry, HopEnded, Noticed, RunEnded, RunHeld, RunStarted
from showcase.wire.clock import SystemClock

STORY = Path("scenarios/chest-pain")


class Later(SystemClock):
    """A clock that is ahead."""

    def __init__(self, ahead: timedelta) -> None:
        self._ahead = ahead

    def now(self) -> datetime:
        return super().now() + self._ahead


class Left:
    """An engine that was killed in a run."""

    def __init__(self, folder: Path, run: str, ports: dict[str, dict[str, int]]) -> None:
        self.folder = folder
        self.run = run
        self.ports = ports

    @asynccontextmanager
    async def back(self, ahead: timedelta = timedelta()) -> AsyncIterator[tuple[Engine, bool]]:
        """The next engine, and whether the run is on stage again."""
        async with AsyncExitStack() as stack:
            file = self.folder / "journal.db"
            journal = await stack.enter_async_context(await open_journal(file, SystemClock()))
            stage, on_stage = engine(journal, self.folder)
            stack.push_async_callback(stage.close)
            yield stage, await bring_back(stage, journal, on_stage, Later(ahead))

    async def entries(self, stage: Engine) -> list[Entry]:
        await stage.journal.settled()
        return await stage.journal.entries(self.run)


def engine(journal: Journal, folder: Path) -> tuple[Engine, OnStage]:
    on_stage = OnStage(folder / "journal.db")
    store = folder / "stand-ins"
    return Engine(journal, SystemClock(), store, on_stage=on_stage), on_stage


async def left(
    folder: Path,
    *,
    story: str = "chest-pain",
    steps: int = 1,
    cast: str = "",
    interface: str = "",
    watch: bool = False,
    names: Mapping[str, str] = MappingProxyType({}),
) -> Left:
    """An engine that has played some steps of a story, and then was no more."""
    async with await open_journal(folder / "journal.db", SystemClock()) as journal:
        stage, on_stage = engine(journal, folder)
        stage.reception.open_house(everybody=False, interface=interface)
        for address, name in names.items():
            stage._house.guests.name(address, name)
        run = await stage.start_run(story, cast=cast, fast=True, watch=watch)
        for _ in range(steps):
            await stage.performance.go()
        await journal.settled()
        memo = on_stage.read()
        assert memo
        noted = msgspec.structs.asdict(memo)["ports"]
        # nothing says good-bye: what `close` would record is not recorded
        await stage._house.clear()
        on_stage.close()
        stage._hops.on_end.clear()
    return Left(folder, run, noted)


async def test_run_stands_where_it_stood(tmp_path: Path) -> None:
    crashed = await left(tmp_path)
    async with crashed.back() as (stage, there):
        assert there
        state = await stage.state()
        assert (state.run, state.held, state.busy) == (crashed.run, True, False)
        entries = await crashed.entries(stage)
        assert any(isinstance(e.event, RunHeld) and e.event.interrupted for e in entries)


async def test_it_goes_on_with_the_same_patient_to_a_true_end(tmp_path: Path) -> None:
    crashed = await left(tmp_path, steps=3)
    async with crashed.back() as (stage, _):
        ended = await stage.play_through()
        assert [proof.claim for proof in ended.proofs if not proof.holds] == []
        assert ended.held
        entries = await crashed.entries(stage)
    starts = [e.event for e in entries if isinstance(e.event, RunStarted)]
    assert len(starts) == 1
    sent = [(e.event.cue, e.event.receiver) for e in entries if isinstance(e.event, HopEnded)]
    told = [step for step in sent if step[0]]
    assert len(told) == len(set(told))


async def test_ports_are_the_same_again(tmp_path: Path) -> None:
    crashed = await left(tmp_path)
    async with crashed.back() as (stage, _):
        assert stage._house.ports() == crashed.ports


async def test_nothing_comes_back_where_nothing_was_cut_off(tmp_path: Path) -> None:
    crashed = await left(tmp_path)
    async with crashed.back() as (stage, _):
        await stage.end()
    async with crashed.back() as (_, there):
        assert not there


async def test_run_of_yesterday_is_over(tmp_path: Path) -> None:
    crashed = await left(tmp_path)
    async with crashed.back(ahead=FRESH * 2) as (stage, there):
        assert not there
        assert (await stage.state()).run == ""


async def test_run_that_cannot_go_on_is_told(tmp_path: Path) -> None:
    cast = tmp_path / "cast.yaml"
    cast.write_text("format: 1\ntitle: Morning\n")
    crashed = await left(tmp_path, cast=str(cast))
    cast.write_text("format: 1\nroles: {nobody: nothing}\n")
    async with crashed.back() as (stage, there):
        assert not there
        await stage.journal.settled()
        entries = stage.journal.subscribe(0)
        notices = [e.event async for e in _so_far(entries) if isinstance(e.event, Noticed)]
    assert notices[-1].words.startswith("The tour of ")
    assert "was cut off, and cannot go on: " in notices[-1].words
    assert notices[-1].remedy == "Begin the next tour (N)."


async def test_changed_story_goes_on_as_it_began(tmp_path: Path) -> None:
    story = tmp_path / "chest-pain"
    shutil.copytree(STORY, story)
    crashed = await left(tmp_path, story=str(story))
    text = (story / "story.yaml").read_text()
    (story / "story.yaml").write_text(text.replace("title: Chest pain", "title: Another pain", 1))
    async with crashed.back() as (stage, there):
        assert there
        assert stage.performance.programme.title == "Chest pain"
        entries = await crashed.entries(stage)
    notices = [e.event.words for e in entries if isinstance(e.event, Noticed)]
    assert any("The story was changed on disk" in words for words in notices)


async def test_what_makes_engines_stop_is_not_tried_for_ever(tmp_path: Path) -> None:
    crashed = await left(tmp_path)
    on_stage = OnStage(tmp_path / "journal.db")
    memo = on_stage.read()
    assert memo
    on_stage.write(msgspec.structs.replace(memo, returns=2))
    on_stage.close()
    async with crashed.back() as (_, there):
        assert not there


async def _so_far(entries: AsyncIterator[Entry]) -> AsyncIterator[Entry]:
    """What is there already."""
    while True:
        try:
            async with asyncio.timeout(1):
                yield await anext(entries)
        except TimeoutError:
            return


async def test_stand_ins_come_back_on_the_network_that_staff_had_chosen(tmp_path: Path) -> None:
    crashed = await left(tmp_path, interface="127.0.0.2")
    async with crashed.back() as (stage, there):
        assert there
        seen = stage.reception.seen()
        assert seen.interface == "127.0.0.2"
        assert {port.address.split(":")[0] for port in seen.ports} == {"127.0.0.2"}


async def test_a_run_that_only_watched_watches_on(tmp_path: Path) -> None:
    crashed = await left(tmp_path, watch=True, names={"10.4.0.9": "Acme"}, steps=0)
    async with crashed.back() as (stage, there):
        assert there
        assert (await stage.state()).run == crashed.run
        assert stage._house.guests.names == {"10.4.0.9": "Acme"}
        assert not any(isinstance(e.event, RunEnded) for e in await crashed.entries(stage))
