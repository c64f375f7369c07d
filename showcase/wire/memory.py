"""Memory that is not needed any more goes back to the machine.

glibc keeps what was freed for the next allocation of the size, in every thread's arena: after a
few large messages a process looks ten times as large as what it holds. Elsewhere than on Linux
the allocator does this by itself.

glibc also learns from what is freed: after one series of 12 MB it takes everything up to that size
from the heap, where small things that live long keep the holes between them from going back. A
booth's engine grew by 40 MB in a hundred journeys so, and held no more than before. `frugal` stops
it from learning.
"""

import asyncio
import ctypes
import sys
from collections.abc import Callable

LARGE = 1024 * 1024
"""Bytes of an exchange after which it is worth while."""

_QUIET = 0.5
"""Seconds without another large exchange."""


_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
"""Parameters of mallopt(3)."""

_FRUGAL = (
    (_M_ARENA_MAX, 2),  # threads take turns on few heaps
    (_M_MMAP_THRESHOLD, 4 * LARGE),  # whatever is larger goes back the moment it is freed
    (_M_TRIM_THRESHOLD, 16 * LARGE),  # what the next image will want again stays at hand
)


def frugal() -> None:
    """Have this process keep little of what it has freed. To be called before there are threads."""
    setting = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if setting:
        for parameter, value in _FRUGAL:
            setting(parameter, value)


class Returning:
    """Gives memory back once it has been quiet for a moment after something large."""

    def __init__(self) -> None:
        """Nothing large has passed yet."""
        self._trim = _trimmer()
        self._timer: asyncio.TimerHandle | None = None

    def passed(self, size: int) -> None:
        """So many bytes have been dealt with. To be called from the event loop."""
        if size < LARGE:
            return
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(_QUIET, self._trim)


def _trimmer() -> Callable[[], object]:
    if sys.platform != "linux":
        return lambda: None
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
    return (lambda: trim(0)) if trim else (lambda: None)
