"""The upper layer's state machine (PS3.8 9.2), one for both sides, without I/O.

Local methods return the bytes to send; `receive` turns bytes that came into events. What is legal
when stands in two tables; the names ``Sta6``, ``AR-8`` are those of PS3.8 Tables 9-1 to 9-10.
The states that only wait for the transport (Sta4) have no place here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from showcase.protocols.dicom import acse, dimse
from showcase.protocols.dicom.acse import Abort, Accept, Reject, Request
from showcase.protocols.dicom.dimse import Assembler, Message
from showcase.protocols.dicom.negotiation import Context, Support, agreed, grant
from showcase.protocols.dicom.pdu import Framer, Kind, Pdu, garbled, values
from showcase.wire.limits import DEFAULT


class State(Enum):
    """PS3.8 Tables 9-1 to 9-5."""

    IDLE = "Sta1"
    AWAITS_REQUEST = "Sta2"
    REQUESTED = "Sta3"
    AWAITS_ACCEPT = "Sta5"
    ESTABLISHED = "Sta6"
    AWAITS_RELEASE = "Sta7"
    RELEASE_ASKED = "Sta8"
    COLLIDED_REQUESTOR = "Sta9"
    COLLIDED_ACCEPTOR = "Sta10"
    COLLIDED_REQUESTOR_AWAITS = "Sta11"
    COLLIDED_ACCEPTOR_ASKED = "Sta12"
    AWAITS_CLOSE = "Sta13"


class Deed(Enum):
    """What the local user does."""

    REQUEST = auto()
    ACCEPT = auto()
    REJECT = auto()
    SEND = auto()
    RELEASE = auto()
    ANSWER_RELEASE = auto()


_S, _K, _D = State, Kind, Deed

_RECEIVED: dict[tuple[State, Kind], State] = {
    (_S.AWAITS_REQUEST, _K.ASSOCIATE_RQ): _S.REQUESTED,  # AE-6
    (_S.AWAITS_ACCEPT, _K.ASSOCIATE_AC): _S.ESTABLISHED,  # AE-3
    (_S.AWAITS_ACCEPT, _K.ASSOCIATE_RJ): _S.IDLE,  # AE-4
    (_S.ESTABLISHED, _K.P_DATA_TF): _S.ESTABLISHED,  # DT-2
    (_S.ESTABLISHED, _K.RELEASE_RQ): _S.RELEASE_ASKED,  # AR-2
    (_S.AWAITS_RELEASE, _K.P_DATA_TF): _S.AWAITS_RELEASE,  # AR-6
    (_S.AWAITS_RELEASE, _K.RELEASE_RP): _S.IDLE,  # AR-3
    (_S.AWAITS_RELEASE, _K.RELEASE_RQ): _S.COLLIDED_ACCEPTOR,  # AR-8: the requestor goes to Sta9
    (_S.COLLIDED_ACCEPTOR, _K.RELEASE_RP): _S.COLLIDED_ACCEPTOR_ASKED,  # AR-10
    (_S.COLLIDED_REQUESTOR_AWAITS, _K.RELEASE_RP): _S.IDLE,  # AR-3
}
"""What may come in which state. All else is answered by A-ABORT (AA-1, AA-8)."""

_DONE: dict[tuple[State, Deed], State] = {
    (_S.IDLE, _D.REQUEST): _S.AWAITS_ACCEPT,  # AE-2
    (_S.REQUESTED, _D.ACCEPT): _S.ESTABLISHED,  # AE-7
    (_S.REQUESTED, _D.REJECT): _S.AWAITS_CLOSE,  # AE-8
    (_S.ESTABLISHED, _D.SEND): _S.ESTABLISHED,  # DT-1
    (_S.RELEASE_ASKED, _D.SEND): _S.RELEASE_ASKED,  # AR-7
    (_S.ESTABLISHED, _D.RELEASE): _S.AWAITS_RELEASE,  # AR-1
    (_S.RELEASE_ASKED, _D.ANSWER_RELEASE): _S.AWAITS_CLOSE,  # AR-4
    (_S.COLLIDED_REQUESTOR, _D.ANSWER_RELEASE): _S.COLLIDED_REQUESTOR_AWAITS,  # AR-9
    (_S.COLLIDED_ACCEPTOR_ASKED, _D.ANSWER_RELEASE): _S.AWAITS_CLOSE,  # AR-4
}
"""What the local user may do in which state; all else is our own mistake."""


@dataclass(frozen=True, slots=True)
class Requested:
    """A-ASSOCIATE indication: somebody wants an association; `accept` or `reject` it."""

    request: Request


@dataclass(frozen=True, slots=True)
class Accepted:
    """A-ASSOCIATE confirmation: the association stands; `contexts` says in what."""

    accept: Accept


@dataclass(frozen=True, slots=True)
class Refused:
    """A-ASSOCIATE confirmation, negative."""

    reject: Reject


@dataclass(frozen=True, slots=True)
class Received:
    """P-DATA indications have completed a message."""

    message: Message


@dataclass(frozen=True, slots=True)
class ReleaseAsked:
    """A-RELEASE indication: the peer is done; `answer_release`."""


@dataclass(frozen=True, slots=True)
class Released:
    """A-RELEASE confirmation: the association is over in good order."""


@dataclass(frozen=True, slots=True)
class Aborted:
    """A-ABORT or A-P-ABORT indication."""

    abort: Abort


Event = Requested | Accepted | Refused | Received | ReleaseAsked | Released | Aborted


class Association:
    """One association, as seen from one of its sides.

    Attributes:
        state: Where it stands in PS3.8's tables.
        request: What was asked for; None before.
        contexts: What was agreed, by presentation context id.
        complaint: The A-ABORT that is due after `receive` has raised `Garbled`.
        pdus: How many PDUs have come.
    """

    def __init__(
        self, *, requestor: bool, largest: int = DEFAULT.message_bytes, most: int = 0
    ) -> None:
        """A requestor may now `request`; an acceptor waits.

        Args:
            requestor: Who asked for it.
            largest: Bytes of a dataset, at most.
            most: Bytes of a PDU that we send, whatever more the peer takes; 0: as it says.
        """
        self._most = most
        self.state = State.IDLE if requestor else State.AWAITS_REQUEST
        self.requestor = requestor
        self.request: Request | None = None
        self.contexts: dict[int, Context] = {}
        self.complaint = acse.INVALID
        self.pdus = 0
        self._peer_maximum = 0
        self._framer = Framer()
        self._assembler = Assembler(largest=largest)
        self._readers: dict[Kind, Callable[[Pdu], Iterator[Event]]] = {
            Kind.ASSOCIATE_RQ: self._on_request,
            Kind.ASSOCIATE_AC: self._on_accept,
            Kind.ASSOCIATE_RJ: self._on_reject,
            Kind.P_DATA_TF: self._on_data,
            Kind.RELEASE_RQ: self._on_release_request,
            Kind.RELEASE_RP: self._on_release_reply,
        }

    def ask(self, request: Request) -> bytes:
        """A-ASSOCIATE request."""
        self._do(Deed.REQUEST)
        self.request = request
        return acse.encode_request(request)

    def accept(self, support: Callable[[str], Support | None]) -> bytes:
        """A-ASSOCIATE response: grant what is supported of what was proposed.

        Raises:
            Garbled: The proposals break the standard.
        """
        assert self.request is not None
        granted, roles, contexts = grant(self.request, support)
        self._do(Deed.ACCEPT)
        self.contexts = {each.id: each for each in contexts}
        return acse.encode_accept(
            Accept(
                calling=self.request.calling,
                called=self.request.called,
                contexts=granted,
                roles=roles,
            )
        )

    def reject(self, reject: Reject) -> bytes:
        """A-ASSOCIATE response, negative."""
        self._do(Deed.REJECT)
        return acse.encode_reject(reject)

    def send(self, message: Message) -> list[bytes | memoryview]:
        """P-DATA requests for one message, as buffers to write one after the other."""
        self._do(Deed.SEND)
        return dimse.encode(message, self._peer_maximum)

    def release(self) -> bytes:
        """A-RELEASE request."""
        self._do(Deed.RELEASE)
        return acse.RELEASE_RQ

    def answer_release(self) -> bytes:
        """A-RELEASE response."""
        self._do(Deed.ANSWER_RELEASE)
        return acse.RELEASE_RP

    def abort(self, abort: Abort = acse.BY_USER) -> bytes:
        """A-ABORT request: legal at any time; what came and was not read is lost."""
        self.state = State.AWAITS_CLOSE
        return acse.encode_abort(abort)

    def receive(self, data: bytes) -> Iterator[Event]:
        """What the bytes that came mean.

        Raises:
            Garbled: (while iterating) they break the protocol; `complaint` is the A-ABORT due.
        """
        for pdu in self._framer.feed(data):
            self.pdus += 1
            yield from self._take(pdu)

    def _do(self, deed: Deed) -> None:
        try:
            self.state = _DONE[self.state, deed]
        except KeyError:
            raise RuntimeError(f"{deed.name} is not possible in {self.state.value}") from None

    def _take(self, pdu: Pdu) -> Iterator[Event]:
        if self.state is State.AWAITS_CLOSE or self.state is State.IDLE:
            return  # AA-6: what comes after the end is not looked at
        if pdu.kind is Kind.ABORT:
            self.state = State.IDLE
            yield Aborted(acse.decode_abort(pdu))
            return
        after = _RECEIVED.get((self.state, pdu.kind))
        if after is None:
            self.complaint = acse.UNEXPECTED
            raise garbled(f"{pdu.kind.name.replace('_', '-')} in state {self.state.value}")
        self.state = after
        yield from self._readers[pdu.kind](pdu)

    def _on_request(self, pdu: Pdu) -> Iterator[Event]:
        self.request = acse.decode_request(pdu)
        self._limit(self.request.maximum_length)
        yield Requested(self.request)

    def _on_accept(self, pdu: Pdu) -> Iterator[Event]:
        accept = acse.decode_accept(pdu)
        assert self.request is not None
        self._limit(accept.maximum_length)
        self.contexts = {each.id: each for each in agreed(self.request, accept)}
        yield Accepted(accept)

    def _limit(self, maximum: int) -> None:
        if 0 < maximum < dimse.LEAST_PDU:
            raise garbled(f"a peer that takes only {maximum} bytes at a time")
        self._peer_maximum = min(filter(None, (maximum, self._most)), default=0)

    def _on_reject(self, pdu: Pdu) -> Iterator[Event]:
        yield Refused(acse.decode_reject(pdu))

    def _on_data(self, pdu: Pdu) -> Iterator[Event]:
        for value in values(pdu.body):
            if value.context_id not in self.contexts:
                raise garbled(f"a message in presentation context {value.context_id}, not agreed")
            message = self._assembler.add(value)
            if message:
                yield Received(message)

    def _on_release_request(self, _pdu: Pdu) -> Iterator[Event]:
        if self.state is State.COLLIDED_ACCEPTOR and self.requestor:
            self.state = State.COLLIDED_REQUESTOR
        if self.state is not State.COLLIDED_ACCEPTOR:
            yield ReleaseAsked()

    def _on_release_reply(self, _pdu: Pdu) -> Iterator[Event]:
        yield ReleaseAsked() if self.state is State.COLLIDED_ACCEPTOR_ASKED else Released()
