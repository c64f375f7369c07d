"""Memory that is not needed any more goes back to the machine.

glibc keeps what was freed for the next allocation of the size, in every thread's arena: after a
few large or hostile messages a process looks ten times as large as what it holds. Elsewhere than
on Linux the allocator does this by itself.

glibc also learns from what is freed: after one series of 12 MB it takes everything up to that size
from the heap, where small things that live long keep the holes between them from going back. A
booth's engine grew by 40 MB in a hundred journeys so, and held no more than before. `frugal` stops
it from learning.
"""

import asyncio
import ctypes
import gc
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

_MB = 1024 * 1024

_WORTH = 8 * _MB
"""Growth after which it is worth while."""

_GAIN = _MB
"""What must have come back for another try at the same size to be worth while."""

_EVERY = 2.0
"""Seconds between two looks."""

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
"""Parameters of mallopt(3)."""

_FRUGAL = (
    (_M_ARENA_MAX, 2),  # threads take turns on few heaps
    (_M_MMAP_THRESHOLD, 4 * _MB),  # whatever is larger goes back the moment it is freed
    (_M_TRIM_THRESHOLD, 16 * _MB),  # what the next image will want again stays at hand
)


def frugal() -> None:
    """Have this process keep little of what it has freed. To be called before there are threads."""
    setting = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if setting:
        for parameter, value in _FRUGAL:
            setting(parameter, value)


@asynccontextmanager
async def giving_back() -> AsyncIterator[None]:
    """Meanwhile, what was freed goes back whenever the process has grown by a few megabytes.

    Whatever made it grow: a message that was refused leaves no hop that could say so.
    """
    trim = _trimmer()
    task = asyncio.get_running_loop().create_task(_give_back(trim)) if trim else None
    try:
        yield
    finally:
        if task:
            task.cancel()


async def _give_back(trim: Callable[[], None]) -> None:
    least = _resident()
    while True:
        await asyncio.sleep(_EVERY)
        grown = _resident()
        if grown - least < _WORTH:
            continue
        await asyncio.to_thread(_let_go, trim)  # a large heap takes some milliseconds
        left = _resident()
        # in the midst of work little is free: what is held then is no measure for quieter times
        least = min(least, left) if grown - left >= _GAIN else left


def _let_go(trim: Callable[[], None]) -> None:
    gc.collect()  # exchanges that refer to each other in a circle wait for this
    trim()


def _resident() -> int:
    """Bytes of this process that are in memory; proc(5)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


def _trimmer() -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
    return (lambda: trim(0)) if trim else None
