"""A recorded run again."""

from datetime import datetime, timedelta

import pytest

from showcase.journal import open_journal, replay
from showcase.model.events import HopProgressed
from showcase.wire.clock import SystemClock


class _Clock(SystemClock):
    """A clock that jumps: a sleep takes no time and moves it on."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.slept: list[float] = []
        self._zero = super().now()

    def now(self) -> datetime:
        return self._zero + timedelta(seconds=self.passed)

    def monotonic(self) -> float:
        return self.passed

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.passed += seconds


@pytest.mark.parametrize(("speed", "waits"), [(1.0, [0, 4, 2]), (4.0, [0, 1, 0.5]), (0.0, [])])
async def test_the_original_spacing_is_kept(speed: float, waits: list[float]) -> None:
    clock = _Clock()
    async with await open_journal(None, clock) as journal:
        for done, gap in enumerate((4.0, 2.0, 0.0)):
            journal.record(HopProgressed(run="r", hop="h", done=done, total=3))
            journal.record(HopProgressed(run="another", hop="h", done=done, total=3))
            clock.passed += gap
        await journal.settled()
        clock.slept.clear()
        seen = [entry async for entry in replay(journal, "r", speed=speed, clock=clock)]
        assert seen == await journal.entries("r")
    assert len(seen) == 3
    assert clock.slept == pytest.approx(waits)


async def test_drawing_counts_as_passed_time() -> None:
    clock = _Clock()
    async with await open_journal(None, clock) as journal:
        for done in range(2):
            journal.record(HopProgressed(run="r", hop="h", done=done, total=2))
            clock.passed += 5
        await journal.settled()
        clock.slept.clear()
        async for _entry in replay(journal, "r", speed=1, clock=clock):
            clock.passed += 3
    assert clock.slept == pytest.approx([0, 2])


async def test_an_unknown_run_replays_nothing() -> None:
    clock = _Clock()
    async with await open_journal(None, clock) as journal:
        assert [entry async for entry in replay(journal, "r", speed=1, clock=clock)] == []
