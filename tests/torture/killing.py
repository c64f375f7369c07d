"""``python -m tests.torture.killing``: `kill -9` of the engine at random moments of a story.

Somebody plays a story, and presses what the console would have pressed. At a random moment the
engine is killed; another one is started, as the window does. Then:

- it is ready again, and says what was under way: how long that took is printed;
- every event that was shown is in the journal, number for number;
- no step was sent twice to anybody without a press of *send it again*;
- the run goes on where it stood, with the same patient, to an end that holds.

Each round has a seed of its own, from which its moment follows. Exit 1 when a round failed.
"""

import argparse
import asyncio
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import msgspec

from showcase.client import EngineClient, EngineGone, EngineRefused
from showcase.journal.journal import open_journal
from showcase.model.answers import Door
from showcase.model.events import (
    CueEnded,
    CueStandby,
    Entry,
    Event,
    HopStarted,
    RunEnded,
    RunHeld,
)
from showcase.model.programme import Then
from showcase.wire.clock import SystemClock

STORY = "chest-pain"
EVENTS = 200
"""The story is told by about so many; the engine is killed when one of them was shown."""

_A_MOMENT = 0.03
"""Seconds after that event, at most."""

_AGAIN = 0.05
"""Seconds after which a person who was told *wait* presses again."""


class Round(msgspec.Struct, kw_only=True):
    """What came of one round.

    Attributes:
        at: The event after which the engine was killed.
        ready: Seconds from the kill until the next engine had the run on stage.
        asked: How often *send it again* was pressed.
        faults: What was not as it should be.
    """

    seed: int
    at: int = 0
    ready: float = 0.0
    asked: int = 0
    faults: list[str] = []


@asynccontextmanager
async def engine(folder: Path) -> AsyncIterator[Door]:
    """An engine in a process of its own, which outlives nothing of this block."""
    environment = os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data")}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "showcase", "engine", "--journal", str(folder / "journal.db")),
        stdout=asyncio.subprocess.PIPE,
        env=environment,
    )
    assert process.stdout
    try:
        yield msgspec.json.decode(await process.stdout.readline(), type=Door)
    finally:
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
        await process.wait()


class Staff:
    """Presses what the console offers, until the run is over.

    Attributes:
        shown: Every event that came.
        asked: How often *send it again* was pressed.
        over: How the run ended; None: it has not.
        stuck: Something did not hold, though nothing was cut off.
        reached: Set when `until` events have come.
    """

    def __init__(self, until: int) -> None:
        self.shown: list[Entry] = []
        self.asked = 0
        self.over: RunEnded | None = None
        self.reached = asyncio.Event()
        self.stuck = False
        self._back = False
        self._until = until
        self._standby = ""
        self._waits: dict[str, Then] = {}

    async def play(self, client: EngineClient, after: int) -> None:
        """Until the run is over, or the engine is gone."""
        self._back = bool(self.shown)
        with suppress(EngineGone):
            async for entry in client.events(after=after):
                self.shown.append(entry)
                if len(self.shown) >= self._until:
                    self.reached.set()
                await self._apply(client, entry.event)
                if self.over or self.stuck:
                    return

    async def _apply(self, client: EngineClient, event: Event) -> None:
        match event:
            case CueStandby():
                self._standby = event.cue
                if self._stopped():
                    self._back = False
                    await self._decide(client)
                elif self._begins():
                    await self._press(client, "go")
            case RunHeld():
                self.stuck = not event.interrupted
            case CueEnded() if event.held and not self._back and self._then(event.cue):
                await self._press(client, "go")
            case RunEnded():
                self.over = event
            case _:
                pass

    def _then(self, cue: str) -> bool:
        return bool(self._standby) and self._waits.get(cue) is Then.WAIT

    def _begins(self) -> bool:
        """The first standby of a run."""
        for entry in self.shown:
            event = entry.event
            if event.run and hasattr(event, "programme"):
                self._waits = {cue.id: cue.then for cue in event.programme.cues}
        return sum(isinstance(each.event, CueStandby) for each in self.shown) == 1

    def _stopped(self) -> bool:
        """The engine has just come back: its last word before the standby is that it holds."""
        before = self.shown[-2].event if len(self.shown) > 1 else None
        return isinstance(before, RunHeld) and before.interrupted

    async def _decide(self, client: EngineClient) -> None:
        broken = next(
            (
                each.event
                for each in reversed(self.shown)
                if isinstance(each.event, CueEnded) and not each.event.held
            ),
            None,
        )
        if broken:
            self.asked += 1
            await self._press(client, "retry")
        else:
            await self._press(client, "go")

    async def _press(self, client: EngineClient, verb: str) -> None:
        while True:
            try:
                await (client.retry() if verb == "retry" else client.go())
            except EngineRefused as no:
                if "under way" not in no.words:
                    return
                await asyncio.sleep(_AGAIN)
            else:
                return


async def play_and_kill(folder: Path, seed: int) -> Round:
    """One round."""
    chance = random.Random(seed)
    at, moment = chance.randrange(1, EVENTS), chance.uniform(0.0, _A_MOMENT)
    told, staff = Round(seed=seed, at=at), Staff(at)
    async with engine(folder) as door, EngineClient(door) as client:
        run = await client.start_run(STORY, fast=True)
        playing = asyncio.ensure_future(staff.play(client, 0))
        reached = asyncio.ensure_future(staff.reached.wait())
        await asyncio.wait([playing, reached], return_when=asyncio.FIRST_COMPLETED)
        reached.cancel()
        await asyncio.wait([playing], timeout=moment)
        os.kill(door.pid, signal.SIGKILL)
        await playing
    if not staff.over:
        await _come_back(folder, run, staff, told)
    told.asked = staff.asked
    told.faults += await _faults(folder, run, staff)
    return told


async def _come_back(folder: Path, run: str, staff: Staff, told: Round) -> None:
    since = time.monotonic()
    async with engine(folder) as door, EngineClient(door) as client:
        state = await client.state()
        told.ready = round(time.monotonic() - since, 3)
        if state.run != run and not await _has_ended(client, run):
            told.faults.append(f"the run is not on stage again: {state}")
            return
        seen = staff.shown[-1].seq if staff.shown else 0
        if not staff.shown:
            staff.shown += [each for each in await client.run_events(run) if each.seq <= seen]
        async with asyncio.timeout(60):
            await staff.play(client, seen)


async def _has_ended(client: EngineClient, run: str) -> bool:
    """The story had been told, and only its end was missing."""
    return any(isinstance(each.event, RunEnded) for each in await client.run_events(run))


async def _faults(folder: Path, run: str, staff: Staff) -> list[str]:
    async with await open_journal(folder / "journal.db", SystemClock()) as journal:
        kept = {entry.seq: entry for entry in await journal.entries(run)}
    found = []
    lost = [each.seq for each in staff.shown if each.event.run == run and each.seq not in kept]
    other = [each.seq for each in staff.shown if each.seq in kept and kept[each.seq] != each]
    if lost or other:
        found.append(f"shown, and not kept: {lost}; kept otherwise: {other}")
    if not staff.over:
        found.append("the run has no end")
    elif not staff.over.held:
        why = [proof.claim for proof in staff.over.proofs if not proof.holds]
        found.append(f"the run did not hold: {why or _broken(kept.values())}")
    sent = Counter(
        (each.event.cue, each.event.receiver)
        for each in kept.values()
        if isinstance(each.event, HopStarted) and each.event.cue
    )
    twice = [step for step, times in sent.items() if times > 1 + staff.asked]
    if twice:
        found.append(f"sent twice, and nobody had asked for it: {twice}")
    return found


def _broken(entries: Sequence[Entry] | object) -> list[str]:
    assert hasattr(entries, "__iter__")
    events = [each.event for each in entries]
    return [f"{e.cue}: {e.words}" for e in events if isinstance(e, CueEnded) and not e.held]


async def main(rounds: int, seed: int) -> int:
    """Every round, and what they come to."""
    told = []
    for number in range(rounds):
        with tempfile.TemporaryDirectory(prefix="killing-") as folder:
            each = await play_and_kill(Path(folder), seed + number)
        told.append(each)
        print(  # noqa: T201 - this is the program's answer
            f"seed {each.seed}: killed after event {each.at}, back after {each.ready:.2f} s, "
            f"asked {each.asked} times{''.join(f'; {fault}' for fault in each.faults)}",
            flush=True,
        )
    ready = [each.ready for each in told if each.ready] or [0.0]
    failed = sum(bool(each.faults) for each in told)
    print(  # noqa: T201 - as above
        f"engine killed {rounds} times: {failed} rounds failed; ready again after "
        f"{statistics.median(ready):.2f} s (median), {max(ready):.2f} s (longest)"
    )
    return 1 if failed or max(ready) > 5.0 else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="killing")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    sys.exit(asyncio.run(main(asked.rounds, asked.seed)))
