"""The terminal that a command prints to."""

import sys
from contextlib import suppress
from errno import EPIPE

from rich.console import Console

_PIPED = 200
"""Columns where nobody looks: a file or a pipe must not be cut to the 80 that rich assumes."""


class _Terminal(Console):
    def on_broken_pipe(self) -> None:
        """Say that nobody reads any more, so that whoever prints can end in order.

        The `SystemExit` of rich, raised inside a task, would tear down the event loop around a
        journal that is still being written.
        """
        with suppress(SystemExit):
            super().on_broken_pipe()
        raise BrokenPipeError(EPIPE, "nobody reads any more")


def terminal() -> Console:
    """A console as wide as the terminal; wide enough for everything where there is none."""
    return _Terminal(width=None if sys.stdout.isatty() else _PIPED)
