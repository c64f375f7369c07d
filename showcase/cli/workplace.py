"""Where an engine works: its journal, its stand-ins' folder, its certificates.

They are the user's own; where nothing can be written there, the journal is in memory, the folder
is one that the system throws away, and staff are told. A show goes on without a home.
"""

import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

import msgspec
import structlog

from showcase.api.onstage import OnStage
from showcase.cli.places import certificates_path, data_path, journal_path, store_path
from showcase.journal.damage import JournalUnusable
from showcase.journal.journal import Journal, open_journal
from showcase.journal.retention import MOST
from showcase.model.events import Noticed
from showcase.wire.clock import SystemClock

_SETTING = "SHOWCASE_JOURNAL_GB"

_log = structlog.get_logger()


class Workplace(msgspec.Struct, frozen=True, kw_only=True):
    """What an engine needs of the machine.

    Attributes:
        journal: Open.
        store: Folder of what stand-ins were sent.
        certificates: Folder of the booth's authority.
        on_stage: Where the run is noted.
        trouble: What staff must know of all this; None: nothing.
    """

    journal: Journal
    store: Path
    certificates: Path
    on_stage: OnStage
    trouble: Noticed | None = None


@asynccontextmanager
async def workplace(asked: Path | None) -> AsyncIterator[Workplace]:
    """The user's own place; or one in memory, where the user has none.

    Args:
        asked: A journal file; None: the user's own.

    Raises:
        JournalUnusable: The file that was asked for cannot serve as a journal.
    """
    path = journal_path(asked)
    with ExitStack() as stack:
        try:
            place = await _at_home(path)
        except JournalUnusable as error:
            if asked or not error.barred:
                raise
            place = await _in_memory(_thrown_away(stack), error)
        async with place.journal:
            yield place


async def _at_home(path: Path) -> Workplace:
    return Workplace(
        journal=await open_journal(path, SystemClock(), most=most_of_a_journal()),
        store=store_path(path),
        certificates=certificates_path(),
        on_stage=OnStage(path),
    )


async def _in_memory(folder: Path, why: JournalUnusable) -> Workplace:
    _log.info("journal is in memory only", why=why.words)
    trouble = Noticed(
        words=f"Nothing can be written to {data_path()}: the show goes on, and what happens is "
        "kept in memory, until the program ends.",
        remedy="Make that folder writable, or free its disk; or name a journal with --journal.",
        level="warning",
    )
    journal = await open_journal(None, SystemClock())
    journal.record(trouble)
    return Workplace(
        journal=journal,
        store=folder / "stand-ins",
        certificates=folder / "certificates",
        on_stage=OnStage(None),
        trouble=trouble,
    )


def _thrown_away(stack: ExitStack) -> Path:
    """A folder until the program ends; where there is none, one in which nothing can be made."""
    try:
        return Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="showcase-")))
    except OSError:
        return data_path()


def most_of_a_journal() -> int:
    """Bytes that a journal may grow to before the oldest runs lose theirs; 0: it may for ever."""
    asked = os.environ.get(_SETTING, "")
    try:
        return max(0, int(float(asked) * 10**9)) if asked else MOST
    except (ValueError, OverflowError):
        _log.warning("not a number of gigabytes", setting=_SETTING, value=asked)
        return MOST
