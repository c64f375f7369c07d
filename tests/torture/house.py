"""The stand-ins in a process of their own, watched from outside."""

import asyncio
import os
import re
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import msgspec

from showcase.cli.doors import Door

ROOT = Path(__file__).parents[2]
_OPENS_WITHIN = 60.0
_LOOK, _LOOKS = 0.05, 300
_STANDS = 100
"""Looks without a change after which nothing more is given back."""


@dataclass(frozen=True)
class Vitals:
    """What a process holds: resident memory in MB, descriptors, threads."""

    memory: float
    descriptors: int
    threads: int


def vitals(pid: int) -> Vitals:
    """What a process holds now."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = {name: int(value) for name, value in re.findall(r"(VmRSS|Threads):\s+(\d+)", status)}
    descriptors = sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())
    return Vitals(found["VmRSS"] / 1024, descriptors, found["Threads"])


@dataclass
class House:
    """Every stand-in of chest-pain, and what its process does."""

    folder: Path
    process: asyncio.subprocess.Process
    doors: list[Door] = field(default_factory=list)

    @property
    def vitals(self) -> Vitals:
        return vitals(self.process.pid)

    @property
    def alive(self) -> bool:
        return self.process.returncode is None

    @property
    def log(self) -> str:
        """What it has logged."""
        return (self.folder / "log.txt").read_text(errors="replace")

    def port(self, role: str, protocol: str) -> int:
        """Where a role listens; `protocol` is the beginning of its name."""
        return next(
            d.port for d in self.doors if d.role == role and d.protocol.startswith(protocol)
        )

    def ports(self) -> dict[tuple[str, str], int]:
        """Every TCP port there is, by role and protocol."""
        return {(d.role, d.protocol): d.port for d in self.doors if d.protocol != "Syslog UDP"}

    def strange_connections(self) -> list[str]:
        """Connections that it opened to anything but its own stand-ins."""
        own = {("127.0.0.1", door.port) for door in self.doors}
        said = [line.partition(" ")[2] for line in self._watched() if line.startswith("connect")]
        spawned = [line for line in self._watched() if line.startswith("spawn")]
        return [each for each in said if each not in map(str, own)] + spawned

    def strange_files(self) -> list[str]:
        """Files that it wrote anywhere but below its own folder."""
        written = [line.partition(" ")[2] for line in self._watched() if line.startswith("write")]
        return [
            each
            for each in written
            if not os.path.realpath(each).startswith(f"{os.path.realpath(self.folder)}/")
            and not each.startswith(("/dev/null", "/proc/"))
            and "__pycache__" not in each
            and not each.isdigit()  # a descriptor that is open already
        ]

    def recorded(self, kind: str) -> int:
        """How many events of a kind are in the journal."""
        with sqlite3.connect(f"file:{self.folder}/journal.db?mode=ro", uri=True) as db:
            rows = db.execute("SELECT count(*) FROM entry WHERE kind = ?", (kind,)).fetchone()
        db.close()
        return int(rows[0])

    async def has_recorded(self, kind: str, count: int) -> None:
        """Return once so many events of a kind are in the journal, or after a while."""
        for _ in range(_LOOKS):
            if self.recorded(kind) >= count:
                return
            await asyncio.sleep(_LOOK)

    def _watched(self) -> list[str]:
        return (self.folder / "watched.txt").read_text(errors="replace").splitlines()


@asynccontextmanager
async def house(folder: Path, *arguments: str) -> AsyncIterator[House]:
    """All stand-ins, each on its port; stopped at the end."""
    log = _log_file(folder)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-B", "-m", "tests.torture.watched", str(folder / "watched.txt")),
        *("standins", "--json", "--journal", str(folder / "journal.db"), *arguments),
        stdout=asyncio.subprocess.PIPE,
        stderr=log,
        cwd=ROOT,
        env=dict(os.environ, XDG_DATA_HOME=str(folder / "home")),
    )
    built = House(folder, process)
    try:
        await _read_doors(built)
        yield built
    finally:
        if built.alive:
            process.kill()
        await process.wait()
        log.close()


def _log_file(folder: Path) -> BinaryIO:
    folder.mkdir(parents=True, exist_ok=True)
    return (folder / "log.txt").open("wb")


async def _read_doors(built: House) -> None:
    assert built.process.stdout
    async with asyncio.timeout(_OPENS_WITHIN):
        while not built.doors or built.doors[-1].protocol != "Syslog UDP":  # the last of chest-pain
            line = await built.process.stdout.readline()
            if not line:
                raise RuntimeError(f"the stand-ins did not come up: {built.log}")
            built.doors.append(msgspec.json.decode(line, type=Door))


async def settled(built: House, before: Vitals) -> Vitals:
    """What the process holds once it has let go of as much as it will.

    Memory goes back to the machine every two seconds (`showcase.wire.memory.giving_back`), later
    where the machine is busy: it is waited for until it stands.
    """
    least, stood = built.vitals, 0
    for _ in range(_LOOKS):
        await asyncio.sleep(_LOOK)
        now = built.vitals
        stood = 0 if now.memory < least.memory - 1 else stood + 1
        least = now if stood == 0 else least
        few = now.descriptors <= before.descriptors + 2 and now.threads <= before.threads + 2
        if few and stood >= _STANDS:
            break
    return built.vitals
