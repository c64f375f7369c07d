"""``showcase ready``: asks every system that a cast names whether it can play."""

import asyncio
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.markup import escape
from rich.text import Text

from showcase.api.identity import identity_of
from showcase.cli.failing import failing
from showcase.cli.listing import Listing
from showcase.cli.places import certificates_path
from showcase.cli.terminal import terminal
from showcase.client.door import alive, read_door
from showcase.client.engine import EngineClient
from showcase.client.failure import EngineRefused
from showcase.explain.legible import legible
from showcase.model.readiness import Check, CheckState, ReadinessReport
from showcase.readiness.survey import survey
from showcase.story.cast import Cast, load_cast
from showcase.story.fault import Faults
from showcase.story.loader import Story, load_story
from showcase.wire.clock import SystemClock

_CUT = 130
"""Exit code of what Ctrl-C ended, as shells have it."""

_LOOKS = {
    CheckState.READY: ("ready", "green"),
    CheckState.WARNING: ("look at it", "yellow"),
    CheckState.FAILED: ("NOT READY", "bold red"),
    CheckState.SKIPPED: ("not asked", "dim"),
}
"""Told by words as much as by colour: a print-out has none."""


def ready(
    story: Annotated[str, typer.Argument(help="A story's name, folder or file.")] = "chest-pain",
    cast: Annotated[str, typer.Option(help="Cast file: who plays which role.")] = "",
    json: Annotated[bool, typer.Option("--json", help="The report as JSON, nothing else.")] = False,
) -> None:
    """Ask every system of a cast whether it can play a story; nothing is changed anywhere.

    Exit 0 when everything is ready, 1 when stand-ins will play, 2 for a bad story or cast. Ctrl-C
    stops asking and tells what is known by then; exit 130.
    """
    asked = Asked(cast)
    with failing():
        try:
            report, code = asyncio.run(_ask(story, asked, quiet=json)), None
        except KeyboardInterrupt:
            report, code = asked.so_far(), _CUT
    if json:
        typer.echo(msgspec.json.format(msgspec.json.encode(report)))
    else:
        show(report, terminal())
    raise typer.Exit(code or (0 if report.ready else 1))


class Asked:
    """What is known of a survey that is still under way."""

    def __init__(self, cast: str) -> None:
        """Nobody has been asked yet."""
        self.cast = cast
        self._clock = SystemClock()
        self._at, self._began = self._clock.now(), self._clock.monotonic()
        self.story = ""
        self.checks: list[Check] = []

    def so_far(self) -> ReadinessReport:
        """The report of a survey that was stopped: nothing is ready that was not asked."""
        answers = f"{len(self.checks)} answer{'s' * (len(self.checks) != 1)}"
        return ReadinessReport(
            story=self.story,
            cast=self.cast,
            at=self._at,
            milliseconds=round((self._clock.monotonic() - self._began) * 1e3, 1),
            verdict=f"Stopped after {answers}, before everybody was asked.",
            ready=False,
            roles=(),
            checks=tuple(self.checks),
        )


async def _ask(story: str, asked: Asked, *, quiet: bool) -> ReadinessReport:
    cast = asked.cast
    loaded, casting = _load(story, cast)
    asked.story = loaded.key
    with Console(stderr=True, quiet=quiet).status("Asking everybody…") as status:
        if report := await _by_engine(story, cast):
            return report
        clock = SystemClock()

        def told(check: Check) -> None:
            asked.checks.append(check)
            asking = f"{check.system}: {check.subject}, {check.question}…"
            status.update(escape(legible(asking)))

        return await survey(
            loaded.programme(),
            casting,
            identity=await identity_of(casting, certificates_path(), clock),
            clock=clock,
            cast=cast,
            told=told,
        )


def _load(story: str, cast: str) -> tuple[Story, Cast]:
    loaded = load_story(story)
    casting = load_cast(cast) if cast else Cast()
    if faults := casting.check(loaded.programme()):
        raise Faults(faults)
    return loaded, casting


async def _by_engine(story: str, cast: str) -> ReadinessReport | None:
    """The report of the engine that runs already: it knows which ports it holds itself."""
    door = read_door()
    if door is None or not await alive(door):
        return None
    try:
        async with EngineClient(door) as client:
            return await client.readiness(_absolute(story), _absolute(cast))
    except EngineRefused:  # an older one, perhaps
        return None


def _absolute(named: str) -> str:
    """A file as the engine finds it, which was started elsewhere; a name stays a name."""
    path = Path(named)
    return str(path.resolve()) if named and path.exists() else named


def show(report: ReadinessReport, console: Console) -> None:
    """Print a report: what was found, then what is to be done, then the verdict."""
    if report.checks:
        _found(report.checks).show(console)
    if todo := [each for each in report.checks if each.job]:
        _todo(todo).show(console)
    took = f"{report.milliseconds / 1e3:.1f} s"
    console.print(f"{report.at.astimezone():%a %d %b %Y %H:%M}, asked in {took}.", style="dim")
    console.print(Text(report.verdict, style="bold green" if report.ready else "bold red"))


def _found(checks: tuple[Check, ...]) -> Listing:
    headings = ("System", "Role", "What", "Question", "Address", "State", "ms", "Found")
    listing = Listing(*headings, whole=("Address", "State"), right=("ms",), title="Found")
    for each in checks:
        words, style = _LOOKS[each.state]
        row = (each.system, each.role, each.subject, each.question, each.address)
        took = f"{each.milliseconds:.0f}" if each.milliseconds else ""
        listing.add(*row, Text(words, style=style), took, each.words)
    return listing


def _todo(checks: list[Check]) -> Listing:
    listing = Listing("Who", "System", "What is wrong", "What to do", title="To do")
    for each in checks:
        listing.add(each.job or "", each.system, each.words, each.remedy)
    return listing
