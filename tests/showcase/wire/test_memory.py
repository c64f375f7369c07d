import asyncio
import ctypes
import itertools
import subprocess
import sys

import pytest

from showcase.wire import memory
from showcase.wire.memory import giving_back


class Process:
    """One that grows as it is told, and says at which sizes memory was given back."""

    def __init__(self, *sizes: int) -> None:
        self.over = asyncio.Event()
        self.trimmed: list[int] = []
        self._sizes = list(sizes)
        self._now = 0

    def resident(self) -> int:
        if len(self._sizes) == 1:
            self.over.set()
            return self._sizes[0]
        self._now = self._sizes.pop(0)
        return self._now

    def trim(self) -> None:
        self.trimmed.append(self._now)


@pytest.mark.parametrize(
    ("sizes", "trimmed"),
    [
        ((100, 107, 108, 103, 107, 108, 103), [108, 108]),  # a little; enough, down to 103; again
        ((100, 120, 119, 108, 127, 100), [120, 127]),  # nothing was free at 120: a new measure
    ],
    ids=["what is free goes", "what is held stays"],
)
async def test_what_was_freed_goes_back_when_the_process_has_grown(
    monkeypatch: pytest.MonkeyPatch, sizes: tuple[int, ...], trimmed: list[int]
) -> None:
    process = Process(*sizes)
    monkeypatch.setattr(memory, "_trimmer", lambda: process.trim)
    monkeypatch.setattr(memory, "_resident", process.resident)
    for name, value in (("_WORTH", 8), ("_GAIN", 2), ("_EVERY", 0.01)):
        monkeypatch.setattr(memory, name, value)
    async with giving_back(), asyncio.timeout(5):
        await process.over.wait()
    assert process.trimmed == trimmed


async def test_nothing_is_given_back_where_nothing_has_grown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked = asyncio.Event()
    looks = itertools.count()

    def resident() -> int:
        if next(looks) == 3:
            looked.set()
        return 100

    def trim() -> None:
        pytest.fail("nothing has grown")

    monkeypatch.setattr(memory, "_trimmer", lambda: trim)
    monkeypatch.setattr(memory, "_resident", resident)
    monkeypatch.setattr(memory, "_EVERY", 0.01)
    async with giving_back(), asyncio.timeout(5):
        await looked.wait()


_LEARNS = """
import ctypes, sys
from showcase.wire.memory import frugal

class Info(ctypes.Structure):  # struct mallinfo2
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd".split()]
    _fields_ += [(name, ctypes.c_size_t) for name in "us fsm uord ford keep".split()]

libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.free.argtypes, libc.mallinfo2.restype = [ctypes.c_void_p], Info
if "frugal" in sys.argv:
    frugal()
libc.free(libc.malloc(12_000_000))  # from which glibc learns that blocks of this size come and go
before = libc.mallinfo2().hblks
block = libc.malloc(8_000_000)
print(libc.mallinfo2().hblks - before)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallinfo2"),
    reason="this allocator does not learn, or does not tell",
)
@pytest.mark.parametrize(("how", "own"), [("", "0"), ("frugal", "1")])
def test_what_is_large_never_comes_from_the_heap(how: str, own: str) -> None:
    asked = subprocess.run(
        [sys.executable, "-c", _LEARNS, how], capture_output=True, text=True, check=True
    )
    assert asked.stdout.strip() == own
