"""The terminal that a command prints to."""

import sys

from rich.console import Console

_PIPED = 200
"""Columns where nobody looks: a file or a pipe must not be cut to the 80 that rich assumes."""


def terminal() -> Console:
    """A console as wide as the terminal; wide enough for everything where there is none."""
    return Console(width=None if sys.stdout.isatty() else _PIPED)
