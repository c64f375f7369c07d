"""The commands of ``showcase``: a new one is a function in its module, and a line in `COMMANDS`.

Commands need the engine, and the engine needs a second to import; ``showcase --help`` must not
wait for it. So only the command that is called is imported, and a line of help stands for the
others.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from showcase.cli.terminal import print_whatever_the_letters
from showcase.support.logs import log_to_stderr
from showcase.support.machine import version_line

_CUT = 130
"""Exit code of what Ctrl-C ended, as shells have it."""


class Entry(NamedTuple):
    """A command: where it is, and what it is good for."""

    module: str
    function: str
    help: str


COMMANDS: dict[str, Entry] = {
    "play": Entry("play", "play", "Play a story in the terminal."),
    "check": Entry("check", "check", "Lint story and cast files."),
    "ready": Entry("ready", "ready", "Ask every system of a cast whether it can play a story."),
    "cert": Entry("cert", "cert", "The booth's certificate authority: TLS for everybody (ITI-19)."),
    "standins": Entry("standins", "standins", "Keep the stand-ins up for anyone to talk to."),
    "watch": Entry("watch", "watch", "Tell every exchange seen; no story is played."),
    "wall": Entry("wall", "wall", "Show the wall of an engine on another machine."),
    "lookout": Entry("lookout", "lookout", "Let walls on other machines look on."),
    "runs": Entry("runs", "runs", "List the runs in the journal."),
    "show": Entry("runs", "show", "Show a run's hops, or one hop's request and response."),
    "replay": Entry("runs", "replay", "Tell a recorded run again."),
    "search": Entry("inspecting", "search", "Search all runs: patient, order, UID, any text."),
    "follow": Entry("inspecting", "follow", "Follow a value through all exchanges of a run."),
    "compare": Entry("inspecting", "compare", "Compare two hops, line by line."),
    "export": Entry("inspecting", "export", "Take a run away: raw files, or one HTML page."),
    "transactions": Entry("transactions", "transactions", "List the catalogue of transactions."),
    "schema": Entry("schema", "schema", "Print the JSON Schema of stories or casts, for editors."),
    "selftest": Entry("selftest", "selftest", "Check that this copy of the program is whole."),
    "bundle": Entry("bundle", "bundle", "Gather what helps to find a fault, as one file."),
    "engine": Entry("engine", "engine", "Run the engine alone, for windows to attach to."),
}
"""Every command, in the order of the help."""


def main() -> None:
    """Run the command that the command line names."""
    print_whatever_the_letters()
    log_to_stderr()
    named = [word for word in sys.argv[1:] if not word.startswith("-")]
    try:
        build(named[0] if named else "")(prog_name="showcase")
    except KeyboardInterrupt:  # while a command was still being imported
        raise SystemExit(_CUT) from None


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
