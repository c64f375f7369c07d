"""What Qt says is logged; what it says last is in the crash report."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical, qDebug, qInstallMessageHandler, qWarning

from ui.complaints import hear_qt

_FATAL = """
from PySide6.QtGui import QGuiApplication
from showcase.support.crash import report_crashes
from showcase.support.logs import log_to_file
from ui.complaints import hear_qt
log_to_file("window")
report_crashes("window")
hear_qt()
QGuiApplication([])
"""


@pytest.fixture
def _heard() -> Iterator[None]:
    """Qt's messages are logged during the test, and go where they went before after it."""
    before = qInstallMessageHandler(None)
    hear_qt()
    yield
    qInstallMessageHandler(before)


@pytest.mark.usefixtures("_heard")
def test_by_its_weight(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    qDebug("small talk")
    qWarning("Binding loop 100% of the time")
    qCritical("a lost context")
    said = [(each.levelname, each.getMessage()) for each in caplog.records if each.name == "ui.qt"]
    assert said == [
        ("DEBUG", "small talk"),
        ("WARNING", "Binding loop 100% of the time"),
        ("ERROR", "a lost context"),
    ]


def test_its_last_word_is_in_the_report(tmp_path: Path) -> None:
    names = ("XDG_DATA_HOME", "HOME", "LOCALAPPDATA")
    environment = {**os.environ, **dict.fromkeys(names, str(tmp_path))}
    environment["QT_QPA_PLATFORM"] = "telepathy"
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    subprocess.run([sys.executable, "-c", _FATAL], env=environment, check=False, timeout=60)
    (report,) = tmp_path.rglob("*.crash.txt")
    assert "no Qt platform plugin could be initialized" in report.read_text()
    (log,) = tmp_path.rglob("*.log")
    assert "CRITICAL ui.qt: This application failed to start" in log.read_text()
