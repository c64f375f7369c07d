"""A line is a line, in a file that only its user reads, and twenty of them are enough."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from showcase.support.logs import KEPT, folder_for_logs, folders_of_logs, prune

_PROGRAM = """
import logging, structlog
from showcase.support.logs import log_to_file, log_to_stderr
from showcase.support.structured import structured
log_to_stderr()
structured(logging.INFO)
file = log_to_file("window")
print(file)
log = structlog.get_logger("showcase.wire")
log.info("caller hung up", peer="10.0.0.9:4\\n2026 ERROR forged", token="s3cr3t-token")
try:
    raise ValueError("broken, passphrase: s3cr3t-token")
except ValueError as error:
    log.error("run failed", exc_info=error)
logging.getLogger("somebody.else").info("chatter")
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder and a folder for temporary files of our own."""
    for name in ("XDG_DATA_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    return tmp_path


def _ran(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )


def test_what_goes_well_is_in_the_file_only(home: Path) -> None:
    ran = _ran(_PROGRAM)
    text = Path(ran.stdout.strip()).read_text()
    assert Path(ran.stdout.strip()).is_relative_to(home / "home")
    assert "caller hung up" in text
    assert "caller hung up" not in ran.stderr
    assert "ValueError: broken" in text
    assert "ValueError: broken" in ran.stderr
    assert "chatter" not in text


def test_no_stranger_begins_a_line_and_no_secret_is_written(home: Path) -> None:
    text = Path(_ran(_PROGRAM).stdout.strip()).read_text()
    assert not [line for line in text.splitlines() if line.startswith("2026 ERROR forged")]
    assert "s3cr3t" not in text
    assert home.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows guards the user's folder itself")
def test_only_its_user_reads_the_logs(home: Path) -> None:
    folder = folder_for_logs()
    assert folder is not None
    assert folder.is_relative_to(home)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_where_home_cannot_be_written_the_temporary_folder_serves(home: Path) -> None:
    (home / "home").write_text("a file where the folder should be")
    folder = folder_for_logs()
    assert folder == folders_of_logs()[1]
    assert folder.is_dir()


def test_a_folder_that_somebody_else_put_there_is_not_used(home: Path) -> None:
    (home / "home").write_text("a file where the folder should be")
    (home / "elsewhere").mkdir()
    folders_of_logs()[1].symlink_to(home / "elsewhere")
    assert folder_for_logs() is None


def test_the_newest_stay(tmp_path: Path) -> None:
    for number in range(KEPT + 5):
        (tmp_path / f"20261124-{number:06}-window-1.log").touch()
    prune(tmp_path.glob("*.log"), KEPT)
    left = sorted(each.name for each in tmp_path.iterdir())
    assert len(left) == KEPT
    assert left[0] == "20261124-000005-window-1.log"
    prune(tmp_path.glob("*.log"), 0)
    assert not list(tmp_path.iterdir())
