"""Damaged requests against every port: what each is answered, and what they leave behind."""

import asyncio
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from showcase.protocols.dicom.pdu import Framer, values
from showcase.wire.failure import Garbled
from tests.torture.house import House
from tests.torture.mutation import mutate
from tests.torture.scale import Scale
from tests.torture.seeds import Seed
from tests.torture.talking import Reply, post, say

_AT_ONCE = 4


@dataclass
class Findings:
    """What went wrong, each with the name by which it can be repeated.

    Attributes:
        patience: Seconds after which a port that has not answered hangs.
    """

    patience: float
    tried: int = 0
    answered: int = 0
    closed: int = 0
    hung: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    seconds: float = 0.0
    _ends: list[tuple[str, int]] = field(default_factory=list)

    def take(self, name: str, protocol: str, reply: Reply) -> None:
        """Count one answer."""
        self.tried += 1
        if not reply.ended or reply.seconds > self.patience:
            self.hung.append(f"{name} ({reply.seconds:.1f} s)")
        if not reply.data:
            self.closed += 1
            self._ends.append((name, reply.local))
        elif fault := _unusual(protocol, reply.data):
            self.strange.append(f"{name}: {fault}")
        else:
            self.answered += 1

    def reasons(self, log: str) -> None:
        """A port that only closed must have said why in the log."""
        self.silent = [name for name, port in self._ends if f"127.0.0.1:{port}" not in log]


async def torment(house: House, seeds: Sequence[Seed], count: int, scale: Scale) -> Findings:
    """Send damaged requests, several at once; what hangs is tried again alone, at the end.

    The machine is shared: what hangs by its own doing hangs when nothing else is asked.
    """
    found = Findings(scale.patience)
    gate = asyncio.Semaphore(_AT_ONCE)
    begun = time.monotonic()

    again: list[tuple[str, Seed]] = []

    async def one(number: int) -> None:
        async with gate:
            each = case(seeds, scale.seed, number)
            name = f"{each.protocol} {each.transaction}@{each.role} #{number} of seed {scale.seed}"
            reply = await send(house, each)
            if reply.seconds > scale.patience:
                again.append((name, each))
            elif each.request:  # damaged down to nothing: who says nothing is owed no reason
                found.take(name, each.protocol, reply)
            else:
                found.tried += 1
                found.closed += not reply.data

    for first in range(0, count, 500):
        await asyncio.gather(*(one(n) for n in range(first, min(first + 500, count))))
    for name, each in again:
        found.take(name, each.protocol, await send(house, each))
    found.seconds = time.monotonic() - begun
    found.reasons(house.log)
    return found


def case(seeds: Sequence[Seed], seed: int, number: int) -> Seed:
    """The damaged request of that number."""
    rng = Random(f"{seed}:{seeds[0].protocol}:{number}")
    chosen = rng.choice(seeds)
    pieces = _PIECES[chosen.protocol](rng, chosen, [each.request for each in seeds])
    return Seed(chosen.transaction, chosen.role, chosen.protocol, pieces)


async def send(house: House, seed: Seed) -> Reply:
    """Send a request to where it belongs."""
    port = house.port(seed.role, seed.protocol)
    if seed.protocol == "SOAP":
        return await post(port, seed.request)
    return await say(port, *seed.pieces)


async def patiently(house: House, seed: Seed, patience: float) -> Reply:
    """Send a request, twice if need be: the machine is shared, and what hangs, hangs twice."""
    reply = await send(house, seed)
    return await send(house, seed) if reply.seconds > patience else reply


def datagrams(house: House, seeds: Sequence[Seed], count: int, seed: int) -> int:
    """Send damaged audit records; nobody answers those."""
    others = [each.request for each in seeds]
    port = house.port("audit", "Syslog UDP")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as plug:
        for number in range(count):
            rng = Random(f"{seed}:Syslog:{number}")
            plug.sendto(mutate(rng, rng.choice(others), others)[:65000], ("127.0.0.1", port))
    return count


def _hl7(rng: Random, seed: Seed, others: list[bytes]) -> tuple[bytes, ...]:
    if rng.random() < 0.5:
        return (mutate(rng, seed.request, others),)
    payload = mutate(rng, seed.request[1:-2], others)
    return (b"\x0b" + payload + b"\x1c\r",)


def _dicom(rng: Random, seed: Seed, others: list[bytes]) -> tuple[bytes, ...]:
    asked, rest = seed.pieces
    kind = rng.random()
    if kind < 0.2:
        return mutate(rng, asked, others), rest
    if kind < 0.5:
        return asked, mutate(rng, rest, others)
    return asked, b"".join(_damaged_pdu(rng, pdu.raw, others) for pdu in Framer().feed(rest))


def _damaged_pdu(rng: Random, raw: bytes, others: list[bytes]) -> bytes:
    """A PDU whose lengths are right, but what it carries is not."""
    if raw[0] != 4:
        return raw
    pieces = []
    for value in values(raw[6:]):
        fragment = bytes(value.fragment)
        inside = mutate(rng, fragment, others) if rng.random() < 0.6 else fragment
        head = (len(inside) + 2).to_bytes(4, "big") + raw[10:12]
        pieces.append(head + inside)
    body = b"".join(pieces)
    return b"\x04\x00" + len(body).to_bytes(4, "big") + body


def _soap(rng: Random, seed: Seed, others: list[bytes]) -> tuple[bytes, ...]:
    if rng.random() < 0.3:
        return (mutate(rng, seed.request, others),)
    head, _, body = seed.request.partition(b"\r\n\r\n")
    body = mutate(rng, body, others)
    lines = [each for each in head.split(b"\r\n") if not each.lower().startswith(b"content-length")]
    lines.append(b"Content-Length: %d" % len(body))
    return (b"\r\n".join(lines) + b"\r\n\r\n" + body,)


_PIECES = {"HL7": _hl7, "DICOM": _dicom, "SOAP": _soap}


def _unusual(protocol: str, data: bytes) -> str:
    """What is no AA, AE, AR, no DICOM, no HTTP status about an answer."""
    return {"HL7": _unusual_hl7, "DICOM": _unusual_dicom, "SOAP": _unusual_http}[protocol](data)


def _unusual_hl7(data: bytes) -> str:
    for frame in data.split(b"\x1c\r")[:-1]:
        segments = frame.removeprefix(b"\x0b").split(b"\r")
        codes = [each.split(each[3:4])[1] for each in segments if each.startswith(b"MSA")]
        if [code[:2] in {b"AA", b"AE", b"AR"} for code in codes] != [True]:
            return f"no acknowledgement: {frame[:80]!r}"
    return "" if data.endswith(b"\x1c\r") else f"half an answer: {data[-40:]!r}"


def _unusual_dicom(data: bytes) -> str:
    framer = Framer()
    try:
        kinds = [pdu.kind for pdu in framer.feed(data)]
    except Garbled as error:
        return error.words
    return "half a PDU" if framer.pending or not kinds else ""


def _unusual_http(data: bytes) -> str:
    status = data[:12].partition(b" ")[2]
    return "" if status[:1] in {b"2", b"4", b"5"} else f"no status: {data[:40]!r}"
