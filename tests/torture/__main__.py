"""``make torture``: everything that hostile callers, crowds and tired hands can do, in full.

``malformed``  damaged HL7, DICOM, SOAP and audit records, and named bombs, at the stand-ins
``crowds``     idle sockets, senders of a byte at a time, callers who connect and close
``vendors``    sixteen bad vendors in the middle of the story
``pressed``    GO a hundred times a second; Esc at random moments
``killed``     `kill -9` of engine and window; journals that are cut short
``full``       a disk that takes nothing in the middle of a story, and is freed
``secrets``    a booth that was played, looked at, killed and bundled: no key, no password left
``journeys``   one journey after the other: memory, descriptors, threads

Prints a table on standard error, JSON on standard output; exit 1 when a figure does not hold.
What is tried follows from the seed alone; ``--short`` is what ``make test`` tries; ``--share 0.1``
a tenth of all tries, with the same limits; ``--keep FOLDER`` leaves every log and journal there,
for whoever has to find out.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from tests.torture.crowds import crowds
from tests.torture.figures import Figure, table
from tests.torture.full import full
from tests.torture.journeys import journeys
from tests.torture.killed import killed
from tests.torture.malformed import malformed
from tests.torture.pressed import pressed
from tests.torture.scale import Scale, long, shared
from tests.torture.secrets import secrets
from tests.torture.vendors import vendors

Part = Callable[[Path, Scale], Awaitable[list[Figure]]]

_PARTS: dict[str, Part] = {
    "malformed": malformed,
    "crowds": crowds,
    "vendors": vendors,
    "pressed": pressed,
    "killed": killed,
    "full": full,
    "secrets": secrets,
    "journeys": journeys,
}


def main() -> int:
    """Try it, and tell."""
    asked = _asked()
    scale = Scale(seed=asked.seed) if asked.short else shared(long(asked.seed), asked.share)
    told: dict[str, list[Figure]] = {}
    for name in asked.parts or _PARTS:
        begun = time.monotonic()
        told[name] = _part(name, scale, asked.keep)
        sys.stderr.write(f"{name}, {time.monotonic() - begun:.0f} s\n{table(told[name])}\n\n")
    json.dump({"seed": asked.seed, **msgspec.to_builtins(told)}, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0 if all(each.held for figures in told.values() for each in figures) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("parts", nargs="*", choices=[*_PARTS, []])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--share", type=float, default=1.0, help="0.1: a tenth of all tries")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    return parser.parse_args()


def _part(name: str, scale: Scale, keep: Path | None) -> list[Figure]:
    with _folder(name, keep) as folder:
        os.environ["XDG_DATA_HOME"] = str(folder)
        return asyncio.run(_tried(_PARTS[name], folder, scale))


async def _tried(part: Part, folder: Path, scale: Scale) -> list[Figure]:
    return await part(folder, scale)


@contextmanager
def _folder(name: str, keep: Path | None) -> Iterator[Path]:
    """Where a part works: a folder that goes again, or one that stays."""
    if keep:
        keep = keep.absolute() / name
        keep.mkdir(parents=True)
        yield keep
    else:
        with tempfile.TemporaryDirectory(prefix="showcase-torture-") as passing:
            yield Path(passing)


if __name__ == "__main__":
    sys.exit(main())
