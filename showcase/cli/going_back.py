"""``showcase play --resume``: goes on with a run that was cut off."""

import asyncio
import sys
from enum import StrEnum

import msgspec
import typer

from showcase.api.engine import Engine
from showcase.api.onstage import Memo
from showcase.api.stagehand import Refused
from showcase.cli.failing import BadArgument
from showcase.cli.workplace import Workplace
from showcase.conductor.past import Past
from showcase.model.answers import RunWanted


class InFlight(StrEnum):
    """What becomes of a step that was under way: it may have arrived."""

    ASK = "ask"
    AGAIN = "again"
    SKIP = "skip"


class Back(msgspec.Struct, frozen=True, kw_only=True):
    """The run to go on with: its id, the beginning of that, or ``last``."""

    run: str
    in_flight: InFlight


def can_ask(in_flight: InFlight) -> None:
    """See that somebody decides.

    Raises:
        BadArgument: Nobody said what to do, and there is nobody to ask.
    """
    if in_flight is InFlight.ASK and not sys.stdin.isatty():
        raise BadArgument(
            "Nobody is there to be asked about a step that was under way.",
            "Say --in-flight again (send it again) or --in-flight skip (go on without it).",
        )


async def go_back(engine: Engine, place: Workplace, wanted: RunWanted, back: Back) -> None:
    """Put the run on stage, where it stood.

    Raises:
        NoSuchRun: The journal has none such.
        Refused: It has ended, or somebody else is playing it, or it was another story's.
    """
    run = await place.journal.run_matching(back.run)
    past = Past(await place.journal.entries(run))
    assert past.start
    if past.over:
        raise Refused(f"The run {run} has ended.", f"“showcase replay {run}” tells it again.")
    if not place.on_stage.ours:
        raise Refused("Another program plays with this journal.", "Close it first.")
    noted = place.on_stage.read()
    ports = noted.ports if noted and noted.run == run else {}
    start = past.start.programme
    wanted = msgspec.structs.replace(
        wanted, cut=wanted.cut or start.cut, language=wanted.language or start.language
    )
    await engine.bring_back(past, Memo(run=run, wanted=wanted, ports=ports))
    if engine.performance.stopped and await _again(back, engine.performance.stopped.title):
        engine.performance.retry()


async def _again(back: Back, title: str) -> bool:
    if back.in_flight is InFlight.ASK:
        question = f"“{title}” did not end; it may have arrived. Send it again?"
        return await asyncio.to_thread(typer.confirm, question, default=True)
    return back.in_flight is InFlight.AGAIN
