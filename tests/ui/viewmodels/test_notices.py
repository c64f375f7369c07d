"""What staff should know that belongs to no cue."""

from showcase.model.events import Noticed
from tests.ui import script
from ui.viewmodels.notices import NoticesModel


def told(*levels: str) -> tuple[NoticesModel, script.Jumpable]:
    clock = script.Jumpable()
    model = NoticesModel(clock)
    events = [Noticed(words=f"A {level}.", level=level) for level in levels]
    for entry in script.entries(*events, apart=0):
        model.apply(entry)
    return model, clock


def words(model: NoticesModel) -> list[str]:
    return [row.words for row in model.rows.rows]


def test_info_goes_away_and_an_error_stays() -> None:
    model, clock = told("info", "warning", "error")
    clock.jump(9)
    model.tick()
    assert words(model) == ["A warning.", "A error."]
    clock.jump(60)
    model.tick()
    assert words(model) == ["A error."]


def test_a_notice_that_was_read_goes() -> None:
    model, _ = told("error")
    model.dismiss(model.rows.rows[0].key)
    assert words(model) == []


def test_only_the_newest_three_are_shown() -> None:
    model, _ = told("info", "info", "warning", "error")
    assert words(model) == ["A info.", "A warning.", "A error."]


def test_the_window_has_notices_of_its_own() -> None:
    model, _ = told()
    model.notice("There is only one screen.", "Connect another.")
    assert [(row.words, row.remedy) for row in model.rows.rows] == [
        ("There is only one screen.", "Connect another.")
    ]


def test_other_events_are_no_notices() -> None:
    model, _ = told()
    for entry in script.entries(script.started(), *script.played(script.ADMIT)):
        model.apply(entry)
    assert words(model) == []
