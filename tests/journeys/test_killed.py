"""Killing the program at any moment loses no event that was shown, and the run goes on."""

import asyncio
import sys
from pathlib import Path

import pytest

from showcase.journal.journal import open_journal
from showcase.model.events import from_json, to_json
from showcase.wire.clock import SystemClock
from tests.torture.killing import play_and_kill


@pytest.mark.parametrize("lines", [1, 25, 60])
async def test_every_printed_event_is_in_the_journal(lines: int, tmp_path: Path) -> None:
    file = tmp_path / "journal.db"
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "showcase", "play", "chest-pain"),
        *("--json", "--journal", str(file)),
        stdout=asyncio.subprocess.PIPE,
        limit=2**22,
    )
    assert program.stdout
    printed = [await program.stdout.readline() for _ in range(lines)]
    program.kill()
    printed += (await program.stdout.read()).splitlines(keepends=True)
    await program.wait()
    shown = [from_json(line) for line in printed if line.endswith(b"\n")]
    assert len(shown) >= lines
    async with await open_journal(file, SystemClock()) as journal:
        entries = journal.subscribe(0)
        kept = [await anext(entries) for _ in shown]
        await entries.aclose()
    assert [to_json(entry) for entry in kept] == [to_json(entry) for entry in shown]


@pytest.mark.parametrize("seed", [1, 3, 31006])  # the last one: a document registered, not kept
async def test_run_goes_on_where_its_engine_was_killed(seed: int, tmp_path: Path) -> None:
    told = await play_and_kill(tmp_path, seed)
    assert told.faults == []
