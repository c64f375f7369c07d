"""What QML reads of the stage, without QML."""

from collections.abc import Iterator

import pytest
from msgspec import structs
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QSignalSpy

from showcase.model.events import CueStandby, CueWaits, Entry, HopStarted, RolePassed, RunStarted
from showcase.model.system import System
from tests.ui import journey
from ui.rows import Rows
from ui.stage.legibility import legibility
from ui.viewmodels import stage as module
from ui.viewmodels.card_rows import CardRow, ChipRow
from ui.viewmodels.path_rows import OutlineRow, PathRow, TravellerRow
from ui.viewmodels.stage import StageModel
from ui.viewmodels.story_rows import SceneRow


@pytest.fixture
def stage(qapp: QCoreApplication) -> Iterator[StageModel]:
    assert qapp
    model = StageModel()
    yield model
    model.clear()


def _rows(model: object) -> Rows[object]:
    assert isinstance(model, Rows)
    return model


def _cards(stage: StageModel) -> dict[str, CardRow]:
    rows = (row for row in _rows(stage.cards).rows if isinstance(row, CardRow))
    return {row.key: row for row in rows}


def _travellers(stage: StageModel) -> list[TravellerRow]:
    return [row for row in _rows(stage.travellers).rows if isinstance(row, TravellerRow)]


def test_it_is_empty_before_a_run(stage: StageModel) -> None:
    assert stage.empty
    assert _rows(stage.cards).rowCount() == 0
    assert (stage.sentence, stage.patient, stage.clock) == ("", "", "")


def test_a_legend_is_told_once_for_each_story(stage: StageModel) -> None:
    told = QSignalSpy(stage.retold)
    for entry in journey.journey()[:40]:
        stage.apply(entry)
    assert stage.families == ["HL7 v2", "DICOM", "XDS", "Audit"]
    stage.clear()
    assert stage.families == []
    assert told.count() == 2


def test_cards_say_who_plays(stage: StageModel) -> None:
    stage.apply(journey.journey()[0])
    cards = _cards(stage)
    assert (cards["ehr"].maker, cards["ehr"].stand_in) == ("Northwind Health", False)
    assert (cards["archive"].maker, cards["archive"].assisted) == ("Orthanc", True)
    assert (cards["desk"].maker, cards["desk"].stand_in) == ("", True)
    assert cards["audit"].quiet


def test_a_vendors_card_has_its_logo_until_a_stand_in_takes_over(stage: StageModel) -> None:
    begin = journey.journey()[0]
    assert isinstance(begin.event, RunStarted)
    logo = structs.replace(begin.event.systems["ct"], logo="abc")
    systems = begin.event.systems | {"ct": logo}
    stage.apply(structs.replace(begin, event=structs.replace(begin.event, systems=systems)))
    assert [key for key, row in _cards(stage).items() if row.logo] == ["ct"]
    passed = RolePassed(run=journey.RUN, role="ct", system=System(key="ct"), words="It is silent")
    stage.apply(Entry(seq=900, at=journey.START, event=passed))
    assert _cards(stage)["ct"].logo == ""


def test_the_patient_has_a_place(stage: StageModel) -> None:
    stage.apply(journey.journey()[0])
    assert (stage.patient, stage.initials) == ("Rosa Quill", "RQ")
    assert stage.tell == "65, came with chest pain"
    assert stage.subtitle == "St. Alba Hospital, Regional exchange and Riverside Practice"


def test_images_travel_with_their_pictures_and_progress(stage: StageModel) -> None:
    for entry in journey.until(journey.journey(), "images"):
        stage.apply(entry)
        if not isinstance(entry.event, HopStarted):
            stage.settle()
    (traveller,) = _travellers(stage)
    assert traveller.thing == "images"
    assert traveller.thumbnails == ("slice-0", "slice-1", "slice-2")
    assert traveller.svg.startswith("M ")
    active = [row for row in _rows(stage.paths).rows if isinstance(row, PathRow) and row.active]
    assert [row.key for row in active] == ["archive|ct"]


def test_paths_grow_with_use(stage: StageModel) -> None:
    for entry in journey.journey():
        stage.apply(entry)
    stage.settle()
    uses = {row.key: row.uses for row in _rows(stage.paths).rows if isinstance(row, PathRow)}
    assert uses["ct|ris"] == 3
    assert uses["desk|ehr"] == 1


def test_scenes_are_done_now_and_next(stage: StageModel) -> None:
    for entry in journey.until(journey.journey(), "order"):
        stage.apply(entry)
    stage.settle()
    stands = [row.stands for row in _rows(stage.scenes).rows if isinstance(row, SceneRow)]
    assert stands == ["done", "now", "next", "next", "next", "next"]


def test_chips_are_one_list_for_each_card(stage: StageModel) -> None:
    before = stage.chips("gp")
    for entry in journey.journey():
        stage.apply(entry)
    stage.settle()
    assert stage.chips("gp") is before
    texts = [row.text for row in _rows(before).rows if isinstance(row, ChipRow)]
    assert texts == ["Rosa Q.", "2 ids", "document"]


def test_a_report_of_two_windows_counts_once(stage: StageModel) -> None:
    for entry in journey.until(journey.journey(), "feed-hospital"):
        stage.apply(entry)
    (first,) = _travellers(stage)
    stage.finished(first.hop, first.step)
    step = _travellers(stage)[0].step
    stage.finished(first.hop, first.step)
    assert _travellers(stage)[0].step == step
    stage.settle()


def test_a_picture_that_nobody_draws_goes_on(
    stage: StageModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LONGEST_STEP", 1)
    for entry in journey.journey(stop_after="admit"):
        stage.apply(entry)
    spy = QSignalSpy(stage.changed)
    while stage.property("hops") < 2:
        assert spy.wait(2_000)
    assert stage.acknowledged == 2


def test_the_wall_never_pretends(stage: StageModel) -> None:
    stage.recording(True)
    stage.stale(True)
    assert stage.isRecording
    assert stage.isStale
    stage.clear()
    assert stage.isRecording, "a recording is cleared and drawn from its beginning"


def test_a_frozen_wall_keeps_its_picture_and_catches_up(stage: StageModel) -> None:
    entries = journey.journey()
    for entry in entries[:20]:
        stage.apply(entry)
    stage.settle()
    kept = (stage.sentence, stage.hops, _rows(stage.paths).rows)
    stage.curtain.freeze(True)
    for entry in entries[20:]:
        stage.apply(entry)
    stage.finished("", 1)
    assert (stage.sentence, stage.hops, _rows(stage.paths).rows) == kept
    stage.stale(True)
    assert stage.isStale, "that it is stale is told even so"
    stage.curtain.freeze(False)
    assert stage.sentence == "One patient throughout, and every system knows it."


def test_a_holding_screen_stops_nothing(stage: StageModel) -> None:
    stage.curtain.hold(True)
    assert stage.curtain.holding
    for entry in journey.journey():
        stage.apply(entry)
    stage.settle()
    assert stage.ended


def test_an_invitation_can_be_the_booths_own(stage: StageModel) -> None:
    stage.curtain.invite(True)
    stage.curtain.say("Tours on the hour.")
    assert (stage.curtain.attract, stage.curtain.invitation) == (True, "Tours on the hour.")


def test_far_visitors_get_larger_letters(stage: StageModel) -> None:
    stage.apply(journey.journey()[0])
    near = stage.faces.rest.title, stage.sight.sentence, stage.sight.stageHeight
    stage.sight.look(55.0, 6.0)
    assert stage.sight.sentence > near[1]
    assert stage.sight.stageHeight < near[2]
    assert stage.faces.rest.title > near[0]
    assert stage.sight.satisfied
    stage.sight.look(55.0, 7.0)  # the sentence still is large enough, a title in play is not
    assert stage.sight.asked.satisfied
    assert not stage.sight.satisfied
    assert 6.0 < stage.sight.nearest < 7.0
    stage.sight.look(32.0, 9.0)
    assert not stage.sight.satisfied
    assert stage.sight.nearest < 9.0


def test_the_stage_introduces_everybody(stage: StageModel) -> None:
    stage.apply(journey.journey()[0])
    loud = {key: card for key, card in _cards(stage).items() if not card.quiet}
    assert all(card.open for card in loud.values())
    assert min(card.size for card in loud.values()) >= legibility().play


def test_whoever_sends_and_receives_is_in_play(stage: StageModel) -> None:
    for entry in journey.until(journey.journey(), "images"):
        stage.apply(entry)
        if not isinstance(entry.event, HopStarted):
            stage.settle()
    cards = _cards(stage)
    assert {key for key, card in cards.items() if card.open} == {"ct", "archive"}
    assert cards["ct"].size >= legibility().play > cards["desk"].size


def test_at_the_end_everybody_rests(stage: StageModel) -> None:
    for entry in journey.journey():
        stage.apply(entry)
    stage.settle()
    assert not any(card.open for card in _cards(stage).values())


def test_a_cue_that_waits_marks_its_card(stage: StageModel) -> None:
    stage.apply(journey.journey()[0])
    waits = CueWaits(cue="images", sender="ct", receivers=("archive",), todo="Send the study.")
    stage.apply(Entry(seq=2, at=journey.START, event=waits))
    assert [key for key, card in _cards(stage).items() if card.asked] == ["ct"]
    assert stage.waiting


def test_progress_is_counted_for_images_alone(stage: StageModel) -> None:
    assert stage.progress == -1.0


def test_what_go_would_fire_is_a_list_of_its_own(stage: StageModel) -> None:
    stage.apply(journey.journey()[0])
    standby = CueStandby(run=journey.RUN, cue="images")
    stage.apply(Entry(seq=900, at=journey.START, event=standby))
    rows = [row for row in _rows(stage.standby).rows if isinstance(row, OutlineRow)]
    assert [row.named for row in rows] == [False, False, True]
    assert _rows(stage.paths).rowCount() == 0


def test_a_thread_takes_the_place_of_what_is_next(stage: StageModel) -> None:
    stage.apply(journey.journey()[0])
    standby = CueStandby(run=journey.RUN, cue="images")
    stage.apply(Entry(seq=900, at=journey.START, event=standby))
    stage.follow(journey.thread("40213"))
    assert _rows(stage.standby).rowCount() == 0
    stage.follow(None)
    assert _rows(stage.standby).rowCount() == 3
