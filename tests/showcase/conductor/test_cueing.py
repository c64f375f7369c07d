import asyncio

from showcase.model.events import CueEnded, CueWaits, HopEnded, RunHeld
from showcase.model.programme import Then
from showcase.model.system import System
from tests.showcase.conductor.players import cue, programme
from tests.showcase.conductor.stage import Stage

ACME = System(key="acme", vendor="Acme", stand_in=False)
ADMIT = cue("admit", "ITI-31", "desk", "ehr")
NEXT = cue("next", "ITI-31", "ehr", "ris", then=Then.WAIT)


async def test_cue_waits_for_the_vendors_human() -> None:
    stage = Stage(programme(ADMIT, NEXT), desk=ACME)
    walk = asyncio.create_task(stage.run.go())
    told = await stage.until(CueWaits)
    assert (told.sender, told.receivers) == ("desk", ("ehr",))
    assert stage.run.waiting == ADMIT
    await stage.players.exchange("ITI-31", "desk", "ehr")
    await walk
    assert [each.cue for each in stage.of(CueEnded)] == ["admit", "next"]
    assert all(each.held for each in stage.of(CueEnded))
    assert stage.run.waiting is None


async def test_patience_that_is_over_breaks_the_cue_in_words() -> None:
    stage = Stage(programme(ADMIT), desk=ACME)
    stage.run.be_patient(0.01)
    await stage.run.go()
    (ended,) = stage.of(CueEnded)
    assert ended.words == "Desk sent no ITI-31 to Ehr within 0.01 seconds."
    assert stage.of(RunHeld)


async def test_cue_that_waits_can_be_skipped() -> None:
    stage = Stage(programme(ADMIT, NEXT), desk=ACME)
    walk = asyncio.create_task(stage.run.go())
    await stage.until(CueWaits)
    stage.run.skip()
    await walk
    assert [(each.cue, each.skipped) for each in stage.of(CueEnded)] == [
        ("admit", True),
        ("next", False),
    ]


async def test_retry_sends_only_to_whom_it_did_not_reach() -> None:
    stage = Stage(programme(cue("admit", "ITI-31", "desk", "ehr", "ris")))

    async def half(prompt: object) -> None:
        del prompt
        await stage.players.exchange("ITI-31", "desk", "ehr", cue="admit")

    stage.players.script = {"admit": half}
    await stage.run.go()
    stage.players.script = {}
    stage.run.retry()
    await stage.run.go()
    receivers = [hop.receiver for hop in stage.of(HopEnded)]
    assert receivers == ["ehr", "ris"]
    assert stage.run.all_held
