"""2. Crowds: callers who say nothing, callers who take their time, callers who come and go."""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from tests.torture.figures import Figure, at_most, none_of
from tests.torture.hostile import send
from tests.torture.house import House, house, settled
from tests.torture.malformed import ASKED, SIGNS, warm
from tests.torture.scale import Scale
from tests.torture.seeds import Seed, seeds

_PATIENTLY = 20
"""Callers at once on each port who send a byte at a time."""

_AT_ONCE = 50

Caller = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def crowds(folder: Path, scale: Scale) -> list[Figure]:
    """Good exchanges while a crowd is at the door of each protocol; what it leaves behind."""
    known = await seeds(folder / "seeds")
    figures: list[Figure] = []
    async with house(folder / "house") as built:
        await warm(built, known)
        before = built.vitals
        for seed in _asked(known):
            figures += await _silent(built, seed, scale)
            figures += await _slow(built, seed, scale)
            figures += await _passing(built, seed, scale)
        after = await settled(built, before)
        figures += [
            Figure("crowds: process still runs", str(built.alive), "True", built.alive),
            at_most("crowds: descriptors more", after.descriptors - before.descriptors, 5),
            at_most("crowds: threads more", after.threads - before.threads, 5),
        ]
    return figures


def _asked(known: list[Seed]) -> Iterator[Seed]:
    for asked in ASKED.values():
        yield next(each for each in known if each.transaction == asked)


async def _silent(built: House, seed: Seed, scale: Scale) -> list[Figure]:
    name = f"{seed.protocol}, {scale.idle:,} idle sockets"
    async with _callers(built.port(seed.role, seed.protocol), scale.idle):
        return await _good(name, built, seed, scale)


async def _slow(built: House, seed: Seed, scale: Scale) -> list[Figure]:
    """One byte after the other, as long as the good exchanges take."""
    name = f"{seed.protocol}, {_PATIENTLY} senders of a byte at a time"
    async with _callers(built.port(seed.role, seed.protocol), _PATIENTLY) as callers:
        trickle = asyncio.gather(*(_trickle(w, seed.request, scale) for _, w in callers))
        try:
            return await _good(name, built, seed, scale)
        finally:
            trickle.cancel()
            await asyncio.gather(trickle, return_exceptions=True)


async def _trickle(writer: asyncio.StreamWriter, request: bytes, scale: Scale) -> None:
    with suppress(ConnectionError):  # whoever is too slow may be shown the door
        for byte in request:
            writer.write(bytes((byte,)))
            await writer.drain()
            await asyncio.sleep(scale.byte_every)


async def _passing(built: House, seed: Seed, scale: Scale) -> list[Figure]:
    """Callers who connect and close at once."""
    port = built.port(seed.role, seed.protocol)
    for first in range(0, scale.connects // len(ASKED), _AT_ONCE):
        async with _callers(port, min(_AT_ONCE, scale.connects // len(ASKED) - first)):
            pass
    return await _good(
        f"{seed.protocol}, {scale.connects // len(ASKED):,} passers-by", built, seed, scale
    )


@asynccontextmanager
async def _callers(port: int, count: int) -> AsyncIterator[list[Caller]]:
    callers: list[Caller] = []
    try:
        for first in range(0, count, _AT_ONCE):
            more = range(first, min(first + _AT_ONCE, count))
            callers += await asyncio.gather(*(_connect(port) for _ in more))
        yield callers
    finally:
        for _, writer in callers:
            writer.transport.abort()


async def _connect(port: int) -> Caller:
    return await asyncio.open_connection("127.0.0.1", port)


async def _good(name: str, built: House, seed: Seed, scale: Scale) -> list[Figure]:
    signs = SIGNS[seed.protocol]
    bad, seconds = [], []
    for number in range(scale.exchanges):
        begun = time.monotonic()
        reply = await send(built, seed)
        seconds.append(time.monotonic() - begun)
        if not all(sign in reply.data for sign in signs):
            bad.append(f"#{number}: {reply.data[:60]!r}")
    slowest = statistics.quantiles(seconds, n=100, method="inclusive")[98]
    return [
        none_of(f"{name}: good exchanges refused", bad, scale.exchanges),
        at_most(f"{name}: p99", slowest, scale.patience, " s"),
    ]
