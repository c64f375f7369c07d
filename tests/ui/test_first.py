"""A second copy shows the first one's window, whoever was killed before."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui import first as module
from ui.first import FirstCopy

_ROOT = Path(__file__).parents[2]
_SECOND = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.first import FirstCopy
app = QCoreApplication([])
copy = FirstCopy(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
print("first" if copy.claim() else "second", flush=True)
if os.environ.get("DIES"):
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    """A user's folder of our own, so that no copy of this machine's user is found."""
    del qapp
    for name in ("XDG_DATA_HOME", "HOME", "LOCALAPPDATA", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(_ROOT))


def _another(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _SECOND, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )


def _said(another: subprocess.Popen[str]) -> str:
    return another.communicate(timeout=60)[0].strip()


def test_the_second_asks_the_first_for_its_window(qtbot: QtBot) -> None:
    first = FirstCopy()
    assert first.claim()
    with qtbot.waitSignal(first.wanted, timeout=60_000):
        another = _another()
    assert _said(another) == "second"
    first.release()
    assert _said(_another()) == "first"


def test_another_journal_has_a_first_copy_of_its_own(tmp_path: Path) -> None:
    first = FirstCopy()
    assert first.claim()
    assert _said(_another(str(tmp_path / "own.db"))) == "first"
    first.release()


def test_one_that_was_killed_is_nobody_any_more() -> None:
    assert _said(_another(DIES="yes")) == "first"
    first = FirstCopy()
    assert first.claim()
    first.release()


def test_one_that_does_not_answer_keeps_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    first = FirstCopy()
    assert first.claim()
    monkeypatch.setattr(module, "_PATIENCE", 300)
    second = FirstCopy()
    assert second.claim()  # the first one's event loop stands still meanwhile
    first.release()


def test_the_name_is_short_wherever_the_user_lives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("ä" * 60) / ("ö" * 60)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    monkeypatch.setenv("XDG_DATA_HOME", str(deep))
    assert len(module._name(None).encode()) < 104
