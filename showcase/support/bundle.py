"""The support bundle: one file that tells what happened, for people who were not there.

It holds what helps to find out, and says in plain words what that is. No part may keep the others
away: a journal that cannot be opened is a finding, and the bundle says so.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from showcase.client.door import door_path, read_door
from showcase.inspector.files import File, files
from showcase.inspector.recording import NothingRecorded
from showcase.journal import Journal, JournalUnusable, open_journal
from showcase.model.answers import RunBrief
from showcase.model.events import Noticed
from showcase.support.logs import folders_of_logs
from showcase.support.machine import described, packages, version_line
from showcase.support.secrets import credentials, without_credentials, without_secrets
from showcase.wire.clock import Clock

_LARGEST = 2_000_000
"""Bytes of a log's end that are taken along."""

_RUNS = 50
_ENTRIES = 5_000
"""How far back the journal is told."""

_WORDS = """Showcase: support bundle, made {at} UTC by {version}

For whoever helps you. It was made on this machine, and nothing was sent anywhere.
Every patient of ours is invented.

What is in it
  README.txt      this page
  machine.txt     the operating system, memory, disk, language; this copy of Showcase
  packages.txt    which libraries it consists of, with their versions
  journal.txt     the last runs, and what staff were told
  last-run/       the last run: every message that was sent and answered, as raw files
  cast.yaml       who plays which role, at which address, if a cast was chosen
  logs/           what the window and the engine have logged
  crashes/        a report of each time that one of them ended before its time. Where nothing
                  stands behind its first lines, it was ended from outside, or still runs

What is not in it
  No key, no certificate's private part, no password, no token: they are replaced by
  "[left out]". Your home folder is written as "~".

What you may not want to give to everybody
  Names and network addresses of the systems at your booth, and the messages that they
  exchanged with us, with whatever patients they put into them. Look into last-run/ and
  cast.yaml before you pass this file on.
{troubles}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a bundle is made from.

    Attributes:
        journal: The journal's file; it need not exist.
        cast: The cast's file; None: no cast was chosen.
        home: The user's own folder; its name is nobody's business.
    """

    journal: Path
    cast: Path | None = None
    home: Path = field(default_factory=Path.home)


async def gathered(wanted: Wanted, clock: Clock) -> AsyncIterator[File]:
    """The files of a bundle; the one that explains the others comes last, because it knows all."""
    known = _known_secrets(wanted.journal)

    def text(name: str, words: str) -> File:
        clean = without_secrets(words, known).replace(str(wanted.home), "~")
        return File(name, clean.encode(errors="replace"))

    troubles: list[str] = []
    yield text("machine.txt", described(wanted.journal.parent))
    yield text("packages.txt", packages())
    try:
        async for file in _recorded(wanted.journal, clock, text, known):
            yield file
    except (JournalUnusable, NothingRecorded, OSError) as error:
        troubles.append(f"The journal told nothing: {error}")
    for name, words in await asyncio.to_thread(_kept, wanted.cast, troubles):
        yield text(name, words)
    said = "".join(f"  {each}\n" for each in troubles)
    words = _WORDS.format(
        at=f"{clock.now():%Y-%m-%d %H:%M}",
        version=version_line(),
        troubles=f"\nWhat could not be had\n{without_secrets(said, known)}" if said else "",
    )
    yield File("README.txt", words.replace(str(wanted.home), "~").encode(errors="replace"))


async def _recorded(
    path: Path, clock: Clock, text: Callable[[str, str], File], known: Collection[str]
) -> AsyncIterator[File]:
    """The history, and the last run as raw files."""
    if not await asyncio.to_thread(path.exists):
        yield text("journal.txt", "There is no journal yet: nothing was played.\n")
        return
    async with await open_journal(path, clock) as journal:
        runs = await journal.runs()
        lines = [f"{await journal.last_seq()} entries, {len(runs)} runs", ""]
        lines += map(_line, runs[:_RUNS])
        lines += ["", "What staff were told lately:", *await _notices(journal)]
        yield text("journal.txt", "\n".join(lines) + "\n")
        if runs:
            known = set(known)
            async for file in files(journal, runs[0].run):
                known |= credentials(file.data)  # the pages that show them to people come last
                clean = without_credentials(file.data, known)
                yield File(f"last-run/{file.name}", clean)


def _line(run: RunBrief) -> str:
    ended = "held" if run.held else "did not hold" if run.ended else "was not ended"
    counts = f"{run.hops} hops, {run.refused} refused, {run.failed} failed"
    return f"{run.started:%Y-%m-%d %H:%M:%S} {run.run} {run.story}: {ended}; {counts}"


async def _notices(journal: Journal) -> list[str]:
    """What staff were told among the newest entries, as lines."""
    last, told = await journal.last_seq(), []
    if not last:
        return []
    async for entry in journal.subscribe(max(0, last - _ENTRIES)):
        if isinstance(said := entry.event, Noticed):
            told.append(f"{entry.at:%Y-%m-%d %H:%M:%S} {said.level}: {said.words} {said.remedy}")
        if entry.seq >= last:
            break
    return told


def _kept(cast: Path | None, troubles: list[str]) -> list[tuple[str, str]]:
    """Names and texts of the cast, the logs and the reports; what cannot be read is a trouble."""
    wanted = [("cast.yaml", cast)] if cast else []
    for folder in folders_of_logs():
        wanted += [(f"logs/{each.name}", each) for each in sorted(folder.glob("*.log*"))]
        wanted += [(f"crashes/{each.name}", each) for each in sorted(folder.glob("*.crash.txt"))]
    texts = []
    for name, path in wanted:
        try:
            texts.append((name, _end_of(path)))
        except OSError as error:
            troubles.append(f"{name}: {error.strerror or error}")
    return texts


def _end_of(path: Path) -> str:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _LARGEST))
        return file.read().decode(errors="replace")


def _known_secrets(journal: Path) -> tuple[str, ...]:
    """The keys that engines ask of windows, where an engine is up."""
    doors = {door_path(), *journal.parent.glob("*engine.json")}
    return tuple(door.key for path in doors if (door := read_door(path)))
