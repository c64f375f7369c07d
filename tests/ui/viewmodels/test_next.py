"""What GO will do next."""

from datetime import timedelta

from msgspec import structs

from showcase.model.events import Event
from tests.ui import script
from ui.viewmodels.next import NextModel
from ui.viewmodels.performance import Performance


def coming(*events: Event) -> NextModel:
    fold = Performance()
    for entry in script.entries(script.started(), *events):
        fold.apply(entry)
    model = NextModel()
    model.show(fold)
    return model


def test_the_standby_is_told_with_its_way_and_its_sentence() -> None:
    model = coming(script.standby(script.ADMIT))
    assert (model.title, model.transaction, model.family) == (
        "1  The front desk admits her",
        "ITI-31",
        "HL7 v2",
    )
    assert model.way == "Front desk → Radiology"
    assert model.sends == "who the patient is · ADT^A04"
    assert model.tell == "The front desk told Radiology who she is."
    assert model.when == "waits for GO"


def test_what_follows_by_itself_is_counted() -> None:
    assert coming(script.standby(script.ORDER)).when == "GO plays it, then 1 more"


def test_what_comes_after_an_acknowledgement_says_so() -> None:
    model = coming(*script.played(script.ORDER)[:1], script.standby(script.STORE))
    assert (model.byItself, model.when) == (True, "by itself, once this is acknowledged")


def test_a_pause_is_counted_down() -> None:
    model = coming(*script.played(script.STORE)[:1], script.standby(script.ADMIT))
    model.tick(script.START + timedelta(seconds=2.0))
    assert model.when == "by itself in 1 s"
    model.tick(script.START + timedelta(seconds=9.0))
    assert model.when == "by itself, now"


def test_a_vendors_people_are_named_before_their_turn() -> None:
    sends = structs.replace(script.STORE, sender="archive", receivers=("ct",))
    scene = structs.replace(script.PROGRAMME.scenes[0], cues=(sends,))
    start = structs.replace(
        script.started(), programme=structs.replace(script.PROGRAMME, scenes=(scene,))
    )
    model = coming(start, script.standby(sends))
    assert model.when == "Orthanc does it"


def test_without_a_standby_nothing_comes() -> None:
    model = coming()
    assert (model.shown, model.title, model.way, model.sends, model.when) == (False, "", "", "", "")
