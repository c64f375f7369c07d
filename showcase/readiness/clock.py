"""Whose clock is wrong: SNTP (ITI-1, RFC 4330), and the times that answers bear."""

import asyncio
import re
import secrets
import struct
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from showcase.model.readiness import CheckState, Job
from showcase.readiness.path import Finding, Path, ready
from showcase.wire.failure import Garbled, Silent, Unreachable, unreachable

_TOLERATED = 1.0
"""Seconds: ITI TF-2 3.1 asks for a median error below that."""

_NOTICED = 5.0
"""Seconds that a time in an answer may be off: it has whole seconds, and was written earlier."""

_EPOCH = datetime(1900, 1, 1, tzinfo=UTC)
_STAMP = re.compile(r"(\d{14})(?:\.\d+)?([+-]\d{4})?")
_REMEDY = "Point that machine at the booth's time server (ITI-1)."


async def ask_time(path: Path) -> AsyncIterator[Finding]:
    """Compare our clock with a time server's.

    It is asked twice: the first answer may have waited for an address to be found (ARP).

    Raises:
        LineBroke: It gives no time.
    """
    ahead = min(await offset(path), await offset(path), key=abs)
    if abs(ahead) <= _TOLERATED:
        yield ready("clock", f"Our clock is {abs(ahead) * 1e3:.0f} ms off {path.address}.")
        return
    yield Finding(
        question="clock",
        state=CheckState.WARNING,
        words=f"Our clock is {_spoken(ahead)} {path.address}.",
        remedy=_REMEDY,
        job=Job.STAFF,
    )


async def offset(path: Path) -> float:
    """Seconds that our clock is ahead of the time server's.

    Raises:
        LineBroke: It gives no time.
    """
    loop = asyncio.get_running_loop()
    answered: asyncio.Future[tuple[bytes, datetime]] = loop.create_future()
    cookie = secrets.token_bytes(8)
    try:
        async with asyncio.timeout(path.seconds):
            transport, _ = await loop.create_datagram_endpoint(
                lambda: _Waiting(answered, path), remote_addr=(path.host, path.port)
            )
            with closing(transport):
                sent = path.clock.now()
                # our transmit time comes back as it went: a random one binds answer to question
                transport.sendto(struct.pack("!B39x8s", 0x23, cookie))
                data, came = await answered
    except TimeoutError as error:
        raise Silent(
            f"The time server {path.address} does not answer.",
            remedy="Check its address under `time_server:`; a firewall may hold UDP 123 back.",
            status="no answer",
        ) from error
    except OSError as error:
        broke = unreachable(path.address, error)
        raise Unreachable(
            broke.words, remedy="Correct it under `time_server:`.", status=broke.status
        ) from error
    received, transmitted = _times(data, cookie, path.address)
    return -(((received - sent) + (transmitted - came)) / 2).total_seconds()


class _Waiting(asyncio.DatagramProtocol):
    """Keeps the first datagram, and when it came."""

    def __init__(self, answered: "asyncio.Future[tuple[bytes, datetime]]", path: Path) -> None:
        self._answered = answered
        self._path = path

    def datagram_received(self, data: bytes, _addr: tuple[str, int]) -> None:
        if not self._answered.done():
            self._answered.set_result((data, self._path.clock.now()))

    def error_received(self, exc: Exception) -> None:
        if not self._answered.done():
            self._answered.set_exception(exc)


def _times(data: bytes, cookie: bytes, address: str) -> tuple[datetime, datetime]:
    """When the server got our question, and when it answered (RFC 4330 5)."""
    if len(data) < 48 or data[0] & 7 != 4 or data[24:32] != cookie:
        raise _no_time(address, "no SNTP answer")
    if data[0] >> 6 == 3 or data[1] == 0:  # leap indicator 3; stratum 0: kiss of death
        raise _no_time(address, "not synchronised")
    received, transmitted = struct.unpack("!QQ", data[32:48])
    return _moment(received), _moment(transmitted)


def _no_time(address: str, why: str) -> Garbled:
    return Garbled(
        f"The time server {address} gives no time: {why}.",
        remedy="Look at that server, or name another one under `time_server:`.",
        status=why,
    )


def _moment(stamp: int) -> datetime:
    seconds = stamp / 2**32
    if seconds < 2**31:  # the era that begins in 2036 (RFC 4330 3)
        seconds += 2**32
    return _EPOCH + timedelta(seconds=seconds)


def of_stamp(stamp: str, now: datetime) -> Finding | None:
    """What MSH-7 of an answer tells of its sender's clock; None when it tells nothing."""
    found = _STAMP.match(stamp)
    if not found:
        return None
    try:
        local = datetime.strptime(found[1], "%Y%m%d%H%M%S")  # noqa: DTZ007 - its zone comes next
        zone = datetime.strptime(found[2], "%z").tzinfo if found[2] else now.astimezone().tzinfo
    except ValueError:
        return None
    return compare(local.replace(tzinfo=zone), now)


def of_date(field: str, now: datetime) -> Finding | None:
    """What the Date of an HTTP answer tells; None when it tells nothing (RFC 9110 6.6.1)."""
    try:
        said = parsedate_to_datetime(field)
    except ValueError:
        return None
    return compare(said if said.tzinfo else said.replace(tzinfo=UTC), now)


def compare(theirs: datetime, now: datetime) -> Finding:
    """A time in an answer beside the time at which we asked."""
    ahead = (now - theirs).total_seconds()
    if abs(ahead) <= _NOTICED:
        return ready("clock", "Its clock agrees with ours.")
    return Finding(
        question="clock",
        state=CheckState.WARNING,
        words=f"Our clock is {_spoken(ahead)} its clock.",
        remedy=_REMEDY,
        job=Job.VENDOR,
    )


def _spoken(ahead: float) -> str:
    seconds = abs(ahead)
    much = (
        f"{seconds:.1f} seconds"
        if seconds < 120
        else f"{seconds / 60:.0f} minutes"
        if seconds < 7200
        else f"{seconds / 3600:.1f} hours"
    )
    return f"{much} {'ahead of' if ahead > 0 else 'behind'}"
