"""Whatever ends a process before its time leaves a report; one that ends in order leaves none."""

import subprocess
import sys
from pathlib import Path

import pytest

_BEGIN = """
import asyncio, faulthandler, logging, os, signal, sys, threading
from showcase.support.crash import report_crashes
from showcase.support.logs import log_to_stderr
log_to_stderr()
assert report_crashes("engine")
"""
_TASK = """
async def fails():
    raise LookupError("lost")
async def main():
    task = asyncio.ensure_future(fails())
    await asyncio.wait([task])
asyncio.run(main())
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder of our own."""
    for name in ("XDG_DATA_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def _reports(home: Path, program: str) -> list[str]:
    """What is left of a process that ran this."""
    subprocess.run([sys.executable, "-c", _BEGIN + program], capture_output=True, check=False)
    return [each.read_text() for each in home.rglob("*.crash.txt")]


@pytest.mark.parametrize("program", ["", "sys.exit(3)", "raise KeyboardInterrupt"])
def test_in_order_leaves_nothing(home: Path, program: str) -> None:
    assert not _reports(home, program)


@pytest.mark.parametrize(
    ("program", "says"),
    [
        ("raise LookupError('lost')", "LookupError: lost"),
        ("t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()", "ZeroDivisionError"),
        (_TASK, "LookupError: lost"),
        ("logging.getLogger('qt').critical('no screen')", "no screen"),
        ("faulthandler._sigsegv()", "Fatal Python error: Segmentation fault"),
        ("os.abort()", "Fatal Python error: Aborted"),
        ("raise LookupError('passphrase: s3cr3t')", "passphrase: [left out]"),
    ],
)
def test_a_crash_leaves_its_report(home: Path, program: str, says: str) -> None:
    (report,) = _reports(home, program)
    assert report.startswith("showcase 0.")
    assert says in report
    assert "s3cr3t" not in report


def test_one_that_was_killed_leaves_its_head(home: Path) -> None:
    (report,) = _reports(home, "os.kill(os.getpid(), signal.SIGKILL)")
    assert report.startswith("showcase 0.")
    assert len(report.splitlines()) == 3
