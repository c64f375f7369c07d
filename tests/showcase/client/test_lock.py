"""One process holds it."""

import subprocess
import sys
from pathlib import Path

from showcase.client.lock import locked

_TRY = """
import sys
from pathlib import Path
from showcase.client.lock import locked
print(locked(Path(sys.argv[1])) is not None)
"""


def tried_elsewhere(path: Path) -> str:
    command = [sys.executable, "-c", _TRY, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_what_one_process_holds_another_does_not_get(tmp_path: Path) -> None:
    held = locked(tmp_path / "lock")
    assert held
    assert tried_elsewhere(tmp_path / "lock") == "False"
    held.close()
    assert tried_elsewhere(tmp_path / "lock") == "True"


def test_a_folder_that_is_not_there_gives_no_lock(tmp_path: Path) -> None:
    assert locked(tmp_path / "nowhere" / "lock") is None
