"""The run on stage, as the console tells it."""

from datetime import timedelta
from typing import get_args

from showcase.model.events import CueStarted, Event, RunHeld, RunResumed
from tests.ui import script
from ui.viewmodels.performance import Performance


def performed(*events: Event) -> Performance:
    fold = Performance()
    for entry in script.entries(*events):
        fold.apply(entry)
    return fold


def test_when_the_cue_on_stage_was_fired_is_known() -> None:
    fold = performed(script.started(), *script.played(script.STORE)[:2])
    assert fold.running_since == script.START + timedelta(seconds=1)


def test_a_new_run_forgets_the_old() -> None:
    fold = performed(
        script.started(), *script.played(script.STORE, script.SILENT), script.started(run="r2")
    )
    assert (fold.failure, fold.shown, fold.start and fold.start.run) == (None, None, "r2")


def test_panic_is_remembered_as_a_cut() -> None:
    assert performed(script.started(), RunHeld(run="r1", panic=True)).cut


def test_end_leaves_nothing_on_standby() -> None:
    fold = performed(script.started(), script.standby(script.ADMIT), script.ended())
    assert (fold.standby, fold.held) == (None, False)


def test_live_and_replayed_folds_agree() -> None:
    events = (script.started(), *script.played(script.ADMIT), *script.played(script.STORE))
    first, second = performed(*events), performed(*events)
    assert first.cues.rows() == second.cues.rows()


def test_every_event_is_told_apart() -> None:
    assert len(get_args(Event)) == 16  # a new one needs a case in every `apply`


def test_engine_that_is_back_asks_about_what_was_under_way() -> None:
    before = (script.started(), *script.played(script.STORE)[:2])
    fold = performed(*before, *script.interrupted(script.STORE, then=script.ORDER))
    assert fold.interrupted
    assert fold.card is fold.failure
    assert fold.card
    assert fold.card.title == "The engine stopped during “The images go to the archive”"
    assert (fold.flight, fold.running) == ("", None)


def test_engine_that_is_back_offers_to_go_on() -> None:
    before = (script.started(), *script.played(script.ADMIT))
    fold = performed(*before, *script.interrupted(then=script.ORDER))
    assert (fold.failure, fold.card and fold.card.cue) == (None, "order")


def test_who_was_waited_for_holds_nothing_up_after_a_crash() -> None:
    before = (script.started(), CueStarted(run="r1", cue="admit"))
    fold = performed(*before, *script.interrupted(then=script.ADMIT))
    assert (fold.running, fold.waits) == (None, None)


def test_going_on_puts_the_card_away() -> None:
    before = (script.started(), *script.interrupted(then=script.ADMIT))
    assert performed(*before, RunResumed(run="r1")).card is None
