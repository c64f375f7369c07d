"""Where the show stands, in a phase and a few words."""

from showcase.model.events import Event, RunHeld
from tests.ui import script
from ui.viewmodels.performance import Performance
from ui.viewmodels.show import Show, esc_hint, go_hint, phase_of, summary

Phase = Show.Phase


def folded(*events: Event) -> Performance:
    fold = Performance()
    for entry in script.entries(*events):
        fold.apply(entry)
    return fold


def test_phases_follow_the_run() -> None:
    begun = (script.started(), script.standby(script.ADMIT))
    failed = script.played(script.STORE, script.SILENT)
    assert phase_of(folded()) is Phase.EMPTY
    assert phase_of(folded(*begun)) is Phase.READY
    assert phase_of(folded(*begun, *script.played(script.ADMIT)[:1])) is Phase.RUNNING
    assert phase_of(folded(*begun, RunHeld(run="r1"))) is Phase.HELD
    assert phase_of(folded(script.started(), *failed)) is Phase.STOPPED
    assert phase_of(folded(script.started(), script.ended())) is Phase.ENDED


def test_go_says_what_it_would_do() -> None:
    assert go_hint(Phase.READY, "7 Images", rested=True) == "next: 7 Images"
    assert go_hint(Phase.RUNNING, "", rested=True) == "the last step plays"
    assert go_hint(Phase.ENDED, "", rested=False) == "the story is told"


def test_esc_says_what_it_has_done() -> None:
    assert esc_hint(folded(script.started())) == "hold everything"
    assert esc_hint(folded(script.started(), RunHeld(run="r1"))) == "held · again: cut"
    assert esc_hint(folded(script.started(), RunHeld(run="r1", panic=True))) == "everything cut"


def test_the_end_is_summed_up() -> None:
    assert summary(None) == ""
    assert summary(script.ended()) == "3 hops: 3 acknowledged"
