"""What an engine does first: it looks whether one before it was cut off in the middle of a run."""

import asyncio
from datetime import timedelta

import msgspec
import structlog

from showcase.api.engine import Engine
from showcase.api.onstage import Memo, OnStage
from showcase.api.stagehand import Refused
from showcase.conductor.past import Past
from showcase.journal.journal import Journal
from showcase.model.events import Noticed
from showcase.story.fault import Faults
from showcase.wire.clock import Clock

FRESH = timedelta(hours=2)
"""A run that nobody has missed for so long is over: its audience has gone."""

_TRIES = 2
"""Whatever made an engine stop may stop the next one, too."""

_WITHIN = 25.0
"""Seconds; what takes longer is not coming back."""

_ANEW = "Begin the next tour (N)."

_log = structlog.get_logger()


async def bring_back(stage: Engine, journal: Journal, on_stage: OnStage, clock: Clock) -> bool:
    """Bring back the run in which the engine before us had stopped, if there is one.

    Where that cannot be, staff are told why, and nothing is on stage.

    Returns:
        Whether it stands on stage again, held.
    """
    memo = on_stage.read()
    if memo is None or not on_stage.ours:
        return False
    past = Past(await journal.entries(memo.run))
    if past.start is None or past.latest is None or past.over:
        return False
    if clock.now() - past.latest > FRESH:
        return False
    if why := await _why_not(stage, past, memo):
        who = past.start.patient.name
        words = f"The tour of {who} was cut off, and cannot go on: {why}"
        journal.record(Noticed(words=words, remedy=_ANEW, level="error"))
        return False
    return True


async def _why_not(stage: Engine, past: Past, memo: Memo) -> str:
    if memo.returns >= _TRIES:
        return f"the engine stopped {memo.returns} times while it was being brought back."
    trying = msgspec.structs.replace(memo, returns=memo.returns + 1)
    try:
        async with asyncio.timeout(_WITHIN):
            await stage.bring_back(past, trying)
    except Faults as faults:
        return f"{faults.faults[0]}"
    except Refused as error:
        return error.words
    except TimeoutError:
        return "the systems did not come up in time."
    except Exception as error:  # noqa: BLE001 - a run that is lost must not cost the next one
        _log.exception("a run could not be brought back", run=memo.run)
        return f"Showcase itself failed ({error})."
    return ""
