"""The support file is made by another process; what became of it is told."""

import sys
import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.viewmodels import support
from ui.viewmodels.support import SupportModel


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user's folder of our own."""
    for name in ("XDG_DATA_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))


def test_it_is_saved_and_the_place_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    model = SupportModel(lambda: "orthanc", tmp_path / "own.db", lambda: tmp_path / "Documents")
    with qtbot.waitSignal(model.noticed, timeout=60_000) as noticed:
        model.save()
        assert model.busy
        model.save()  # pressed twice: one file
    assert not model.busy
    words, place = noticed.args or ["", ""]
    assert "saved" in words
    assert [str(each) for each in (tmp_path / "Documents").iterdir()] == [place]
    with zipfile.ZipFile(place) as archive:
        assert {"README.txt", "cast.yaml"} <= set(archive.namelist())


@pytest.mark.parametrize(
    ("program", "why"),
    [
        (["/nowhere/showcase"], "could not be made"),
        ([sys.executable, "-c", "raise SystemExit('the disk is full.')"], "the disk is full."),
        ([sys.executable, "-c", "print('something else')"], "could not be made: 0."),
    ],
)
def test_what_went_wrong_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: list[str], why: str
) -> None:
    monkeypatch.setattr(support, "command", lambda *words: [*program, *words])
    model = SupportModel(lambda: "", folder=lambda: tmp_path)
    with qtbot.waitSignal(model.noticed, timeout=60_000) as noticed:
        model.save()
    assert why in (noticed.args or [""])[0]
    assert not model.busy


def test_where_no_folder_can_be_made(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    model = SupportModel(lambda: "", folder=lambda: tmp_path / "file" / "Documents")
    with qtbot.waitSignal(model.noticed, timeout=1_000) as noticed:
        model.save()
    assert "could not be made" in (noticed.args or [""])[0]
