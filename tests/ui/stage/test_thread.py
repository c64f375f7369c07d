"""A followed value on the stage: in order, in its own colour, along paths that were earned."""

import pytest

from showcase.model.transaction import Family
from tests.ui import journey
from ui.stage.picture import Picture
from ui.stage.thread import Step, Thread, spans, weave
from ui.viewmodels.families import family_of


def _seen(until: str = "") -> Picture:
    picture = Picture(family_of)
    entries = journey.journey()
    for entry in journey.until(entries, until) if until else entries:
        picture.apply(entry)
        picture.settle()
    return picture


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], ""),
        ([4], "4"),
        ([1, 2, 3, 7], "1\N{EN DASH}3 · 7"),
        ([1, 2, 4, 6], "1\N{EN DASH}2 · 4 · 6"),
        ([1, 3, 5, 7, 9], "1 · 3 · 5 · …"),
    ],
)
def test_numbers_are_said_as_spans(numbers: list[int], said: str) -> None:
    assert spans(numbers, 3) == said


def test_a_thread_runs_through_every_standard_in_order() -> None:
    woven = weave(journey.thread("7731-04"), _seen())
    assert woven is not None
    assert [(each.key, each.numbers) for each in woven.stretches] == [
        ("index|registry", "1"),
        ("ehr|index", "2"),
        ("registry|repository", "3"),
        ("ehr|repository", "4"),
        ("gp|index", "5"),
        ("gp|registry", "6"),
    ]
    assert woven.caption.sentence == "6 messages carry REGION 7731-04."
    assert woven.caption.line == "HL7 v2 · XDS · 12 audit records"


def test_dicom_and_hl7_are_one_thread() -> None:
    thread = journey.thread("40213")
    told = [step for step in thread.steps if step.hop in thread.numbers]
    assert {step.family for step in told} == {Family.HL7V2, Family.DICOM}
    woven = weave(thread, _seen())
    assert woven is not None
    assert [each.first for each in woven.stretches] == list(range(1, 10))


def test_it_has_the_colour_of_its_identifier() -> None:
    picture = _seen()
    for identity in picture.knowledge.identities:
        woven = weave(journey.thread(identity.value), picture)
        assert woven is not None
        assert woven.colour == identity.number
    woven = weave(journey.thread("2.25.9.1"), picture)
    assert woven is not None
    assert woven.colour not in {each.number for each in picture.knowledge.identities}


def test_audit_records_are_counted_where_they_are_kept() -> None:
    woven = weave(journey.thread("A26-0091"), _seen())
    assert woven is not None
    assert woven.kept == {"audit": 12}
    assert woven.cards == {"ris", "archive", "ct", "reading", "ehr", "audit"}


def test_only_earned_paths_are_woven() -> None:
    woven = weave(journey.thread("40213"), _seen("order"))
    assert woven is not None
    assert [each.numbers for each in woven.stretches] == ["1", "2", "3", "4"]


def test_a_thread_of_another_run_is_not_drawn() -> None:
    assert weave(journey.thread("40213", run="r0"), _seen()) is None
    assert weave(None, _seen()) is None
    assert weave(journey.thread("40213"), Picture(family_of)) is None


def test_a_value_that_nobody_carries_says_so_without_a_line() -> None:
    woven = weave(Thread(journey.RUN, "nothing", ()), _seen())
    assert woven is not None
    assert (woven.stretches, woven.cards) == ((), frozenset())
    assert woven.caption.sentence == "No message carries nothing."


def test_whoever_is_not_on_stage_breaks_nothing() -> None:
    steps = (Step("x", Family.HL7V2, "10.0.0.9", "10.0.0.9"),)
    woven = weave(Thread(journey.RUN, "v", steps), _seen())
    assert woven is not None
    assert woven.stretches == ()
