"""What A-ASSOCIATE-RQ, -AC, -RJ and A-ABORT say, as frozen nouns (PS3.8 9.3.2 - 9.3.8, PS3.7 D.3).

The codec is pynetdicom's; its types end here.
"""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from pynetdicom import pdu as codec
from pynetdicom.pdu_items import (
    ImplementationClassUIDSubItem,
    ImplementationVersionNameSubItem,
    MaximumLengthSubItem,
    SCP_SCU_RoleSelectionSubItem,
)
from pynetdicom.pdu_primitives import (
    A_ASSOCIATE,
    ImplementationVersionNameNotification,
    SCP_SCU_RoleSelectionNegotiation,
)
from pynetdicom.presentation import PresentationContext

from showcase.model.oid import IMPLEMENTATION_CLASS
from showcase.protocols.dicom.acse_items import known
from showcase.protocols.dicom.pdu import Pdu, garbled

# it logs each damaged field with a traceback, and raises; we say in words why a peer was cut off
logging.getLogger("pynetdicom.utils").setLevel(logging.CRITICAL)

APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1"
"""The DICOM application context name (PS3.7 A.2.1)."""

IMPLEMENTATION_VERSION = "SHOWCASE_1"
"""Implementation Version Name (PS3.7 D.3.3.2), at most 16 characters."""

OUR_MAXIMUM = 128 * 1024
"""The P-DATA-TF length we ask peers to keep to: the most that DCMTK's programs make use of."""

Roles = dict[str, tuple[bool, bool]]
"""SCP/SCU role selection (PS3.7 D.3.3.4): SOP class -> (requestor is SCU, requestor is SCP)."""


class Proposed(msgspec.Struct, frozen=True):
    """A presentation context as the requestor proposes it."""

    id: int
    abstract: str
    transfers: tuple[str, ...]


class Granted(msgspec.Struct, frozen=True):
    """What the acceptor says to a proposed context; `result` 0 is acceptance (PS3.8 9.3.3.2)."""

    id: int
    result: int
    transfer: str


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A-ASSOCIATE-RQ. `maximum_length` 0: PDUs of any length (PS3.8 D.1.1)."""

    calling: str
    called: str
    contexts: tuple[Proposed, ...]
    roles: Roles = {}
    maximum_length: int = OUR_MAXIMUM
    application_context: str = APPLICATION_CONTEXT
    protocol_version: int = 1
    implementation: str = IMPLEMENTATION_CLASS
    version_name: str = IMPLEMENTATION_VERSION


class Accept(msgspec.Struct, frozen=True, kw_only=True):
    """A-ASSOCIATE-AC."""

    calling: str
    called: str
    contexts: tuple[Granted, ...]
    roles: Roles = {}
    maximum_length: int = OUR_MAXIMUM
    implementation: str = IMPLEMENTATION_CLASS
    version_name: str = IMPLEMENTATION_VERSION


class Reject(msgspec.Struct, frozen=True):
    """A-ASSOCIATE-RJ: result 1 permanent, 2 transient; source and reason as in PS3.8 9.3.4."""

    result: int
    source: int
    reason: int

    @property
    def words(self) -> str:
        """The reason, in the standard's words."""
        return _REASONS.get((self.source, self.reason), f"reason {self.reason}")

    @property
    def lasting(self) -> str:
        """``rejected-permanent`` or ``rejected-transient``."""
        return "rejected-transient" if self.result == 2 else "rejected-permanent"


_REASONS = {
    (1, 1): "no reason given",
    (1, 2): "application context name not supported",
    (1, 3): "calling AE title not recognised",
    (1, 7): "called AE title not recognised",
    (2, 1): "no reason given",
    (2, 2): "protocol version not supported",
    (3, 1): "temporary congestion",
    (3, 2): "local limit exceeded",
}

CALLED_UNKNOWN = Reject(1, 1, 7)
CONTEXT_NAME_UNKNOWN = Reject(1, 1, 2)
VERSION_UNKNOWN = Reject(1, 2, 2)
NO_REASON = Reject(1, 2, 1)
TOO_MANY = Reject(2, 3, 2)


class Abort(msgspec.Struct, frozen=True):
    """A-ABORT: source 0 the service user, 2 the service provider (PS3.8 9.3.8)."""

    source: int
    reason: int

    @property
    def words(self) -> str:
        """Who aborted, and why, in the standard's words."""
        if self.source == 0:
            return "the peer's application aborted"
        return f"the peer's upper layer aborted: {_ABORTS.get(self.reason, 'unknown reason')}"


_ABORTS = {
    0: "reason not specified",
    1: "unrecognised PDU",
    2: "unexpected PDU",
    4: "unrecognised PDU parameter",
    5: "unexpected PDU parameter",
    6: "invalid PDU parameter value",
}

BY_USER = Abort(0, 0)
UNEXPECTED = Abort(2, 2)
INVALID = Abort(2, 6)
UNSPECIFIED = Abort(2, 0)


def encode_request(request: Request) -> bytes:
    """The A-ASSOCIATE-RQ PDU."""
    primitive = _primitive(request)
    contexts = []
    for each in request.contexts:
        context = PresentationContext()
        context.context_id = each.id
        context.abstract_syntax = each.abstract
        context.transfer_syntax = list(each.transfers)
        contexts.append(context)
    primitive.presentation_context_definition_list = contexts
    return codec.A_ASSOCIATE_RQ(primitive).encode()


def encode_accept(accept: Accept) -> bytes:
    """The A-ASSOCIATE-AC PDU."""
    primitive = _primitive(accept)
    primitive.result = 0
    contexts = []
    for each in accept.contexts:
        context = PresentationContext()
        context.context_id = each.id
        context.result = each.result
        context.transfer_syntax = [each.transfer]
        contexts.append(context)
    primitive.presentation_context_definition_results_list = contexts
    return codec.A_ASSOCIATE_AC(primitive).encode()


def _primitive(noun: Request | Accept) -> A_ASSOCIATE:
    primitive = A_ASSOCIATE()
    primitive.application_context_name = APPLICATION_CONTEXT
    primitive.calling_ae_title = noun.calling
    primitive.called_ae_title = noun.called
    primitive.maximum_length_received = noun.maximum_length
    primitive.implementation_class_uid = noun.implementation
    name = ImplementationVersionNameNotification()
    name.implementation_version_name = noun.version_name
    primitive.user_information.append(name)
    for uid, (scu, scp) in noun.roles.items():
        item = SCP_SCU_RoleSelectionNegotiation()
        item.sop_class_uid = uid
        item.scu_role, item.scp_role = scu, scp
        primitive.user_information.append(item)
    return primitive


def encode_reject(reject: Reject) -> bytes:
    """The A-ASSOCIATE-RJ PDU."""
    return bytes((3, 0, 0, 0, 0, 4, 0, reject.result, reject.source, reject.reason))


def encode_abort(abort: Abort) -> bytes:
    """The A-ABORT PDU."""
    return bytes((7, 0, 0, 0, 0, 4, 0, 0, abort.source, abort.reason))


RELEASE_RQ = bytes((5, 0, 0, 0, 0, 4, 0, 0, 0, 0))
RELEASE_RP = bytes((6, 0, 0, 0, 0, 4, 0, 0, 0, 0))


def decode_request(pdu: Pdu) -> Request:
    """What an A-ASSOCIATE-RQ says.

    Raises:
        Garbled: It is damaged.
    """
    return _read(codec.A_ASSOCIATE_RQ(), pdu, _request)


def decode_accept(pdu: Pdu) -> Accept:
    """What an A-ASSOCIATE-AC says.

    Raises:
        Garbled: It is damaged.
    """
    return _read(codec.A_ASSOCIATE_AC(), pdu, _accept)


def decode_reject(pdu: Pdu) -> Reject:
    """What an A-ASSOCIATE-RJ says."""
    return Reject(*pdu.body[1:4])


def decode_abort(pdu: Pdu) -> Abort:
    """What an A-ABORT says."""
    return Abort(*pdu.body[2:4])


_Codec = TypeVar("_Codec", codec.A_ASSOCIATE_RQ, codec.A_ASSOCIATE_AC)
_Noun = TypeVar("_Noun", Request, Accept)


def _read(found: _Codec, pdu: Pdu, build: Callable[[_Codec], _Noun]) -> _Noun:
    try:
        found.decode(known(pdu))
        return build(found)
    except Exception as error:
        raise garbled(f"a damaged {pdu.kind.name.replace('_', '-')} ({error})") from error


def _request(found: codec.A_ASSOCIATE_RQ) -> Request:
    return Request(
        calling=found.calling_ae_title.strip(),
        called=found.called_ae_title.strip(),
        protocol_version=found.protocol_version,
        application_context=str(found.application_context_name or ""),
        contexts=tuple(
            Proposed(
                each.context_id or 0,
                str(each.abstract_syntax or ""),
                tuple(str(uid) for uid in each.transfer_syntax),
            )
            for each in found.presentation_context
        ),
        **_user_information(found),
    )


def _accept(found: codec.A_ASSOCIATE_AC) -> Accept:
    return Accept(
        calling=found.calling_ae_title.strip(),
        called=found.called_ae_title.strip(),
        contexts=tuple(
            Granted(each.context_id or 0, each.result or 0, str(each.transfer_syntax or ""))
            for each in found.presentation_context
        ),
        **_user_information(found),
    )


def _user_information(found: Any) -> dict[str, Any]:  # noqa: ANN401 - either PDU
    items = found.user_information.user_data if found.user_information else []
    values: dict[str, Any] = {
        "roles": {},
        "maximum_length": 0,
        "implementation": "",
        "version_name": "",
    }
    for item in items:
        if isinstance(item, MaximumLengthSubItem):
            values["maximum_length"] = item.maximum_length_received or 0
        elif isinstance(item, ImplementationClassUIDSubItem):
            values["implementation"] = str(item.implementation_class_uid or "")
        elif isinstance(item, ImplementationVersionNameSubItem):
            values["version_name"] = str(item.implementation_version_name or "")
        elif isinstance(item, SCP_SCU_RoleSelectionSubItem):
            values["roles"][str(item.sop_class_uid)] = (bool(item.scu_role), bool(item.scp_role))
    return values
