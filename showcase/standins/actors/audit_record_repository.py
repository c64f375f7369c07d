"""Audit Record Repository: keeps every record it is sent, the damaged ones as damaged."""

import asyncio
import base64
from collections import deque
from collections.abc import Collection
from contextlib import suppress
from os import SEEK_END
from typing import TYPE_CHECKING, ClassVar

import msgspec
import structlog

from showcase.protocols.audit.syslog import frame
from showcase.standins.endpoints.syslog import AnswersSyslog
from showcase.standins.evidence import digest
from showcase.wire.clock import SystemClock

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_AT_HAND = 1_000
"""Records kept in memory; the file has them all."""

_IN_MEMORY = 16 * 1024 * 1024

_FILE = "audit.ndjson"
_TAIL = 4 * 1024 * 1024
"""Bytes at the end of the file in which the records of a run are looked for."""

_log = structlog.get_logger()


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One record as the repository keeps it.

    Attributes:
        at: When it came, ISO 8601, UTC.
        remote: Who sent it, ``host:port``.
        fault: What is wrong with it; empty when nothing is.
        raw: The syslog message, base64.
    """

    at: str
    remote: str
    fault: str
    raw: str


class AuditRecordRepository(AnswersSyslog):
    """IHE ITI TF-1 9.1.1.3. Its file is ``audit.ndjson`` in the stand-in's folder."""

    actor: ClassVar[str] = "Audit Record Repository"

    def __init__(self, me: "StandIn", *, in_memory: int = _IN_MEMORY) -> None:
        """Nothing kept yet in this run of the program.

        Args:
            me: The system it belongs to.
            in_memory: Bytes of records that it holds while the disk takes none.
        """
        super().__init__(me)
        self._in_memory = in_memory
        self._owed: deque[bytes] = deque()
        self.records: deque[Kept] = deque(maxlen=_AT_HAND)
        self._clock = SystemClock()
        self._writing = asyncio.Lock()
        self._digests: deque[str] = deque(maxlen=2 * _AT_HAND)
        self._news = asyncio.Event()
        self._looked_back = False

    async def holds(self, messages: Collection[str], seconds: float) -> frozenset[str]:
        """Which of these messages it has filed.

        Args:
            messages: SHA-256 of each, as it crossed the wire: framed, over TLS.
            seconds: How long to wait for those that are not here yet.
        """
        wanted = frozenset(messages)
        await self._look_back()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not wanted <= set(self._digests):
                    self._news.clear()
                    await self._news.wait()
        return wanted & set(self._digests)

    async def keep(self, raw: bytes, remote: str, fault: str) -> None:
        """Keep a syslog message."""
        record = Kept(
            at=self._clock.now().isoformat(),
            remote=remote,
            fault=fault,
            raw=base64.b64encode(raw).decode(),
        )
        self.records.append(record)
        line = msgspec.json.encode(record) + b"\n"
        if sum(map(len, self._owed)) + len(line) > self._in_memory:
            _log.error("audit record not filed: no room", role=self.me.role.key, peer=remote)
            return  # the journal has its bytes
        self._owed.append(line)
        async with self._writing:
            await self._file()
        self._digests += _digests(raw)
        self._news.set()

    async def _file(self) -> None:
        """Write what the disk has not taken yet; a full one gets it with the next record."""
        owed = tuple(self._owed)
        if not owed:  # with the record before, which waited for the disk as this one did
            return
        try:
            await asyncio.to_thread(self._append, b"".join(owed))
        except OSError as error:
            _log.warning("audit records are in memory only", count=len(owed), why=error.strerror)
            return
        for _ in owed:
            self._owed.popleft()

    async def _look_back(self) -> None:
        """Know, once, what was filed before this program began: a run may outlive one."""
        if not self._looked_back:
            self._looked_back = True
            async with self._writing:
                before = await asyncio.to_thread(self._filed)
            self._digests = deque([*reversed(before), *self._digests], self._digests.maxlen)

    def _filed(self) -> list[str]:
        """Digests of the records at the end of the file, the newest first."""
        try:
            with (self.me.store / _FILE).open("rb") as file:
                file.seek(max(0, file.seek(0, SEEK_END) - _TAIL))
                lines = file.read().splitlines()[1 if file.tell() > _TAIL else 0 :]
        except OSError:  # nothing was ever filed
            return []
        found: list[str] = []
        for line in reversed(lines[-_AT_HAND:]):
            with suppress(msgspec.DecodeError, ValueError):  # cut off when the power went
                found += _digests(base64.b64decode(msgspec.json.decode(line, type=Kept).raw))
        return found

    def _append(self, lines: bytes) -> None:
        """Write whole lines, or none of them."""
        self.me.store.mkdir(parents=True, exist_ok=True)
        with (self.me.store / _FILE).open("a+b", buffering=0) as file:
            end = file.seek(0, SEEK_END)
            file.seek(max(0, end - 1))
            if file.read(1) not in {b"", b"\n"}:
                lines = b"\n" + lines  # the power went in the middle of the last one
            rest = memoryview(lines)
            try:
                while rest:
                    rest = rest[file.write(rest) :]
            except OSError:
                file.truncate(end)
                raise


def _digests(raw: bytes) -> tuple[str, str]:
    """A message as UDP and as TLS carry it."""
    return digest(raw), digest(frame(raw))
