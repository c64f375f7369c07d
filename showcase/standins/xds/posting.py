"""One SOAP request to another role, as every XDS actor sends it."""

import msgspec

from showcase.protocols.soap import client
from showcase.protocols.soap.client import Call
from showcase.protocols.soap.verdict import Answer
from showcase.standins.hop import Hop
from showcase.standins.security import tls_of
from showcase.standins.standin import StandIn
from showcase.wire.failure import Unreachable


async def post(
    me: StandIn, what: Call, receiver: str, hop: Hop, *, patience: float = 1.0
) -> Answer:
    """Send a request within a hop.

    Args:
        me: Who sends.
        what: The request.
        receiver: Role key.
        hop: Where it is recorded.
        patience: Part of the receiver's deadline that it gets.

    Raises:
        LineBroke: No valid answer came, or the receiver has no address for it.
    """
    system = me.partner(receiver, what.transaction)
    url = system.endpoints.soap.urls.get(what.transaction) if system.endpoints.soap else None
    if not url:
        raise Unreachable(
            f"{receiver} has no address for {what.transaction}.",
            remedy="Give its system a soap URL for it in the cast.",
            status="no URL",
        )
    answer = await client.call(
        what,
        url,
        hop.line,
        deadline=system.deadline * patience,
        tls=me.security.towards(tls_of(system.endpoints.soap, url), receiver),
    )
    return msgspec.structs.replace(answer, who=me.book.called(receiver))
