import asyncio
import ctypes
import subprocess
import sys

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
