"""One listening port in front of one system."""

from collections.abc import Callable
from urllib.parse import urlsplit

import msgspec

from showcase.model.system import Endpoints, System, Tls
from showcase.protocols.dicom.caller import calling
from showcase.protocols.hl7v2.caller import sending
from showcase.standins.security import tls_of
from showcase.standins.standin import StandIn
from showcase.taps.dicom import DicomEar
from showcase.taps.ear import Ear
from showcase.taps.http import HttpEar
from showcase.taps.mllp import MllpEar
from showcase.taps.naming import Naming
from showcase.taps.relay import LIMITS, Relay
from showcase.taps.scribe import Scribe
from showcase.taps.tape import Tape
from showcase.wire.addresses import told
from showcase.wire.failure import LineBroke, Unreachable
from showcase.wire.gate import Gate
from showcase.wire.limits import Limits
from showcase.wire.line import Line
from showcase.wire.listener import Listener, Namer
from showcase.wire.porter import Porter
from showcase.wire.stream import Stream, connect

_EARS: dict[str, tuple[str, Callable[[Scribe, Naming], Ear], Namer]] = {
    "hl7v2": ("mllp", MllpEar, sending),
    "dicom": ("dicom", DicomEar, calling),
    "soap": ("http", HttpEar, lambda _request: ""),
}
"""By protocol as a cast names it: the transport in the recording, who listens, who it is."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """Where a tap leads.

    Attributes:
        tls: None: in the clear.
    """

    host: str
    port: int
    tls: Tls | None = None


class Tap:
    """A port of ours that leads to whoever plays a role, be it a vendor's system or a stand-in.

    Attributes:
        sender: The role that was given the port; empty: anybody.
        protocol: ``hl7v2``, ``dicom``, ``soap``.
        host: The interface it listens on.
        port: 0 until it is open.
        gate: The way in.
    """

    def __init__(
        self,
        receiver: StandIn,
        protocol: str,
        *,
        host: str,
        port: int,
        sender: str = "",
        limits: Limits = LIMITS,
    ) -> None:
        """Not listening yet.

        Args:
            receiver: The stand-in of the role that is called.
            protocol: As a cast names it.
            host: Interface to listen on.
            port: The port; 0: any.
            sender: The role that is given the port; empty: anybody.
            limits: What callers may ask.
        """
        self.protocol = protocol
        self.sender = sender
        self.host = host
        self.port = port
        self._me = receiver
        self.gate = Gate(receiver.listening.porter or Porter(), receiver.role.key, protocol)
        self._limits = limits
        self._transport, self._ear, namer = _EARS[protocol]
        self._listener = Listener(self._transport, self._serve, limits=limits, namer=namer)

    @property
    def receiver(self) -> str:
        """Role key of whoever is called."""
        return self._me.role.key

    @property
    def target(self) -> Target | None:
        """Where it leads now; None: whoever plays the role has no such address."""
        book, role = self._me.book, self._me.role.key
        for playing in (book.vendors, book.stand_ins):
            if role in playing and (found := _target(playing[role].endpoints, self.protocol)):
                return found
        return None

    @property
    def address(self) -> str:
        """What its sender has to enter: ``host:port``."""
        return f"{told(self.host)}:{self.port}"

    @property
    def urls(self) -> dict[str, str]:
        """For SOAP: the receiver's URLs by transaction, with our address in place of its own."""
        book, role = self._me.book, self._me.role.key
        system = book.vendors.get(role) or book.stand_ins[role]
        soap = system.endpoints.soap if self.protocol == "soap" else None
        return {
            transaction: urlsplit(url)._replace(netloc=self.address).geturl()
            for transaction, url in (soap.urls if soap else {}).items()
        }

    async def open(self) -> None:
        """Listen.

        Raises:
            OSError: The port is taken, or a certificate cannot be read.
        """
        target = self.target
        # the two ends are as one: a system that takes TLS only is called by TLS only
        tls = self._me.security.syslog_door() if target and target.tls else None
        self.port = await self._listener.open(self.host, self.port, tls=tls, gate=self.gate)

    async def close(self) -> None:
        """Stop listening and drop every connection."""
        await self._listener.close()

    async def _serve(self, near: Stream) -> None:
        hops = self._me.hops
        tape = Tape(hops.clock)
        scribe = Scribe(
            self._me, tape, self._transport, caller=near.line.remote, sender=self.sender
        )
        scribe.tls = near.line.tls
        ear = self._ear(scribe, Naming(self._me))
        relay = Relay(near, tape, ear, scribe.lost, limits=self._limits)
        # a stand-in that has taken over is told nothing twice: the tap's record is the record
        async with hops.unseen(self._transport) as line:
            try:
                far = await self._connect(scribe, line_to=line)
            except LineBroke as failure:
                await relay.in_vain(failure)
                return
            await relay.run(far)

    async def _connect(self, scribe: Scribe, *, line_to: Line) -> Stream:
        target = self.target
        if target is None:
            raise Unreachable(
                f"{scribe.receiver} has no address for this tap to lead to.",
                remedy=f"Give it `{self.protocol}` in the cast.",
                status="no address",
            )
        scribe.responder = f"{target.host}:{target.port}"
        return await connect(
            target.host,
            target.port,
            line_to,
            deadline=self._system.deadline,
            tls=self._me.security.towards(target.tls, self._me.role.key),
        )

    @property
    def _system(self) -> System:
        return self._me.book.on_stage(self._me.role.key)


def _target(ends: Endpoints, protocol: str) -> Target | None:
    """Where a system takes a protocol."""
    if protocol == "soap":
        url = next(iter(ends.soap.urls.values()), "") if ends.soap else ""
        parts = urlsplit(url)
        default = 443 if parts.scheme == "https" else 80
        host, port = parts.hostname or "", parts.port or default
        return Target(host=host, port=port, tls=tls_of(ends.soap, url)) if host else None
    end = ends.hl7v2 if protocol == "hl7v2" else ends.dicom
    return Target(host=end.host, port=end.port, tls=end.tls) if end else None
