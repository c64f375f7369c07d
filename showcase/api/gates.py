"""Which ports of ours are open; and why one is not."""

import errno
from collections.abc import Iterator, Sequence

import msgspec

from showcase.api.stagehand import Refused
from showcase.model.events import Noticed
from showcase.standins.troupe import Troupe
from showcase.taps.tap import Tap
from showcase.wire.gate import Gate

_NAMED = 3
"""Stand-ins that are named one by one; of more, staff are told how many."""


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


def cannot_listen(error: OSError) -> Refused:
    """Why a port could not be opened, for staff."""
    said = error.strerror or str(error)
    if error.errno == errno.EADDRINUSE:
        return Refused(
            f"A port that the cast asks for is taken: {said}.",
            "Stop the other program, or write another port into the cast.",
        )
    return Refused(
        f"Nobody can listen there: {said}.",
        "Name an address of this machine, such as 127.0.0.1 or 0.0.0.0, and a port above 1023.",
    )


def elsewhere(titles: Sequence[str]) -> Noticed:
    """Stand-ins that do not listen where vendors expect them, for staff."""
    who = " and ".join(titles) if len(titles) <= _NAMED else f"{len(titles)} stand-ins"
    listen = "listens" if len(titles) == 1 else "listen"
    return Noticed(
        words=f"Usual ports are taken: {who} {listen} elsewhere.",
        remedy="Is another copy of Showcase running? Vendors expect the usual ports.",
        level="warning",
    )
