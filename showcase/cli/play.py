"""``showcase play``: a run without a window."""

import asyncio
import sys
from contextlib import AsyncExitStack
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from showcase.api.engine import Engine
from showcase.api.stagehand import Refused
from showcase.cli.failing import failing
from showcase.cli.going_back import Back, InFlight, can_ask, go_back
from showcase.cli.teller import Teller
from showcase.cli.terminal import terminal
from showcase.cli.workplace import workplace
from showcase.journal.journal import Journal
from showcase.model.answers import RunWanted
from showcase.model.events import Entry, RunEnded, to_json
from showcase.wire.clock import SystemClock


class Pace(StrEnum):
    """How fast a run is played."""

    FAST = "fast"
    SHOW = "show"


def play(  # noqa: PLR0913, PLR0917 - one for each option
    story: Annotated[str, typer.Argument(help="A story's name, folder or file.")],
    cast: Annotated[str, typer.Option(help="Cast file: who plays which role.")] = "",
    cut: Annotated[str, typer.Option(help="Name of a shorter cut of the story.")] = "",
    journal: Annotated[
        Path | None, typer.Option(help="Journal file; the user's own when not given.")
    ] = None,
    pace: Annotated[
        Pace, typer.Option(help="fast: nothing waits; show: with the story's pauses.")
    ] = Pace.FAST,
    language: Annotated[
        str, typer.Option(help="Language of the story's texts, such as de; its own when not given.")
    ] = "",
    patience: Annotated[
        float,
        typer.Option(min=0.0, help="Seconds that a cue waits for the human at a vendor's system."),
    ] = 120.0,
    open_house: Annotated[
        bool, typer.Option("--open-house", help="Let in callers whom the cast does not name.")
    ] = False,
    resume: Annotated[
        str, typer.Option(help="Go on with a run that was cut off: its id, or “last”.")
    ] = "",
    in_flight: Annotated[
        InFlight, typer.Option(help="With --resume: what becomes of a step that was under way.")
    ] = InFlight.ASK,
    json: Annotated[
        bool, typer.Option("--json", help="One event per line on standard output, nothing else.")
    ] = False,
) -> None:
    """Play a story in the terminal. Exit 0 when every cue held, 1 when not, 2 for a bad story."""
    with failing():
        if resume:
            can_ask(in_flight)
        ended = asyncio.run(
            _play(
                RunWanted(
                    story=story, cast=cast, cut=cut, fast=pace is Pace.FAST, language=language
                ),
                journal,
                patience=patience,
                open_house=open_house,
                json=json,
                back=Back(run=resume, in_flight=in_flight) if resume else None,
            )
        )
    raise typer.Exit(0 if ended.held else 1)


async def _play(
    wanted: RunWanted,
    journal_file: Path | None,
    *,
    patience: float,
    open_house: bool,
    json: bool,
    back: Back | None,
) -> RunEnded:
    async with AsyncExitStack() as stack:
        place = await stack.enter_async_context(workplace(journal_file))
        journal = place.journal
        engine = Engine(
            journal,
            SystemClock(),
            place.store,
            place.certificates,
            open_house=open_house,
            on_stage=place.on_stage,
        )
        stack.push_async_callback(engine.close)
        before = await journal.last_seq()
        if back:
            await go_back(engine, place, wanted, back)
        else:
            await engine.start_run(
                wanted.story,
                cast=wanted.cast,
                cut=wanted.cut,
                fast=wanted.fast,
                language=wanted.language,
            )
        breath = 0.0 if wanted.fast else 1.5
        try:
            async with asyncio.TaskGroup() as together:
                together.create_task(_tell(journal, before, json=json))
                playing = together.create_task(
                    engine.play_through(breath=breath, patience=patience)
                )
        except* (Refused, BrokenPipeError) as several:
            # either ends the other; what ended first is what people can be told
            first = several.exceptions[0]
        else:
            return playing.result()
        raise first


async def _tell(journal: Journal, after: int, *, json: bool) -> None:
    """Tell every entry until the run has ended."""
    teller = Teller(terminal())
    try:
        async for entry in journal.subscribe(after):
            if json:
                _print_json(entry)
            else:
                teller.apply(entry)
            if isinstance(entry.event, RunEnded):
                return
    finally:
        teller.close()


def _print_json(entry: Entry) -> None:
    sys.stdout.buffer.write(to_json(entry) + b"\n")
    sys.stdout.buffer.flush()
