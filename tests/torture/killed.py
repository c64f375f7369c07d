"""`kill -9` of the engine and of the window, and journals that somebody has cut short."""

import asyncio
import os
import random
import signal
import sys
import time
from pathlib import Path

from showcase.client import EngineClient, EngineGone, alive, door_path, read_door
from showcase.journal.journal import open_journal
from showcase.model.answers import Door
from showcase.model.events import Noticed
from showcase.wire.clock import SystemClock
from tests.torture.figures import Figure, at_most, none_of
from tests.torture.killing import play_and_kill
from tests.torture.scale import Scale

_EVENTS = 300
_ATTACHES_WITHIN = 60.0
_LOOK = 0.1


async def killed(folder: Path, scale: Scale) -> list[Figure]:
    """Everything that can be killed, and what is left of a file."""
    return [
        *await _engines(folder, scale),
        *await _windows(folder, scale),
        *await _truncated(folder, scale),
    ]


async def _engines(folder: Path, scale: Scale) -> list[Figure]:
    faults, slowest = [], 0.0
    for number in range(scale.kills):
        place = folder / f"engine-{number}"
        place.mkdir()
        told = await play_and_kill(place, scale.seed * 1000 + number)
        faults += [f"seed {told.seed}: {each}" for each in told.faults]
        slowest = max(slowest, told.ready)
    return [
        none_of("engine killed: lost, sent twice unasked, or not gone on", faults, scale.kills),
        at_most("engine killed: ready again", slowest, scale.back, " s"),
    ]


async def _windows(folder: Path, scale: Scale) -> list[Figure]:
    faults, rounds = [], max(1, scale.kills // 2)
    for number in range(rounds):
        place = folder / f"window-{number}"
        place.mkdir()
        chance = random.Random(scale.seed * 1000 + number)
        if fault := await kill_a_window(place, chance.uniform(0.0, 3.0)):
            faults.append(fault)
    return [none_of("window killed: run not found again", faults, rounds)]


async def kill_a_window(folder: Path, after: float) -> str:
    """Kill a window some seconds after its run has begun; what is wrong with the next, or empty."""
    journal = folder / "journal.db"
    first = await window(journal, "--story", "chest-pain")
    door = await attached(journal, first)
    async with EngineClient(door) as client:
        run = await _run(client)
        await client.go()
        await asyncio.sleep(after)
        os.kill(first.pid, signal.SIGKILL)
        await first.wait()
        second = await window(journal)
        again = await attached(journal, second)
        state = await client.state()
        os.kill(second.pid, signal.SIGKILL)
        await second.wait()
        await client.quit()
        while await alive(door):  # noqa: ASYNC110 - another process tells nobody
            await asyncio.sleep(_LOOK)
    if again != door:
        return f"another engine was started: {again.pid} beside {door.pid}"
    return "" if state.run in {run, ""} else f"another run is on stage: {state.run}"


async def window(journal: Path, *arguments: str) -> asyncio.subprocess.Process:
    """A window on a journal of its own, drawn where nobody looks."""
    screen = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "showcase", "--journal", str(journal), *arguments),
        env=os.environ | screen | {"HOME": str(journal.parent)},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )


async def attached(journal: Path, window: asyncio.subprocess.Process) -> Door:
    """The engine that a window has found, once it follows its events."""
    until = time.monotonic() + _ATTACHES_WITHIN
    while time.monotonic() < until:
        door = read_door(door_path(journal))
        if door and _talks(window.pid, int(door.url.rsplit(":", 1)[1])):
            return door
        await asyncio.sleep(_LOOK)
    raise EngineGone("The window has found no engine.")


def _talks(pid: int, port: int) -> bool:
    """Whether a process has a connection to a port of this machine (proc(5))."""
    try:
        mine = {link.readlink().name for link in Path(f"/proc/{pid}/fd").iterdir()}
        lines = Path(f"/proc/{pid}/net/tcp").read_text().splitlines()[1:]
    except OSError:  # the window is starting, or a file of its was just closed
        return False
    rows = [line.split() for line in lines]
    there = f":{port:04X}"
    return any(
        row[2].endswith(there) and row[3] == "01" and f"socket:[{row[9]}]" in mine for row in rows
    )


async def _run(client: EngineClient) -> str:
    async for entry in client.events(after=0):
        if entry.event.run:
            return entry.event.run
    raise EngineGone


async def _truncated(folder: Path, scale: Scale) -> list[Figure]:
    whole = folder / "whole.db"
    async with await open_journal(whole, SystemClock()) as journal:
        for number in range(_EVENTS):
            data = random.Random(number).randbytes(20_000)
            journal.record(Noticed(words=f"{number}"), {f"{number:064}": data})
        await journal.settled()
        left = {end: whole.with_name(whole.name + end).read_bytes() for end in ("", "-wal")}
    closed = {"": whole.read_bytes()}
    chance, faults, aside = random.Random(scale.seed), [], 0
    for number in range(scale.truncated):
        path = folder / f"cut-{number}" / "journal.db"
        path.parent.mkdir()
        for end, data in (left if number % 2 else closed).items():
            size = chance.randrange(len(data) + 1) if chance.random() < 0.7 else len(data)
            path.with_name(path.name + end).write_bytes(data[:size])
        try:
            words = await _words(path)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
            faults.append(f"{number}: {error!r}")
            continue
        set_aside = bool(list(path.parent.glob("*-damaged-*")))
        aside += set_aside
        if not set_aside and words != [f"{n}" for n in range(len(words))]:
            faults.append(f"{number}: neither whole nor set aside")
    return [none_of(f"journal cut short: unusable ({aside} set aside)", faults, scale.truncated)]


async def _words(path: Path) -> list[str]:
    async with await open_journal(path, SystemClock()) as journal:
        journal.record(Noticed(words="after"))
        await journal.settled()
        found: list[str] = []
        async for entry in (entries := journal.subscribe(0)):
            assert isinstance(entry.event, Noticed)
            if entry.event.words == "after":
                break
            found.append(entry.event.words)
        await entries.aclose()
    return found
