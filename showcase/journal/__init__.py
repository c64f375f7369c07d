"""The append-only record of everything that happened.

Whatever happens becomes one frozen event; it is committed here first, and published to whoever
watches after that. So a picture never shows what a crash could still take back, and a replay
draws exactly what the live run drew. While the disk takes nothing, the show goes on: what happens
is held in memory, published as *not kept yet*, and written as soon as there is room.

``layout``     the file's tables, and the steps from each older layout to today's
``index``      what an entry can be found by, and how a search is put
``store``      the file: SQLite in WAL mode, one table of entries, one of content-addressed bytes
``bulk``       what is large: files of their own in a folder beside it
``files``      the file on the disk: opened, found damaged, set aside
``unwritten``  an event before it is written; ``writing``: commits, and what it does when it cannot
``overflow``   what the disk does not take; ``trouble``: why, in plain words
``retention``  which runs keep their bytes once the file has grown large
``told``       what people are told of the file's rows
``damage``     why a file cannot serve as a journal
``following``  where a value occurs in the exchanges of a run: stated, or in the bytes alone
``journal``    the `Journal`: records from the event loop, commits in one thread, publishes in order
``replay``     a recorded run again, at its own pace or faster

An event goes: `Journal.record` -> the queue -> one transaction for all that is queued -> the
subscribers. Its texts are indexed in the same transaction, so that a search knows of it as soon
as anybody does. A subscription holds a place in the file, not a queue: whoever reads slowly reads
later from the disk, and never makes the writer wait.
"""

from showcase.journal.damage import JournalUnusable
from showcase.journal.journal import Journal, NoSuchRun, open_journal
from showcase.journal.replay import replay

__all__ = ["Journal", "JournalUnusable", "NoSuchRun", "open_journal", "replay"]
