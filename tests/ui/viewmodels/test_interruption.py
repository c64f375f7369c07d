"""What the card says when the engine had stopped, and is back."""

from tests.ui import script
from ui.viewmodels.failure import Ways
from ui.viewmodels.interruption import interrupted, interruption


def test_cue_under_way_is_asked_about() -> None:
    card = interrupted(script.STORE, script.PROGRAMME)
    assert card.title == "The engine stopped during “The images go to the archive”"
    assert card.where == "3 · RAD-8 · CT scanner → Archive"
    assert "it may have arrived" in card.why
    assert (card.first, card.second) == (Ways.Out.AGAIN, Ways.Out.GO_ON)


def test_run_goes_on_with_one_press() -> None:
    card = interruption(script.STORE)
    assert card.why.endswith("Continue from step 3, The images go to the archive?")
    assert (card.first, card.second) == (Ways.Out.CONTINUE, Ways.Out.NEXT_TOUR)


def test_story_that_was_told_can_only_begin_again() -> None:
    card = interruption(None)
    assert (card.first, card.second) == (Ways.Out.NEXT_TOUR, Ways.Out.NONE)


def test_every_card_has_something_to_say() -> None:
    assert interrupted(script.STORE, script.PROGRAMME).say == interruption(None).say != ""
