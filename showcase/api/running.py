"""The run on stage: at most one. Who may begin it and end it, and who walks it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

import structlog

from showcase.api.stagehand import Refused
from showcase.conductor.performance import Performance
from showcase.model.events import RunEnded

_log = structlog.get_logger()


class Running:
    """Keeps the run on stage, and fires its cues.

    Two clients may press at the same moment: one walk is under way at a time, and one change of
    what is on stage. Whoever comes second is refused, and told so.
    """

    def __init__(self) -> None:
        """Nothing is on stage."""
        self._performance: Performance | None = None
        self._walks: dict[asyncio.Task[None], Performance] = {}
        self._changing = asyncio.Lock()

    @property
    def latest(self) -> Performance | None:
        """The run on stage, or the one before, where it has ended by itself."""
        return self._performance

    @property
    def under_way(self) -> Performance | None:
        """The run on stage; None: there is none, or it has ended."""
        performance = self._performance
        return performance if performance and not performance.ended else None

    @property
    def performance(self) -> Performance:
        """The run on stage.

        Raises:
            Refused: There is none.
        """
        if (performance := self.under_way) is None:
            raise Refused("No run is on stage.", "Choose a story and start a run.")
        return performance

    @property
    def idle(self) -> Performance:
        """The run on stage, where no cue is under way.

        Raises:
            Refused: There is none, or one is.
        """
        performance = self.performance
        if self.busy:
            raise Refused("A cue is under way.", "Hold the run first (Esc).")
        return performance

    @property
    def busy(self) -> bool:
        """Whether a cue is under way, or has just been fired."""
        performance = self.performance
        walked = (each for walk, each in self._walks.items() if not walk.done())
        return performance.busy or performance in walked

    @property
    def changes(self) -> bool:
        """Whether a run is on stage, or is being put there."""
        return self.under_way is not None or self._changing.locked()

    @asynccontextmanager
    async def clear(self) -> AsyncIterator[None]:
        """Hold an empty stage: the run there ends, and nobody else puts one there meanwhile.

        Raises:
            Refused: Somebody else is just doing it.
        """
        if self._changing.locked():
            raise Refused("A run is just being put on stage.", "Wait for it, then press GO.")
        async with self._changing:
            await self._end(self._performance)
            yield

    def put(self, performance: Performance) -> None:
        """Put a run on the stage that is held."""
        self._performance = performance

    def go(self) -> None:
        """Fire the standby cue; returns at once.

        Raises:
            Refused: No run, or a cue is under way, or the story is at its end.
        """
        performance = self.performance
        if performance.standby is None and not performance.busy:
            raise Refused("The story is at its end.", "Start the next run.")
        if self.busy:
            raise Refused("A cue is under way.", "Wait for its acknowledgement.")
        self._own(self._walk(performance), performance)

    def retry(self) -> None:
        """Fire the last cue that did not hold once more.

        Raises:
            Refused: A cue is under way.
        """
        performance = self.idle
        performance.retry()
        self._own(self._walk(performance), performance)

    def skip(self) -> None:
        """Pass over the standby cue, or the one that waits for a vendor's human.

        Raises:
            Refused: Another cue is under way.
        """
        performance = self.performance
        (performance if performance.waiting else self.idle).skip()

    def jump(self, cue: str) -> None:
        """Put another cue on standby.

        Raises:
            Refused: A cue is under way, or there is no such cue.
        """
        try:
            self.idle.jump(cue)
        except KeyError as error:
            raise Refused(f"The story has no cue {cue}.", "Choose one from the list.") from error

    async def end(self) -> RunEnded:
        """End the run on stage, wherever it stands.

        Raises:
            Refused: There is none.
        """
        performance = self.performance
        ended = await performance.close(finished=False)
        if self._performance is performance:  # else the next one is on stage already
            self._performance = None
        return ended

    async def close(self) -> None:
        """End the run, and every walk."""
        async with self._changing:
            await self._end(self._performance)
        for walk in tuple(self._walks):
            walk.cancel()
        await asyncio.gather(*self._walks, return_exceptions=True)

    async def _end(self, performance: Performance | None) -> None:
        if performance and not performance.ended:
            await performance.close(finished=False)
        self._performance = None

    async def _walk(self, performance: Performance) -> None:
        await performance.go()
        if performance.standby is None and not performance.held and not performance.ended:
            await performance.close()

    def _own(self, work: Awaitable[None], performance: Performance) -> None:
        task = asyncio.ensure_future(work)
        self._walks[task] = performance
        task.add_done_callback(self._walked)

    def _walked(self, task: "asyncio.Future[None]") -> None:
        self._walks.pop(task, None)  # type: ignore[call-overload] # what ensure_future has made
        if not task.cancelled() and (error := task.exception()):
            _log.error("run failed", error=repr(error), exc_info=error)
