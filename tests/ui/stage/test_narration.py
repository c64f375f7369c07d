"""What the audience reads before, between and after hops."""

from showcase.model.events import HopStarted
from showcase.model.exchange import Outcome, Verdict
from showcase.model.transaction import Family
from tests.ui import journey
from ui.stage.cursor import Phase
from ui.stage.narration import Narration
from ui.stage.sights import Traveller
from ui.stage.things import look

_HELD = "The front desk told the hospital who she is."


def _admission(receiver: str) -> Traveller:
    start = HopStarted(
        hop=receiver, transaction="ITI-31", sender="desk", receiver=receiver, cue="admit"
    )
    return Traveller(start, look("ITI-31"), Family.HL7V2, None, Phase.TRAVEL, 1)


def test_the_first_scene_introduces_the_story() -> None:
    narration = Narration(journey.programme())
    assert narration.caption.sentence == "A woman arrives with chest pain."
    assert (narration.scene, narration.shown) == (-1, set())


def test_without_a_story_nothing_is_said() -> None:
    assert Narration().caption.sentence == ""


def test_a_cue_is_told_once_all_of_its_receivers_have_answered() -> None:
    narration = Narration(journey.programme())
    for receiver in ("ehr", "ris"):
        narration.leaves(_admission(receiver))
    narration.lands(_admission("ehr"), journey.ended(_admission("ehr").start))
    assert (narration.caption.sentence, narration.shown) == ("The front desk admits her.", set())
    narration.lands(_admission("ris"), journey.ended(_admission("ris").start))
    assert (narration.caption.sentence, narration.shown) == (_HELD, {"admit"})
    assert narration.scene == 0


def test_a_refusal_tells_no_cue() -> None:
    narration = Narration(journey.programme())
    sent = _admission("ehr")
    narration.leaves(sent)
    refused = Verdict(outcome=Outcome.REFUSED, status="AE 101", words="It lacks PID-3.")
    narration.bounces(sent, journey.ended(sent.start, verdict=refused))
    assert narration.caption.outcome is Outcome.REFUSED
    assert narration.caption.sentence == "It lacks PID-3."
    assert narration.shown == set()


def test_a_cue_that_is_left_out_counts_as_shown() -> None:
    narration = Narration(journey.programme())
    narration.skips("order")
    assert narration.shown == {"order"}
