"""What is asked where: from a story and a cast to the paths that a survey walks."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from showcase.model.programme import Programme
from showcase.model.system import System, Tls
from showcase.protocols.hl7v2.header import Party
from showcase.readiness import dicom, hl7v2, soap
from showcase.readiness.audit import ask_audit
from showcase.readiness.clock import ask_time
from showcase.readiness.dicom import Caller
from showcase.readiness.path import Path
from showcase.standins.security import believing, tls_of
from showcase.story.cast import Cast
from showcase.transactions import rad5, rad6, rad7, rad8, rad10, rad14, rad16
from showcase.wire.clock import Clock
from showcase.wire.tls import Context, Credentials, client_context

_ARCHIVE = "Image Archive"
_PATIENCE = 6.0
"""Seconds for one answer, at most: twelve systems are asked at once, and a morning is short."""

_WANTED = {
    rad5.TRANSACTION.id: (rad5.MODEL,),
    rad6.TRANSACTION.id: (rad6.SOP_CLASS,),
    rad7.TRANSACTION.id: (rad6.SOP_CLASS,),
    rad8.TRANSACTION.id: (rad8.CT_IMAGE_STORAGE,),
    rad14.TRANSACTION.id: (rad14.STUDY_ROOT,),
}
"""SOP classes that the sender of a transaction asks its receiver for."""


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """What decides the questions.

    Attributes:
        programme: The whole story.
        identity: What we show over TLS; None where nobody speaks it.
    """

    programme: Programme
    casting: Cast
    identity: Credentials | None
    clock: Clock

    def paths(self) -> Iterator[Path]:
        """The way to every address of every vendor's system, and to the time server."""
        for role, system in self.casting.vendors.items():
            yield from self._hl7v2(role, system)
            yield from self._dicom(role, system)
            yield from self._soap(role, system)
            yield from self._syslog(role, system)
        if named := self.casting.time_server:
            host, port = _split(named, 123)
            yield msgspec.structs.replace(
                self._path("", _nobody(named), "Clock", host, port, None),
                ask=ask_time,
                datagrams=True,
            )

    def _hl7v2(self, role: str, system: System) -> Iterator[Path]:
        if to := system.endpoints.hl7v2:
            path = self._path(role, system, "HL7 v2", to.host, to.port, to.tls)
            yield msgspec.structs.replace(path, ask=hl7v2.asks(to, self._sender(role)))

    def _dicom(self, role: str, system: System) -> Iterator[Path]:
        if to := system.endpoints.dicom:
            path = self._path(role, system, "DICOM", to.host, to.port, to.tls)
            yield msgspec.structs.replace(path, ask=dicom.asks(to, self._callers(role, system)))

    def _soap(self, role: str, system: System) -> Iterator[Path]:
        found = system.endpoints.soap
        for transaction, url in (found.urls if found else {}).items():
            parts = urlsplit(url)
            port = parts.port or (443 if parts.scheme == "https" else 80)
            tls = tls_of(found, url)
            path = self._path(role, system, transaction, parts.hostname or "", port, tls)
            yield msgspec.structs.replace(path, address=url, ask=soap.asks(transaction, url))

    def _syslog(self, role: str, system: System) -> Iterator[Path]:
        to = system.endpoints.syslog
        if to and to.tls_port:
            tls = to.tls or Tls()
            yield self._path(role, system, "Audit over TLS", to.host, to.tls_port, tls)
        if to and to.port:
            path = self._path(role, system, "Audit over UDP", to.host, to.port, None)
            yield msgspec.structs.replace(path, ask=ask_audit, datagrams=True)

    def _path(
        self, role: str, system: System, subject: str, host: str, port: int, tls: Tls | None
    ) -> Path:
        name = system.vendor or system.key
        return Path(
            role=role,
            system=name,
            subject=subject,
            host=host,
            port=port,
            address=f"{host}:{port}",
            tls=self._context(tls, name),
            seconds=min(system.deadline, _PATIENCE),
            clock=self.clock,
        )

    def _context(self, tls: Tls | None, who: str) -> Context | None:
        if tls is None or self.identity is None:
            return None
        return client_context(believing(tls, self.identity), who=who)

    def _sender(self, role: str) -> Party:
        """Whoever will be the first to send HL7 to a role; a receiver may know only some."""
        senders = [cue.sender for cue in self.programme.cues if role in cue.receivers]
        if not senders:
            return Party("SHOWCASE", "SHOWCASE")
        settings = self.casting.stand_in(self.programme, senders[0])
        return Party(settings.application, settings.facility)

    def _callers(self, role: str, system: System) -> tuple[Caller, ...]:
        """Who will call a role by DICOM, under which name, and what for."""
        found: dict[str, tuple[list[str], list[str]]] = {}
        for cue in self.programme.cues:
            if role not in cue.receivers or not system.plays(cue.transaction):
                continue
            wants, serves = self._needed(cue.transaction, cue.sender)
            if wants or serves:
                kept = found.setdefault(cue.sender, ([], []))
                kept[0].extend(wants)
                kept[1].extend(serves)
        callers = tuple(
            Caller(
                ae_title=self.casting.stand_in(self.programme, sender).ae_title,
                wants=tuple(dict.fromkeys(wants)),
                serves=tuple(dict.fromkeys(serves)),
            )
            for sender, (wants, serves) in found.items()
        )
        return callers or (Caller(ae_title="SHOWCASE"),)

    def _needed(self, transaction: str, sender: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """SOP classes that the sender asks for, and those that it is asked for though it calls."""
        from_archive = _ARCHIVE in self.programme.role(sender).plays
        if transaction == rad10.TRANSACTION.id:
            return ((), (rad10.SOP_CLASS,)) if from_archive else ((rad10.SOP_CLASS,), ())
        if transaction == rad16.TRANSACTION.id:
            return ((rad8.CT_IMAGE_STORAGE if from_archive else rad16.STUDY_ROOT,), ())
        return _WANTED.get(transaction, ()), ()


def _nobody(name: str) -> System:
    return System(key=name, vendor=f"time server {name}")


def _split(named: str, port: int) -> tuple[str, int]:
    host, colon, digits = named.rpartition(":")
    if colon and digits.isdecimal() and ":" not in host:
        return host, int(digits)
    return named, port
