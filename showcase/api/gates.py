"""Which ports of ours are open, and whom a cast lets expect there."""

import asyncio
from collections.abc import Iterator

import msgspec

from showcase.standins.book import hosts_of
from showcase.standins.troupe import Troupe
from showcase.story.cast import Cast
from showcase.taps.tap import Tap
from showcase.wire.porter import Gate

_RESOLVING = 3.0
"""Seconds that the names in a cast may take, together; there may be no DNS on the floor."""


class OpenGate(msgspec.Struct, frozen=True, kw_only=True):
    """A port that listens.

    Attributes:
        title: What people call whoever listens there.
        address: ``host:port``.
        gate: Who has come.
        tap: Whether it leads on to somebody else.
    """

    role: str
    title: str
    protocol: str
    address: str
    gate: Gate
    tap: bool = False


def open_gates(troupe: Troupe, taps: tuple[Tap, ...]) -> Iterator[OpenGate]:
    """Every open port of the stand-ins, and of the taps."""
    for role in troupe.book.programme.roles:
        stand_in = troupe.stand_in(role.key)
        if stand_in is None or role.key not in troupe.book.stand_ins:
            continue
        seen = troupe.book.from_outside(troupe.book.stand_ins[role.key])
        for protocol, (host, port) in seen.endpoints.places().items():
            yield OpenGate(
                role=role.key,
                title=role.title,
                protocol=protocol,
                address=f"{host}:{port}",
                gate=stand_in.gate(protocol.removesuffix("_tls")),
            )
    titles = {role.key: role.title for role in troupe.book.programme.roles}
    for tap in taps:
        yield OpenGate(
            role=tap.receiver,
            title=titles.get(tap.receiver, tap.receiver),
            protocol=tap.protocol,
            address=tap.address,
            gate=tap.gate,
            tap=True,
        )


async def expected_hosts(casting: Cast) -> frozenset[str]:
    """The addresses of every system that a cast names, names resolved as far as that goes."""
    hosts = {host for system in casting.systems.values() for host in hosts_of(system)}
    found: set[str] = set(hosts)
    asked = [asyncio.ensure_future(_resolved(host)) for host in hosts]
    if asked:
        done, late = await asyncio.wait(asked, timeout=_RESOLVING)
        for each in late:
            each.cancel()
        found = found.union(*(each.result() for each in done))
    return frozenset(found)


async def _resolved(host: str) -> set[str]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None)
    except (OSError, UnicodeError):  # readiness tells of a name that nobody knows
        return set()
    return {str(address[0]) for *_, address in found}
