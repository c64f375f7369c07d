"""The parts of the bench. A new part is a line here, and a module of that purpose."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.inspecting import inspecting
from tests.bench.journal import journal
from tests.bench.messaging import messaging
from tests.bench.querying import querying
from tests.bench.sharing import sharing
from tests.bench.storing import storing
from tests.bench.story import story
from tests.bench.taps import taps
from tests.bench.window import window

Part = Callable[[Path], Awaitable[list[Figure]]]
"""Measures in a folder of its own."""

PARTS: dict[str, Part] = {
    "window": window,
    "inspector": inspecting,
    "story": story,
    "dicom": storing,
    "worklist": querying,
    "mllp": messaging,
    "xds": sharing,
    "taps": taps,
    "journal": journal,
}
"""By the name that ``make bench ARGS=…`` takes, in the order of the table; ``memory`` is last."""
