import pytest

from showcase.model.programme import Then
from showcase.story.fault import Faults
from showcase.story.loader import load_story
from tests.showcase.story.specimens import STORY, replaced, story


def test_cut_keeps_what_its_cues_cause() -> None:
    short = story().programme("short")
    assert [cue.id for cue in short.cues] == ["feed", "known"]
    assert short.cut == "short"


def test_cut_keeps_what_causes_its_cues() -> None:
    cut = story(replaced(STORY, "short: [feed]", "short: [known]")).programme("short")
    assert [cue.id for cue in cut.cues] == ["feed", "known"]


def test_no_cut_and_full_cut_hold_everything() -> None:
    found = load_story("chest-pain")
    assert found.programme().cues == found.programme("full").cues
    assert (found.programme().minutes, found.programme("full").minutes) == (0.0, 15.0)


def test_cut_keeps_order_and_numbers_and_drops_empty_scenes() -> None:
    short = load_story("chest-pain").programme("short")
    assert [cue.number for cue in short.cues] == sorted(cue.number for cue in short.cues)
    assert short.cues[1].number == 5
    assert [scene.title for scene in short.scenes] == ["Arrival", "Order", "Scan", "Reading"]
    assert short.minutes == 1.5
    assert len(short.roles) == 11


def test_cue_before_a_dropped_wait_waits_instead() -> None:
    found = load_story("chest-pain")
    assert found.whole.cues[6].id == "worklist"
    assert found.whole.cues[6].then is Then.FOLLOW
    (worklist,) = [cue for cue in found.programme("short").cues if cue.id == "worklist"]
    assert worklist.then is Then.WAIT


def test_cut_order_in_the_file_does_not_matter() -> None:
    text = replaced(STORY, "short: [feed]", "short: [known, feed]")
    assert story(text).programme("short").cues == story().programme("short").cues


def test_unknown_cut_is_a_fault_at_the_cuts() -> None:
    with pytest.raises(Faults) as error:
        story().programme("shrt")
    assert str(error.value) == (
        "story.yaml:37: the story has no cut `shrt` — Did you mean `short`?"
    )


@pytest.mark.parametrize("cut", ["full", "five", "short"])
def test_shipped_cut_begins_with_go(cut: str) -> None:
    cues = load_story("chest-pain").programme(cut).cues
    assert not cues[0].caused_by
    assert cues[-1].then is Then.WAIT
