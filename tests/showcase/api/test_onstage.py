import subprocess
import sys
from pathlib import Path

from showcase.api.onstage import Memo, OnStage
from showcase.model.answers import RunWanted

MEMO = Memo(run="r1", wanted=RunWanted(story="chest-pain"), ports={"ris": {"hl7v2": 21010}})

_HOLD = """
import sys
from pathlib import Path
from showcase.api.onstage import OnStage
stage = OnStage(Path(sys.argv[1]))
assert stage.ours
print("mine", flush=True)
sys.stdin.read()
"""


def test_next_engine_reads_what_was_noted(tmp_path: Path) -> None:
    first = OnStage(tmp_path / "journal.db")
    first.write(MEMO)
    first.close()
    assert OnStage(tmp_path / "journal.db").read() == MEMO


def test_nothing_is_known_before_the_first_run(tmp_path: Path) -> None:
    assert OnStage(tmp_path / "journal.db").read() is None


def test_damaged_note_is_none(tmp_path: Path) -> None:
    (tmp_path / "journal.db.stage").write_bytes(b'{"run"')
    assert OnStage(tmp_path / "journal.db").read() is None


def test_memory_keeps_no_note() -> None:
    stage = OnStage(None)
    stage.write(MEMO)
    assert (stage.read(), stage.ours) == (None, False)


def test_folder_that_takes_nothing_keeps_no_note(tmp_path: Path) -> None:
    stage = OnStage(tmp_path / "missing" / "journal.db")
    stage.write(MEMO)
    assert (stage.read(), stage.ours) == (None, False)


def test_run_of_another_process_is_not_ours(tmp_path: Path) -> None:
    file = tmp_path / "journal.db"
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"mine\n"
        stage = OnStage(file)
        assert not stage.ours
        stage.write(MEMO)
        assert stage.read() is None
        other.kill()
        other.wait()
        assert stage.ours
    stage.close()
