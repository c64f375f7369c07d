"""5. GO by a hammering hand, and Esc at any moment of a run."""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from showcase.api.engine import Engine
from showcase.api.stagehand import Refused
from showcase.model.events import CueStarted, HopEnded, HopStarted, RunEnded
from tests.journeys.staging import engine
from tests.torture.figures import Figure, none_of
from tests.torture.scale import Scale

_LISTENS = 1.0
_LONGEST = 1.5
"""Seconds after GO in which the moment of Esc lies; the story at full pace is told by then."""


async def pressed(folder: Path, scale: Scale) -> list[Figure]:
    """What came of it."""
    async with engine(folder) as stage:
        return [
            *await _hammered(stage, scale),
            *await _cut(stage, scale),
        ]


async def _hammered(stage: Engine, scale: Scale) -> list[Figure]:
    """GO a hundred times a second: every cue is fired once, in its order."""
    run = await stage.start_run("chest-pain", cut=scale.cut, fast=True)
    cues = [cue.id for cue in stage.performance.programme.cues]
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
    ]


def _how(ended: list[RunEnded]) -> str:
    return ", ".join(f"{each.hops} hops, held: {each.held}" for each in ended)


def _well(events: Sequence[object], ended: list[RunEnded]) -> bool:
    told = [each for each in events if isinstance(each, HopEnded) and each.cue]
    ways = Counter((each.cue, each.sender, each.receiver) for each in told)
    return len(ended) == 1 and ended[0].held and set(ways.values()) == {1}


async def _cut(stage: Engine, scale: Scale) -> list[Figure]:
    """Esc twice at random moments: nothing new leaves any more; Esc once: no new cue is fired."""
    late: list[str] = []
    more: list[str] = []
    states: Counter[str] = Counter()
    for number in range(scale.cuts):
        rng = Random(f"{scale.seed}:esc:{number}")
        late += await _after(stage, stage.panic, HopStarted, scale, rng, states)
        more += await _after(stage, stage.hold, CueStarted, scale, rng, states)
    said = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    return [
        none_of(f"Esc twice ({said}): left after {scale.leaves:g} s", late, scale.cuts),
        none_of(f"Esc once: cues fired after {scale.leaves:g} s", more, scale.cuts),
    ]


async def _after(
    stage: Engine,
    press: Callable[[], Awaitable[None]],
    kind: type[CueStarted | HopStarted],
    scale: Scale,
    rng: Random,
    states: Counter[str],
) -> list[str]:
    """What left too late after a press at a random moment."""
    run = await stage.start_run("chest-pain", cut=scale.cut, fast=True)
    walking = asyncio.ensure_future(stage.play_through())
    await asyncio.sleep(rng.uniform(0, _LONGEST))
    states[_state(stage)] += 1
    at = datetime.now().astimezone()
    with suppress(Refused):
        await press()
    await asyncio.sleep(scale.leaves + _LISTENS)
    late = await _left(stage, run, at + timedelta(seconds=scale.leaves), kind)
    with suppress(Refused):
        await stage.end()
    await asyncio.gather(walking, return_exceptions=True)
    return late


def _state(stage: Engine) -> str:
    try:
        return "under way" if stage.performance.busy else "between cues"
    except Refused:
        return "ended"


async def _left(
    stage: Engine, run: str, limit: datetime, kind: type[CueStarted | HopStarted]
) -> list[str]:
    """What left too late; an audit record tells of what was cut, and comes after it by nature."""
    return [
        f"{getattr(entry.event, 'transaction', '')} {(entry.at - limit).total_seconds():.2f} s late"
        for entry in await stage.journal.entries(run)
        if isinstance(entry.event, kind)
        and entry.at > limit
        and getattr(entry.event, "transaction", "") != "ITI-20"
    ]
