"""Where one can talk to us: stand-ins and taps, as they are printed."""

from collections.abc import Iterable

import msgspec
import typer
from rich.console import Console

from showcase.cli.listing import Listing
from showcase.model.system import System
from showcase.standins.book import Book
from showcase.taps.tap import Tap
from showcase.wire.addresses import LOOPBACK, everywhere, told

_PROTOCOLS = {"hl7v2": "HL7 v2 MLLP", "dicom": "DICOM", "soap": "SOAP"}


class Door(msgspec.Struct, frozen=True, kw_only=True):
    """One address of one stand-in, or of a tap, as it is printed.

    Attributes:
        name: AE title, or application and facility; empty where the protocol has no such name.
        url: For SOAP: where the transaction is taken.
        transaction: For SOAP: which one.
        tap: For a tap: who is given the address, and to whom it leads.
    """

    role: str
    protocol: str
    host: str
    port: int
    name: str = ""
    url: str = ""
    transaction: str = ""
    tap: str = ""


def print_doors(book: Book, taps: Iterable[Tap], console: Console, *, json: bool) -> None:
    """A table, and from where one reaches it; or one door per line."""
    doors = (*doors_of_all(book), *doors_of_taps(taps))
    if json:
        for door in doors:
            typer.echo(msgspec.json.encode(door))
        return
    headings = ("Role", "Protocol", "Address", "Name, or transaction and URL")
    listing = Listing(*headings, whole=headings, title="Stand-ins and taps")
    for door in doors:
        name = f"{door.transaction}  {door.url}" if door.url else door.name
        said = "  ".join(each for each in (name, door.tap) if each)
        listing.add(door.role, door.protocol, f"{door.host}:{door.port}", said)
    listing.show(console)
    console.print(f"{reach(book.interface)} Ctrl-C ends.", style="dim", soft_wrap=True)


def reach(interface: str) -> str:
    """From where a listener at `interface` is reached, in a sentence."""
    first, *more = everywhere(interface) or ("",)
    if not first:
        return "This machine is in no network: only programs on it reach these."
    if first == LOOPBACK:
        return "Only programs on this machine reach these; --host 0.0.0.0 lets the network in."
    if more:
        return f"Whoever does not reach {first} may reach this machine at {' or '.join(more)}."
    return f"Whoever reaches {first} reaches these."


def doors_of_all(book: Book) -> list[Door]:
    """Every address at which any stand-in listens."""
    return [
        door for system in book.stand_ins.values() for door in doors_of(book.from_outside(system))
    ]


def doors_of_taps(taps: Iterable[Tap]) -> list[Door]:
    """Every tap: its sender enters this address in place of the receiver's own."""
    return [
        Door(
            role=tap.receiver,
            protocol=_PROTOCOLS[tap.protocol],
            host=told(tap.host),
            port=tap.port,
            transaction=transaction,
            url=url,
            tap=_leads(tap),
        )
        for tap in taps
        for transaction, url in (tap.urls or {"": ""}).items()
    ]


def _leads(tap: Tap) -> str:
    """Who is given a tap, and where it leads."""
    target = tap.target
    where = f", leads to {target.host}:{target.port}" if target else ""
    return f"tap for {tap.sender or 'anybody'}{where}"


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
