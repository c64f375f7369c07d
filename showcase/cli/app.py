"""The commands of ``showcase``, read from the command line.

Commands need the engine, and the engine needs a second to import; ``showcase --help`` must not
wait for it. So only the command that is called is imported, and a line of help stands for the
others.
"""

import logging
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from showcase.cli.commands import COMMANDS, Entry
from showcase.support.machine import version_line
from showcase.support.structured import structured


def read(words: list[str]) -> Callable[[], None]:
    """Import the command that the command line names; what is returned runs it."""
    structured(logging.WARNING)
    named = [word for word in words if not word.startswith("-")]
    return partial(build(named[0] if named else ""), words, prog_name="showcase")


def build(called: str) -> typer.Typer:
    """The application, ready to run one of its commands.

    Args:
        called: The command that will run; the others are there for the help only.
    """
    app = typer.Typer(
        help="Plays a patient's journey with real HL7 v2, DICOM and IHE XDS transactions. "
        "Alone, it opens the window.",
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback(invoke_without_command=True)(_alone)
    for name, entry in COMMANDS.items():
        command = _load(entry) if name == called else _placeholder
        app.command(name, help=None if name == called else entry.help)(command)
    return app


def _alone(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    story: Annotated[str | None, typer.Option(help="Window: put this story on stage.")] = None,
    cut: Annotated[str | None, typer.Option(help="Window: a shorter cut of it.")] = None,
    cast: Annotated[Path | None, typer.Option(help="Window: who plays which role.")] = None,
    wall: Annotated[bool, typer.Option("--wall", help="Window: open the wall, too.")] = False,
    replay: Annotated[str | None, typer.Option(help="Window: draw a recorded run.")] = None,
    language: Annotated[str | None, typer.Option(help="Window: en or de.")] = None,
    light: Annotated[bool, typer.Option("--light", help="Window: dark on light.")] = False,
    journal: Annotated[Path | None, typer.Option(help="Window: a journal of its own.")] = None,
) -> None:
    del story, cut, cast, wall, replay, language, light, journal  # `context` holds them all
    if version:
        typer.echo(version_line())
        raise typer.Exit
    if context.invoked_subcommand is None:
        open_window: Callable[[list[str]], int] = _load(Entry("console", "open_window", ""))
        raise typer.Exit(open_window(_window_options(context)))


def _window_options(context: typer.Context) -> list[str]:
    """What the window shall know, as it reads its own command line."""
    options: list[str] = []
    for name, value in context.params.items():
        if name == "version" or value is None or value is False:
            continue
        options += [f"--{name}"] if value is True else [f"--{name}", str(value)]
    return options


def _load(entry: Entry) -> Callable[..., int]:
    function: Callable[..., int] = getattr(
        import_module(f"showcase.cli.{entry.module}"), entry.function
    )
    return function


def _placeholder() -> None:
    raise AssertionError("a command was called that `build` did not load")
