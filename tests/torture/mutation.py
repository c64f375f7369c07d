"""Damaging bytes to order: the same seed damages them the same way."""

from collections.abc import Callable, Sequence
from random import Random

_EDGES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_TELLING = (
    b"\x00",
    b"\x0b",
    b"\x1c",
    b"\r",
    b"\n",
    b"|",
    b"^",
    b"\\",
    b"&",
    b"<",
    b">",
    b"%",
    b"..",
)
_LONGEST = 4096

Damage = Callable[[Random, bytes, Sequence[bytes]], bytes]


def mutate(rng: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """`data` with one to four things wrong with it; `others` lend pieces of theirs."""
    for _ in range(rng.randint(1, 4)):
        data = rng.choice(_DAMAGES)(rng, data, others)
    return data


def _span(rng: Random, data: bytes, longest: int = 200) -> tuple[int, int]:
    start = rng.randint(0, len(data))
    return start, min(len(data), start + rng.randint(0, longest))


def _flip(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    if not data:
        return data
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]


def _drop(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(rng, data)
    return data[:start] + data[end:]


def _double(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(rng, data)
    return data[:end] + data[start:]


def _swell(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(rng, data, 8)
    return data[:end] + data[start:end] * rng.randint(1, _LONGEST // 8) + data[end:]


def _cut(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data[: rng.randint(0, len(data))]


def _noise(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(rng, data, 16)
    return data[:start] + rng.randbytes(rng.randint(0, 32)) + data[end:]


def _edge(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    size = rng.choice((1, 2, 4))
    most: int = 256**size - 1
    value = (rng.choice(_EDGES) & most).to_bytes(size, rng.choice(("big", "little")))
    at = rng.randint(0, len(data))
    return data[:at] + value + data[at + size :]


def _mark(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.choice(_TELLING) * rng.choice((1, 1, 2, 50)) + data[at:]


def _graft(rng: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other = rng.choice(others)
    start, end = _span(rng, other, 2000)
    at = rng.randint(0, len(data))
    return data[:at] + other[start:end] + data[at:]


def _swap(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Two neighbouring lines (of CR) change places."""
    lines = data.split(b"\r")
    if len(lines) < 3:
        return data
    at = rng.randrange(len(lines) - 1)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return b"\r".join(lines)


def _number(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """A digit becomes a number that nobody expects."""
    places = [at for at, byte in enumerate(data[:4000]) if 48 <= byte <= 57]
    if not places:
        return data
    at = rng.choice(places)
    number: bytes = rng.choice((b"-1", b"4294967296", b"9" * 30, b""))
    return data[:at] + number + data[at + 1 :]


_DAMAGES: tuple[Damage, ...] = (
    *(_flip, _flip, _drop, _double, _swell, _cut),
    *(_noise, _edge, _edge, _mark, _graft, _swap, _number),
)
