"""``make bench``: measures Showcase beside independent programs on this machine.

Prints the rows of the README's table (Markdown) on standard error, each as soon as it is known,
and at the end everything as JSON on standard output. ``ARGS="dicom mllp"`` measures those parts
alone; ``tests/bench/parts.py`` lists them.

A figure is a median of several, with the least and the most; where there is a peer, its samples
are taken in turn with ours, and what counts is their ratio: below 1 means that ours is less. What
a peer could not do is said in its place. Nothing but loopback is spoken to, and nothing stays:
engines, windows, journals and images live in a temporary folder.
"""

import argparse
import asyncio
import json
import os
import platform
import sys
import tempfile
import traceback
from functools import partial
from pathlib import Path

from showcase import __version__
from tests.bench.figures import Figure
from tests.bench.memory import memory
from tests.bench.parts import PARTS, Part
from tests.bench.table import head, rows


async def _measure(parts: dict[str, Part], folder: Path) -> list[Figure]:
    _say(head())
    figures: list[Figure] = []
    for name, part in parts.items():
        place = folder / name
        await asyncio.to_thread(place.mkdir)
        figures += (told := await _safely(name, part, place))
        _say(rows(told))
    return figures


async def _safely(name: str, part: Part, folder: Path) -> list[Figure]:
    """The figures of a part; one that fails says so, and the others are measured all the same."""
    try:
        return await part(folder)
    except Exception as error:  # noqa: BLE001 - whatever it was, it is told
        traceback.print_exc()
        what, note = f"All of {name}", f"not measured: {error!r}"
        return [Figure(part=name, what=what, unit="", note=note)]


def _machine() -> dict[str, object]:
    return {
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "showcase": __version__,
    }


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def _asked() -> dict[str, Part]:
    parser = argparse.ArgumentParser(prog="make bench")
    names = [*PARTS, "memory"]
    parser.add_argument("parts", nargs="*", choices=[*names, []], help="all when none is named")
    parser.add_argument("--journeys", type=int, default=100, help="for memory: how many are played")
    options = parser.parse_args()
    parts = PARTS | {"memory": partial(memory, journeys=options.journeys)}
    return {name: part for name, part in parts.items() if name in (options.parts or names)}


def main() -> None:
    """Measure, and print."""
    parts = _asked()
    with tempfile.TemporaryDirectory(prefix="showcase-bench-") as name:
        os.environ["XDG_DATA_HOME"] = name  # nothing of the user's own is touched
        os.environ["XDG_CONFIG_HOME"] = name
        # whoever starts a program for the second time has its bytecode
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        figures = asyncio.run(_measure(parts, Path(name)))
    told = {"machine": _machine(), "figures": [each.plain() for each in figures]}
    json.dump(told, sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
