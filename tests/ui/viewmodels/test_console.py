"""The console: what its keys do, and what it says."""

import msgspec
import pytest

from showcase.model.events import (
    CueEnded,
    CueWaits,
    Event,
    NearMissed,
    RolePassed,
    RunHeld,
    RunResumed,
)
from showcase.model.programme import NOBODY
from showcase.model.system import System
from tests.ui import script
from ui.viewmodels.console import ConsoleModel

Phase = ConsoleModel.Phase


class Booth:
    """A console with a clock that jumps and verbs that are written down."""

    def __init__(self) -> None:
        self.clock = script.Jumpable()
        self.pressed = script.Pressed()
        self.model = ConsoleModel(self.pressed, self.clock)
        self.tours = 0
        self.model.tourAsked.connect(self._tour)
        self.model.connection(Phase.EMPTY)

    def _tour(self) -> None:
        self.tours += 1

    def tell(self, *events: Event) -> None:
        for entry in script.entries(*events):
            self.model.apply(entry)

    def go(self) -> None:
        self.clock.jump(1.0)
        self.model.goDown()
        self.model.goUp()


@pytest.fixture
def booth() -> Booth:
    return Booth()


def test_go_fires_the_standby(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.go()
    assert booth.pressed.verbs == ["go"]
    assert booth.model.goHint == "next: 1 The front desk admits her"


def test_two_gos_at_once_are_one(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.clock.jump(1.0)
    for _ in range(2):
        booth.model.goDown()
        booth.model.goUp()
    assert booth.pressed.verbs == ["go"]


def test_go_does_not_disturb_a_running_cue(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.ADMIT)[:2], script.standby(script.ORDER))
    booth.go()
    assert booth.pressed.verbs == []
    assert (booth.model.phase, booth.model.goReady) == (Phase.RUNNING, False)


def test_esc_holds_then_cuts(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.model.esc()
    booth.clock.jump(0.5)
    booth.model.esc()
    assert booth.pressed.verbs == ["hold", "panic"]


def test_esc_forgets_a_go_that_is_down(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.model.goDown()
    booth.model.esc()
    booth.model.goUp()
    assert booth.pressed.verbs == ["hold"]


def test_go_after_hold_goes_on(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT), RunHeld(run="r1"))
    assert (booth.model.phase, booth.model.escHint) == (Phase.HELD, "held · again: cut")
    booth.go()
    assert booth.pressed.verbs == ["go"]
    booth.tell(RunResumed(run="r1"))
    assert booth.model.phase == Phase.READY


def test_failure_stops_the_show_and_offers_retry(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.STORE, script.SILENT), RunHeld(run="r1"))
    assert booth.model.phase == Phase.STOPPED
    assert booth.model.failure.title == "No answer from Archive"
    booth.model.retry()
    booth.model.wayOut(booth.model.failure.second)
    assert booth.pressed.verbs == ["retry", "retry"]


def test_stand_in_takes_over_and_plays_what_failed(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.STORE, script.SILENT), RunHeld(run="r1"))
    booth.model.wayOut(booth.model.failure.first)
    assert booth.pressed.verbs == ["stand-in archive", "go"]


def test_going_on_without_it_is_a_go(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.ADMIT, script.REFUSED), RunHeld(run="r1"))
    booth.model.wayOut(booth.model.failure.first)
    assert booth.pressed.verbs == ["go"]


def test_waiting_for_a_vendor_says_what_to_do(booth: Booth) -> None:
    waits = CueWaits(
        run="r1",
        cue="store",
        sender="archive",
        receivers=("ct",),
        todo="Send the images to CT at 127.0.0.1:11112.",
        values={"accession number": "A1"},
    )
    booth.tell(script.started(), script.played(script.STORE)[0], waits)
    card = booth.model.waiting
    assert (card.shown, card.title) == (True, "Archive, it is your turn")
    assert (card.todo, [row.value for row in card.values.rows]) == (waits.todo, ["A1"])
    missed = NearMissed(
        run="r1", cue="store", hop="h", words="Almost.", differences=("patient 1 instead of 2",)
    )
    booth.tell(missed)
    assert card.missed == "Almost. patient 1 instead of 2."
    booth.model.standIn()
    assert booth.pressed.verbs == ["stand-in archive"]
    booth.tell(*script.played(script.STORE)[-1:])
    assert not card.shown


def test_the_next_cue_clears_the_failure_card(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.STORE, script.REFUSED))
    assert booth.model.failure.shown
    booth.tell(script.played(script.ADMIT)[0])
    assert not booth.model.failure.shown


def test_retry_without_a_failure_does_nothing(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.model.retry()
    assert booth.pressed.verbs == []


def test_go_with_an_empty_stage_begins_a_tour(booth: Booth) -> None:
    booth.go()
    assert (booth.tours, booth.pressed.verbs) == (1, [])


def test_go_right_after_the_end_keeps_the_last_picture(booth: Booth) -> None:
    booth.tell(script.started(), script.ended())
    booth.go()
    assert (booth.tours, booth.model.goReady) == (0, False)
    booth.clock.jump(5.0)
    booth.go()
    assert booth.tours == 1


def test_next_tour_asks_twice_while_one_is_under_way(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.ADMIT), script.standby(script.ORDER))
    booth.model.nextTour()
    assert booth.tours == 0
    booth.model.nextTour()
    assert booth.tours == 1


def test_only_watching_asks_twice_while_a_tour_is_under_way(booth: Booth) -> None:
    asked: list[bool] = []
    booth.model.watchAsked.connect(lambda: asked.append(True))
    booth.tell(script.started(), *script.played(script.ADMIT), script.standby(script.ORDER))
    booth.model.watch()
    assert not asked
    booth.model.watch()
    assert asked


def test_while_it_watches_there_is_nothing_to_fire(booth: Booth) -> None:
    asked: list[bool] = []
    booth.model.watchAsked.connect(lambda: asked.append(True))
    programme = msgspec.structs.replace(script.PROGRAMME, scenes=())
    start = msgspec.structs.replace(script.started(NOBODY), programme=programme)
    booth.tell(start, script.hop_started(script.ADMIT))
    assert booth.model.phase == ConsoleModel.Phase.WATCHING
    assert (booth.model.isWatching, booth.model.goReady) == (True, False)
    assert booth.model.headline == "Watching"
    booth.go()
    booth.model.watch()
    assert (booth.pressed.verbs, asked) == ([], [])
    booth.model.nextTour()
    assert booth.tours == 1


def test_next_tour_before_the_first_cue_asks_once(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.model.nextTour()
    assert booth.tours == 1


def test_go_during_a_recording_returns_to_the_stage(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.model.recording(True)
    booth.go()
    assert booth.pressed.verbs == ["live"]


def test_a_recording_cannot_be_jumped(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.model.recording(True)
    booth.model.jump("store")
    assert booth.pressed.verbs == []


def test_jump_makes_a_cue_the_next(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.model.jump("store")
    assert booth.pressed.verbs == ["jump store"]


def test_lost_engine_keeps_the_cue_list(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.model.connection(Phase.LOST, "The engine does not answer.")
    assert (booth.model.phase, booth.model.hasRun) == (Phase.LOST, True)
    assert not booth.model.goReady


def test_status_names_players_tour_journal_and_ports(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    assert booth.model.status == [
        "Orthanc and 4 stand-ins",
        "5 min tour",
        "Journal: 2 saved",
        "5 ports open",
    ]
    booth.tell(RolePassed(run="r1", role="archive", system=System(key="archive")))
    told = ["5 stand-ins", "5 min tour", "Journal: 2 saved", "5 ports open"]
    assert booth.model.status == told


def test_clear_forgets_the_run(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.STORE, script.SILENT))
    booth.model.clear()
    assert (booth.model.phase, booth.model.cues.rows) == (Phase.EMPTY, ())


def test_focus_is_a_line_of_the_list_not_a_number(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.STORE))
    assert booth.model.focusRow == 2


def test_skipped_cue_is_no_failure(booth: Booth) -> None:
    booth.tell(script.started(), CueEnded(run="r1", cue="admit", held=False, skipped=True))
    assert not booth.model.failure.shown


def test_engine_that_is_back_goes_on_with_one_press(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.ADMIT))
    booth.tell(*script.interrupted(then=script.ORDER))
    assert booth.model.phase == Phase.HELD
    booth.go()
    booth.model.wayOut(booth.model.failure.first)
    assert booth.pressed.verbs == ["go", "go"]
    booth.model.wayOut(booth.model.failure.second)
    assert booth.tours == 1


def test_nothing_is_sent_again_unasked_when_the_engine_is_back(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.STORE)[:2])
    booth.tell(*script.interrupted(script.STORE, then=script.ORDER))
    assert (booth.model.phase, booth.pressed.verbs) == (Phase.STOPPED, [])
    booth.model.wayOut(booth.model.failure.first)
    booth.model.wayOut(booth.model.failure.second)
    assert booth.pressed.verbs == ["retry", "go"]


def test_what_is_not_kept_is_said_as_long_as_it_is_so(booth: Booth) -> None:
    (entry,) = script.entries(script.started())
    booth.model.apply(msgspec.structs.replace(entry, kept=False))
    assert booth.model.trouble.startswith("The disk takes nothing: the show goes on")
    booth.model.apply(entry)
    assert booth.model.trouble == ""
    booth.model.engine(7, unkept=True)
    assert booth.model.trouble
