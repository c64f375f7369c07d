"""``showcase play --resume``."""

import subprocess
import sys
from pathlib import Path

import pytest

from showcase.journal.journal import open_journal
from showcase.model.events import CueEnded, HopStarted, RunEnded, RunStarted
from showcase.wire.clock import SystemClock


def play(journal: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "showcase", "play", "chest-pain", "--journal", str(journal)]
    return subprocess.run(
        [*command, *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )


def cut_off(journal: Path, lines: int) -> None:
    """A run whose program was killed after so many events."""
    command = [sys.executable, "-m", "showcase", "play", "chest-pain", "--json"]
    with subprocess.Popen([*command, "--journal", str(journal)], stdout=subprocess.PIPE) as program:
        assert program.stdout
        for _ in range(lines):
            program.stdout.readline()
        program.kill()


@pytest.mark.parametrize("decision", ["again", "skip"])
async def test_run_goes_on_in_the_terminal(decision: str, tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"
    cut_off(journal, 60)
    done = play(journal, "--resume", "last", "--in-flight", decision)
    async with await open_journal(journal, SystemClock()) as kept:
        entries = await kept.entries(await kept.run_matching("last"))
    events = [entry.event for entry in entries]
    assert sum(isinstance(event, RunStarted) for event in events) == 1
    (end,) = [event for event in events if isinstance(event, RunEnded)]
    lost = [event for event in events if isinstance(event, CueEnded) and event.interrupted]
    if decision == "again" or not lost:
        assert end.held
        assert done.returncode == 0
    else:
        assert not end.held  # what follows may need what was left out
        back = events.index(lost[0])
        later = [event for event in events[back:] if isinstance(event, HopStarted)]
        assert lost[0].cue not in {event.cue for event in later}


def test_nobody_decides_unasked(tmp_path: Path) -> None:
    done = play(tmp_path / "journal.db", "--resume", "last")
    assert done.returncode == 2
    assert b"--in-flight again" in done.stderr


def test_run_that_has_ended_is_not_played_on(tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"
    assert play(journal).returncode == 0
    done = play(journal, "--resume", "last", "--in-flight", "skip")
    assert done.returncode == 2
    assert b"has ended" in done.stderr
