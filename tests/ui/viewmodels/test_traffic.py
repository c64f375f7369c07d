"""Every hop of the run."""

from PySide6.QtGui import QGuiApplication

from showcase.model.events import Event, HopProgressed, HopStarted
from tests.ui import script
from ui.viewmodels.traffic import TrafficModel


def traffic(*events: Event) -> TrafficModel:
    model = TrafficModel()
    for entry in script.entries(*events):
        model.apply(entry)
    return model


def test_hop_under_way_has_no_outcome_yet() -> None:
    row = traffic(script.started(), script.hop_started(script.STORE, count=24)).rows.rows[0]
    assert (row.sender, row.receiver, row.family) == ("CT scanner", "Archive", "DICOM")
    assert (row.outcome, row.note) == ("", "…")


def test_progress_is_counted() -> None:
    model = traffic(
        script.started(),
        script.hop_started(script.STORE, count=24),
        HopProgressed(hop="store-1", done=17, total=24),
    )
    assert model.rows.rows[0].note == "17 of 24"


def test_ended_hop_says_how_and_how_long() -> None:
    row = traffic(script.started(), *script.played(script.STORE, script.REFUSED)).rows.rows[0]
    assert (row.outcome, row.note) == ("refused", "12 ms")


def test_audit_is_counted_and_shown_on_demand() -> None:
    model = traffic(script.started(), *script.played(script.ADMIT), script.audit(), script.audit(2))
    assert (len(model.rows.rows), model.auditCount) == (1, 2)
    model.toggleAudit()
    assert [row.transaction for row in model.rows.rows] == ["ITI-31", "ITI-20", "ITI-20"]
    assert model.summary == "one hop"


def test_hop_of_a_stranger_goes_by_address() -> None:
    stranger = HopStarted(hop="h", transaction="RAD-14", sender="10.0.0.9:4000", receiver="archive")
    row = traffic(script.started(), stranger).rows.rows[0]
    assert (row.sender, row.receiver) == ("10.0.0.9:4000", "Archive")


def test_hop_whose_beginning_was_missed_is_listed() -> None:
    model = traffic(script.started(), script.hop_ended(script.ORDER))
    assert model.rows.rows[0].outcome == "acknowledged"


def test_a_new_run_begins_in_silence() -> None:
    model = traffic(script.started(), *script.played(script.ADMIT), script.started(run="r2"))
    assert model.rows.rows == ()


def test_chosen_hops_are_taken_away_in_their_order() -> None:
    model = traffic(
        script.started(),
        *script.played(script.ADMIT),
        *script.played(script.ORDER),
        *script.played(script.STORE),
    )
    taken: list[tuple[str, tuple[str, ...]]] = []
    model.taken.connect(lambda run, hops: taken.append((run, hops)))
    model.take()
    model.check("store-1")
    model.checkTo("order-1")
    assert (model.checkedCount, [row.checked for row in model.rows.rows]) == (
        2,
        [False, True, True],
    )
    model.take()
    assert taken == [("r1", ("order-1", "store-1"))]
    model.checkAll()
    assert model.checkedCount == 3
    model.checkNone()
    assert model.checkedCount == 0


def test_chosen_hops_are_copied_as_a_table(qapp: object) -> None:
    del qapp
    model = traffic(script.started(), *script.played(script.ADMIT))
    said: list[str] = []
    model.noticed.connect(lambda words, _remedy: said.append(words))
    model.checkAll()
    model.copy()
    head, line = QGuiApplication.clipboard().text().splitlines()
    assert head.startswith("time\ttransaction\tfrom")
    assert line.split("\t")[1:5] == ["ITI-31", "Front desk", "Radiology", "acknowledged"]
    assert said == ["Copied: 1"]


def test_the_next_run_begins_with_nothing_chosen() -> None:
    model = traffic(script.started(), *script.played(script.ADMIT))
    model.checkAll()
    for entry in script.entries(script.started(run="r2")):
        model.apply(entry)
    assert model.checkedCount == 0
