"""What a reset has cleared, and what it could not clear."""

import pytest
from PySide6.QtGui import QGuiApplication

from showcase.model.clearance import Clearance, Cleared, Holding, Remainder
from tests.ui import script
from ui.viewmodels.reset import ResetModel, counted

IMAGES = Remainder(
    role="archive",
    title="Archive",
    system="Orthanc",
    holding=Holding.IMAGE,
    count=24,
    patient="Rosa Quill",
    name="2.25.7",
)
TRAIL = Remainder(
    role="audit",
    title="Audit trail",
    system="Audit trail",
    holding=Holding.RECORD,
    count=46,
    ours=True,
)
TOLD = Clearance(
    run="r2",
    before="r1",
    patient="Iris Vale",
    cleared=(Cleared(role="ct", title="CT", counts={Holding.PATIENT: 1, Holding.IMAGE: 24}),),
    kept=(IMAGES, TRAIL),
    milliseconds=212.0,
)


@pytest.fixture
def reset() -> ResetModel:
    model = ResetModel()
    model.came(TOLD)
    return model


def test_stand_ins_tell_what_they_forgot(reset: ResetModel) -> None:
    assert reset.shown
    assert reset.title == "Reset in 0.2 s. Next patient: Iris Vale"
    (row,) = reset.cleared.rows
    assert (row.title, row.counts) == ("CT", "1 patient · 24 images")


def test_a_vendors_rest_is_told_by_name_and_identifier(reset: ResetModel) -> None:
    orthanc, trail = reset.left.rows
    assert orthanc.words == "Orthanc still keeps 24 images of Rosa Quill"
    assert (orthanc.found, orthanc.name) == ("Study Instance UID", "2.25.7")
    assert trail.words == "Audit trail keeps its 46 audit records: an audit trail forgets nothing"
    assert reset.todo == 1


def test_an_identifier_can_be_copied(reset: ResetModel, qapp: object) -> None:
    del qapp
    reset.copy("2.25.7")
    assert QGuiApplication.clipboard().text() == "2.25.7"


def test_the_first_go_puts_it_away(reset: ResetModel) -> None:
    for entry in script.entries(script.started(), script.standby(script.ADMIT)):
        reset.apply(entry)
    assert reset.shown
    for entry in script.entries(*script.played(script.ADMIT)):
        reset.apply(entry)
    assert not reset.shown


def test_it_can_be_put_away(reset: ResetModel) -> None:
    reset.close()
    assert not reset.shown


def test_the_first_run_has_nothing_to_tell() -> None:
    model = ResetModel()
    model.came(Clearance(run="r1", patient="Rosa Quill"))
    assert not model.shown


@pytest.mark.parametrize("holding", Holding)
def test_every_kind_has_its_words(holding: Holding) -> None:
    assert counted(holding, 1).startswith("1 ")
    assert counted(holding, 3).startswith("3 ")
