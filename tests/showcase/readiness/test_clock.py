"""Whose clock is wrong, by SNTP and by the times that answers bear."""

import asyncio
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta, timezone

import pytest

from showcase.model.readiness import CheckState, Job
from showcase.readiness.clock import compare, of_date, of_stamp
from tests.showcase.readiness.morning import morning

NOW = datetime(2026, 11, 24, 9, 0, 0, tzinfo=UTC)
NTP_EPOCH = datetime(1900, 1, 1, tzinfo=UTC)


class TimeServer(asyncio.DatagramProtocol):
    """Answers as RFC 4330 5 says, unless it is told to do otherwise."""

    def __init__(self, ahead: float, first: int, stratum: int, *, echo: bool) -> None:
        self._ahead = ahead
        self._first = first
        self._stratum = stratum
        self._echo = echo
        self.transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:  # type: ignore[override]
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        assert data[0] == 0x23  # version 4, client
        assert len(data) == 48
        now = (datetime.now(UTC) - NTP_EPOCH).total_seconds() + self._ahead
        stamp = int(now * 2**32) % 2**64
        cookie = data[40:48] if self._echo else b"\0" * 8
        head = struct.pack("!BB22x", self._first, self._stratum)
        assert self.transport
        self.transport.sendto(head + cookie + struct.pack("!QQ", stamp, stamp), addr)


@asynccontextmanager
async def time_server(
    ahead: float = 0.0, *, first: int = 0x24, stratum: int = 2, echo: bool = True
) -> AsyncIterator[str]:
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(
        lambda: TimeServer(ahead, first, stratum, echo=echo), local_addr=("127.0.0.1", 0)
    )
    host, port = transport.get_extra_info("sockname")
    yield f"{host}:{port}"
    transport.close()


async def ask(server: str) -> tuple[CheckState, str]:
    report = await morning(f"format: 1\ntime_server: {server}\n")
    (check,) = report.checks
    return check.state, check.words


async def test_a_right_clock_is_ready() -> None:
    async with time_server() as server:
        state, words = await ask(server)
    assert state is CheckState.READY
    assert words.startswith("Our clock is ")
    assert words.endswith(f"ms off {server}.")


@pytest.mark.parametrize(
    ("ahead", "said"), [(90.0, "90.0 seconds behind"), (-600.0, "10 minutes ahead of")]
)
async def test_a_wrong_clock_is_told_with_its_direction(ahead: float, said: str) -> None:
    async with time_server(ahead) as server:
        state, words = await ask(server)
    assert (state, words) == (CheckState.WARNING, f"Our clock is {said} {server}.")


@pytest.mark.parametrize(
    ("first", "stratum", "echo", "why"),
    [
        (0xE4, 2, True, "not synchronised"),  # leap indicator 3
        (0x24, 0, True, "not synchronised"),  # kiss of death
        (0x23, 2, True, "no SNTP answer"),  # a client's packet
        (0x24, 2, False, "no SNTP answer"),  # an answer to somebody else
    ],
)
async def test_a_server_that_gives_no_time_is_not_believed(
    first: int, stratum: int, echo: bool, why: str
) -> None:
    async with time_server(first=first, stratum=stratum, echo=echo) as server:
        state, words = await ask(server)
    assert state is CheckState.FAILED
    assert words == f"The time server {server} gives no time: {why}."


async def test_no_time_server_is_told_in_the_verdict() -> None:
    async with time_server() as server:
        pass
    report = await morning(f"format: 1\ntime_server: {server}\n")
    assert report.verdict == f"Ready: 11 of 11. The time server {server} gives no time."
    assert not report.ready


@pytest.mark.parametrize(
    ("stamp", "state"),
    [
        ("20261124090003+0000", CheckState.READY),
        ("20261124100003.123+0100", CheckState.READY),
        ("20261124091000+0000", CheckState.WARNING),
        ("20261124090000", None),
        ("20261124", None),
        ("", None),
        ("20261399999999+0000", None),
    ],
)
def test_msh_7_tells_of_a_clock(stamp: str, state: CheckState | None) -> None:
    found = of_stamp(stamp, NOW)
    if stamp == "20261124090000":  # no zone: our own
        assert found is not None
        return
    assert (found.state if found else None) is state


def test_the_date_of_an_answer_tells_of_a_clock() -> None:
    right = of_date("Tue, 24 Nov 2026 09:00:01 GMT", NOW)
    wrong = of_date("Tue, 24 Nov 2026 06:00:00 GMT", NOW)
    assert right is not None
    assert right.state is CheckState.READY
    assert wrong is not None
    assert wrong.words == "Our clock is 3.0 hours ahead of its clock."
    assert wrong.job is Job.VENDOR
    assert of_date("yesterday", NOW) is None
    assert of_date("", NOW) is None


def test_zones_do_not_matter() -> None:
    there = (NOW + timedelta(seconds=2)).astimezone(timezone(timedelta(hours=9)))
    assert compare(there, NOW).state is CheckState.READY
