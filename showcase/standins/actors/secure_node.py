"""Secure Node: whatever a system of ours took part in, it reports to the audit repository.

Every stand-in is one, besides what its role plays (IHE ITI TF-1 9.1.1.1).
"""

import os
import socket
from collections.abc import Iterable
from ssl import SSLContext
from typing import ClassVar

import msgspec
import structlog

from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.model.fact import FactKind, Side
from showcase.model.system import Syslog, Tls
from showcase.protocols.audit import codes
from showcase.protocols.audit.message import AuditMessage, Detail, Object, Participant
from showcase.protocols.audit.reportable import MERGE, Pair, pair
from showcase.protocols.audit.sender import send_tls, send_udp
from showcase.protocols.audit.server import TLS, UDP
from showcase.standins import asked
from showcase.standins.behaviour import Behaviour
from showcase.transactions import iti20
from showcase.transactions.catalogue import CATALOGUE
from showcase.wire.addresses import told
from showcase.wire.failure import TlsRefused
from showcase.wire.line import Recording

_REPOSITORY = "Audit Record Repository"
_AT_HER_SOURCE = "sourcePatientId"
"""Where a patient has another identifier; a record names her once (ITI TF-2 3.41.5.1)."""
_ANONYMOUS = "http://www.w3.org/2005/08/addressing/anonymous"

_OUTCOMES = {
    Outcome.ACKNOWLEDGED: 0,
    Outcome.SENT: 0,
    Outcome.REFUSED: 4,  # minor failure: it was processed, and the answer was no
    Outcome.FAILED: 8,  # serious failure: it was not processed
}
"""EventOutcomeIndicator (PS3.15 A.5.2.2)."""

_log = structlog.get_logger()


class SecureNode(Behaviour):
    """Sends ITI-20 for every transaction that its role took part in."""

    actor: ClassVar[str] = "Secure Node"

    def report(self, ended: HopEnded, recording: Recording | None = None) -> None:
        """Report a hop in which this role was initiator or responder; in the background.

        Args:
            ended: The hop.
            recording: Its bytes, for what they say beyond its facts; None where not at hand.
        """
        if not self.me.book.playing(_REPOSITORY):
            return
        if ended.transaction != iti20.TRANSACTION.id and pair(ended.transaction):
            self.me.chore(self._report(ended, recording))

    def records(self, ended: HopEnded, recording: Recording | None) -> list[AuditMessage]:
        """The records that this role owes for a hop: one, none, or two for a merge.

        Args:
            ended: The hop.
            recording: Its bytes, for what they say beyond its facts; None where not at hand.
        """
        trigger = (asked.trigger(recording) if recording else "") or self._trigger(ended)
        both = pair(ended.transaction, trigger, set_off=self._set_off(ended))
        if both is None:
            return []
        whole = self._record(ended, both, recording)
        return _merge(whole, ended) if trigger == MERGE else [whole]

    def handshake_failed(self, peer: str, caller: str, failure: TlsRefused) -> None:
        """Raise a security alert; in the background."""
        self.me.chore(self._send_all([self._alert(peer, caller, failure)]))

    async def _report(self, ended: HopEnded, recording: Recording | None) -> None:
        await self._send_all(self.records(ended, recording))

    async def _send_all(self, messages: Iterable[AuditMessage]) -> None:
        for message in messages:
            for repository in self.me.book.playing(_REPOSITORY):
                await self._send(message, repository)

    async def _send(self, message: AuditMessage, repository: str) -> None:
        system = self.me.partner(repository, iti20.TRANSACTION.id)
        address = system.endpoints.syslog
        if address is None or not (address.port or address.tls_port):
            _log.warning("audit repository takes no syslog", role=repository, system=system.key)
            return
        secure = self._secure(address, repository)
        if not secure and not address.port:
            _log.warning("audit repository wants TLS; no certificate", role=self.me.role.key)
            return
        listening = self.me.listening
        raw = iti20.wrap(message, host=socket.gethostname(), app=listening.application)
        kind = message.event_types[0]
        label = kind.text if kind is codes.NODE_AUTHENTICATION else kind.code
        async with self.me.hop(
            iti20.TRANSACTION.id, repository, transport=TLS if secure else UDP, label=label
        ) as hop:
            if secure:
                await send_tls(
                    hop.line,
                    address.host,
                    address.tls_port,
                    raw,
                    tls=secure,
                    deadline=system.deadline,
                )
            else:
                await send_udp(hop.line, address.host, address.port, raw, deadline=system.deadline)
            hop.judge(iti20.SENT)

    def _secure(self, address: Syslog, repository: str) -> SSLContext | None:
        """TLS where the repository takes it and we have a certificate to show."""
        if not address.tls_port or self.me.listening.tls is None:
            return None
        return self.me.security.towards(address.tls or Tls(), repository)

    def _alert(self, peer: str, caller: str, failure: TlsRefused) -> AuditMessage:
        """A node that could not be authenticated (PS3.15 A.5.3.11, IHE ITI TF-2 3.19.6.1)."""
        listening, known = self.me.listening, peer in self.me.book.vendors
        host = caller.rpartition(":")[0]
        return AuditMessage(
            event_id=codes.SECURITY_ALERT,
            action="E",
            at=self.me.now(),
            outcome=_OUTCOMES[Outcome.FAILED],
            outcome_description=failure.words,
            event_types=(codes.NODE_AUTHENTICATION,),
            participants=(
                Participant(
                    user_id=f"{listening.facility}|{listening.application}",
                    alternative_id=str(os.getpid()),
                    requestor=not caller,
                    roles=(codes.APPLICATION,),
                    address=told(listening.host),
                    address_type="2",
                ),
                Participant(
                    user_id=self.me.book.called(peer) if known else peer,
                    requestor=bool(caller),
                    address=host,
                    address_type="2" if host else "",
                ),
            ),
            source_id=listening.application,
            site_id=listening.facility,
        )

    def _trigger(self, ended: HopEnded) -> str:
        cues = {cue.id: cue for cue in self.me.book.programme.cues}
        return cues[ended.cue].trigger if ended.cue in cues else ""

    def _set_off(self, ended: HopEnded) -> bool:
        """Whether the transaction's responder started this exchange: C-STORE within RAD-16."""
        roles = {role.key: role.plays for role in self.me.book.programme.roles}
        transaction = CATALOGUE[ended.transaction]
        played = roles.get(ended.sender, ())
        # the catalogue names first who starts the transaction, then who starts parts of it
        return transaction.responders[0] in played and transaction.initiators[0] not in played

    def _record(self, ended: HopEnded, both: Pair, recording: Recording | None) -> AuditMessage:
        mine = both.initiator if ended.sender == self.me.role.key else both.responder
        transaction = CATALOGUE[ended.transaction]
        listening = self.me.listening
        return AuditMessage(
            event_id=mine.event,
            action=mine.action,
            at=ended.exchange.started,
            outcome=_OUTCOMES[ended.verdict.outcome],
            outcome_description=ended.verdict.words,
            event_types=(codes.transaction(transaction.id, transaction.name),),
            participants=self._participants(ended, both, recording),
            source_id=listening.application,
            site_id=listening.facility,
            objects=_once(
                *_objects(ended, mine.event, recording),
                *(asked.stated(ended.transaction, recording) if recording else ()),
            ),
        )

    def _participants(
        self, ended: HopEnded, both: Pair, recording: Recording | None
    ) -> tuple[Participant, ...]:
        caller = asked.caller(recording) if recording else ""
        called = asked.called(recording) if recording else ""
        roles = (codes.SOURCE, codes.DESTINATION)
        initiator, responder = roles[::-1] if both.pulls else roles
        return (
            self._participant(ended, ended.sender, ended.exchange.initiator, initiator, caller),
            self._participant(ended, ended.receiver, ended.exchange.responder, responder, called),
        )

    def _participant(
        self, ended: HopEnded, role: str, address: str, code: codes.Code, named: str
    ) -> Participant:
        user = named or self._user(ended, role) or role
        host = address.rpartition(":")[0]
        if ended.exchange.transport == "dicom":
            alternative = f"AETITLES={user}"
        else:  # the process id of the other side is known to the other side alone
            alternative = str(os.getpid()) if role == self.me.role.key else ""
        return Participant(
            user_id=user,
            alternative_id=alternative,
            requestor=role == ended.sender,
            roles=(code,),
            address=host,
            address_type="2" if host else "",
        )

    def _user(self, ended: HopEnded, role: str) -> str:
        """UserID of a role, by the protocol that carried the hop (ITI TF-2 3.20.7)."""
        if ended.exchange.transport == "http" and role == ended.sender:
            return _ANONYMOUS  # wsa:ReplyTo
        try:
            ends = self.me.book.system(role, ended.transaction).endpoints
        except KeyError:  # a stranger: its address is all that is known of it
            return ""
        match ended.exchange.transport:
            case "mllp" if ends.hl7v2:
                return f"{ends.hl7v2.facility}|{ends.hl7v2.application}"
            case "dicom" if ends.dicom:
                return ends.dicom.ae_title
            case "http" if ends.soap:
                return ends.soap.urls.get(ended.transaction, "")
            case _:
                return ""


def _objects(ended: HopEnded, event: codes.Code, recording: Recording | None) -> list[Object]:
    """Patients, studies and documents that the bytes of the hop name.

    The record of a query names what was asked for, not what was found (PS3.15 A.5.3.10).
    """
    details: tuple[Detail, ...] = ()
    if recording and event is codes.PATIENT_RECORD:
        details = asked.patients_details(recording)
    found: list[Object] = []
    for fact in ended.facts:
        if event is codes.QUERY and fact.side is Side.RESPONSE:
            continue
        match fact.kind:
            case FactKind.PATIENT_ID if fact.value and fact.path != _AT_HER_SOURCE:
                found.append(iti20.patient(fact.value, fact.authority, *details))
            case FactKind.STUDY:
                found.append(iti20.study(fact.value))
            case FactKind.DOCUMENT:
                found.append(iti20.document(fact.value))
            case _:
                pass
    return found


def _once(*objects: Object) -> tuple[Object, ...]:
    """Each object once: as it is described last, which is where most is known of it."""
    return tuple({(each.role, each.id): each for each in objects}.values())


def _merge(whole: AuditMessage, ended: HopEnded) -> list[AuditMessage]:
    """D for the identifier that is gone (MRG-1), U for the one that stays (TF-2 3.8.5.1)."""
    old = {
        iti20.patient(fact.value, fact.authority).id
        for fact in ended.facts
        if fact.kind is FactKind.PATIENT_ID and fact.path.startswith("MRG")
    }
    gone = tuple(each for each in whole.objects if each.id in old)
    stays = tuple(each for each in whole.objects if each.id not in old)
    return [
        msgspec.structs.replace(whole, action="D", objects=gone),
        msgspec.structs.replace(whole, action="U", objects=stays),
    ]
