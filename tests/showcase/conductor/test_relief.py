import asyncio
from collections.abc import Awaitable, Callable

import pytest

from showcase.model.answers import Missed
from showcase.model.events import CueEnded, CueWaits, HopEnded, Noticed, RolePassed
from showcase.model.exchange import Outcome
from showcase.model.programme import Then
from showcase.model.system import System
from showcase.standins.behaviour import Prompt
from tests.showcase.conductor.players import cue, programme
from tests.showcase.conductor.stage import Stage

ACME = System(key="acme", vendor="Acme", stand_in=False)
HASTY = System(key="hasty", stand_in=False, take_over_after=0.01)
ADMIT = cue("admit", "ITI-31", "desk", "ehr")
NEXT = cue("next", "ITI-31", "ehr", "ris", then=Then.WAIT)


async def test_stand_in_does_at_once_what_waits_for_the_vendor() -> None:
    stage = Stage(programme(ADMIT, NEXT), desk=ACME)
    walk = asyncio.create_task(stage.run.go())
    await stage.until(CueWaits)
    await stage.run.stand_in("desk")
    await walk
    assert [each.cue for each in stage.of(CueEnded)] == ["admit", "next"]
    assert stage.run.all_held
    (passed,) = stage.of(RolePassed)
    assert passed.system.stand_in
    assert passed.words == "It has caught up on 2 exchanges."


async def test_two_presses_go_on_after_a_vendor_has_died() -> None:
    stage = Stage(programme(ADMIT, NEXT), ehr=ACME)
    stage.players.outcome = Outcome.FAILED
    await stage.run.go()
    assert stage.run.held
    stage.players.outcome = Outcome.ACKNOWLEDGED
    await stage.run.stand_in("ehr")
    assert stage.standby() == "admit"
    await stage.run.go()
    assert stage.run.all_held
    assert stage.standby() == ""


async def test_takeover_that_nothing_waits_for_leaves_standby_alone() -> None:
    stage = Stage(programme(cue("admit", "ITI-31", "desk", "ris", then=Then.WAIT), NEXT), ehr=ACME)
    await stage.run.go()
    await stage.run.stand_in("ehr")
    assert stage.standby() == "next"


async def test_cast_may_let_it_happen_by_itself_when_a_receiver_fails() -> None:
    stage = Stage(programme(ADMIT, NEXT), ehr=HASTY)
    stage.players.script = {"admit": _dead(stage)}
    await stage.run.go()
    assert [each.held for each in stage.of(CueEnded)] == [False, True, True]
    assert [each.role for each in stage.of(RolePassed)] == ["ehr"]


async def test_cast_may_let_it_happen_by_itself_when_a_sender_does_not_act() -> None:
    stage = Stage(programme(ADMIT), desk=HASTY)
    await stage.run.go()
    assert [each.held for each in stage.of(CueEnded)] == [False, True]
    assert [hop.sender for hop in stage.of(HopEnded)] == ["desk"]


async def test_without_such_a_deadline_staff_decide() -> None:
    stage = Stage(programme(ADMIT), ehr=ACME)
    stage.players.outcome = Outcome.FAILED
    await stage.run.go()
    assert stage.run.held
    assert not stage.of(RolePassed)


async def test_role_is_given_back() -> None:
    stage = Stage(programme(ADMIT), desk=ACME)
    await stage.run.stand_in("desk")
    stage.run.give_back("desk")
    assert [each.system.key for each in stage.of(RolePassed)] == ["desk", "acme"]
    assert stage.of(RolePassed)[-1].words == ""
    assert not stage.of(Noticed)
    with pytest.raises(KeyError):
        stage.run.give_back("desk")


async def test_staff_hear_what_a_role_that_is_given_back_has_missed() -> None:
    stage = Stage(programme(ADMIT), ehr=ACME)
    stage.players.missed = (
        Missed(
            transaction="ITI-31", name="Patient Encounter Management", hops=("h",), cues=("admit",)
        ),
    )
    await stage.run.stand_in("ehr")
    assert stage.run.give_back("ehr") == stage.players.missed
    (told,) = stage.of(Noticed)
    assert told.words == "Acme (Ehr) did not receive: Patient Encounter Management (ITI-31)."
    assert told.remedy.startswith("To send it again, choose “Admit” and press GO")
    assert stage.of(RolePassed)[-1].words


async def test_address_that_changed_is_told_to_who_waits() -> None:
    stage = Stage(programme(ADMIT), desk=ACME, ehr=ACME)
    walk = asyncio.create_task(stage.run.go())
    await stage.until(CueWaits)
    await stage.run.stand_in("ehr")
    assert len(stage.of(CueWaits)) == 2
    await stage.run.stand_in("desk")
    await walk
    assert stage.run.all_held


async def test_reaction_that_broke_is_repeated_from_its_cause() -> None:
    share = cue("share", "ITI-41", "ehr", "index")
    register = cue("register", "ITI-42", "index", "registry", caused_by="share")
    stage = Stage(programme(share, register), registry=ACME)

    async def act(prompt: Prompt) -> None:
        await stage.players.exchange("ITI-41", "ehr", "index", cue=prompt.cue)
        stage.players.outcome = Outcome.FAILED if registry_is_dead() else Outcome.ACKNOWLEDGED
        await stage.players.exchange("ITI-42", "index", "registry")
        stage.players.outcome = Outcome.ACKNOWLEDGED

    def registry_is_dead() -> bool:
        return "registry" in stage.players.book.vendors

    stage.players.script = {"share": act}
    await stage.run.go()
    assert [(each.cue, each.held) for each in stage.of(CueEnded)] == [
        ("share", True),
        ("register", False),
    ]
    await stage.run.stand_in("registry")
    assert stage.standby() == "share"
    await stage.run.go()
    assert stage.run.all_held


def _dead(stage: Stage) -> Callable[[Prompt], Awaitable[None]]:
    async def act(prompt: Prompt) -> None:
        dead = "ehr" in stage.players.book.vendors
        stage.players.outcome = Outcome.FAILED if dead else Outcome.ACKNOWLEDGED
        await stage.players.exchange("ITI-31", "desk", "ehr", cue=prompt.cue)

    return act
