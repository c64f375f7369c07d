"""A run is cut off after each of its events in turn, and brought back by another engine."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import pytest

from showcase.conductor.past import Past
from showcase.model.events import (
    CueEnded,
    CueWaits,
    Entry,
    Event,
    HopEnded,
    HopStarted,
    RolePassed,
    RunEnded,
    RunHeld,
)
from showcase.model.exchange import INTERRUPTED, Outcome
from showcase.model.programme import Programme, Then
from showcase.model.system import System
from showcase.standins.behaviour import Prompt
from tests.showcase.conductor.players import cue, programme
from tests.showcase.conductor.stage import Stage
from tests.ui.script import START

STORY = programme(
    cue("admit", "ITI-31", "desk", "ehr", "ris"),
    cue("order", "RAD-2", "ehr", "ris", then=Then.WAIT),
    cue("tell", "RAD-4", "ris", "index", "registry", caused_by="order"),
    cue("ask", "ITI-9", "ehr", "index", then=Then.CONTINUE),
    cue("feed", "ITI-8", "desk", "index"),
)
ACME = System(key="acme", vendor="Acme", stand_in=False)


def reacting(stage: Stage) -> Stage:
    """Have radiology tell of an order by itself whomever it has not told."""
    told: set[str] = set()

    async def order(prompt: Prompt) -> None:
        for receiver in prompt.receivers:
            await stage.players.exchange("RAD-2", "ehr", receiver, cue=prompt.cue)
        for receiver in ("index", "registry"):
            if receiver not in told:
                told.add(receiver)
                await stage.players.exchange("RAD-4", "ris", receiver)

    stage.told = told
    stage.players.script["order"] = order
    return stage


async def whole() -> list[Event]:
    """Every event of a run that nothing cuts off."""
    stage = reacting(Stage(STORY))
    while stage.run.standby:
        await stage.run.go()
    assert stage.run.all_held
    return list(stage.notebook.events)


def past(events: Sequence[Event]) -> Past:
    return Past(
        Entry(seq=n + 1, at=START + timedelta(seconds=n), event=event)
        for n, event in enumerate(events)
    )


async def back(events: Sequence[Event], story: Programme = STORY, **vendors: System) -> Stage:
    """The stage of an engine that finds these events in the journal."""
    stage = reacting(Stage(story, opened=False, **vendors))
    told = [e.receiver for e in events if isinstance(e, HopEnded) and e.transaction == "RAD-4"]
    stage.told |= set(told)
    await stage.run.reopen(past(events))
    return stage


async def test_every_moment_can_be_come_back_from() -> None:
    events = await whole()
    for cut in range(2, len(events) + 1):
        before = events[:cut]
        stage = await back(before)
        assert stage.players.prompts == []  # nothing is sent unasked
        assert stage.run.held
        asked = stage.of(CueEnded)
        broken = [each.cue for each in asked if each.interrupted]
        if broken:
            stage.run.retry()
        while stage.run.standby:
            await stage.run.go()
        assert stage.run.all_held, before
        sent = Counter(
            (each.cue, each.receiver)
            for each in (*before, *stage.notebook.events)
            if isinstance(each, HopStarted)
        )
        twice = {step[0] for step, times in sent.items() if times > 1}
        causes = {each.caused_by for each in STORY.cues if each.id in broken}
        assert twice <= {*broken, *causes}, before


async def test_cue_under_way_is_asked_about() -> None:
    events = await whole()
    first = next(n for n, event in enumerate(events) if isinstance(event, HopStarted))
    stage = await back(events[: first + 1])
    (hop,) = stage.of(HopEnded)
    assert (hop.verdict.status, hop.verdict.outcome) == (INTERRUPTED, Outcome.FAILED)
    (ended,) = stage.of(CueEnded)
    assert (ended.cue, ended.held, ended.interrupted) == ("admit", False, True)
    (held,) = stage.of(RunHeld)
    assert held.interrupted
    assert held.words.startswith("The engine stopped in the middle of “Admit”.")
    assert stage.standby() == "order"  # GO goes on without it


async def test_what_a_lost_step_had_caused_is_undone_with_it() -> None:
    events = await whole()
    told = next(n for n, e in enumerate(events) if isinstance(e, HopEnded) and e.cue == "tell")
    cut = [e for e in events[: told + 1] if not (isinstance(e, HopEnded) and e.cue == "order")]
    stage = await back(cut)
    assert [each.cue for each in stage.of(CueEnded) if each.interrupted] == ["order", "tell"]
    known = {each.hop for each in cut if isinstance(each, HopEnded) and each.cue != "tell"}
    assert set(stage.players.retold[0][1]) == known
    again = await back([*cut, *stage.notebook.events])  # and stays so, should it stop once more
    undone = {each.hop for each in cut if isinstance(each, HopEnded) and each.cue == "tell"}
    assert not undone & set(again.players.retold[0][1])


async def test_going_on_without_it_sends_it_to_nobody() -> None:
    events = await whole()
    first = next(n for n, event in enumerate(events) if isinstance(event, HopStarted))
    stage = await back(events[: first + 1])
    await stage.run.go()
    assert "admit" not in [prompt.cue for prompt in stage.players.prompts]


async def test_stand_ins_are_told_what_theirs_were_told() -> None:
    events = await whole()
    stage = await back(events)
    told = [each.hop for each in events if isinstance(each, HopEnded)]
    assert stage.players.retold == [("r1", told)]


async def test_between_two_steps_nothing_is_asked() -> None:
    events = await whole()
    waits = next(
        n for n, event in enumerate(events) if isinstance(event, CueEnded) and event.cue == "tell"
    )
    stage = await back(events[: waits + 1])
    assert not any(each.interrupted for each in stage.of(CueEnded))
    assert stage.of(RunHeld)[0].words.startswith("The engine stopped between two steps.")


async def test_who_was_waited_for_is_waited_for_again() -> None:
    story = programme(cue("admit", "ITI-31", "desk", "ehr"))
    before = Stage(story, desk=ACME)
    going = before.go()
    await before.until(CueWaits)
    going.cancel()
    events = [each for each in before.notebook.events if not isinstance(each, CueEnded)]
    stage = await back(events, story, desk=ACME)
    assert stage.standby() == "admit"
    assert not stage.of(CueEnded)


async def test_taken_over_role_stays_taken_over() -> None:
    stage = Stage(STORY, desk=ACME)
    await stage.run.stand_in("desk")
    after = await back(list(stage.notebook.events), desk=ACME)
    assert after.players.book.on_stage("desk").stand_in
    assert not after.of(RolePassed)


@pytest.mark.parametrize("now", [None, System(key="other", vendor="Other", stand_in=False)])
async def test_changed_cast_is_shown(now: System | None) -> None:
    stage = Stage(STORY, desk=ACME)
    vendors = {"desk": now} if now else {}
    after = await back(list(stage.notebook.events), STORY, **vendors)
    (passed,) = after.of(RolePassed)
    assert (passed.role, passed.system.stand_in) == ("desk", now is None)


async def test_story_that_had_been_told_ends() -> None:
    stage = await back(await whole())
    (ended,) = stage.of(RunEnded)
    assert ended.finished
    assert stage.run.ended
