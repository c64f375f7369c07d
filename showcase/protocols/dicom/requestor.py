"""An established association, as its requestor: a method for each operation (PS3.7 8 - 10)."""

from collections.abc import Awaitable, Callable

import msgspec
from pydicom.dataset import Dataset

from showcase.model.exchange import Outcome, Verdict
from showcase.protocols.dicom import association as events
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom import messages
from showcase.protocols.dicom.command import Command, Field, Value
from showcase.protocols.dicom.conversation import Conversation, aborted, left
from showcase.protocols.dicom.dimse import Message
from showcase.protocols.dicom.messages import VERIFICATION, status_of
from showcase.protocols.dicom.negotiation import Context
from showcase.protocols.dicom.pdu import garbled
from showcase.protocols.dicom.status import UNRECOGNISED_OPERATION, Status
from showcase.wire.failure import Silent


class Refused(Exception):
    """The peer does not talk with us about this.

    Attributes:
        verdict: The same, for the hop.
    """

    def __init__(self, verdict: Verdict) -> None:
        """`str()` gives the verdict's words."""
        super().__init__(verdict.words)
        self.verdict = verdict


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
        coming: Callable[[], bool] = lambda: False,
    ) -> Moved:
        """Have the peer send matching instances to `destination` (PS3.7 9.1.4).

        Args:
            sop_class: Information model.
            query: Its identifier.
            destination: AE title.
            on_progress: Told the counts of each pending answer.
            coming: Whether instances have arrived since it was asked last. While they do, the peer
                is waited for: it need not say how far it is (PS3.4 C.4.2.1.6).
        """
        more: dict[str, Value] = {"Priority": 0, "MoveDestination": destination}
        return await self._retrieve(Field.C_MOVE, sop_class, query, more, on_progress, coming)

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
        coming: Callable[[], bool] = lambda: False,
    ) -> Moved:
        context = self.context(sop_class)
        number = await self._ask(field, context, data=self._encode(query, context), more=more)
        while True:
            try:
                answer = await self._answer(number)
            except Silent:
                if coming():
                    continue
                raise
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
                case events.ReleaseAsked():
                    raise left(self._who)
                case other:
                    raise garbled(f"{type(other).__name__} where a response was due")

    async def _serve(self, message: Message) -> None:
        context = self._talk.machine.contexts[message.context_id]
        status, dataset = await self._answerer(message, context)
        answer = messages.response(message, context, status, dataset)
        await self._talk.send(answer, self._deadline)

    def _encode(self, dataset: Dataset, context: Context) -> bytes:
        return datasets.encode(dataset, context.transfer)


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
