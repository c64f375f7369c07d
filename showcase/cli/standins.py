"""``showcase standins``: keeps the stand-ins up for anyone to talk to."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from showcase.api.engine import Engine
from showcase.cli.failing import failing
from showcase.cli.places import certificates_path, journal_path, store_path
from showcase.cli.teller import Teller
from showcase.cli.terminal import terminal
from showcase.journal.journal import Journal, open_journal
from showcase.model.system import System
from showcase.standins.book import Book
from showcase.wire.clock import SystemClock


class Door(msgspec.Struct, frozen=True, kw_only=True):
    """One address of one stand-in, as it is printed.

    Attributes:
        name: AE title, or application and facility; empty where the protocol has no such name.
        url: For SOAP: where the transaction is taken.
        transaction: For SOAP: which one.
    """

    role: str
    protocol: str
    host: str
    port: int
    name: str = ""
    url: str = ""
    transaction: str = ""


def standins(
    story: Annotated[str, typer.Option(help="The story whose systems are played.")] = "chest-pain",
    cast: Annotated[str, typer.Option(help="Cast file: ports, and who plays which role.")] = "",
    only: Annotated[list[str] | None, typer.Option(help="Only these roles.")] = None,
    host: Annotated[str, typer.Option(help="Interface to listen on.")] = "127.0.0.1",
    journal: Annotated[
        Path | None, typer.Option(help="Journal file; the user's own when not given.")
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="One address per line on standard output.")
    ] = False,
) -> None:
    """Keep the stand-ins up until Ctrl-C, and print where each listens."""
    with failing():
        asyncio.run(_stay(story, cast, only or [], host, journal, json=json))


async def _stay(
    story: str, cast: str, only: list[str], host: str, journal_file: Path | None, *, json: bool
) -> None:
    async with AsyncExitStack() as stack:
        path = journal_path(journal_file)
        journal = await stack.enter_async_context(await open_journal(path, SystemClock()))
        engine = Engine(journal, SystemClock(), store_path(path), certificates_path())
        stack.push_async_callback(engine.close)
        troupe = await engine.open_house(story, cast=cast, only=only, host=host)
        console = terminal()
        _print_doors(troupe.book, console, json=json)
        await _watch(journal, console, json=json)


async def _watch(journal: Journal, console: Console, *, json: bool) -> None:
    """Tell whatever happens, until somebody ends the program."""
    teller = Teller(console)
    async for entry in journal.subscribe():
        if not json:
            teller.apply(entry)


def _print_doors(book: Book, console: Console, *, json: bool) -> None:
    doors = [door for system in book.stand_ins.values() for door in doors_of(system)]
    if json:
        for door in doors:
            typer.echo(msgspec.json.encode(door).decode())
        return
    table = Table(title="Stand-ins", title_justify="left", box=None, header_style="bold")
    for heading in ("Role", "Protocol", "Address", "Name, or transaction and URL"):
        table.add_column(heading, no_wrap=True)
    for door in doors:
        name = f"{door.transaction}  {door.url}" if door.url else door.name
        table.add_row(door.role, door.protocol, f"{door.host}:{door.port}", name)
    console.print(table)
    console.print("Ctrl-C ends.", style="dim")


def doors_of(system: System) -> list[Door]:
    """Every address at which a stand-in listens."""
    ends, role = system.endpoints, system.key
    doors: list[Door] = []
    if mllp := ends.hl7v2:
        name = f"{mllp.application}|{mllp.facility}"
        doors.append(
            Door(role=role, protocol="HL7 v2 MLLP", host=mllp.host, port=mllp.port, name=name)
        )
    if entity := ends.dicom:
        doors.append(
            Door(
                role=role,
                protocol="DICOM",
                host=entity.host,
                port=entity.port,
                name=entity.ae_title,
            )
        )
    for transaction, url in (ends.soap.urls if ends.soap else {}).items():
        host, _, port = url.split("/")[2].rpartition(":")
        doors.append(
            Door(
                role=role,
                protocol="SOAP",
                host=host,
                port=int(port),
                url=url,
                transaction=transaction,
            )
        )
    if syslog := ends.syslog:
        ports = (("Syslog UDP", syslog.port), ("Syslog TLS", syslog.tls_port))
        doors.extend(
            Door(role=role, protocol=protocol, host=syslog.host, port=port)
            for protocol, port in ports
            if port
        )
    return doors
