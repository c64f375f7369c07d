"""Importing without looking for garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def importing() -> Iterator[None]:
    """Whatever is made meanwhile is taken to live as long as the program.

    An engine's imports make half a million things, and nothing among them is garbage. To look
    for some, again and again, would take a tenth of the time, and every later look would go
    through all of them once more: long enough to hold a frame.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
