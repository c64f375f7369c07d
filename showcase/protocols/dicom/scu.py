"""Asks: an association as its requestor (PS3.7 D.3, PS3.8 7.1).

::

    async with associate(endpoint, "CT_1", offer(CT_IMAGE), line) as peer:
        status = await peer.c_store(CT_IMAGE, uid, data)

A failure status is an answer, returned as a `Status`. `Refused` is raised when the peer would not
even talk about it; it carries the `Verdict`. `LineBroke` is raised when no valid answer came.
"""

import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from showcase.model.exchange import Outcome, Verdict
from showcase.model.system import Dicom
from showcase.protocols.dicom import association as events
from showcase.protocols.dicom.acse import OUR_MAXIMUM, Proposed, Reject, Request, Roles
from showcase.protocols.dicom.association import Association
from showcase.protocols.dicom.conversation import Conversation, aborted
from showcase.protocols.dicom.negotiation import narrowed
from showcase.protocols.dicom.pdu import garbled
from showcase.protocols.dicom.requestor import Answerer, Refused, Requestor, nobody_answers
from showcase.wire.failure import LineBroke
from showcase.wire.line import Line
from showcase.wire.stream import connect

_FAREWELL = 5.0
"""Seconds we wait for the answer to a release; all that matters has been said before."""


class Rejected(Refused):
    """A-ASSOCIATE-RJ.

    Attributes:
        reject: What it said.
    """

    def __init__(self, reject: Reject, who: str) -> None:
        """`who` is the peer's AE title."""
        self.reject = reject
        super().__init__(
            Verdict(
                outcome=Outcome.REFUSED,
                status=f"A-ASSOCIATE-RJ {reject.lasting}: {reject.words}",
                words=f"{who} rejects the association: {reject.words}.",
                remedy=_REMEDIES.get(reject.words, "Look into that system's log."),
            )
        )


_REMEDIES = {
    "called AE title not recognised": "Correct the system's AE title in the cast.",
    "calling AE title not recognised": "Enter our AE title in that system's configuration.",
    "temporary congestion": "Wait a moment, then retry.",
    "local limit exceeded": "Close other connections to that system, then retry.",
}


@asynccontextmanager
async def associate(
    endpoint: Dicom,
    calling_ae: str,
    contexts: Sequence[Proposed],
    line: Line,
    *,
    deadline: float = 10.0,
    roles: Roles | None = None,
    answerer: Answerer = nobody_answers,
    tls: ssl.SSLContext | None = None,
) -> AsyncIterator[Requestor]:
    """Open an association, hand it out, release it; abort it when something went wrong.

    Args:
        endpoint: Who is called.
        calling_ae: Our AE title.
        contexts: What we propose; see `negotiation.offer`.
        line: Where to record.
        deadline: Seconds the peer has for each answer.
        roles: SCP/SCU role selection we propose, by SOP class.
        answerer: Answers requests that the peer makes in this association.
        tls: Context for TLS (PS3.15 B.9); None: plain TCP.

    Raises:
        Rejected: The peer rejects the association.
        LineBroke: No valid answer came.
    """
    stream = await connect(endpoint.host, endpoint.port, line, deadline=deadline, tls=tls)
    talk = Conversation(stream, Association(requestor=True, most=endpoint.max_pdu))
    request = Request(
        calling=calling_ae,
        called=endpoint.ae_title,
        contexts=narrowed(contexts, endpoint.transfer_syntaxes),
        roles=roles or {},
        maximum_length=min(endpoint.max_pdu, OUR_MAXIMUM) or OUR_MAXIMUM,
    )
    try:
        await talk.write(talk.machine.ask(request), deadline)
        await _established(talk, endpoint.ae_title, deadline)
        yield Requestor(talk, endpoint.ae_title, deadline, answerer)
        await _release(talk, min(deadline, _FAREWELL))
    except BaseException:
        await talk.abort()
        raise
    finally:
        await talk.close()
        await stream.close()


async def _established(talk: Conversation, who: str, deadline: float) -> None:
    match await talk.next(deadline):
        case events.Accepted():
            return
        case events.Refused(reject):
            raise Rejected(reject, who)
        case events.Aborted(abort):
            raise aborted(who, abort.words)
        case other:
            raise garbled(f"{type(other).__name__} where an acceptance was due")


async def _release(talk: Conversation, deadline: float) -> None:
    """A-RELEASE. All answers are in: whoever cannot say goodbye has still given them."""
    try:
        await talk.write(talk.machine.release(), deadline)
        while True:
            match await talk.next(deadline):
                case events.ReleaseAsked():
                    await talk.write(talk.machine.answer_release(), deadline)
                case events.Received():
                    continue
                case _:
                    return
    except LineBroke:
        await talk.abort()
