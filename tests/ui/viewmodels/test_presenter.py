"""The presenter's display."""

from showcase.model.events import Event
from tests.ui import script
from ui.viewmodels.presenter import PresenterModel


def presenter(*events: Event) -> tuple[PresenterModel, script.Jumpable]:
    clock = script.Jumpable()
    model = PresenterModel(clock)
    for entry in script.entries(*events):
        model.apply(entry)
    return model, clock


def test_before_a_run_nothing_is_claimed() -> None:
    model, _ = presenter()
    assert (model.say, model.elapsed, model.left) == ("", "0:00", "")


def test_the_opening_line_is_the_first_cues() -> None:
    model, _ = presenter(script.started(), script.standby(script.ADMIT))
    assert (model.sayWhen, model.say) == ("Say", "She says her name once.")


def test_a_running_cue_says_its_own_line() -> None:
    model, _ = presenter(
        script.started(), *script.played(script.STORE)[:2], script.standby(script.ADMIT)
    )
    assert model.say == "Watch the pictures leave."


def test_between_cues_the_next_line_is_offered() -> None:
    model, _ = presenter(
        script.started(), *script.played(script.ADMIT), script.standby(script.ORDER)
    )
    assert (model.sayWhen, model.say) == ("Say next", "She is scanned.")


def test_what_failed_is_not_told_as_done() -> None:
    model, _ = presenter(
        script.started(), *script.played(script.ADMIT, script.SILENT), script.standby(script.ORDER)
    )
    assert model.sayWhen == "Say"
    assert str(model.say).startswith("Radiology")


def test_time_left_counts_down_and_then_over() -> None:
    model, clock = presenter(script.started())
    clock.jump(161)
    assert (model.elapsed, model.left, model.leftLabel) == ("2:41", "2:19", "left of 5:00")
    clock.jump(151)
    assert (model.left, model.leftLabel, model.over) == ("0:12", "over", True)


def test_the_end_stops_the_clock() -> None:
    model, clock = presenter(script.started(), *script.played(script.ADMIT), script.ended())
    clock.jump(600)
    assert model.elapsed == "0:05"


def test_a_recording_keeps_its_own_time() -> None:
    model, clock = presenter(script.started(), *script.played(script.ADMIT))
    clock.jump(600)
    model.recording(True)
    assert model.elapsed == "0:04"


def test_clear_forgets_the_run() -> None:
    model, _ = presenter(script.started(), *script.played(script.ADMIT))
    model.clear()
    assert (model.say, model.elapsed) == ("", "0:00")
