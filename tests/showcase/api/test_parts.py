from showcase.api.parts import parts_of
from showcase.story.cast import Cast
from tests.showcase.conductor.players import cue, programme

STORY = programme(cue("admit", "ITI-31", "desk", "ehr"))


def test_stand_in_listens_where_it_did() -> None:
    usual = parts_of(STORY, Cast())["ehr"].listening.ports
    moved = parts_of(STORY, Cast(), ports={"ehr": {"hl7v2": 40001}})
    assert moved["ehr"].listening.ports == usual | {"hl7v2": 40001}
    assert moved["desk"].listening.ports == parts_of(STORY, Cast())["desk"].listening.ports
