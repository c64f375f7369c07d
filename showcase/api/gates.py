"""Which ports of ours are open."""

from collections.abc import Iterator

import msgspec

from showcase.standins.troupe import Troupe
from showcase.taps.tap import Tap
from showcase.wire.gate import Gate


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
