"""An engine in a process of its own, as a window has it, and runs on it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from showcase.client import EngineClient, EngineRefused, launch
from showcase.model.events import Entry, HopEnded, RunEnded, RunStarted

STORY = "chest-pain"

_PATIENCE = 120.0
_LOOK = 0.002


class Run:
    """A run that is over."""

    def __init__(self, entries: list[Entry], presses: dict[str, datetime]) -> None:
        """Keep what happened, and when GO was pressed for which cue."""
        self.events = [entry.event for entry in entries]
        self.presses = presses

    @property
    def started(self) -> RunStarted:
        return next(event for event in self.events if isinstance(event, RunStarted))

    @property
    def ended(self) -> RunEnded:
        return next(event for event in self.events if isinstance(event, RunEnded))

    @property
    def hops(self) -> list[HopEnded]:
        return [event for event in self.events if isinstance(event, HopEnded)]

    def first_bytes(self) -> list[float]:
        """Milliseconds from each GO to the first byte on the wire that it caused."""
        found = []
        for cue, pressed in self.presses.items():
            starts = [hop.exchange.started for hop in self.hops if hop.cue == cue]
            found += [(min(starts) - pressed).total_seconds() * 1000] if starts else []
        return found


@asynccontextmanager
async def engine(folder: Path) -> AsyncIterator[EngineClient]:
    """An engine whose journal lives in `folder`, gone at the end."""
    door = await launch(["--journal", str(folder / "journal.db")])
    async with EngineClient(door) as client:
        try:
            yield client
        finally:
            await client.quit()


async def play(client: EngineClient, *, fast: bool = True) -> Run:
    """Play the story, pressing GO as soon as the engine takes it."""
    run = await client.start_run(STORY, fast=fast)
    presses: dict[str, datetime] = {}
    async with asyncio.timeout(_PATIENCE):
        while standby := (await client.state()).standby:
            await _press(client, standby, presses)
        entries = await client.run_events(run)
        while not any(isinstance(entry.event, RunEnded) for entry in entries):
            await asyncio.sleep(_LOOK)
            entries = await client.run_events(run)
    return Run(entries, presses)


async def _press(client: EngineClient, standby: str, presses: dict[str, datetime]) -> None:
    state = await client.state()
    if state.busy or state.standby != standby:
        await asyncio.sleep(_LOOK)
        return
    if state.held:
        raise RuntimeError(f"the run was held before {standby}: a cue did not hold")
    pressed = datetime.now(UTC)
    try:
        await client.go()
    except EngineRefused:
        return  # it was faster than our look at it
    presses[standby] = pressed


def clock_ms() -> float:
    """Milliseconds for differences."""
    return time.perf_counter() * 1000
