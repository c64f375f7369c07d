"""One SOAP request into one answer: addressing, dispatch, faults (SOAP 1.2; WS-Addressing 1.0).

Whatever comes, something goes back: a request that cannot be read is answered by a fault, and so
is a handler's own mistake.
"""

from collections.abc import Awaitable, Callable, Mapping

import msgspec
import structlog
from lxml import etree

from showcase.model.exchange import Outcome, Verdict
from showcase.protocols.soap import envelope, message, mtom, registry_response, verdict
from showcase.protocols.soap.envelope import Envelope, Fault
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.mtom import Attachment
from showcase.protocols.soap.vocabulary import ANONYMOUS, SOAP11, WSA
from showcase.wire.failure import Garbled

_INVALID = "InvalidAddressingHeader"
_OLD = "VersionMismatch"

_log = structlog.get_logger()


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What a handler answers.

    Attributes:
        body: What goes into the SOAP body.
        attachments: Elements of it, and the bytes that they stand for.
        label: What a person would call the thing that was asked about: a document's title.
    """

    body: etree._Element
    attachments: tuple[tuple[etree._Element, Attachment], ...] = ()
    label: str = ""


Handler = Callable[[Message], Awaitable[Reply]]
"""Answers one request. A `Garbled` it raises becomes a soap12:Sender fault."""


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One action that a service takes.

    Attributes:
        transaction: Catalogue id.
        response_action: wsa:Action of the answer.
        mtom: What the Technical Framework wants it packed as.
    """

    transaction: str
    response_action: str
    mtom: bool
    handle: Handler


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """An answer, ready for HTTP.

    Attributes:
        verdict: What it means to whoever asked.
        label: As in `Reply`.
    """

    status: int
    content_type: str
    body: bytes
    verdict: Verdict
    label: str = ""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A request, as far as it can be read.

    Attributes:
        said: What it is; or, where it cannot be read, the fault that says why.
        as_mtom: How it is packed.
    """

    said: Message | Fault
    as_mtom: bool

    @property
    def action(self) -> str:
        """Its wsa:Action; empty where that cannot be read."""
        return "" if isinstance(self.said, Fault) else self.said.envelope.action


def read(content_type: str, body: bytes | bytearray) -> Asked:
    """A request, from what its HTTP head says and from its HTTP body."""
    as_mtom = mtom.is_package(content_type)
    try:
        return Asked(said=message.read(content_type, body), as_mtom=as_mtom)
    except Garbled as error:
        return Asked(said=unreadable(error), as_mtom=as_mtom)


async def serve(what: Asked, operations: Mapping[str, Operation]) -> Served:
    """Answer one request.

    Args:
        what: The request.
        operations: By wsa:Action. The HTTP `action` parameter is ignored (TF-2 V.3.2).
    """
    asked, as_mtom = what.said, what.as_mtom
    if isinstance(asked, Fault):
        return fault(asked, "", as_mtom=as_mtom)
    head = asked.envelope
    refusal = addressing_fault(head, operations)
    if refusal:
        return fault(refusal, head.message_id, as_mtom=as_mtom)
    operation = operations[head.action]
    if operation.mtom is not as_mtom:
        _log.info(
            "packed otherwise than IHE ITI TF-2 V.3.6 asks",
            transaction=operation.transaction,
            mtom=as_mtom,
        )
    try:
        reply = await operation.handle(asked)
    except Garbled as error:
        return fault(unreadable(error), head.message_id, as_mtom=as_mtom)
    except Exception:  # noqa: BLE001 - one caller's request must not close the port for all
        _log.exception("handler failed", transaction=operation.transaction)
        ours = Fault(code="Receiver", reason="Showcase itself failed while it handled this.")
        return fault(ours, head.message_id, as_mtom=as_mtom)
    return _served(reply, operation, head, as_mtom=as_mtom)


def _served(reply: Reply, operation: Operation, head: Envelope, *, as_mtom: bool) -> Served:
    root = envelope.answer(reply.body, action=operation.response_action, relates_to=head.message_id)
    content_type, packed = message.pack(
        root, reply.attachments, as_mtom=as_mtom, action=operation.response_action
    )
    response = registry_response.read(reply.body)
    assert response is not None, "every XDS.b answer holds a response status"
    return Served(
        status=200,
        content_type=content_type,
        body=packed,
        verdict=verdict.of_response(response),
        label=reply.label,
    )


def addressing_fault(head: Envelope, operations: Mapping[str, Operation]) -> Fault | None:
    """Why a request with these headers cannot be served; None when it can."""
    strange = tuple(n for n in head.mandatory if not n.startswith(f"{{{WSA}}}"))
    if strange:
        names = ", ".join(strange)
        return Fault(
            code="MustUnderstand", reason=f"Header not understood: {names}", not_understood=strange
        )
    if head.repeated:
        names = ", ".join(head.repeated)
        return _sender(_INVALID, f"More than one wsa:{names}", cause="InvalidCardinality")
    if not head.action:
        return _sender("MessageAddressingHeaderRequired", "There is no wsa:Action")
    if head.reply_to not in {"", ANONYMOUS}:
        return _sender(
            _INVALID, "wsa:ReplyTo must be anonymous", cause="OnlyAnonymousAddressSupported"
        )
    if head.action not in operations:
        taken = ", ".join(operations)
        return _sender(
            "ActionNotSupported", f"{head.action} is not taken here; this is: {taken or 'nothing'}"
        )
    return None


def _sender(subcode: str, reason: str, *, cause: str = "") -> Fault:
    """A fault that WS-Addressing foresees (SOAP Binding, 6.4)."""
    return Fault(code="Sender", subcode=subcode, cause=cause, reason=reason)


def unreadable(error: Garbled) -> Fault:
    """The fault for a request that cannot be read."""
    if SOAP11 in error.status:
        return Fault(code=_OLD, reason="This is SOAP 1.1; send SOAP 1.2 (IHE ITI TF-2 V.3.1).")
    return Fault(code="Sender", reason=error.words)


def fault(what: Fault, relates_to: str, *, as_mtom: bool) -> Served:
    """A fault, ready for HTTP, packed as the request was."""
    if what.code == _OLD:
        content_type = "text/xml; charset=UTF-8"
        packed = envelope.to_bytes(envelope.version_mismatch(what.reason))
    else:
        root = envelope.fault_answer(what, relates_to=relates_to)
        content_type, packed = message.pack(root, as_mtom=as_mtom)
    meant = verdict.of_fault(what)
    assert meant.outcome is Outcome.REFUSED
    return Served(status=what.http_status, content_type=content_type, body=packed, verdict=meant)
