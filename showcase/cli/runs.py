"""``showcase runs``, ``showcase show``, ``showcase replay``: what the journal holds."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from showcase.cli.failing import BadArgument, failing
from showcase.cli.listing import Listing
from showcase.cli.recorded import JournalOption, RunArgument, opened
from showcase.cli.teller import Teller, milliseconds
from showcase.cli.terminal import terminal
from showcase.explain.legible import legible
from showcase.explain.readers import explain
from showcase.inspector.reading import kept
from showcase.journal.replay import replay as replayed
from showcase.model.events import Entry, HopEnded, to_json
from showcase.model.node import as_text
from showcase.wire.clock import SystemClock


def runs(
    journal: JournalOption = None,
    json: Annotated[bool, typer.Option("--json", help="One run per line.")] = False,
) -> None:
    """List the runs in the journal, newest first."""
    with failing():
        asyncio.run(_runs(journal, json=json))


def show(
    run: RunArgument,
    hop: Annotated[
        str, typer.Argument(help="A hop's number in the run, or its id; all when not given.")
    ] = "",
    journal: JournalOption = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="The recorded bytes, request then response.")
    ] = False,
    part: Annotated[str, typer.Option(help="With --raw: only “request” or only “response”.")] = "",
) -> None:
    """Show a run's hops; or one hop's request and response, as text or bytes."""
    with failing():
        asyncio.run(_show(run, hop, journal, raw=raw, part=part))


def replay(
    run: RunArgument,
    journal: JournalOption = None,
    speed: Annotated[float, typer.Option(help="1: as it was; 0: at once.")] = 1.0,
    json: Annotated[bool, typer.Option("--json", help="One event per line.")] = False,
) -> None:
    """Tell a recorded run again."""
    with failing():
        asyncio.run(_replay(run, journal, speed, json=json))


async def _runs(asked: Path | None, *, json: bool) -> None:
    async with opened(asked) as journal:
        briefs = await journal.runs()
    if json:
        for brief in briefs:
            typer.echo(msgspec.json.encode(brief))
        return
    console = terminal()
    if not briefs:
        console.print("No run yet. Play one: showcase play chest-pain")
        return
    listing = Listing("Run", "Story", "Patient", "Hops", "Outcome")
    for brief in briefs:
        outcome = "held" if brief.held else "did not hold" if brief.ended else "was cut short"
        hops = f"{brief.acknowledged} of {brief.hops} acknowledged"
        outcome += "; its bytes were let go" if brief.bare else ""
        listing.add(brief.run, brief.title, brief.patient, hops, outcome)
    listing.show(console)


async def _show(run: str, hop: str, asked: Path | None, *, raw: bool, part: str) -> None:
    if part not in ("", "request", "response"):
        raise BadArgument(f"There is no part {part}.", "Say request or response.")
    async with opened(asked) as journal:
        entries = await journal.entries(await journal.run_matching(run))
        if not hop:
            _list_hops(entries)
            return
        ended = _hop(entries, hop)
        blobs = {name: await kept(journal, name) for name in _digests(ended)}
    exchange = ended.exchange
    request, response = blobs[exchange.request], blobs[exchange.response]
    if raw:
        chosen = {"request": request, "response": response}.get(part, request + response)
        sys.stdout.buffer.write(chosen)
        return
    console = terminal()
    _say_how_it_went(console, ended)
    for name, data in (("Request", request), ("Response", response)):
        console.print(Text(f"\n{name}, {len(data)} bytes"), style="bold")
        console.print(Text(as_text(explain(exchange.transport, data))), soft_wrap=True)


def _say_how_it_went(console: Console, ended: HopEnded) -> None:
    verdict, took = ended.verdict, milliseconds(ended.exchange.milliseconds)
    ends = f"{ended.sender} → {ended.receiver}"
    head = "  ".join(each for each in (ended.transaction, ends, took, verdict.outcome) if each)
    console.print(Text(legible(head)), style="bold", soft_wrap=True)
    for line in (verdict.status, verdict.words, verdict.remedy):
        if line:
            console.print(Text(legible(line)), soft_wrap=True)


def _digests(ended: HopEnded) -> set[str]:
    return {ended.exchange.request, ended.exchange.response}


def _list_hops(entries: list[Entry]) -> None:
    teller = Teller(terminal())
    for entry in entries:
        teller.apply(entry)
    teller.close()


def _hop(entries: list[Entry], asked: str) -> HopEnded:
    """A hop by its id, or by its number as `Teller` counts (audit records apart)."""
    ended = [entry.event for entry in entries if isinstance(entry.event, HopEnded)]
    told = [hop for hop in ended if hop.transaction != "ITI-20"]
    if asked.isdecimal() and 1 <= int(asked) <= len(told):
        return told[int(asked) - 1]
    for hop in ended:
        if hop.hop == asked:
            return hop
    raise BadArgument(f"The run has no hop {asked}.", f"Give a number from 1 to {len(told)}.")


async def _replay(run: str, asked: Path | None, speed: float, *, json: bool) -> None:
    async with opened(asked) as journal:
        run_id = await journal.run_matching(run)
        teller = Teller(terminal())
        async for entry in replayed(journal, run_id, speed=speed, clock=SystemClock()):
            if json:
                sys.stdout.buffer.write(to_json(entry) + b"\n")
            else:
                teller.apply(entry)
        teller.close()
