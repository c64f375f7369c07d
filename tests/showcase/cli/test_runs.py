"""``runs``, ``show``, ``replay``: what the journal holds, in the terminal."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from showcase.cli.app import build
from showcase.journal import open_journal
from showcase.model.events import RunStarted
from showcase.wire.clock import SystemClock
from tests.showcase.inspector import runs

EARLIER = "20260504-083000-0001"


async def _fill(path: Path, *, family: str = "Quill") -> None:
    """An earlier run, of which only the start was recorded; and the whole one."""
    told, blobs = runs.events()
    start = next(event for event in told if isinstance(event, RunStarted))
    patient = msgspec.structs.replace(start.patient, family=family)
    async with await open_journal(path, SystemClock()) as journal:
        journal.record(msgspec.structs.replace(start, run=EARLIER, patient=patient))
        for event in told:
            journal.record(event, blobs)


def ran(journal: Path, *arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(
        build(arguments[0]), [*arguments, "--journal", str(journal)]
    )


def test_the_newest_run_is_the_first(tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"
    asyncio.run(_fill(journal))
    lines = ran(journal, "runs", "--json").stdout.splitlines()
    assert [json.loads(line)["run"] for line in lines] == [runs.RUN, EARLIER]
    table = ran(journal, "runs").stdout
    assert table.index(runs.RUN) < table.index(EARLIER)


def test_a_run_is_known_by_its_beginning(tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"
    asyncio.run(_fill(journal))
    whole = ran(journal, "show", runs.RUN).stdout
    assert (
        ran(journal, "show", runs.RUN[:14]).stdout == whole == ran(journal, "show", "last").stdout
    )
    for nothing in ("2026", "1999"):
        assert ran(journal, "show", nothing).exit_code == 2


def test_raw_is_the_recorded_bytes(tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"
    asyncio.run(_fill(journal))
    both, request, response = (
        ran(journal, "show", "last", "1", "--raw", *part).stdout_bytes
        for part in ((), ("--part", "request"), ("--part", "response"))
    )
    assert request
    assert both == request + response
    assert request in runs.events()[1].values()


def test_letters_that_a_terminal_lacks_end_no_command(tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"
    asyncio.run(_fill(journal, family="Łęcka"))
    for arguments in (["runs"], ["runs", "--json"], ["show", "last"]):
        told = subprocess.run(
            [sys.executable, "-m", "showcase", *arguments, "--journal", str(journal)],
            env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert (told.returncode, told.stderr) == (0, b"")
        if "--json" in arguments:  # programs get every letter, whatever a terminal can show
            assert json.loads(told.stdout.splitlines()[1])["patient"].endswith("Łęcka")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_ids_are_whole_in_any_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    journal = tmp_path / "journal.db"
    asyncio.run(_fill(journal))
    monkeypatch.setattr(
        "showcase.cli.runs.terminal",
        lambda: Console(width=width, force_terminal=True, color_system=None),
    )
    told = ran(journal, "runs").stdout
    assert all(any(run in line for line in told.splitlines()) for run in (runs.RUN, EARLIER))


def test_a_hop_is_shown_with_the_time_it_took(tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"
    asyncio.run(_fill(journal))
    assert ran(journal, "show", "last", "1").stdout.splitlines()[0] == (
        "ITI-31  desk → ehr  1.5 ms  acknowledged"
    )
