"""The way to one address: its name, its port, its TLS, and what is asked once there."""

import asyncio
import ipaddress
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import datetime

import msgspec

from showcase.model.readiness import Check, CheckState, Job
from showcase.wire import handshake
from showcase.wire.clock import Clock
from showcase.wire.distrust import Presented, when
from showcase.wire.failure import Garbled, HungUp, LineBroke, Silent, TlsRefused, Unreachable
from showcase.wire.line import Line
from showcase.wire.stream import connect
from showcase.wire.tls import Context

_WARN_DAYS = 3
"""A certificate that ends within a show is worth a word on its first morning."""

_ISSUE = "Have them install a new one; “showcase cert issue” makes one of ours."
_ASK = "Have them demand a certificate of their callers: ITI-19 wants both sides to show one."


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """How one question went; see `showcase.model.answers.Check`."""

    question: str
    state: CheckState
    words: str
    remedy: str = ""
    job: Job | None = None
    milliseconds: float = 0.0


class Path(msgspec.Struct, frozen=True, kw_only=True):
    """One address of one system, and what shall be asked there.

    Attributes:
        ask: Asks in the address's own protocol; None: reaching it is all that can be asked.
        datagrams: Whether it is UDP: then there is nothing to connect to.
        seconds: How long it has for each answer.
    """

    role: str
    system: str
    subject: str
    host: str
    port: int
    address: str
    tls: Context | None
    seconds: float
    clock: Clock
    ask: Callable[["Path"], AsyncIterator[Finding]] | None = None
    datagrams: bool = False

    def check(self, finding: Finding) -> Check:
        """A finding, with where it was made."""
        return Check(
            role=self.role,
            system=self.system,
            subject=self.subject,
            question=finding.question,
            address=self.address,
            state=finding.state,
            words=finding.words,
            remedy=finding.remedy,
            job=finding.job,
            milliseconds=round(finding.milliseconds, 1),
        )

    async def walk(self) -> AsyncIterator[Check]:
        """Go as far as one gets; what could not be asked is told as skipped."""
        lost = ""
        for question, step in self._steps():
            if lost:
                words = f"Not asked: {lost} failed."
                yield self.check(Finding(question=question, state=CheckState.SKIPPED, words=words))
                continue
            async for finding in self._timed(question, step):
                yield self.check(finding)
                if finding.state is CheckState.FAILED:
                    lost = question

    def _steps(self) -> list[tuple[str, Callable[["Path"], AsyncIterator[Finding]]]]:
        wanted = (
            ("name", None if _is_address(self.host) else _resolve),
            ("port", None if self.datagrams else _reach),
            ("TLS", _greet if self.tls else None),
            ("answer", self.ask),
        )
        return [(question, step) for question, step in wanted if step]

    async def _timed(
        self, question: str, step: Callable[["Path"], AsyncIterator[Finding]]
    ) -> AsyncIterator[Finding]:
        started = self.clock.monotonic()

        def timed(finding: Finding) -> Finding:
            took = (self.clock.monotonic() - started) * 1e3
            return msgspec.structs.replace(finding, milliseconds=took)

        try:
            async for finding in step(self):
                yield timed(finding)
        except LineBroke as broke:
            yield timed(broken(question, broke))


def ready(question: str, words: str) -> Finding:
    """It is as it should be."""
    return Finding(question=question, state=CheckState.READY, words=words)


def broken(question: str, broke: LineBroke) -> Finding:
    """No valid answer came; who mends it follows from how."""
    return Finding(
        question=question,
        state=CheckState.FAILED,
        words=broke.words,
        remedy=broke.remedy,
        job=_job(broke),
    )


def _job(broke: LineBroke) -> Job:
    match broke:
        case Unreachable():
            nobody = isinstance(broke.__cause__, ConnectionRefusedError)
            return Job.VENDOR if nobody else Job.NETWORK
        case Silent() if "connect" in broke.status:
            return Job.NETWORK
        case TlsRefused() | Silent() | HungUp() | Garbled():
            return Job.VENDOR
        case _:
            return Job.STAFF


async def _resolve(path: Path) -> AsyncIterator[Finding]:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(path.seconds):
            found = await loop.getaddrinfo(path.host, path.port, type=socket.SOCK_STREAM)
    except (TimeoutError, socket.gaierror, UnicodeError):
        yield Finding(
            question="name",
            state=CheckState.FAILED,
            words=f"Nobody knows the name {path.host}.",
            remedy="Write its address in the cast instead: a booth often has no DNS.",
            job=Job.STAFF,
        )
        return
    yield ready("name", f"{path.host} is {found[0][4][0]}.")


async def _reach(path: Path) -> AsyncIterator[Finding]:
    line = Line("readiness", initiated=True, clock=path.clock)
    try:
        stream = await connect(path.host, path.port, line, deadline=path.seconds)
    except Silent as error:
        raise Unreachable(
            f"{path.host}:{path.port} does not even refuse: nothing came back.",
            remedy="Check the cable and the address; a firewall may swallow what we send.",
            status=error.status,
        ) from error
    await stream.close()
    yield ready("port", "Somebody listens there.")


async def _greet(path: Path) -> AsyncIterator[Finding]:
    assert path.tls
    line = Line("readiness", initiated=True, clock=path.clock)
    stream = await connect(path.host, path.port, line, deadline=path.seconds, tls=path.tls)
    await stream.close()
    shown = await handshake.present(path.host, path.port, path.tls, deadline=path.seconds)
    yield _presented(shown, path.clock.now())


def _presented(shown: Presented, now: datetime) -> Finding:
    until = f"until {shown.until:%d %b %Y}"
    words = f"{shown.version}; {shown.subject}, from {shown.issuer}, {until}."
    if (shown.until - now).days < _WARN_DAYS:
        return Finding(
            question="TLS",
            state=CheckState.WARNING,
            words=f"Its certificate ends {when(shown.until, now)}. {words}",
            remedy=_ISSUE,
            job=Job.VENDOR,
        )
    if not shown.asks:
        return Finding(
            question="TLS",
            state=CheckState.WARNING,
            words=f"It does not ask who calls. {words}",
            remedy=_ASK,
            job=Job.VENDOR,
        )
    return ready("TLS", f"{words} It asks for our certificate.")


def _is_address(host: str) -> bool:
    with suppress(ValueError):
        ipaddress.ip_address(host)
        return True
    return False
