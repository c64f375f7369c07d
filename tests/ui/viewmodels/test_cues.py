"""The cue list as rows."""

import pytest

from showcase.model.events import CueEnded, HopProgressed
from showcase.model.exchange import Verdict
from tests.ui import script
from ui.viewmodels.cues import CueList, Cues


def test_rows_are_grouped_by_scene() -> None:
    rows = CueList(script.PROGRAMME).rows()
    assert [(row.number, row.scene) for row in rows] == [(1, "Arrival"), (2, "Scan"), (3, "Scan")]


def test_waiting_row_says_what_starts_the_next() -> None:
    rows = CueList(script.PROGRAMME).rows()
    assert [row.note for row in rows] == ["wait", "follow", "then 2 s"]


def test_standby_row_stands_out() -> None:
    cues = CueList(script.PROGRAMME)
    cues.stand_by("order")
    assert [row.standby for row in cues.rows()] == [False, True, False]
    assert cues.rows()[1].stands == Cues.State.STANDBY


def test_running_row_counts_images() -> None:
    cues = CueList(script.PROGRAMME)
    cues.start("store")
    cues.hop_started(script.hop_started(script.STORE, count=24))
    cues.hop_progressed("store", HopProgressed(hop="store-1", done=17, total=24))
    row = cues.rows()[2]
    assert (row.stands, row.note) == (Cues.State.RUNNING, "17 of 24")


@pytest.mark.parametrize(
    ("verdict", "state"),
    [
        (script.ACKNOWLEDGED, Cues.State.ACKNOWLEDGED),
        (script.REFUSED, Cues.State.REFUSED),
        (script.SILENT, Cues.State.FAILED),
    ],
)
def test_ended_row_says_how(verdict: Verdict, state: Cues.State) -> None:
    cues = CueList(script.PROGRAMME)
    cues.start("store")
    cues.hop_ended(script.hop_ended(script.STORE, verdict, milliseconds=148.2))
    held = verdict is script.ACKNOWLEDGED
    cues.end(CueEnded(cue="store", held=held))
    row = cues.rows()[2]
    assert (row.stands, row.held, row.note) == (state, held, "148 ms")


def test_cue_without_a_hop_that_did_not_hold_failed() -> None:
    cues = CueList(script.PROGRAMME)
    cues.start("admit")
    assert cues.end(CueEnded(cue="admit", held=False, words="Nothing is known.")) is None
    assert cues.rows()[0].stands == Cues.State.FAILED


def test_skipped_row_says_so() -> None:
    cues = CueList(script.PROGRAMME)
    cues.end(CueEnded(cue="admit", held=True, skipped=True))
    assert cues.rows()[0].note == "skipped"


def test_a_second_try_forgets_the_first() -> None:
    cues = CueList(script.PROGRAMME)
    for verdict, held in ((script.SILENT, False), (script.ACKNOWLEDGED, True)):
        cues.start("admit")
        cues.hop_ended(script.hop_ended(script.ADMIT, verdict))
        cues.end(CueEnded(cue="admit", held=held))
    assert cues.rows()[0].stands == Cues.State.ACKNOWLEDGED


def test_unknown_cue_changes_nothing() -> None:
    cues = CueList(script.PROGRAMME)
    before = cues.rows()
    cues.start("nobody")
    cues.end(CueEnded(cue="nobody", held=True))
    assert cues.rows() == before
