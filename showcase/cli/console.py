"""``showcase`` alone: opens the window."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from showcase.client import Starting, head_start
from showcase.support.crash import report_crashes
from showcase.support.importing import importing
from showcase.support.logs import log_to_file


def open_window(arguments: Sequence[str]) -> int:
    """Open the console, and return its exit code.

    Its engine starts first: it takes the longer of the two.

    The window lives in the package `ui`, which this one must not know: it is found by name, so
    that a machine without Qt's libraries can still play in the terminal.
    """
    log_to_file("window")
    report_crashes("window")
    engine = head_start(_journal(arguments))
    try:
        return _opened(arguments, engine)
    finally:
        if engine:
            engine.give_up()


def _opened(arguments: Sequence[str], engine: Starting | None) -> int:
    try:
        with importing():
            app = import_module("ui.app")
    except ImportError as error:
        sys.stderr.write(
            f"The window cannot be opened: {error}\n"
            "Install Qt's system libraries (“make run” does), "
            "or play in the terminal: showcase play chest-pain\n"
        )
        return 1
    code: int = app.run(arguments, engine)
    return code


def _journal(arguments: Sequence[str]) -> Path | None:
    """The journal that is asked for; the window reads the command line in full."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--journal", type=Path)
    try:
        known, _others = parser.parse_known_args(arguments)
    except argparse.ArgumentError:
        return None
    journal: Path | None = known.journal
    return journal
