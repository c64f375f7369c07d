"""The console while large exchanges arrive, and while one is opened."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from showcase.client import EngineClient
from showcase.model.events import HopEnded
from tests.bench.figures import Figure, always_within, within
from tests.bench.stage import STORY, engine
from tests.bench.window import UNSEEN

PART = "inspector"
_ROUNDS = 5
_SENT = 8
"""Messages in a round of those that arrive."""

_FIVE_MB = 5_000_000
_RESULTS = 1_000


class Watched:
    """A console that tells how long it was held up."""

    def __init__(self, asking: asyncio.StreamWriter, told: asyncio.StreamReader) -> None:
        """It runs."""
        self._asking, self._told = asking, told

    async def ask(self, what: str) -> dict[str, float]:
        """One line to it, and its answer."""
        self._asking.write(what.encode() + b"\n")
        answer: dict[str, float] = json.loads(await self._told.readline())
        return answer


async def inspecting(folder: Path) -> list[Figure]:
    """The figures; `folder` is for the journal."""
    async with engine(folder) as client, _watched(folder / "journal.db") as console:
        await client.start_run(STORY, fast=True)
        port = await _port(client)
        # the newest hop is shown by itself, until somebody asks for one
        return [*await _arriving(console, port), *await _opened(client, console, port)]


async def _opened(client: EngineClient, console: Watched, port: int) -> list[Figure]:
    took: list[float] = []
    held: list[float] = []
    small = await _sent(client, port, _result(0, 1, 10))
    await console.ask(f"open {small}")  # from now on it shows nothing that is not asked for
    for number in range(_ROUNDS + 1):
        large = await _sent(client, port, _result(number, 20, _FIVE_MB // 20))
        answer = await console.ask(f"open {large}")
        took.append(answer["ms"])
        held.append(answer["held"])
    return [
        Figure(
            part=PART,
            what="Opening an HL7 exchange of 5 MB in the inspector",
            unit="ms",
            ours=took[1:],
            target=within(300),
        ),
        Figure(
            part=PART,
            what="The longest that this held a frame up",
            unit="ms",
            ours=held[1:],
            target=always_within(100),
        ),
    ]


async def _arriving(console: Watched, port: int) -> list[Figure]:
    """Small results, then results of 1,000 OBX: how long is the window held up by each?"""
    more: list[float] = []
    for number in range(_ROUNDS + 1):
        held = [await _held(console, port, number, results) for results in (1, _RESULTS)]
        more.append(held[1] - held[0])
    return [
        Figure(
            part=PART,
            what="The longest hold while results of 1,000 OBX arrive, beyond that with one OBX",
            unit="ms",
            ours=more[1:],
            target=within(50),
        )
    ]


async def _held(console: Watched, port: int, number: int, results: int) -> float:
    await console.ask("mark")
    for each in range(_SENT):
        await _send(port, _result(number * 100 + each, results, 40))
    await asyncio.sleep(1.0)  # what has arrived is explained, and shown
    return (await console.ask("mark"))["held"]


@asynccontextmanager
async def _watched(journal: Path) -> AsyncIterator[Watched]:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bench.watched", str(journal)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, **UNSEEN},
    )
    assert child.stdin
    assert child.stdout
    try:
        yield Watched(child.stdin, child.stdout)
    finally:
        child.stdin.close()
        await child.wait()


async def _port(client: EngineClient) -> int:
    """Where the record system takes HL7 v2."""
    await client.open_house(everybody=True, interface="")
    ports = (await client.reception()).ports
    address = next(p.address for p in ports if (p.role, p.protocol) == ("ehr", "hl7v2"))
    return int(address.rpartition(":")[2])


async def _sent(client: EngineClient, port: int, message: bytes) -> str:
    """Send it, and return the hop that it was."""
    state = await client.state()
    await _send(port, message)
    async for entry in client.events(after=state.last_seq):
        if isinstance(entry.event, HopEnded):
            return entry.event.hop
    raise AssertionError("the stream of events has no end")


async def _send(port: int, message: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
    writer.write(b"\x0b" + message + b"\x1c\r")
    await writer.drain()
    await reader.readuntil(b"\x1c\r")
    writer.close()
    await writer.wait_closed()


def _result(number: int, results: int, size: int) -> bytes:
    """An observation report (ORU^R01) with so many OBX, each with so many letters."""
    head = (
        f"MSH|^~\\&|LAB|ALBA|EHR|ALBA|20261124101500+0000||ORU^R01^ORU_R01|R{number}|T|2.5",
        "PID|1||4000000^^^ALBA&1.2.3.1&ISO^PI||Quill^Rosa^^^^^L||19610402|F",
        "OBR|1||A1|85025^Blood count^C4|||20261124101500",
    )
    text = "Within the usual range. " * (size // 24 + 1)
    found = (
        f"OBX|{n}|TX|718-7^Finding {n}^LN||{text[:size]}||||||F" for n in range(1, results + 1)
    )
    return "\r".join((*head, *found, "")).encode()
