"""The engine's stand-ins, with nobody at a window."""

import asyncio
from pathlib import Path

import pytest

from showcase.api.engine import Engine
from showcase.api.stagehand import Refused
from showcase.model.clearance import Holding
from showcase.model.events import Noticed, RolePassed, RunStarted
from tests.journeys.bad_peers import acknowledges, peer
from tests.journeys.relay import free_port
from tests.journeys.staging import engine

CAST = """\
format: 1
systems:
  acme:
    vendor: Acme
    hl7v2: {{host: 127.0.0.1, port: {port}, application: ACME, facility: ALBA}}
    take_over_after: {after}
    takes: [ITI-31]
    deadline: 1
roles: {{ehr: acme}}
"""


def cast(folder: Path, *, after: float = 0) -> str:
    file = folder / "cast.yaml"
    file.write_text(CAST.format(port=free_port(), after=after))
    return str(file)


async def started(stage: Engine, run: str) -> RunStarted:
    await stage.journal.settled()
    events = [entry.event for entry in await stage.journal.entries(run)]
    return next(event for event in events if isinstance(event, RunStarted))


async def noticed(stage: Engine, role: str) -> Noticed:
    async with asyncio.timeout(20):
        async for entry in stage.journal.subscribe(0):
            if isinstance(entry.event, Noticed) and entry.event.role == role:
                return entry.event
    raise AssertionError


async def test_role_can_change_hands_between_runs(tmp_path: Path) -> None:
    async with engine(tmp_path) as stage:
        casting = cast(tmp_path)
        await stage.start_run("chest-pain", cast=casting, fast=True)
        await stage.end()
        await stage.stand_in("ehr")
        run = await stage.start_run("chest-pain", cast=casting, fast=True)
        await stage.journal.settled()
        (started,) = [
            entry.event
            for entry in await stage.journal.entries(run)
            if isinstance(entry.event, RunStarted)
        ]
        assert started.systems["ehr"].stand_in
        await stage.end()
        await stage.give_back("ehr")
        with pytest.raises(Refused, match="Nobody was relieved of ehr"):
            await stage.give_back("ehr")


async def test_another_language_changes_words_and_nothing_else(tmp_path: Path) -> None:
    async with engine(tmp_path) as stage:
        casting = cast(tmp_path)
        await stage.start_run("chest-pain", cast=casting, fast=True)
        await stage.end()
        await stage.stand_in("ehr")
        before = await started(stage, await stage.start_run("chest-pain", cast=casting, fast=True))
        after = await started(
            stage, await stage.start_run("chest-pain", cast=casting, fast=True, language="de")
        )
        assert after.systems == before.systems
        assert after.systems["ehr"].stand_in
        assert after.programme.language == "de"
        assert after.programme.role("desk").title != before.programme.role("desk").title


@pytest.mark.parametrize("under_way", [True, False])
async def test_who_gets_a_role_back_is_told_what_it_missed(
    tmp_path: Path, *, under_way: bool
) -> None:
    async with engine(tmp_path) as stage:
        await stage.start_run("chest-pain", cast=cast(tmp_path), cut="short", fast=True)
        await stage.stand_in("ehr")
        ended = await (stage.performance.go() if under_way else stage.play_through())
        assert ended is None or ended.held
        (missed,) = await stage.give_back("ehr")
        assert (missed.transaction, len(missed.hops), missed.cues) == ("ITI-31", 1, ("admit",))
        told = await noticed(stage, "ehr")
        assert told.words == (
            "Acme (Hospital EHR) did not receive: Patient Encounter Management (ITI-31)."
        )


async def test_nobody_is_relieved_where_no_vendor_plays(tmp_path: Path) -> None:
    async with engine(tmp_path) as stage:
        with pytest.raises(Refused, match="No story is on stage"):
            await stage.stand_in("ehr")
        await stage.start_run("chest-pain", cast=cast(tmp_path), fast=True)
        with pytest.raises(Refused, match="No vendor's system plays ris"):
            await stage.stand_in("ris")


async def test_cast_lets_a_dead_system_be_replaced_without_a_press(tmp_path: Path) -> None:
    async with engine(tmp_path) as stage:
        run = await stage.start_run(
            "chest-pain", cast=cast(tmp_path, after=0.1), cut="short", fast=True
        )
        ended = await stage.play_through()
        assert ended.held
        await stage.journal.settled()
        passed = [
            entry.event
            for entry in await stage.journal.entries(run)
            if isinstance(entry.event, RolePassed)
        ]
        assert [each.role for each in passed] == ["ehr"]


@pytest.mark.parametrize(
    ("host", "words"), [("192.0.2.1", "Nobody can listen there"), ("", "is taken")]
)
async def test_why_nobody_can_listen_is_told_apart(tmp_path: Path, host: str, words: str) -> None:
    file = tmp_path / "cast.yaml"
    async with engine(tmp_path) as stage:
        listener = await asyncio.start_server(
            lambda _reader, writer: writer.close(), "127.0.0.1", 0
        )
        async with listener:
            port = listener.sockets[0].getsockname()[1]
            file.write_text(
                f"format: 1\nstandins: {{roles: {{ris: {{hl7v2: {{port: {port}}}}}}}}}\n"
            )
            with pytest.raises(Refused) as refused:
                await stage.open_house("chest-pain", cast=str(file), only=["ris"], host=host)
    assert words in refused.value.words


async def test_a_reset_forgets_everybody_and_says_so(tmp_path: Path) -> None:
    async with engine(tmp_path) as stage:
        first = await stage.start_run("chest-pain", fast=True)
        assert not (await stage.clearance()).cleared
        await stage.play_through()
        second = await stage.start_run("chest-pain", fast=True)
        told = await stage.clearance()
        assert (told.run, told.before) == (second, first)
        cleared = {each.role: each.counts for each in told.cleared}
        assert cleared["archive"][Holding.IMAGE] == 24
        assert cleared["repository"][Holding.DOCUMENT] == 1
        assert cleared["registry"][Holding.ENTRY] == 1
        assert cleared["index"][Holding.PATIENT] == 1
        assert [(each.role, each.ours) for each in told.kept] == [("audit", True)]
        assert not list((tmp_path / "stand-ins").rglob("*.dcm"))
        ended = await stage.play_through()
        assert ended.held


async def test_a_reset_names_what_a_vendor_still_keeps(tmp_path: Path) -> None:
    async with peer(acknowledges("AA")) as port, engine(tmp_path) as stage:
        casting = tmp_path / "cast.yaml"
        casting.write_text(CAST.format(port=port, after=0))
        first = await stage.start_run("chest-pain", cast=str(casting), cut="short", fast=True)
        name = stage.performance.patient.name
        await stage.performance.go()
        await stage.start_run("chest-pain", cast=str(casting), fast=True)
        left = [each for each in (await stage.clearance()).kept if not each.ours]
    assert [(each.system, each.holding, each.count) for each in left] == [
        ("Acme", Holding.PATIENT, 1)
    ]
    assert (left[0].patient, left[0].run) == (name, first)
    assert left[0].name
