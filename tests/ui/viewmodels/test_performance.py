"""The run on stage, as the console tells it."""

from typing import get_args

from showcase.model.events import Event, RunHeld
from tests.ui import script
from ui.viewmodels.performance import Performance


def performed(*events: Event) -> Performance:
    fold = Performance()
    for entry in script.entries(*events):
        fold.apply(entry)
    return fold


def test_flight_names_who_sends_to_whom() -> None:
    fold = performed(script.started(), *script.played(script.STORE)[:2])
    assert fold.flight == "RAD-8 · CT scanner → Archive"


def test_flight_ends_with_the_acknowledgement() -> None:
    assert performed(script.started(), *script.played(script.STORE)[:3]).flight == ""


def test_audit_is_no_flight() -> None:
    fold = performed(script.started(), script.audit())
    assert fold.flight == ""


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
    assert len(get_args(Event)) == 14  # a new one needs a case in every `apply`
