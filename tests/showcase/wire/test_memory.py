import asyncio

import pytest

from showcase.wire import memory
from showcase.wire.memory import LARGE, Returning


async def test_memory_goes_back_once_after_what_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    given = asyncio.Event()
    count = 0

    def trim() -> None:
        nonlocal count
        count += 1
        given.set()

    monkeypatch.setattr(memory, "_trimmer", lambda: trim)
    monkeypatch.setattr(memory, "_QUIET", 0.01)
    returning = Returning()
    returning.passed(LARGE - 1)
    for _ in range(3):
        returning.passed(LARGE)
    async with asyncio.timeout(5):
        await given.wait()
    assert count == 1
