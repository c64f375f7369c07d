"""5. GO by a hammering hand, and Esc at any moment of a run.

What leaves is counted twice: by what the journal tells, and by what the kernel was handed.
"""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from showcase.api.engine import Engine
from showcase.api.stagehand import Refused
from showcase.model.events import CueStarted, HopEnded, HopStarted, RunEnded
from tests.journeys.staging import engine
from tests.torture.figures import Figure, none_of
from tests.torture.scale import Scale
from tests.torture.sockets import Counted, counted

_LISTENS = 1.0
_LONGEST = 1.5
"""Seconds after GO in which the moment of Esc lies; the story at full pace is told by then."""


async def pressed(folder: Path, scale: Scale) -> list[Figure]:
    """What came of it."""
    async with engine(folder) as stage:
        with counted() as wire:
            return [
                *await _hammered(stage, scale, wire),
                *await _cut(stage, scale, wire),
            ]


async def _hammered(stage: Engine, scale: Scale, wire: Counted) -> list[Figure]:
    """GO a hundred times a second: every cue is fired once, in its order."""
    run = await stage.start_run("chest-pain", cut=scale.cut, fast=True)
    cues = [cue.id for cue in stage.performance.programme.cues]
    ports = _ports(stage)
    presses = 0
    until = time.monotonic() + scale.held_down
    while time.monotonic() < until or (await stage.state()).run:
        presses += 1
        with suppress(Refused):  # a cue is under way, or the story is at its end
            await stage.go()
        await asyncio.sleep(0.01)
    await stage.journal.settled()
    events = [entry.event for entry in await stage.journal.entries(run)]
    fired = Counter(event.cue for event in events if isinstance(event, CueStarted))
    ended = [event for event in events if isinstance(event, RunEnded)]
    wrong = [f"{cue} fired {fired[cue]} times" for cue in cues if fired[cue] != 1]
    return [
        none_of(f"GO pressed {presses:,} times: cues not fired once", wrong, len(cues)),
        Figure("the run afterwards", _how(ended), "held, all sent once", _well(events, ended)),
        _the_same("bytes asked over TCP: on the wire", wire.to(ports), _asked(events)),
    ]


def _ports(stage: Engine) -> set[int]:
    """Where stand-ins listen."""
    return {int(gate.address.rpartition(":")[2]) for gate in stage._house.gates()}


def _asked(events: Sequence[object]) -> int:
    """Bytes of all requests over TCP, as the journal has them."""
    hops = [each for each in events if isinstance(each, HopEnded)]
    return sum(h.exchange.request_size for h in hops if h.exchange.transport != "syslog-udp")


def _the_same(name: str, seen: int, told: int) -> Figure:
    return Figure(name, f"{seen:,}", f"{told:,} in the journal", seen == told > 0)


def _how(ended: list[RunEnded]) -> str:
    return ", ".join(f"{each.hops} hops, held: {each.held}" for each in ended)


def _well(events: Sequence[object], ended: list[RunEnded]) -> bool:
    told = [each for each in events if isinstance(each, HopEnded) and each.cue]
    ways = Counter((each.cue, each.sender, each.receiver) for each in told)
    return len(ended) == 1 and ended[0].held and set(ways.values()) == {1}


async def _cut(stage: Engine, scale: Scale, wire: Counted) -> list[Figure]:
    """Esc twice at random moments: nothing new leaves any more; Esc once: no new cue is fired."""
    late: list[str] = []
    flowed: list[str] = []
    more: list[str] = []
    states: Counter[str] = Counter()
    for number in range(scale.cuts):
        rng = Random(f"{scale.seed}:esc:{number}")
        async with _pressed(stage, stage.panic, scale, rng, states) as moment:
            late += await _left(stage, moment, HopStarted)
            if size := wire.to(_ports(stage), after=moment.ticked):
                flowed.append(f"#{number}: {size:,} bytes")
        async with _pressed(stage, stage.hold, scale, rng, states) as moment:
            more += await _left(stage, moment, CueStarted)
    said = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    return [
        none_of(f"Esc twice ({said}): left after {scale.leaves:g} s", late, scale.cuts),
        none_of(f"Esc twice: bytes on the wire after {scale.leaves:g} s", flowed, scale.cuts),
        none_of(f"Esc once: cues fired after {scale.leaves:g} s", more, scale.cuts),
    ]


@dataclass(frozen=True)
class _Moment:
    """After which nothing may leave.

    Attributes:
        at: By the clock on the wall.
        ticked: By `time.monotonic`.
    """

    run: str
    at: datetime
    ticked: float


@asynccontextmanager
async def _pressed(
    stage: Engine,
    press: Callable[[], Awaitable[None]],
    scale: Scale,
    rng: Random,
    states: Counter[str],
) -> AsyncIterator[_Moment]:
    """A run in which something was pressed at a random moment, some time ago; it ends then."""
    run = await stage.start_run("chest-pain", cut=scale.cut, fast=True)
    walking = asyncio.ensure_future(stage.play_through())
    await asyncio.sleep(rng.uniform(0, _LONGEST))
    states[_state(stage)] += 1
    limit = timedelta(seconds=scale.leaves)
    moment = _Moment(run, datetime.now().astimezone() + limit, time.monotonic() + scale.leaves)
    with suppress(Refused):
        await press()
    await asyncio.sleep(scale.leaves + _LISTENS)
    yield moment
    with suppress(Refused):
        await stage.end()
    await asyncio.gather(walking, return_exceptions=True)


def _state(stage: Engine) -> str:
    try:
        return "under way" if stage.performance.busy else "between cues"
    except Refused:
        return "ended"


async def _left(stage: Engine, moment: _Moment, kind: type[CueStarted | HopStarted]) -> list[str]:
    """What left too late; an audit record tells of what was cut, and comes after it by nature."""
    return [
        f"{getattr(each.event, 'transaction', '')} {(each.at - moment.at).total_seconds():.2f} s"
        for each in await stage.journal.entries(moment.run)
        if isinstance(each.event, kind)
        and each.at > moment.at
        and getattr(each.event, "transaction", "") != "ITI-20"
    ]
