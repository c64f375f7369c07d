"""``showcase search``, ``follow``, ``compare``, ``export``: what people ask of recorded runs."""

import asyncio
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.text import Text

from showcase import disk
from showcase.cli.failing import BadArgument, failing
from showcase.cli.listing import Listing
from showcase.cli.recorded import JournalOption, RunArgument, opened
from showcase.cli.terminal import terminal
from showcase.explain.legible import legible
from showcase.inspector.files import NoSuchHop, files
from showcase.inspector.folder import InTheWay, into_folder, zipped
from showcase.inspector.following import followed
from showcase.inspector.page import page
from showcase.inspector.reading import compared
from showcase.inspector.recording import NothingRecorded, Recording, recording
from showcase.journal import Journal
from showcase.model.answers import Change, Difference, Found, Mention

_SHOWN = 72
"""Letters of a value that a line of a list has room for."""

_MARKS = {
    Change.ADDED: ("+", "green"),
    Change.REMOVED: ("-", "red"),
    Change.CHANGED: ("~", "yellow"),
}


def search(
    text: Annotated[
        list[str],
        typer.Argument(help="Patient, order, accession number, UID, address: any beginnings."),
    ],
    journal: JournalOption = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 30,
    json: Annotated[bool, typer.Option("--json", help="One find per line.")] = False,
) -> None:
    """Search all runs, newest first."""
    with failing():
        asyncio.run(_search(" ".join(text), journal, limit, json=json))


def follow(
    run: RunArgument,
    value: Annotated[str, typer.Argument(help="An identifier, or a name.")],
    journal: JournalOption = None,
    json: Annotated[bool, typer.Option("--json", help="One mention per line.")] = False,
) -> None:
    """Follow a value through all exchanges of a run, whatever the standard."""
    with failing():
        asyncio.run(_follow(run, value, journal, json=json))


def compare(
    hop: Annotated[str, typer.Argument(help="A hop's id, or RUN/NUMBER: last/7.")],
    other: Annotated[str, typer.Argument(help="The hop to compare it with.")],
    journal: JournalOption = None,
    json: Annotated[bool, typer.Option("--json", help="The whole comparison.")] = False,
) -> None:
    """Compare two hops, line by line. Exit 1 when they differ."""
    with failing():
        differ = asyncio.run(_compare(hop, other, journal, json=json))
        if differ:
            raise typer.Exit(1)


def export(
    run: RunArgument,
    to: Annotated[
        Path | None, typer.Option(help="A new folder, or FILE.zip: raw files with an index.")
    ] = None,
    html: Annotated[Path | None, typer.Option(help="One self-contained page.")] = None,
    hop: Annotated[
        list[str] | None, typer.Option(help="Only this hop, by number or id; may be repeated.")
    ] = None,
    journal: JournalOption = None,
) -> None:
    """Take a run away: as raw files with an index, or as one HTML page."""
    with failing():
        asyncio.run(_export(run, journal, to, html, hop or []))


async def _search(text: str, asked: Path | None, limit: int, *, json: bool) -> None:
    async with opened(asked) as journal:
        found = await journal.search(text, limit)
    if json:
        _lines(found)
        return
    if not found:
        terminal().print("Nothing found.")
        return
    headings = ("Run", "When", "Patient", "Exchange", "Found in", "Value")
    listing = Listing(*headings, whole=("Value",))
    for each in found:
        exchange = f"{each.transaction} {each.sender} → {each.receiver}" if each.hop else "the run"
        where = f"{each.kind}, {each.path}" if each.path else each.kind
        cells = (each.run, f"{each.at:%Y-%m-%d %H:%M}", each.patient, exchange, where, each.value)
        listing.add(*map(_text, cells))
    listing.show(terminal())


async def _follow(run: str, value: str, asked: Path | None, *, json: bool) -> None:
    async with opened(asked) as journal:
        mentions = await followed(journal, await journal.run_matching(run), value)
    if json:
        _lines(mentions)
        return
    if not mentions:
        terminal().print("It occurs in no exchange of this run.")
        return
    listing = Listing("Time", "Exchange", "Side", "Where", "As", whole=("As",))
    for each in mentions:
        where = each.path if each.stated else f"{each.path or 'bytes'} (at byte {each.offset})"
        exchange = f"{each.transaction} {each.sender} → {each.receiver}"
        cells = (f"{each.at:%H:%M:%S.%f}"[:-3], exchange, each.side.value, where, each.value)
        listing.add(*map(_text, cells))
    listing.show(terminal())


async def _compare(hop: str, other: str, asked: Path | None, *, json: bool) -> bool:
    async with opened(asked) as journal:
        ids = [await _hop_id(journal, each) for each in (hop, other)]
        try:
            found = await compared(journal, *ids)
        except KeyError as error:
            raise BadArgument(
                f"No hop {error.args[0]} has ended.", "Give a hop's id, or last/7 for a number."
            ) from error
    if json:
        typer.echo(msgspec.json.encode(found))
    else:
        _print_side("Request", found.request, same=found.same_request)
        _print_side("Response", found.response, same=found.same_response)
    return bool(found.request or found.response)


async def _hop_id(journal: Journal, asked: str) -> str:
    """A hop's id: as it is, or from RUN/NUMBER."""
    run, slash, number = asked.rpartition("/")
    if not slash:
        return asked
    hops = (await _recording(journal, run)).hops
    for hop in hops:
        if number in {str(hop.number), hop.event.hop}:
            return hop.event.hop
    raise BadArgument(f"The run has no hop {number}.", f"Give a number from 1 to {len(hops)}.")


def _print_side(title: str, differences: tuple[Difference, ...], *, same: bool) -> None:
    console = terminal()
    alike = "the same bytes" if same else "no difference that people would see"
    number = len(differences)
    many = f"{number} difference{'s' if number != 1 else ''}"
    console.print(Text(f"{title}: {many if differences else alike}"), style="bold")
    for each in differences:
        mark, colour = _MARKS[each.change]
        trail = " / ".join((*each.within, each.label))
        line = Text(f"  {mark} ", style=colour)
        line.append(legible(trail), style="default")
        sides = [side for side in (each.before, each.after) if side]
        line.append(f"  {legible(' → '.join(sides))}", style="dim")
        console.print(line, soft_wrap=True)


async def _export(
    run: str, asked: Path | None, to: Path | None, html: Path | None, hops: list[str]
) -> None:
    if (to is None) == (html is None):
        raise BadArgument("Where shall it go?", "Give --to FOLDER, --to FILE.zip or --html FILE.")
    async with opened(asked) as journal:
        whole = await _recording(journal, run)
        try:
            if html:
                await asyncio.to_thread(disk.replace, html, await page(journal, whole))
            elif to and to.suffix.lower() == ".zip":
                made = await zipped(files(journal, whole.start.run, hops), whole.began)
                await asyncio.to_thread(disk.replace, to, made)
            elif to:
                await into_folder(files(journal, whole.start.run, hops), to)
        except NoSuchHop as error:
            raise BadArgument(str(error), f"Give a number from 1 to {len(whole.hops)}.") from error
        except InTheWay as error:
            raise BadArgument(str(error), "Name a new folder.") from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise BadArgument(f"It cannot be written: {reason}.", "Name another place.") from error
    terminal().print(Text(f"Written: {to or html}"), soft_wrap=True)


async def _recording(journal: Journal, run: str) -> Recording:
    try:
        return recording(await journal.entries(await journal.run_matching(run)))
    except NothingRecorded as error:
        raise BadArgument(str(error), "“showcase runs” lists those that are whole.") from error


def _lines(answers: list[Found] | list[Mention]) -> None:
    for each in answers:
        typer.echo(msgspec.json.encode(each))


def _text(value: str) -> Text:
    shown = legible(" ".join(value.split()))
    return Text(shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…")
