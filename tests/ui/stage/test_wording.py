"""Sentences people can read in passing."""

import pytest

from showcase.model.exchange import Outcome, Verdict
from showcase.model.transaction import Family, Thing
from tests.ui import journey
from tests.ui.stage.test_cursor import start
from ui.stage import wording


def test_sentences_end_and_are_short() -> None:
    assert wording.sentence("The scan begins") == "The scan begins."
    assert wording.sentence("Who is next?") == "Who is next?"
    long = wording.sentence(" ".join(["word"] * 20))
    assert len(long.split()) == 13
    assert long.endswith("…")


def test_traffic_without_a_cue_has_words() -> None:
    said = wording.leaving(None, start("h"), Thing.QUESTION, "GP practice", "Registry")
    assert said == "GP practice asks Registry."


def test_a_refusal_speaks_plainly() -> None:
    hop = start("h")
    said = wording.refused(journey.ended(hop, (), journey.REFUSAL), "Archive")
    assert said == "The archive has no room left for her images."
    assert wording.reason(journey.ended(hop, (), journey.REFUSAL)) == "“0xA700 Out of resources”"


def test_too_many_words_stand_below() -> None:
    words = " ".join(["because"] * 20)
    end = journey.ended(start("h"), (), Verdict(outcome=Outcome.FAILED, words=words))
    assert wording.refused(end, "Archive") == "Archive does not answer."
    assert wording.reason(end) == words


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.41, "0.4 ms"), (11.6, "12 ms"), (2412.0, "2.4 s"), (31_000.0, "31 s"), (0.0, "")],
)
def test_durations_are_rounded(value: float, said: str) -> None:
    assert wording.milliseconds(value) == said


def test_a_followed_value_is_short_enough_for_a_wall() -> None:
    assert wording.followed("ALBA 40213", 9) == "9 messages carry ALBA 40213."
    assert wording.followed("It is over.", 0) == "No message carries It is over."
    assert wording.followed("ALBA 40213", 1) == "Only one message carries ALBA 40213."
    said = wording.followed("1.2.826.0.1.3680043.8.498.1" + 30 * "7", 3)
    assert said == "3 messages carry 1.2.826.0.1.…777777777777."


def test_carriers_are_named_once() -> None:
    families = [Family.HL7V2, Family.DICOM, Family.HL7V2]
    assert wording.carriers(families, 0) == "HL7 v2 · DICOM"
    assert wording.carriers(families, 1) == "HL7 v2 · DICOM · 1 audit record"
    assert wording.carriers([], 4) == "4 audit records"
