"""How a command ends when it cannot do what it was asked: every fault on a line, exit 2."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from showcase.api.stagehand import Refused
from showcase.journal.damage import JournalUnusable
from showcase.journal.journal import NoSuchRun
from showcase.story.fault import Faults

_BAD = 2


class BadArgument(Exception):
    """An argument that names nothing.

    Attributes:
        words: What is wrong with it.
        remedy: What to give instead.
    """

    def __init__(self, words: str, remedy: str) -> None:
        """Keep both texts."""
        super().__init__(words)
        self.words = words
        self.remedy = remedy


@contextmanager
def failing() -> Iterator[None]:
    """Turn what people can mend into lines on standard error and exit code 2."""
    try:
        yield
    except Faults as faults:
        for fault in faults.faults:
            print(fault, file=sys.stderr)  # noqa: T201 - this is the command's answer
    except (Refused, BadArgument) as error:
        print(f"{error.words} {error.remedy}", file=sys.stderr)  # noqa: T201 - as above
    except (NoSuchRun, JournalUnusable) as error:
        print(error, file=sys.stderr)  # noqa: T201 - as above
    except (KeyboardInterrupt, asyncio.CancelledError):
        raise typer.Exit(130) from None
    else:
        return
    raise typer.Exit(_BAD)
