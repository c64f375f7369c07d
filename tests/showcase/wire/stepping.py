"""A clock whose hands move when somebody looks."""

from datetime import UTC, datetime


class StepClock:
    """Each look at the clock is a millisecond later."""

    def __init__(self) -> None:
        self.ticks = 0

    def now(self) -> datetime:
        return datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def monotonic(self) -> float:
        self.ticks += 1
        return self.ticks / 1000

    async def sleep(self, seconds: float) -> None:
        del seconds
