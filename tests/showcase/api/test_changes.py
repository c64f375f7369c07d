from showcase.api.changes import changes
from showcase.model.events import RunStarted
from showcase.model.system import Dicom, Endpoints, System
from showcase.story.cast import Cast
from showcase.story.cast_lint import Player
from tests.showcase.conductor.players import PATIENT, cue, programme

STORY = programme(cue("admit", "ITI-31", "desk", "ehr"))
ACME = System(
    key="acme",
    vendor="Acme",
    product="One",
    stand_in=False,
    endpoints=Endpoints(dicom=Dicom(host="10.0.0.1", port=104, ae_title="ACME")),
)
OTHER = System(key="other", vendor="Other", product="Two", stand_in=False)


def told(before: System, now: System | None, *, same_story: bool = True) -> list[str]:
    start = RunStarted(run="r1", programme=STORY, patient=PATIENT, systems={"desk": before})
    players = {"desk": Player("desk", now)} if now else {}
    return list(changes(start, Cast(players=players), same_story=same_story))


def test_nothing_has_changed() -> None:
    assert told(ACME, ACME) == []
    assert told(System(key="desk"), None) == []


def test_changed_story_is_told() -> None:
    (words,) = told(ACME, ACME, same_story=False)
    assert words.startswith("The story was changed on disk")


def test_another_system_is_told() -> None:
    (words,) = told(ACME, OTHER)
    assert (
        words == "The cast was changed on disk: Desk is now played by Other Two, as the file says."
    )


def test_system_that_is_gone_is_told() -> None:
    (words,) = told(ACME, None)
    assert "Desk is now played by a stand-in" in words


def test_role_that_a_stand_in_had_taken_over_has_not_changed() -> None:
    assert told(System(key="desk"), ACME) == []
