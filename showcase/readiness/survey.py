"""Asks everybody at once, and reports within a minute."""

import asyncio
import errno
import socket
from collections.abc import Callable, Collection, Iterator

from showcase.model.programme import Programme
from showcase.model.readiness import Check, CheckState, Job, ReadinessReport
from showcase.readiness.asking import Asking
from showcase.readiness.path import Path
from showcase.readiness.report import roles_of, verdict
from showcase.story.cast import Cast
from showcase.wire.addresses import near, told
from showcase.wire.clock import Clock
from showcase.wire.tls import Credentials

ALTOGETHER = 50.0
"""Seconds after which the report is made with what is known."""

_UDP = frozenset({"syslog"})


async def survey(
    programme: Programme,
    casting: Cast,
    *,
    identity: Credentials | None,
    clock: Clock,
    cast: str = "",
    only: tuple[str, str] = ("", ""),
    ours: Collection[tuple[str, int]] = (),
    told: Callable[[Check], None] = lambda _check: None,
) -> ReadinessReport:
    """Ask every system that the cast names everything that is worth knowing before a run.

    Nothing that is asked changes anything anywhere. Cancel it, and every question is dropped.

    Args:
        programme: The whole story.
        casting: Who plays which role.
        identity: What we show over TLS; None where nobody speaks it.
        clock: The time.
        cast: What the report calls the cast.
        only: Role and subject of all that shall be asked; empty: any.
        ours: Host and port of whatever is open already, and by us.
        told: Told of each check as it is made.
    """
    at, started = clock.now(), clock.monotonic()
    checks = [] if any(only) else list(_ports(programme, casting, ours))
    for each in checks:
        told(each)
    asking = Asking(programme=programme, casting=casting, identity=identity, clock=clock)
    paths = tuple(path for path in asking.paths() if _is_wanted(path, *only))
    walks = [_Walk(path, told) for path in paths]
    try:
        async with asyncio.timeout(ALTOGETHER), asyncio.TaskGroup() as group:
            for walk in walks:
                group.create_task(walk.go())
    except TimeoutError:
        for walk in walks:
            walk.give_up()
    checks += [check for walk in walks for check in walk.checks]
    systems = {role: system.vendor or system.key for role, system in casting.vendors.items()}
    roles = roles_of(programme, systems, checks)
    return ReadinessReport(
        story=programme.key,
        cast=cast,
        at=at,
        milliseconds=round((clock.monotonic() - started) * 1e3, 1),
        verdict=verdict(roles, checks),
        ready=not any(each.state is CheckState.FAILED for each in checks),
        roles=roles,
        checks=tuple(checks),
    )


def _is_wanted(path: Path, role: str, subject: str) -> bool:
    return (not role or path.role == role) and path.subject.startswith(subject)


class _Walk:
    """One path under way."""

    def __init__(self, path: Path, told: Callable[[Check], None]) -> None:
        self.checks: list[Check] = []
        self._path = path
        self._told = told
        self._done = False

    async def go(self) -> None:
        async for check in self._path.walk():
            self._note(check)
        self._done = True

    def give_up(self) -> None:
        if not self._done:
            path = self._path
            self._note(
                Check(
                    role=path.role,
                    system=path.system,
                    subject=path.subject,
                    question="answer",
                    address=path.address,
                    state=CheckState.FAILED,
                    words=f"{path.address} was not done within {ALTOGETHER:g} seconds.",
                    remedy="Ask that system alone, and look at the network.",
                    job=Job.NETWORK,
                )
            )

    def _note(self, check: Check) -> None:
        self.checks.append(check)
        self._told(check)


def _ports(
    programme: Programme, casting: Cast, ours: Collection[tuple[str, int]]
) -> Iterator[Check]:
    """Whether stand-ins can open the ports that somebody relies on."""
    vendors = casting.vendors
    for role in programme.roles:
        vendor = vendors.get(role.key)
        if vendor and not vendor.assisted:
            continue
        settings = casting.stand_in(programme, role.key)
        for protocol in sorted(settings.asked):
            port = settings.ports[protocol]
            if (near(settings.host), port) in ours:
                continue
            if fault := _taken(settings.host, port, udp=protocol in _UDP):
                yield Check(
                    role=role.key,
                    system="stand-in",
                    subject="Ports",
                    question="port",
                    address=f"{told(settings.host)}:{port}",
                    state=CheckState.FAILED,
                    words=fault[0],
                    remedy=fault[1],
                    job=Job.STAFF,
                )


def _taken(host: str, port: int, *, udp: bool) -> tuple[str, str] | None:
    """Why a port cannot be opened, and what to do; None when it can."""
    kind = socket.SOCK_DGRAM if udp else socket.SOCK_STREAM
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, kind) as plug:
            if not udp:  # as asyncio does, so that a port just closed is no obstacle
                plug.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            plug.bind((host, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return (
                f"Another program holds port {port}.",
                "Stop it, or give the stand-in another port in the cast.",
            )
        return (
            f"This machine cannot listen at {host}: {error.strerror or error}.",
            "Correct `standins: {host: …}` in the cast: an address of this machine, or 127.0.0.1.",
        )
    return None
