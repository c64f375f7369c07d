from datetime import timedelta

from showcase.conductor.past import Past
from showcase.model.events import (
    CueEnded,
    CueStandby,
    CueStarted,
    Entry,
    Event,
    HopEnded,
    HopStarted,
    RunEnded,
    RunStarted,
)
from tests.showcase.conductor.players import PATIENT, cue, hop_ended, programme
from tests.ui.script import START

STORY = programme(
    cue("one", "ITI-31", "desk", "ehr"),
    cue("two", "ITI-31", "desk", "ris"),
    cue("three", "ITI-31", "desk", "ehr"),
)
BEGUN = RunStarted(run="r1", programme=STORY, patient=PATIENT, systems={})


def past(*events: Event) -> Past:
    return Past(
        Entry(seq=n + 1, at=START + timedelta(seconds=n), event=event)
        for n, event in enumerate((BEGUN, *events))
    )


def standby(cue: str) -> CueStandby:
    return CueStandby(run="r1", cue=cue)


def started(cue: str) -> CueStarted:
    return CueStarted(run="r1", cue=cue)


def ended(cue: str, *, held: bool = True, skipped: bool = False) -> CueEnded:
    return CueEnded(run="r1", cue=cue, held=held, skipped=skipped)


def hop(name: str) -> HopStarted:
    return HopStarted(
        run="r1", hop=name, transaction="ITI-31", sender="desk", receiver="ehr", cue="one"
    )


def test_nothing_is_known_of_a_run_without_entries() -> None:
    found = Past([])
    assert (found.start, found.over, found.seconds) == (None, False, 0.0)


def test_run_with_an_end_is_over() -> None:
    end = RunEnded(run="r1", hops=0, acknowledged=0, refused=0, failed=0, held=True)
    assert past(standby("one"), end).over


def test_cue_that_has_not_ended_is_told() -> None:
    found = past(standby("one"), standby("two"), started("one"))
    assert (found.begun, found.fired, found.standby) == ({"one"}, set(), "two")
    assert found.seconds == 3.0


def test_cue_whose_beginning_was_not_written_down_was_fired() -> None:
    found = past(standby("one"), standby("two"))
    assert (found.begun, found.fired) == (set(), {"one"})


def test_cue_that_was_passed_over_was_not_fired() -> None:
    found = past(standby("one"), ended("one", skipped=True), standby("two"))
    assert (found.fired, found.skipped, found.outcomes) == (set(), {"one"}, {"one": True})


def test_jump_fires_nothing() -> None:
    assert past(standby("one"), standby("three")).fired == set()


def test_the_last_cue_is_fired_at_the_end_of_the_story() -> None:
    assert past(standby("three"), standby("")).fired == {"three"}


def test_broken_cue_stops_the_run_until_another_is_on_standby() -> None:
    broken = (standby("one"), standby("two"), started("one"), ended("one", held=False))
    assert past(*broken).stopped == "one"
    assert past(*broken, standby("three")).stopped == ""


def test_hop_that_has_not_ended_is_under_way() -> None:
    over = hop_ended("ITI-31", "desk", "ehr", hop="a", run="r1")
    found = past(standby("one"), started("one"), hop("a"), hop("b"), over)
    assert list(found.under_way) == ["b"]
    assert found.under_way["b"][1] == START + timedelta(seconds=4)
    assert found.hops() == [over]


def test_hops_alone_are_its_exchanges() -> None:
    assert all(isinstance(each, HopEnded) for each in past(standby("one")).hops())
