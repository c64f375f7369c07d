"""Taps and ears for tests: what they heard, with its bytes."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager

from showcase.model.events import HopEnded
from showcase.standins.hops import Hops
from showcase.standins.standin import StandIn
from showcase.taps.ear import Ear
from showcase.taps.naming import Naming
from showcase.taps.relay import LIMITS
from showcase.taps.scribe import Scribe
from showcase.taps.tap import Tap
from showcase.taps.tape import Tape
from showcase.wire.clock import SystemClock
from showcase.wire.failure import Garbled, LineBroke
from showcase.wire.limits import Limits
from showcase.wire.line import Recording

CALLER = "10.4.0.9"

Said = tuple[bool, bytes]
"""Whether the initiator said it, and what."""


class Hearsay:
    """Every hop that ends, with its bytes."""

    def __init__(self, hops: Hops) -> None:
        self._told: list[tuple[HopEnded, Recording]] = []
        hops.on_end.append(lambda ended, recording: self._told.append((ended, recording)))

    def all(self, *, audits: bool = False) -> list[tuple[HopEnded, Recording]]:
        return [each for each in self._told if audits or each[0].transaction != "ITI-20"]

    async def first(self, number: int = 1) -> list[tuple[HopEnded, Recording]]:
        """The first so many, once they have ended."""
        async with asyncio.timeout(10):
            while len(self.all()) < number:  # noqa: ASYNC110 - there is no such event
                await asyncio.sleep(0.005)
        return self.all()[:number]

    @property
    def outcomes(self) -> list[tuple[str, str, str, str]]:
        return [
            (hop.transaction, hop.sender, hop.receiver, hop.verdict.outcome.value)
            for hop, _ in self.all()
        ]

    @property
    def bytes(self) -> tuple[bytes, bytes]:
        """All that was said, in each direction."""
        told = self.all()
        there = b"".join(recording.request for _, recording in told)
        return there, b"".join(recording.response for _, recording in told)


async def overheard(
    ear_of: Callable[[Scribe, Naming], Ear],
    transport: str,
    receiver: StandIn,
    said: Iterable[Said],
    *,
    failure: LineBroke | None = None,
) -> None:
    """Have an ear hear a conversation that nobody holds.

    Raises:
        Garbled: It could not follow, and was told so.
    """
    tape = Tape(SystemClock())
    scribe = Scribe(receiver, tape, transport, caller=f"{CALLER}:50123", sender="")
    ear = ear_of(scribe, Naming(receiver))
    try:
        for outward, data in said:
            tape.note(data, outward=outward)
            for way, piece in tape.unheard():
                await ear.hear(piece, outward=way)
    except Garbled as fault:
        await ear.over(fault)
        raise
    tape.finish()
    await ear.over(failure)


def pieces(said: Iterable[Said], cuts: Iterable[int]) -> list[Said]:
    """The same conversation in pieces whose sizes go round in `cuts`."""
    sizes = list(cuts) or [1 << 20]
    found: list[Said] = []
    for outward, data in said:
        at = 0
        while at < len(data):
            size = sizes[len(found) % len(sizes)]
            found.append((outward, data[at : at + size]))
            at += size
    return found


@asynccontextmanager
async def tapped(
    receiver: StandIn, protocol: str, *, sender: str = "", limits: Limits = LIMITS
) -> AsyncIterator[Tap]:
    """A tap that is open in front of whoever plays a role."""
    tap = Tap(receiver, protocol, host="127.0.0.1", port=0, sender=sender, limits=limits)
    await tap.open()
    try:
        yield tap
    finally:
        await tap.close()
