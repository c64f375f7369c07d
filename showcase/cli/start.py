"""Where ``showcase`` starts: the window as fast as it can, or one of the commands.

Somebody who has clicked an icon waits for a picture, so nothing that only commands need is
imported on the way to the window: the command line's library, its terminal, structlog.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

from showcase.cli.commands import COMMANDS
from showcase.support.importing import importing, importing_an_engine
from showcase.support.logs import log_to_stderr

_CUT = 130
"""Exit code of what Ctrl-C ended, as shells have it."""

_TOLD = ("--help", "--version")
"""What is answered in the terminal."""


def main() -> None:
    """Open the window, or run the command that the command line names."""
    print_whatever_the_letters()
    log_to_stderr()
    words = sys.argv[1:]
    try:
        if is_for_window(words):
            sys.exit(import_module("showcase.cli.console").open_window(words))
        with importing_an_engine() if words[:1] == ["engine"] else importing():
            command = import_module("showcase.cli.app").read(words)
        command()
    except KeyboardInterrupt:  # while a command was still being imported
        raise SystemExit(_CUT) from None


def is_for_window(words: Sequence[str]) -> bool:
    """Whether a command line asks for the window: it names no command, and asks nothing."""
    return all(word.startswith("-") for word in words[:1]) and not any(
        word in COMMANDS or word in _TOLD for word in words
    )


def print_whatever_the_letters() -> None:
    """Have letters that a terminal's encoding lacks printed as “?” rather than end the command."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
