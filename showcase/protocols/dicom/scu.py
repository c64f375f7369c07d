"""Asks: an association as its requestor (PS3.7 8.2, 9, 10).

::

    async with associate(endpoint, "CT_1", offer(CT_IMAGE), line) as peer:
        status = await peer.c_store(CT_IMAGE, uid, data)

A failure status is an answer, returned as a `Status`. `Refused` is raised when the peer would not
even talk about it; it carries the `Verdict`. `LineBroke` is raised when no valid answer came.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import msgspec
from pydicom.dataset import Dataset

from showcase.model.exchange import Outcome, Verdict
from showcase.model.system import Dicom
from showcase.protocols.dicom import association as events
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom import messages
from showcase.protocols.dicom.acse import Proposed, Reject, Request, Roles
from showcase.protocols.dicom.association import Association
from showcase.protocols.dicom.command import Command, Field, Value
from showcase.protocols.dicom.conversation import Conversation, aborted
from showcase.protocols.dicom.dimse import Message
from showcase.protocols.dicom.messages import VERIFICATION, status_of
from showcase.protocols.dicom.negotiation import Context
from showcase.protocols.dicom.pdu import garbled
from showcase.protocols.dicom.status import UNRECOGNISED_OPERATION, Status
from showcase.wire.failure import LineBroke
from showcase.wire.line import Line
from showcase.wire.stream import connect

_FAREWELL = 5.0
"""Seconds we wait for the answer to a release; all that matters has been said before."""


class Refused(Exception):
    """The peer does not talk with us about this.

    Attributes:
        verdict: The same, for the hop.
    """

    def __init__(self, verdict: Verdict) -> None:
        """`str()` gives the verdict's words."""
        super().__init__(verdict.words)
        self.verdict = verdict


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


class SubOperations(msgspec.Struct, frozen=True):
    """How far a C-MOVE or C-GET has got (PS3.7 9.3.3.2)."""

    remaining: int
    completed: int
    failed: int
    warning: int


class Moved(msgspec.Struct, frozen=True):
    """How a C-MOVE or C-GET ended."""

    status: Status
    counts: SubOperations
    failed_instances: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True):
    """What a C-FIND found."""

    status: Status
    matches: tuple[Dataset, ...]


Answerer = Callable[[Message, Context], Awaitable[tuple[int, Dataset | None]]]
"""Answers a request that the peer makes in the association we opened: status, dataset."""


async def nobody_answers(_message: Message, _context: Context) -> tuple[int, Dataset | None]:
    """The answerer of a requestor that expects no requests."""
    return UNRECOGNISED_OPERATION, None


class Requestor:
    """An established association, as its requestor."""

    def __init__(self, talk: Conversation, who: str, deadline: float, answerer: Answerer) -> None:
        """Begin with message id 1."""
        self._talk = talk
        self._who = who
        self._deadline = deadline
        self._answerer = answerer
        self._last_id = 0

    @property
    def contexts(self) -> tuple[Context, ...]:
        """What was agreed."""
        return tuple(self._talk.machine.contexts.values())

    def context(self, sop_class: str, transfer: str = "", *, as_scp: bool = False) -> Context:
        """The agreed context for a SOP class.

        Args:
            sop_class: Abstract syntax.
            transfer: Transfer syntax it must have; empty: any.
            as_scp: We want to be its SCP (N-EVENT-REPORT); else its SCU.

        Raises:
            Refused: The peer has accepted none.
        """
        for each in self.contexts:
            role = each.requestor_scp if as_scp else each.requestor_scu
            if each.abstract == sop_class and transfer in {"", each.transfer} and role:
                return each
        raise Refused(
            Verdict(
                outcome=Outcome.REFUSED,
                status="presentation context not accepted",
                words=f"{self._who} does not offer what we need (SOP class {sop_class}).",
                remedy="Enable this SOP class in that system's configuration.",
            )
        )

    def transfers(self, sop_class: str) -> tuple[str, ...]:
        """Transfer syntaxes in which the peer takes instances of a class."""
        found = (c for c in self.contexts if c.abstract == sop_class and c.requestor_scu)
        return tuple(each.transfer for each in found)

    async def c_echo(self) -> Status:
        """Verification (PS3.7 9.1.5)."""
        return await self._once(Field.C_ECHO, self.context(VERIFICATION))

    async def c_store(
        self,
        sop_class: str,
        sop_instance: str,
        data: bytes,
        *,
        transfer: str = "",
        originator: tuple[str, int] | None = None,
    ) -> Status:
        """Store one composite instance, whose dataset is already encoded (PS3.7 9.1.1).

        Args:
            sop_class: Its class.
            sop_instance: Its UID.
            data: Its dataset, in the transfer syntax of the context.
            transfer: That transfer syntax; empty: whichever was accepted.
            originator: AE title and message id of the C-MOVE that this is part of.
        """
        more: dict[str, Value] = {"Priority": 0, "AffectedSOPInstanceUID": sop_instance}
        if originator:
            more["MoveOriginatorApplicationEntityTitle"] = originator[0]
            more["MoveOriginatorMessageID"] = originator[1]
        return await self._once(
            Field.C_STORE, self.context(sop_class, transfer), data=data, more=more
        )

    async def c_find(self, sop_class: str, query: Dataset, *, limit: int = 0) -> Found:
        """Everything that matches (PS3.7 9.1.2).

        Args:
            sop_class: Information model.
            query: Its identifier.
            limit: C-CANCEL once so many have come; 0: take them all.
        """
        context = self.context(sop_class)
        number = await self._ask(
            Field.C_FIND, context, data=self._encode(query, context), more={"Priority": 0}
        )
        matches: list[Dataset] = []
        while True:
            answer = await self._answer(number)
            status = status_of(answer.command)
            if not status.pending:
                return Found(status, tuple(matches))
            if answer.data is None:
                raise garbled("a pending C-FIND response without a dataset")
            matches.append(datasets.decode(answer.data, context.transfer))
            if limit and len(matches) == limit:
                await self._talk.send(messages.cancel(context, number), self._deadline)

    async def c_move(
        self,
        sop_class: str,
        query: Dataset,
        destination: str,
        *,
        on_progress: Callable[[SubOperations], None] = lambda _counts: None,
    ) -> Moved:
        """Have the peer send matching instances to `destination` (PS3.7 9.1.4)."""
        more: dict[str, Value] = {"Priority": 0, "MoveDestination": destination}
        return await self._retrieve(Field.C_MOVE, sop_class, query, more, on_progress)

    async def c_get(
        self,
        sop_class: str,
        query: Dataset,
        *,
        on_progress: Callable[[SubOperations], None] = lambda _counts: None,
    ) -> Moved:
        """Have the peer send matching instances to the answerer (PS3.7 9.1.3)."""
        return await self._retrieve(Field.C_GET, sop_class, query, {"Priority": 0}, on_progress)

    async def n_create(
        self, sop_class: str, sop_instance: str, attributes: Dataset
    ) -> tuple[Status, Dataset | None]:
        """Create a managed instance (PS3.7 10.1.5)."""
        context = self.context(sop_class)
        more: dict[str, Value] = {"AffectedSOPInstanceUID": sop_instance}
        return await self._managed(Field.N_CREATE, context, attributes, more)

    async def n_set(
        self, sop_class: str, sop_instance: str, attributes: Dataset
    ) -> tuple[Status, Dataset | None]:
        """Change a managed instance (PS3.7 10.1.3)."""
        context = self.context(sop_class)
        more: dict[str, Value] = {"RequestedSOPInstanceUID": sop_instance}
        return await self._managed(Field.N_SET, context, attributes, more)

    async def n_action(
        self, sop_class: str, sop_instance: str, action: int, information: Dataset
    ) -> tuple[Status, Dataset | None]:
        """Have a managed instance do something (PS3.7 10.1.4)."""
        context = self.context(sop_class)
        more: dict[str, Value] = {"RequestedSOPInstanceUID": sop_instance, "ActionTypeID": action}
        return await self._managed(Field.N_ACTION, context, information, more)

    async def n_event_report(
        self, sop_class: str, sop_instance: str, event: int, information: Dataset
    ) -> tuple[Status, Dataset | None]:
        """Report what happened to a managed instance; as its SCP (PS3.7 10.1.1)."""
        context = self.context(sop_class, as_scp=True)
        more: dict[str, Value] = {"AffectedSOPInstanceUID": sop_instance, "EventTypeID": event}
        return await self._managed(Field.N_EVENT_REPORT, context, information, more)

    async def _managed(
        self, field: Field, context: Context, attributes: Dataset, more: dict[str, Value]
    ) -> tuple[Status, Dataset | None]:
        number = await self._ask(field, context, data=self._encode(attributes, context), more=more)
        answer = await self._answer(number)
        found = None if answer.data is None else datasets.decode(answer.data, context.transfer)
        return status_of(answer.command), found

    async def _retrieve(
        self,
        field: Field,
        sop_class: str,
        query: Dataset,
        more: dict[str, Value],
        on_progress: Callable[[SubOperations], None],
    ) -> Moved:
        context = self.context(sop_class)
        number = await self._ask(field, context, data=self._encode(query, context), more=more)
        while True:
            answer = await self._answer(number)
            status, counts = status_of(answer.command), _counts(answer.command)
            if status.pending:
                on_progress(counts)
                continue
            failed: tuple[str, ...] = ()
            if answer.data:
                said = datasets.decode(answer.data, context.transfer)
                failed = tuple(uid for uid in _strings(said, "FailedSOPInstanceUIDList") if uid)
            return Moved(status, counts, failed)

    async def _once(
        self,
        field: Field,
        context: Context,
        *,
        data: bytes | None = None,
        more: dict[str, Value] | None = None,
    ) -> Status:
        number = await self._ask(field, context, data=data, more=more or {})
        return status_of((await self._answer(number)).command)

    async def _ask(
        self, field: Field, context: Context, *, data: bytes | None, more: dict[str, Value]
    ) -> int:
        self._last_id = self._last_id % 0xFFFF + 1
        asked = messages.request(field, context, self._last_id, data, more)
        await self._talk.send(asked, self._deadline)
        return self._last_id

    async def _answer(self, number: int) -> Message:
        while True:
            match await self._talk.next(self._deadline):
                case events.Received(message) if not message.command.response:
                    await self._serve(message)
                case events.Received(message):
                    if message.command.number("MessageIDBeingRespondedTo") != number:
                        raise garbled("a response to a request that was not made")
                    return message
                case events.Aborted(abort):
                    raise aborted(self._who, abort.words)
                case other:
                    raise garbled(f"{type(other).__name__} where a response was due")

    async def _serve(self, message: Message) -> None:
        context = self._talk.machine.contexts[message.context_id]
        status, dataset = await self._answerer(message, context)
        answer = messages.response(message, context, status, dataset)
        await self._talk.send(answer, self._deadline)

    def _encode(self, dataset: Dataset, context: Context) -> bytes:
        return datasets.encode(dataset, context.transfer)


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

    Raises:
        Rejected: The peer rejects the association.
        LineBroke: No valid answer came.
    """
    stream = await connect(endpoint.host, endpoint.port, line, deadline=deadline)
    talk = Conversation(stream, Association(requestor=True))
    request = Request(
        calling=calling_ae, called=endpoint.ae_title, contexts=tuple(contexts), roles=roles or {}
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


def _counts(command: Command) -> SubOperations:
    return SubOperations(
        command.number("NumberOfRemainingSuboperations"),
        command.number("NumberOfCompletedSuboperations"),
        command.number("NumberOfFailedSuboperations"),
        command.number("NumberOfWarningSuboperations"),
    )


def _strings(dataset: Dataset, keyword: str) -> tuple[str, ...]:
    value = dataset.get(keyword)
    if value is None or isinstance(value, str):
        return (str(value or ""),)
    return tuple(str(each) for each in value)
