"""The fold: the audience sees what happened, at the picture's own pace, live as in a replay."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from showcase.model.events import (
    CueEnded,
    CueWaits,
    Entry,
    Event,
    HopStarted,
    NearMissed,
    RolePassed,
    RunHeld,
    RunResumed,
    RunStarted,
    from_json,
    to_json,
)
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, Scene
from showcase.model.system import System
from showcase.model.transaction import Thing
from tests.ui import journey
from ui.stage.cursor import Phase
from ui.stage.picture import Picture
from ui.stage.rect import Rect
from ui.stage.sights import Glow
from ui.viewmodels.families import family_of


def entry(event: Event, seq: int = 900) -> Entry:
    return Entry(seq=seq, at=journey.START + timedelta(seconds=seq), event=event)


def fresh(entries: list[Entry] | None = None) -> Picture:
    picture = Picture(family_of)
    for each in entries or []:
        picture.apply(each)
    return picture


def seen(picture: Picture) -> object:
    """All that the audience can see."""
    return (
        picture.caption,
        picture.counts,
        picture.sealed,
        picture.systems,
        picture.shown,
        picture.glows,
        picture.travellers,
        {role.key: picture.knowledge.chips(role.key) for role in journey.ROLES},
        picture.knowledge.identities,
        picture.record.leaves if picture.record else (),
        [(trace.key, trace.uses, trace.family) for trace in picture.scenery.traces]
        if picture.scenery
        else [],
    )


def at_rest(entries: list[Entry]) -> Picture:
    """Every event at once, then all animations."""
    picture = fresh(entries)
    picture.settle()
    return picture


def test_nothing_is_shown_before_it_has_travelled() -> None:
    entries = list(journey.until(journey.journey(), "feed-hospital"))
    picture = fresh(entries)
    assert len(picture.scenery.traces if picture.scenery else ()) == 1
    assert picture.knowledge.chips("ehr") == ()
    assert picture.counts[Outcome.ACKNOWLEDGED] == 0
    picture.settle()
    assert [chip.text for chip in picture.knowledge.chips("ehr")] == ["Rosa Q.", "40213"]


def test_the_sentence_tells_once_all_receivers_have_answered() -> None:
    picture = fresh(list(journey.until(journey.journey(), "feed-hospital")))
    said = []
    while picture.cursor.moving and picture.cursor.moving.start.cue == "admit":
        said.append(picture.caption.sentence)
        picture.finished(picture.cursor.moving.step)
    assert said[0] == "The front desk admits her."
    assert said[-1] == "The front desk told the hospital who she is."
    assert said.index(said[-1]) == 3


def test_the_card_that_waits_is_lit() -> None:
    picture = fresh(list(journey.until(journey.journey(), "admit")))
    assert picture.cursor.moving
    assert picture.glows["desk"][0] is Glow.SENDS
    picture.finished(picture.cursor.moving.step)
    assert [each.phase for each in picture.travellers.values()] == [Phase.HOVER]
    assert picture.glows["ehr"][0] is Glow.WAITS


def test_a_whole_journey_ends_with_one_patient() -> None:
    picture = at_rest(journey.journey())
    assert picture.caption.sentence == "One patient throughout, and every system knows it."
    assert picture.travellers == {}
    assert picture.record
    assert [leaf.text for leaf in picture.record.leaves] == [
        "24 images",
        "report",
        "opened",
    ]
    assert "24 images" in [chip.text for chip in picture.knowledge.chips("reading")]
    assert [each.label for each in picture.knowledge.identities] == [
        "ALBA 40213",
        "REGION 7731-04",
        "RP-0087",
        "A26-0091",
    ]


def test_a_refusal_teaches_nobody_and_says_why() -> None:
    entries = journey.journey(refuse="images")
    picture = fresh(entries[:-1])
    while picture.cursor.moving:
        picture.finished(picture.cursor.moving.step)
    assert picture.caption.sentence == "The archive has no room left for her images."
    assert picture.caption.outcome == "refused"
    assert picture.glows["archive"][0] is Glow.REFUSES
    assert "24 images" not in [chip.text for chip in picture.knowledge.chips("archive")]
    assert picture.counts[Outcome.REFUSED] == 1


def test_a_replay_draws_what_the_live_run_drew() -> None:
    live = fresh()
    for each in journey.journey():
        live.apply(each)
        if live.cursor.moving and each.seq % 3:
            live.finished(live.cursor.moving.step)
    live.settle()
    written = [from_json(to_json(each)) for each in journey.journey()]
    assert seen(live) == seen(at_rest(written))


@settings(max_examples=25)  # each lays a whole stage out
@given(st.lists(st.booleans(), min_size=40, max_size=400))
def test_the_pace_changes_nothing_in_the_end(reports: list[bool]) -> None:
    picture, pace = fresh(), iter(reports)
    for each in _JOURNEY:
        picture.apply(each)
        while picture.cursor.moving and next(pace, False):
            picture.finished(picture.cursor.moving.step)
    picture.settle()
    assert seen(picture) == _END


_JOURNEY = journey.journey()
_END = seen(at_rest(_JOURNEY))


def test_a_hold_and_a_stand_in_are_shown_at_once() -> None:
    picture = fresh(list(journey.until(journey.journey(), "feed-practice")))
    picture.apply(entry(RunHeld()))
    assert picture.held
    picture.apply(entry(RunResumed()))
    assert not picture.held
    picture.apply(entry(RolePassed(role="archive", system=System(key="archive"))))
    assert picture.systems["archive"].stand_in


def test_whoever_is_waited_for_is_named_once_all_is_quiet() -> None:
    picture = fresh(_until_cue("images"))
    picture.apply(entry(CueWaits(cue="images", sender="ct", receivers=("archive",), todo="Send.")))
    assert picture.waits_for == "ct"
    assert picture.caption.sentence != "Waiting for CT scanner …", "something is still moving"
    picture.settle()
    assert picture.caption.sentence == "Waiting for CT scanner …"
    assert picture.caption.line == "The scanner sends 24 images to the archive"
    hop = HopStarted(hop="w", transaction="RAD-8", sender="ct", receiver="archive", cue="images")
    picture.apply(entry(hop))
    assert picture.waits_for == ""
    assert picture.caption.sentence == "The scanner sends 24 images to the archive."


def test_nobody_is_waited_for_after_the_cue() -> None:
    picture = fresh(_until_cue("images"))
    picture.apply(entry(CueWaits(cue="images", sender="ct", receivers=("archive",), todo="Send.")))
    picture.apply(entry(CueEnded(cue="images", held=False)))
    assert picture.waits_for == ""


def _until_cue(cue: str) -> list[Entry]:
    entries = list(journey.until(_JOURNEY, cue))
    return entries[:-1]


_MISS = NearMissed(
    cue="images", hop="w", words="Those are another patient's images.", differences=("A1 for A2",)
)


def test_a_near_miss_bounces_with_words() -> None:
    picture = fresh(_until_cue("images"))
    picture.settle()
    hop = HopStarted(hop="w", transaction="RAD-8", sender="ct", receiver="archive")
    for event in (hop, journey.ended(hop), _MISS):
        picture.apply(entry(event))
    assert picture.cursor.moving
    picture.finished(picture.cursor.moving.step)
    assert [each.phase for each in picture.travellers.values()] == [Phase.BOUNCE]
    assert picture.glows["archive"][0] is Glow.MISSES
    assert picture.caption.sentence == "Those are another patient's images."
    assert (picture.caption.outcome, picture.caption.why) == ("missed", "A1 for A2")


def test_a_near_miss_that_has_landed_is_told_nevertheless() -> None:
    picture = fresh(_until_cue("images"))
    hop = HopStarted(hop="w", transaction="RAD-8", sender="ct", receiver="archive")
    picture.apply(entry(hop))
    picture.apply(entry(journey.ended(hop)))
    picture.settle()
    picture.apply(entry(_MISS))
    assert picture.caption.sentence == "Those are another patient's images."


def test_a_takeover_is_told() -> None:
    picture = fresh(_until_cue("images"))
    passed = RolePassed(role="ct", system=System(key="ct"), words="It did not answer")
    picture.apply(entry(passed))
    assert picture.glows["ct"][0] is Glow.PASSES
    assert picture.caption.sentence == "A stand-in plays CT scanner from now on."
    assert picture.caption.line == "It did not answer."


def test_planned_paths_are_there_and_never_earned() -> None:
    picture = fresh([entry(_with_planned())])
    assert picture.scenery
    assert [(each.key, each.uses) for each in picture.scenery.traces] == [("ct|gp", 0)]
    assert picture.scenery.planned
    for each in _JOURNEY[1:]:
        picture.apply(each)
    picture.settle()
    assert picture.scenery.traces[0].uses == 0
    assert len(picture.scenery.traces) > 1


def _with_planned() -> RunStarted:
    begin = _JOURNEY[0].event
    assert isinstance(begin, RunStarted)
    cue = Cue(
        id="later",
        number=99,
        transaction="ITI-65",
        sender="ct",
        receivers=("gp",),
        title="Later",
        planned=True,
    )
    scene = Scene(title="Later", cues=(cue,))
    story = begin.programme
    return structs.replace(begin, programme=structs.replace(story, scenes=(*story.scenes, scene)))


def test_another_size_keeps_what_was_earned() -> None:
    picture = fresh(list(journey.until(_JOURNEY, "order")))
    picture.settle()
    assert picture.scenery
    before = [(each.key, each.uses) for each in picture.scenery.traces]
    picture.resize(560.0)
    assert picture.scenery.layout.height == 560.0
    assert [(each.key, each.uses) for each in picture.scenery.traces] == before


def test_what_waits_hides_no_title() -> None:
    picture = fresh([_JOURNEY[0]])
    assert picture.scenery
    cards = picture.scenery.layout.cards
    for cue in journey.programme().cues:
        for receiver in cue.receivers:
            x, y = picture.scenery.dock(cue.sender, receiver, Thing.PAGE)
            waits = Rect(x - 84, y - 26, 168, 52)
            for key, card in cards.items():
                title = Rect(card.x, card.y, card.width, 54)
                assert key in picture.scenery.layout.quiet or not waits.overlaps(title)


def test_a_new_run_begins_with_an_empty_stage() -> None:
    picture = fresh(list(journey.until(journey.journey(), "images")))
    begin = next(each for each in _JOURNEY if isinstance(each.event, RunStarted))
    picture.apply(begin)
    assert picture.travellers == {}
    assert picture.scenery
    assert picture.scenery.traces == ()
    assert picture.caption.sentence == "A woman arrives with chest pain."


def test_a_skipped_cue_counts_as_shown() -> None:
    picture = fresh([_JOURNEY[0]])
    picture.apply(entry(CueEnded(cue="admit", held=True, skipped=True)))
    assert picture.shown == {"admit"}


def test_a_stranger_is_given_a_place() -> None:
    picture = fresh([_JOURNEY[0]])
    hop = HopStarted(hop="s", transaction="RAD-8", sender="10.0.0.9", receiver="archive", count=3)
    picture.apply(entry(hop))
    assert picture.scenery
    assert list(picture.scenery.guests) == ["10.0.0.9"]
    guest = picture.scenery.guests["10.0.0.9"]
    assert not any(guest.overlaps(card) for card in picture.scenery.layout.cards.values())
    assert picture.caption.sentence == "10.0.0.9 sends 3 images to Archive."


def test_what_the_catalogue_has_no_name_for_is_drawn_under_its_carriers() -> None:
    picture = fresh([_JOURNEY[0]])
    sender, receiver = "10.0.0.9:4000", "archive"
    hop = HopStarted(hop="s", transaction="C-ECHO", sender=sender, receiver=receiver)
    picture.apply(entry(hop))
    assert picture.scenery
    assert list(picture.scenery.guests) == [sender]
    assert sender in picture.caption.sentence


def test_events_before_any_run_do_no_harm() -> None:
    picture = at_rest([each for each in _JOURNEY if not isinstance(each.event, RunStarted)])
    assert picture.programme is None
    assert picture.counts[Outcome.ACKNOWLEDGED] == 23
