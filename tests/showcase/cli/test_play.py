"""``play`` as a program of its own: its exit codes, and readers who leave."""

import subprocess
import sys
from pathlib import Path

import pytest


def started(*arguments: str, journal: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "showcase", "play", *arguments, "--journal", str(journal)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_reader_who_leaves_ends_it_without_a_word(tmp_path: Path, form: tuple[str, ...]) -> None:
    with started("chest-pain", "--pace", "show", *form, journal=tmp_path / "journal.db") as play:
        assert play.stdout
        assert play.stderr
        assert play.stdout.readline()
        play.stdout.close()
        try:
            assert play.wait(timeout=30) == 1
        finally:
            play.kill()
        assert play.stderr.read() == b""


def test_what_cannot_be_played_prints_nothing_but_the_fault(tmp_path: Path) -> None:
    with started("chest-pain", "--cut", "nocut", journal=tmp_path / "journal.db") as play:
        said, faults = play.communicate(timeout=60)
    assert (play.returncode, said) == (2, b"")
    assert b"nocut" in faults
