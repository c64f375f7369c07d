import asyncio

import pytest

from showcase.model.events import (
    CueEnded,
    CueStarted,
    HopEnded,
    HopStarted,
    RunEnded,
    RunHeld,
    RunStarted,
)
from showcase.model.exchange import Outcome
from showcase.model.programme import OnFailure, Then
from showcase.standins.behaviour import CannotAct, Prompt
from tests.showcase.conductor.players import cue, programme
from tests.showcase.conductor.stage import Stage


async def test_run_opens_with_first_cue_on_standby() -> None:
    stage = Stage(programme(cue("admit", "ITI-31", "desk", "ehr")))
    assert isinstance(stage.notebook.events[0], RunStarted)
    assert stage.standby() == "admit"


async def test_go_fires_one_hop_for_each_receiver() -> None:
    stage = Stage(programme(cue("admit", "ITI-31", "desk", "ehr", "ris")))
    await stage.run.go()
    receivers = [e.receiver for e in stage.notebook.events if isinstance(e, HopEnded)]
    assert receivers == ["ehr", "ris"]
    assert stage.ended()["admit"].held


async def test_follow_goes_on_and_wait_stops() -> None:
    stage = Stage(
        programme(
            cue("one", "ITI-31", "desk", "ehr", then=Then.FOLLOW),
            cue("two", "ITI-31", "desk", "ehr", then=Then.WAIT),
            cue("three", "ITI-31", "desk", "ehr"),
        )
    )
    await stage.run.go()
    assert list(stage.ended()) == ["one", "two"]
    assert stage.standby() == "three"


async def test_continue_does_not_wait_for_the_acknowledgement() -> None:
    stage = Stage(
        programme(
            cue("slow", "ITI-31", "desk", "ehr", then=Then.CONTINUE),
            cue("quick", "ITI-31", "desk", "ris", then=Then.WAIT),
        )
    )
    quick_ended = asyncio.Event()

    async def wait_for_quick(prompt: Prompt) -> None:
        await quick_ended.wait()
        await stage.players.exchange("ITI-31", "desk", "ehr", cue=prompt.cue)

    async def be_quick(prompt: Prompt) -> None:
        await stage.players.exchange("ITI-31", "desk", "ris", cue=prompt.cue)
        quick_ended.set()

    stage.players.script = {"slow": wait_for_quick, "quick": be_quick}
    await stage.run.go()
    assert [e.cue for e in stage.notebook.events if isinstance(e, CueEnded)] == ["quick", "slow"]


async def test_reaction_is_matched_to_the_cue_it_belongs_to() -> None:
    stage = Stage(
        programme(
            cue("share", "ITI-41", "ehr", "index"),
            cue("register", "ITI-42", "index", "registry", caused_by="share"),
        )
    )

    async def share(prompt: Prompt) -> None:
        await stage.players.exchange("ITI-42", "index", "registry")
        await stage.players.exchange("ITI-41", "ehr", "index", cue=prompt.cue)

    stage.players.script = {"share": share}
    await stage.run.go()
    hops = {e.transaction: e.cue for e in stage.notebook.events if isinstance(e, HopStarted)}
    assert hops == {"ITI-42": "register", "ITI-41": "share"}
    assert stage.ended()["register"].held
    started = [e.cue for e in stage.notebook.events if isinstance(e, CueStarted)]
    assert started == ["share", "register"]


async def test_reaction_that_never_comes_does_not_hold() -> None:
    stage = Stage(
        programme(
            cue("share", "ITI-41", "ehr", "index"),
            cue("register", "ITI-42", "index", "registry", caused_by="share"),
        )
    )
    impatient = stage.players.book.stand_ins
    impatient["index"] = impatient["index"].__class__(key="index", deadline=0.01)
    await stage.run.go()
    assert not stage.ended()["register"].held
    assert "Index sent no ITI-42 to Registry" in stage.ended()["register"].words


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.FAILED])
async def test_broken_cue_stops_the_run(outcome: Outcome) -> None:
    stage = Stage(
        programme(
            cue("one", "ITI-31", "desk", "ehr"),
            cue("two", "ITI-31", "desk", "ehr"),
        )
    )
    stage.players.outcome = outcome
    await stage.run.go()
    assert list(stage.ended()) == ["one"]
    assert stage.run.held
    assert isinstance(stage.notebook.events[-1], RunHeld)


async def test_broken_cue_may_let_the_run_go_on() -> None:
    stage = Stage(
        programme(
            cue("one", "ITI-31", "desk", "ehr", on_failure=OnFailure.GO_ON),
            cue("two", "ITI-31", "desk", "ehr"),
        )
    )
    stage.players.outcome = Outcome.REFUSED
    await stage.run.go()
    assert list(stage.ended()) == ["one", "two"]


async def test_expected_refusal_holds() -> None:
    stage = Stage(programme(cue("one", "ITI-31", "desk", "ehr", expect=Outcome.REFUSED)))
    stage.players.outcome = Outcome.REFUSED
    await stage.run.go()
    assert stage.ended()["one"].held


async def test_human_who_cannot_act_is_told_in_words() -> None:
    stage = Stage(programme(cue("one", "RAD-8", "desk", "ehr")))

    async def refuse(_prompt: Prompt) -> None:
        raise CannotAct("the worklist is empty", remedy="Order first.")

    stage.players.script = {"one": refuse}
    await stage.run.go()
    assert stage.ended()["one"].words == "The worklist is empty. Order first."


async def test_panic_cuts_the_hop_in_flight() -> None:
    stage = Stage(programme(cue("one", "ITI-31", "desk", "ehr")))
    under_way = asyncio.Event()

    async def hang(prompt: Prompt) -> None:
        async with stage.players.hops.outgoing(
            "ITI-31", "desk", "ehr", transport="mllp", cue=prompt.cue
        ) as hop:
            hop.line.sent(b"x")
            under_way.set()
            await asyncio.Event().wait()

    stage.players.script = {"one": hang}
    walk = asyncio.create_task(stage.run.go())
    await under_way.wait()
    stage.run.panic()
    await walk
    cut = [e for e in stage.notebook.events if isinstance(e, HopEnded)]
    assert [e.verdict.status for e in cut] == ["cut"]
    assert not stage.ended()["one"].held


async def test_retry_fires_the_broken_cue_again() -> None:
    stage = Stage(
        programme(cue("one", "ITI-31", "desk", "ehr"), cue("two", "ITI-31", "desk", "ris"))
    )
    stage.players.outcome = Outcome.FAILED
    await stage.run.go()
    stage.players.outcome = Outcome.ACKNOWLEDGED
    stage.run.retry()
    assert stage.standby() == "one"
    await stage.run.go()
    assert stage.run.all_held
    assert stage.standby() == ""


async def test_skip_sends_nothing() -> None:
    stage = Stage(programme(cue("one", "ITI-31", "desk", "ehr")))
    stage.run.skip()
    assert stage.ended()["one"].skipped
    assert not stage.players.prompts


async def test_go_while_busy_does_nothing() -> None:
    stage = Stage(programme(cue("one", "ITI-31", "desk", "ehr", then=Then.WAIT)))
    await asyncio.gather(stage.run.go(), stage.run.go())
    assert len(stage.players.prompts) == 1


async def test_close_counts_hops_by_outcome() -> None:
    stage = Stage(programme(cue("one", "ITI-31", "desk", "ehr", "ris")))
    await stage.run.go()
    ended = await stage.run.close()
    assert isinstance(ended, RunEnded)
    assert (ended.hops, ended.acknowledged, ended.refused, ended.failed) == (2, 2, 0, 0)
    assert ended.held


async def test_a_run_that_is_closed_twice_at_once_ends_once() -> None:
    stage = Stage(programme(cue("one", "ITI-31", "desk", "ehr")))
    await stage.run.go()
    one, other = await asyncio.gather(stage.run.close(), stage.run.close(finished=False))
    assert one is other
    assert len(stage.notebook.of(RunEnded)) == 1


async def test_run_ended_early_has_not_held() -> None:
    stage = Stage(programme(cue("one", "ITI-31", "desk", "ehr")))
    assert not (await stage.run.close(finished=False)).held
