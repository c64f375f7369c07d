"""``showcase`` alone: opens the window."""

import sys
from importlib import import_module

from showcase.support.crash import report_crashes
from showcase.support.logs import log_to_file


def open_window(arguments: list[str]) -> int:
    """Open the console, and return its exit code.

    The window lives in the package `ui`, which this one must not know: it is found by name, so
    that a machine without Qt's libraries can still play in the terminal.
    """
    log_to_file("window")
    report_crashes("window")
    try:
        app = import_module("ui.app")
    except ImportError as error:
        sys.stderr.write(
            f"The window cannot be opened: {error}\n"
            "Install Qt's system libraries (“make run” does), "
            "or play in the terminal: showcase play chest-pain\n"
        )
        return 1
    code: int = app.run(arguments)
    return code
