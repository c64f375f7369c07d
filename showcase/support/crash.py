"""Whatever ends a process before its time leaves a report.

A process opens its report when it starts, and takes it away when it ends in order. So a report
that is still there, of a process that is not, says that it was ended: by an error of ours, by a
signal (then `faulthandler` has written where every thread stood), or, where nothing stands behind
its head, from outside: killed, or the battery was empty.
"""

import atexit
import faulthandler
import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from showcase.support.logs import KEPT, folder_for_logs, prune, stamp
from showcase.support.machine import head
from showcase.support.secrets import without_secrets

_ENDING = ".crash.txt"

_Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class Report(logging.Handler):
    """A process's report: a file that is there while the process is.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        """Begin it with what the program is.

        Raises:
            OSError: It cannot be written.
        """
        super().__init__(logging.ERROR)
        self.path = path
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._file: IO[str] = os.fdopen(handle, "w", encoding="utf-8", errors="replace")
        self._file.write(head() + "\n")
        self._file.flush()
        self._empty = self._size()

    @property
    def descriptor(self) -> int:
        """For what can only write to a number."""
        return self._file.fileno()

    def emit(self, record: logging.LogRecord) -> None:
        """Errors of ours that somebody caught: an asyncio task's, a fatal message of Qt's."""
        if record.exc_info or record.levelno >= logging.CRITICAL:
            self.add(logging.Formatter().format(record))

    def add(self, text: str) -> None:
        """Append a paragraph, and have it on the disk."""
        self._file.write(f"\n{stamp()} {without_secrets(text)}\n")
        self._file.flush()

    def leave(self) -> None:
        """The process ends in order: take the report away, if there is nothing in it."""
        empty = self._size() == self._empty
        self._file.close()
        if empty:
            self.path.unlink(missing_ok=True)

    def _size(self) -> int:
        return os.fstat(self._file.fileno()).st_size


def report_crashes(kind: str) -> Report | None:
    """From now on whatever ends this process leaves a report; None: there is no place for one.

    Args:
        kind: ``window``, ``engine``: part of the file's name.
    """
    folder = folder_for_logs()
    if folder is None:
        return None
    prune(folder.glob(f"*{_ENDING}"), KEPT - 1)
    try:
        report = Report(folder / f"{stamp()}-{kind}-{os.getpid()}{_ENDING}")
    except OSError as error:
        logging.getLogger(__name__).warning("no crash report can be kept: %s", error)
        return None
    faulthandler.enable(report.descriptor, all_threads=True)
    logging.getLogger().addHandler(report)
    sys.excepthook = _adding(report, sys.excepthook)
    threading.excepthook = _of_threads(report, threading.excepthook)
    atexit.register(_in_order, report)
    return report


def _in_order(report: Report) -> None:
    faulthandler.disable()
    logging.getLogger().removeHandler(report)
    with suppress(OSError, ValueError):
        report.leave()


def _adding(report: Report, before: _Hook) -> _Hook:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            lines = traceback.format_exception(kind, error, trace)
            report.add("Nobody caught this error:\n" + "".join(lines))
        before(kind, error, trace)

    return hook


def _of_threads(
    report: Report, before: Callable[[threading.ExceptHookArgs], object]
) -> Callable[[threading.ExceptHookArgs], object]:
    def hook(args: threading.ExceptHookArgs) -> None:
        if args.exc_value and not isinstance(args.exc_value, SystemExit):
            lines = traceback.format_exception(args.exc_value)
            name = args.thread.name if args.thread else "a thread"
            report.add(f"Nobody caught this error in {name}:\n" + "".join(lines))
        before(args)

    return hook
