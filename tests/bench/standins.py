"""Stand-ins in a process of their own, as strangers meet them (``showcase standins``)."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from showcase.model.system import Dicom, Mllp


class Doors(NamedTuple):
    """Where they listen, and the process they run in."""

    told: tuple[dict[str, str], ...]
    pid: int

    def dicom(self, role: str) -> Dicom:
        """A stand-in's application entity."""
        door = self._door(role, "DICOM")
        return Dicom(host=door["host"], port=int(door["port"]), ae_title=door["name"])

    def mllp(self, role: str) -> Mllp:
        """A stand-in's HL7 v2 port."""
        door = self._door(role, "HL7 v2 MLLP")
        application, _, facility = door["name"].partition("|")
        return Mllp(
            host=door["host"], port=int(door["port"]), application=application, facility=facility
        )

    def url(self, role: str, transaction: str) -> str:
        """Where a stand-in takes a transaction."""
        doors = (d for d in self.told if d["role"] == role and d["transaction"] == transaction)
        return next(doors)["url"]

    def _door(self, role: str, protocol: str) -> dict[str, str]:
        return next(d for d in self.told if d["role"] == role and d["protocol"] == protocol)


@asynccontextmanager
async def standins(folder: Path, *only: str) -> AsyncIterator[Doors]:
    """Stand-ins of the story, or some of them, at ports that the system chooses."""
    folder.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240 - nobody waits here
    roles = [argument for role in only for argument in ("--only", role)]
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "showcase", "standins", "--json"),
        *("--journal", str(folder / "standins.db"), *roles),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=(folder / "standins.log").open("wb"),
    )
    assert child.stdout
    try:
        yield Doors(await _doors(child.stdout), child.pid)
    finally:
        child.terminate()
        await child.wait()


async def _doors(said: asyncio.StreamReader) -> tuple[dict[str, str], ...]:
    """All doors: they are printed at once, and then nothing."""
    doors = [json.loads(await said.readline())]
    while True:
        try:
            async with asyncio.timeout(1):
                doors.append(json.loads(await said.readline()))
        except TimeoutError:
            return tuple(doors)
