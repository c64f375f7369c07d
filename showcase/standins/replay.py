"""Tells a stand-in, over its own wire, what the vendor's system in its role was told.

The recorded request goes unaltered to the stand-in's own endpoint, in a connection of ours that
makes no hop: nothing new is said. So it learns by the very code by which it always learns.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome, Verdict
from showcase.protocols.dicom import recording as dicom
from showcase.protocols.dicom import status
from showcase.protocols.dicom.acse import Proposed
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.negotiation import offer
from showcase.protocols.dicom.part10 import File
from showcase.protocols.dicom.recording import Said
from showcase.protocols.dicom.requestor import Refused, Requestor
from showcase.protocols.dicom.scu import associate
from showcase.protocols.dicom.storage import proposals
from showcase.protocols.hl7v2 import recorded as hl7v2
from showcase.protocols.hl7v2.ack import judge_ack
from showcase.protocols.hl7v2.client import exchange
from showcase.protocols.soap import http, message, verdict
from showcase.protocols.soap.verdict import Answer
from showcase.standins.security import tls_of
from showcase.standins.sending import store
from showcase.wire import http_client
from showcase.wire.failure import LineBroke

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_DEADLINE = 30.0
"""Seconds for one exchange; it never leaves this machine."""

_TOLD = frozenset({Field.C_STORE, Field.N_CREATE, Field.N_SET, Field.N_ACTION})
"""DICOM operations after which their receiver knows more than before."""

_DONE = Verdict(outcome=Outcome.ACKNOWLEDGED)


async def replay(me: "StandIn", ended: HopEnded, request: bytes, response: bytes) -> Verdict:
    """Tell `me` what its role was told in a hop.

    Args:
        me: The stand-in of the role.
        ended: A hop of the role.
        request: The bytes of its initiator.
        response: The bytes of its responder.

    Returns:
        What the stand-in made of it; acknowledged, too, when there was nothing to tell.
    """
    try:
        match ended.exchange.transport:
            case "mllp":
                return await _hl7v2(me, request)
            case "http":
                return await _soap(me, ended.transaction, request)
            case "dicom":
                return await _dicom(me, ended, request, response)
            case _:
                return _DONE
    except Refused as no:
        return no.verdict
    except LineBroke as broke:
        return Verdict(outcome=Outcome.FAILED, status=broke.status, words=broke.words)


async def _hl7v2(me: "StandIn", request: bytes) -> Verdict:
    to = me.book.stand_ins[me.role.key].endpoints.hl7v2
    found = _DONE
    for each in hl7v2.messages(request) if to else ():
        assert to
        tls = me.security.towards(to.tls, me.role.key)
        async with me.hops.unseen("mllp") as line:
            answer = await exchange(to, each, line, deadline=_DEADLINE, tls=tls)
            found = _worse(found, judge_ack(answer))
    return found


async def _soap(me: "StandIn", transaction: str, request: bytes) -> Verdict:
    soap = me.book.stand_ins[me.role.key].endpoints.soap
    url = soap.urls.get(transaction) if soap else None
    if url is None:
        return _DONE
    asked = http.read(request)
    body = http.unpacked(asked.body, asked.header("Content-Encoding"))
    head = {"Content-Type": asked.header("Content-Type")}
    tls = me.security.towards(tls_of(soap, url), me.role.key)
    async with me.hops.unseen("http") as line:
        reply = await http_client.post(
            url, headers=head, body=body, line=line, deadline=_DEADLINE, tls=tls
        )
    said = message.read(reply.content_type, reply.body)
    return verdict.of(Answer(http_status=reply.status, reason=reply.reason, message=said))


async def _dicom(me: "StandIn", ended: HopEnded, request: bytes, response: bytes) -> Verdict:
    """What was asked of its role; of a C-GET that it started, the images that came back."""
    dialogue = dicom.read(request, response)
    mine = dialogue.outward if ended.receiver == me.role.key else dialogue.inward
    told = tuple(s for s in mine if not s.command.response and s.command.field in _TOLD and s.data)
    to = me.book.stand_ins[me.role.key].endpoints.dicom
    if to is None or not told:
        return _DONE
    calling = dialogue.proposal.calling if dialogue.proposal else "SHOWCASE"
    tls = me.security.towards(to.tls, me.role.key)
    async with (
        me.hops.unseen("dicom") as line,
        associate(to, calling, _contexts(told), line, deadline=_DEADLINE, tls=tls) as peer,
    ):
        found = _DONE
        for each in told:
            found = _worse(found, status.judge(await _again(peer, each), me.role.title))
        return found


def _contexts(told: Sequence[Said]) -> tuple[Proposed, ...]:
    images = [each for each in told if each.asks(Field.C_STORE)]
    stored = proposals((each.command.sop_class, each.transfer) for each in images)
    others = dict.fromkeys(each.command.sop_class for each in told if each not in images)
    return (*stored, *offer(*others, first=2 * len(stored) + 1))


async def _again(peer: Requestor, said: Said) -> status.Status:
    command = said.command
    what = (command.sop_class, command.sop_instance)
    match command.field:
        case Field.C_STORE:
            file = File(
                sop_class=what[0], sop_instance=what[1], transfer=said.transfer, data=said.data
            )
            return await store(peer, file)
        case Field.N_CREATE:
            return (await peer.n_create(*what, said.dataset()))[0]
        case Field.N_SET:
            return (await peer.n_set(*what, said.dataset()))[0]
        case _:
            action = command.number("ActionTypeID")
            return (await peer.n_action(*what, action, said.dataset()))[0]


def _worse(one: Verdict, other: Verdict) -> Verdict:
    return other if one.outcome is Outcome.ACKNOWLEDGED else one
