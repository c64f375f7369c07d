"""What the failure card says."""

import pytest

from showcase.model.events import CueEnded
from showcase.model.exchange import Verdict
from showcase.model.system import System
from tests.ui import script
from ui.viewmodels.failure import Failure, FailureModel, Ways, failure_of, title_of


def failure(
    verdict: Verdict | None, words: str = "", systems: dict[str, System] | None = None
) -> Failure:
    bad = script.hop_ended(script.STORE, verdict) if verdict else None
    event = CueEnded(cue="store", held=False, words=words)
    return failure_of(event, script.STORE, bad, script.PROGRAMME, systems or {})


def test_card_names_system_hop_cause_and_remedy() -> None:
    card = failure(script.REFUSED)
    assert card.title == "Archive said no"
    assert card.where == "3 · RAD-8 · CT scanner → Archive"
    assert card.why == "The archive has no room left."
    assert card.status == "0xA700 Out of resources"
    assert card.hop == "store-1"


@pytest.mark.parametrize(
    ("verdict", "first", "second"),
    [
        (script.REFUSED, Ways.Out.GO_ON, Ways.Out.RETRY),
        (script.SILENT, Ways.Out.RETRY, Ways.Out.GO_ON),
        (script.CUT, Ways.Out.RETRY, Ways.Out.GO_ON),
        (None, Ways.Out.RETRY, Ways.Out.GO_ON),
    ],
)
def test_the_likely_way_out_comes_first(
    verdict: Verdict | None, first: Ways.Out, second: Ways.Out
) -> None:
    card = failure(verdict)
    assert (card.first, card.second) == (first, second)


@pytest.mark.parametrize("verdict", [script.REFUSED, script.SILENT])
def test_vendor_that_failed_can_be_replaced(verdict: Verdict) -> None:
    card = failure(verdict, systems=script.SYSTEMS)
    assert (card.first, card.second, card.role) == (Ways.Out.STAND_IN, Ways.Out.RETRY, "archive")


def test_what_our_staff_cut_needs_no_stand_in() -> None:
    assert failure(script.CUT, systems=script.SYSTEMS).first is Ways.Out.RETRY


def test_every_card_has_something_to_say() -> None:
    cards = [failure(each) for each in (script.REFUSED, script.SILENT, script.CUT, None)]
    assert len({card.say for card in cards}) == 4
    assert all(card.say for card in cards)


def test_cue_without_a_hop_uses_its_own_words() -> None:
    card = failure(None, "The scanner does not know her yet.")
    assert card.why == "The scanner does not know her yet."
    assert card.title == "CT scanner could not send"


def test_model_is_empty_without_a_failure() -> None:
    model = FailureModel()
    model.show(failure(script.REFUSED))
    assert (model.shown, model.firstLabel) == (True, "Go on without it")
    assert model.why == "The archive has no room left. Free some disk space there, then try again."
    model.show(None)
    assert (model.shown, model.title, model.first) == (False, "", Ways.Out.NONE)


def test_stranger_goes_by_its_address() -> None:
    assert title_of("10.0.0.9:4000", script.PROGRAMME) == "10.0.0.9:4000"
