"""4. A disk that takes nothing any more in the middle of a story, and is freed again.

The engine runs in a process of its own. In the short form no file of it may grow any more
(setrlimit(2), RLIMIT_FSIZE); in the long form, by who may mount one, a disk of its own is filled to
the last byte, too (ENOSPC).

An archive that has no room promises nothing (storage commitment, RAD-10): that step does not hold,
as it should, and staff go on without it. Nothing else may stop.
"""

import asyncio
import resource
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from showcase.client import EngineClient, EngineRefused, alive, launch
from showcase.journal.journal import open_journal
from showcase.model.answers import Door
from showcase.model.events import CueEnded, Entry, Noticed, RunEnded
from showcase.wire.clock import SystemClock
from tests.torture.figures import Figure, at_most, none_of
from tests.torture.scale import Scale

_DISK = 192
"""Megabytes of a disk of its own."""

_PATIENCE = 120.0
_LOOK = 0.05
_FULL_AT = "images"
"""Before that cue, nothing can be written any more."""

_PRESSES = 1
_NO_PROMISE = {"commit", "promise"}

Turn = Callable[[Door], Awaitable[None]]


@dataclass(frozen=True)
class Disk:
    """Somewhere to keep a journal, that can be filled and freed."""

    name: str
    folder: Path
    fill: Turn
    free: Turn


@dataclass
class Seen:
    """What a window was shown."""

    entries: list[Entry] = field(default_factory=list)
    news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def watch(self, client: EngineClient) -> None:
        async for entry in client.events(after=0):
            async with self.news:
                self.entries.append(entry)
                self.news.notify_all()

    async def told(self, words: str) -> None:
        """Return once staff are told so."""
        async with asyncio.timeout(_PATIENCE), self.news:
            await self.news.wait_for(lambda: any(words in each for each in self.notices()))

    async def over(self) -> None:
        """Return once the run's end was told."""
        async with asyncio.timeout(_PATIENCE), self.news:
            await self.news.wait_for(self.ended)

    def notices(self) -> list[str]:
        return [e.event.words for e in self.entries if isinstance(e.event, Noticed)]

    def ended(self) -> list[RunEnded]:
        return [e.event for e in self.entries if isinstance(e.event, RunEnded)]


async def full(folder: Path, scale: Scale) -> list[Figure]:
    """What came of it, on every kind of disk that could be had."""
    figures = await _lived_through(_limited(folder / "limited"))
    async with _mounted(folder / "mounted", wanted=scale.mounts) as disk:
        if disk:
            figures += await _lived_through(disk)
        elif scale.mounts:
            figures.append(
                Figure("a disk of its own", "not tried: nobody may mount", "-", held=True)
            )
    return figures


def _limited(folder: Path) -> Disk:
    folder.mkdir(parents=True)
    endless = resource.RLIM_INFINITY

    async def fill(door: Door) -> None:
        resource.prlimit(door.pid, resource.RLIMIT_FSIZE, (4096, endless))

    async def free(door: Door) -> None:
        resource.prlimit(door.pid, resource.RLIMIT_FSIZE, (endless, endless))

    return Disk("no file may grow", folder, fill, free)


@asynccontextmanager
async def _mounted(folder: Path, *, wanted: bool) -> AsyncIterator[Disk | None]:
    await asyncio.to_thread(folder.mkdir, parents=True)
    filler = folder / "filler"
    size = f"size={_DISK}m"
    if not wanted or await _ran("mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)):
        yield None
        return

    async def fill(_: Door) -> None:
        await asyncio.to_thread(_fill, filler)

    async def free(_: Door) -> None:
        filler.unlink()

    try:
        yield Disk("disk filled to the last byte", folder, fill, free)
    finally:
        await _ran("umount", str(folder))


def _fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        for size in (1 << 20, 1 << 12, 1):
            with suppress(OSError):
                while file.write(b"x" * size):
                    pass


async def _ran(*command: str) -> int:
    process = await asyncio.create_subprocess_exec(
        *command, stderr=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL
    )
    return await process.wait()


async def _lived_through(disk: Disk) -> list[Figure]:
    path, seen = disk.folder / "journal.db", Seen()
    door = await launch(["--journal", str(path)])
    async with EngineClient(door) as client, EngineClient(door) as window:
        watching = asyncio.ensure_future(seen.watch(window))
        try:
            await client.start_run("chest-pain", fast=True)
            await _play(client, until=_FULL_AT)
            await disk.fill(door)
            presses = await _play(client)
            await seen.over()
            up = await alive(door)
            shown = len(seen.entries)
            await disk.free(door)
            await seen.told("being written again")
        finally:
            watching.cancel()
            await client.quit()
    while await alive(door):  # noqa: ASYNC110 - another process tells nobody
        await asyncio.sleep(_LOOK)
    return [
        Figure(f"{disk.name}: engine runs", str(up), "True", up),
        Figure(f"{disk.name}: the run", _how(seen), "at its end", _finished(seen)),
        at_most(f"{disk.name}: presses to go on", presses, _PRESSES),
        none_of(f"{disk.name}: steps that did not hold", _broken(seen), shown),
        Figure(f"{disk.name}: banner", _banner(seen), "it says so", bool(_banner(seen))),
        none_of(f"{disk.name}: shown, and not kept", await _lost(path, seen), shown),
    ]


async def _play(client: EngineClient, until: str = "") -> int:
    """Press GO to the story's end, or until that cue is on standby; how often it was held."""
    held = 0
    async with asyncio.timeout(_PATIENCE):
        while (state := await client.state()).run:
            if not state.busy and state.standby == until:
                return held
            if not state.busy:
                held += state.held
                with suppress(EngineRefused):  # it is at its end
                    await client.go()
            await asyncio.sleep(_LOOK)
    return held


def _how(seen: Seen) -> str:
    (end,) = seen.ended()
    doubts = [proof.claim for proof in end.proofs if not proof.holds]
    return f"{end.hops} hops, {end.acknowledged} acknowledged; not borne out: {doubts or 'nothing'}"


def _finished(seen: Seen) -> bool:
    return [each.finished for each in seen.ended()] == [True]


def _broken(seen: Seen) -> list[str]:
    """But for what an archive without room must not promise."""
    ended = [e.event for e in seen.entries if isinstance(e.event, CueEnded)]
    return [f"{e.cue}: {e.words}" for e in ended if not e.held and e.cue not in _NO_PROMISE]


def _banner(seen: Seen) -> str:
    return next((words for words in seen.notices() if "show goes on" in words), "")


async def _lost(path: Path, seen: Seen) -> list[str]:
    async with await open_journal(path, SystemClock()) as journal:
        last = await journal.last_seq()
        kept: dict[int, Entry] = {}
        async for entry in (entries := journal.subscribe(0)):
            kept[entry.seq] = entry
            if entry.seq >= last:
                break
        await entries.aclose()
    return [
        f"{each.seq} {type(each.event).__name__}"
        for each in seen.entries
        if each.seq not in kept or kept[each.seq].event != each.event
    ]
