"""``showcase cert``: the booth's certificate authority."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.text import Text

from showcase.cli.failing import BadArgument, failing
from showcase.cli.listing import Listing
from showcase.cli.places import certificates_path
from showcase.cli.terminal import terminal
from showcase.model.certificates import Certificate
from showcase.wire.authority import DAYS, Authority, BadName
from showcase.wire.clock import SystemClock


class Action(StrEnum):
    """What to do."""

    INIT = "init"
    ISSUE = "issue"
    LIST = "list"


def cert(
    action: Annotated[
        Action,
        typer.Argument(help="init: create the authority; issue: a certificate; list: all of them."),
    ],
    name: Annotated[str, typer.Argument(help="Whose certificate to issue: acme.")] = "",
    host: Annotated[
        list[str] | None,
        typer.Option(help="Address or host name it stands for; may be given several times."),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(help="Folder to hand over: certificate, key and authority.crt."),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="One certificate per line on standard output.")
    ] = False,
) -> None:
    """Create the booth's certificate authority, issue certificates for two weeks, list them."""
    with failing():
        authority = Authority(certificates_path(), SystemClock())
        try:
            _act(action, authority, name, host or [], to, json=json)
        except OSError as error:
            raise BadArgument(
                f"{error.filename or 'A file'}: {error.strerror or error}.",
                "Give a folder that can be written.",
            ) from error


def _act(
    action: Action,
    authority: Authority,
    name: str,
    hosts: list[str],
    to: Path | None,
    *,
    json: bool,
) -> None:
    match action:
        case Action.INIT:
            there = authority.exists
            typer.echo(f"{'It exists' if there else 'Created'}: {authority.create()}")
            typer.echo("Whoever shall trust our stand-ins imports this file.")
        case Action.ISSUE:
            _issue(authority, name, hosts, to)
        case Action.LIST:
            _list(authority.list(), json=json)


def _issue(authority: Authority, name: str, hosts: list[str], to: Path | None) -> None:
    if not name:
        raise BadArgument("The name is missing.", "Say whose it is: showcase cert issue acme.")
    try:
        issued = authority.issue(name, hosts, to=to)
    except BadName as error:
        raise BadArgument(
            f"“{name}” cannot be a file's name.", "Use letters, digits, dots and hyphens."
        ) from error
    except ValueError as error:
        raise BadArgument(f"{error}.", "Give addresses or host names with --host.") from error
    typer.echo(f"Certificate, good for {DAYS} days: {issued.certificate}")
    typer.echo(f"Its private key, for its owner alone: {issued.key}")
    trusted = to / "authority.crt" if to else authority.certificate
    typer.echo(f"What it has to trust: {trusted}")


def _list(issued: tuple[Certificate, ...], *, json: bool) -> None:
    if json:
        for each in issued:
            typer.echo(msgspec.json.encode(each))
        return
    if not issued:
        typer.echo("There is no authority yet: “showcase cert init” creates it.")
        return
    headings = ("Name", "Days left", "Until", "Stands for", "File")
    listing = Listing(*headings, whole=("File",), title="Certificates")
    for each in issued:
        left = str(each.days_left) if each.days_left >= 0 else "expired"
        style = "red" if each.days_left < 0 else "yellow" if each.days_left < 3 else ""
        until = f"{each.until:%d %b %Y}"
        days = Text(left, style=style)
        listing.add(each.name, days, until, ", ".join(each.hosts), str(each.file))
    listing.show(terminal())
