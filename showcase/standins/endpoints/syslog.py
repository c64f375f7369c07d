"""Where a stand-in takes audit records: TLS where it has a certificate, and UDP in the clear."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

import structlog

from showcase.model.exchange import Outcome
from showcase.model.system import Syslog
from showcase.protocols.audit.server import TlsListener, UdpListener
from showcase.standins.behaviour import Behaviour
from showcase.transactions import iti20
from showcase.wire.line import Line

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_log = structlog.get_logger()


class AnswersSyslog(Behaviour, ABC):
    """A behaviour that takes audit records. There is no way to answer one."""

    @abstractmethod
    async def keep(self, raw: bytes, remote: str, fault: str) -> None:
        """Keep a syslog message.

        Args:
            raw: As it came, without the length that precedes it on a stream.
            remote: ``host:port`` of its sender.
            fault: What is wrong with it; empty when nothing is.
        """


class SyslogEndpoint:
    """The audit ports of one stand-in: ``syslog`` (UDP) and ``syslog_tls``."""

    def __init__(self, me: "StandIn") -> None:
        """Not listening yet."""
        self._me = me
        self._behaviours = [each for each in me.behaviours if isinstance(each, AnswersSyslog)]
        self._udp = UdpListener(self._take)
        self._tls = TlsListener(self._take)

    @property
    def wanted(self) -> bool:
        """Whether any behaviour takes audit records."""
        return bool(self._behaviours)

    async def open(self) -> Syslog:
        """Listen.

        Raises:
            OSError: A port is taken, or a certificate cannot be read.
        """
        listening, security = self._me.listening, self._me.security
        ports = listening.ports
        # read first: a certificate that is no use must not leave the other port open
        context = security.syslog_door()
        port, tls_port, gate = 0, 0, self._me.gate("syslog")
        if security.clear:
            port = await self._udp.open(listening.host, ports.get("syslog", 0), gate=gate)
        if context:
            tls_port = await self._tls.open(
                listening.host, ports.get("syslog_tls", 0), context, gate=gate
            )
        return Syslog(host=listening.host, port=port, tls_port=tls_port, tls=security.address)

    async def close(self) -> None:
        """Stop listening and drop every connection."""
        await self._udp.close()
        await self._tls.close()

    async def _take(self, raw: bytes, line: Line) -> None:
        me = self._me
        verdict = iti20.judge(raw)
        fault = "" if verdict.outcome is Outcome.SENT else verdict.words
        if fault:
            _log.warning("damaged audit record", role=me.role.key, peer=line.remote, why=fault)
        async with me.hops.incoming(
            "ITI-20", me.role.key, line, since=0, sender=me.book.identify(line.remote)
        ) as hop:
            hop.judge(verdict)
        for each in self._behaviours:
            await each.keep(raw, line.remote, fault)
