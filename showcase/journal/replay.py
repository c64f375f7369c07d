"""A recorded run again, at its own pace or faster."""

from collections.abc import AsyncIterator

from showcase.journal.journal import Journal
from showcase.model.events import Entry
from showcase.wire.clock import Clock


async def replay(journal: Journal, run: str, *, speed: float, clock: Clock) -> AsyncIterator[Entry]:
    """Yield the entries of a run as they were, spaced as they were.

    Time that whoever draws them takes counts as passed, so a long run does not drift.

    Args:
        journal: Where it is recorded.
        run: Its full id; see `Journal.run_matching`.
        speed: 1: as it was; 4: four times as fast; 0: all at once.
        clock: Whose seconds to wait.
    """
    entries = await journal.entries(run)
    if not entries:
        return
    began, origin = clock.monotonic(), entries[0].at
    for entry in entries:
        if speed > 0:
            due = (entry.at - origin).total_seconds() / speed
            await clock.sleep(max(0.0, due - (clock.monotonic() - began)))
        yield entry
