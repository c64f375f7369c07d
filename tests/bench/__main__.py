"""``make bench``: measures Showcase beside independent programs on this machine; prints JSON.

``go_to_first_byte_ms``   from GO at the engine's API to the first byte on the wire
``story_seconds``         the whole story at full pace
``hops``                  each transaction of the story, ours and the same exchange by a peer with
                          the same stand-in; a ratio below 1 means that ours is faster
``first_frame_ms``        from the start of ``showcase`` to its first frame, offscreen
``frames``                while the story plays on the stage, offscreen, by the software renderer
``taps``                  what a tap adds to an exchange, beside the same exchange without it
``journal``               a search over 50,000 exchanges; what its index adds to a commit

Everything is a median; what a peer could not do is said in its place. Nothing but loopback is
spoken to, and nothing stays: engine, window, journal and images live in a temporary folder.
"""

import asyncio
import json
import os
import platform
import sys
import tempfile
from pathlib import Path

from showcase import __version__
from showcase.client import EngineClient
from tests.bench.beside import beside
from tests.bench.figures import frames, middle
from tests.bench.journal import search
from tests.bench.stage import engine, play
from tests.bench.taps import taps
from tests.bench.window import NothingDrawn, opened

_RUNS = 5
_STARTS = 5


async def _measure(folder: Path) -> dict[str, object]:
    async with engine(folder) as client:
        _say("warming up")
        await play(client)
        _say(f"{_RUNS} runs of the story")
        runs = [await play(client) for _ in range(_RUNS)]
        told: dict[str, object] = {
            "go_to_first_byte_ms": middle([ms for run in runs for ms in run.first_bytes()]),
            "story_seconds": middle([run.ended.seconds for run in runs]),
            "hops": await beside(client, runs, folder),
        }
        try:
            told |= await _measure_window(client)
        except NothingDrawn as error:
            told["window"] = f"drew nothing: {error}"
    _say("taps")
    (folder / "taps").mkdir()
    told["taps"] = await taps(folder / "taps")
    return told


async def _measure_window(client: EngineClient) -> dict[str, object]:
    starts = []
    for number in range(_STARTS):
        _say(f"opening the window, {number + 1} of {_STARTS}")
        async with opened() as window:
            await window.drawing()
            starts.append(window.first_frame)
    _say("playing the story on the stage")
    async with opened() as window:
        await window.drawing()
        before = len(window.stamps)
        await play(client)
        await window.at_rest()
    return {"first_frame_ms": middle(starts), "frames": frames(window.stamps[before:])}


def _machine() -> dict[str, object]:
    return {
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "showcase": __version__,
    }


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def main() -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory(prefix="showcase-bench-") as name:
        os.environ["XDG_DATA_HOME"] = name  # the window finds the engine by a file in there
        told = asyncio.run(_measure(Path(name)))
        _say("searching 50,000 exchanges")
        told["journal"] = search(Path(name) / "search")
    json.dump({"machine": _machine(), **told}, sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
