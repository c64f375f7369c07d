"""The ear for DICOM: an association, recorded by PDU, as its operations.

As with a stranger at one of our own (`showcase.standins.account`), images that come one after the
other are one hop, and what comes with an operation belongs to it: negotiation to the first,
release to the last, the sub-operations of a C-GET to the C-GET.
"""

import msgspec

from showcase.model.exchange import Verdict
from showcase.protocols.dicom import acse
from showcase.protocols.dicom.acse import Request
from showcase.protocols.dicom.command import Command, Field
from showcase.protocols.dicom.conversation import aborted
from showcase.protocols.dicom.dimse import Assembler, Message
from showcase.protocols.dicom.negotiation import Context
from showcase.protocols.dicom.pdu import Framer, Kind, Pdu, values
from showcase.protocols.dicom.recording import contexts_of
from showcase.protocols.dicom.scu import Rejected
from showcase.protocols.dicom.status import Status
from showcase.standins.account import LARGEST, PAUSE, PAUSE_IN_SERIES, UnderWay, label_of
from showcase.taps import judging
from showcase.taps.ear import LARGEST_MESSAGE
from showcase.taps.naming import Naming
from showcase.taps.scribe import Scribe
from showcase.taps.tape import Span
from showcase.wire.failure import LineBroke, hung_up
from showcase.wire.line import Line

_LARGEST_PDU = 64 * 1024 * 1024
"""Two vendors may have agreed on longer PDUs than we would take ourselves."""


class _Asked(msgspec.Struct, frozen=True):
    """A request as it passed."""

    command: Command
    data: bytes
    context: Context


class _Operation:
    """An operation under way, or a series of them."""

    def __init__(self, transaction: str, under_way: UnderWay, line: Line, who: str) -> None:
        self.transaction = transaction
        self.under_way = under_way
        self.line = line
        self.unanswered: _Asked | None = None
        self.images = False
        self._who = who
        self._worst: Status | None = None

    def ask(self, asked: _Asked) -> None:
        self.unanswered = asked
        self.images = asked.command.field is Field.C_STORE

    def answer(self, command: Command) -> None:
        final = judging.final_status(command)
        if self.unanswered is None or final is None:
            return
        self._worst = self._worst if self._worst and not self._worst.good else final
        self.under_way.told(final)
        verdict = judging.dicom(self.transaction, self._worst, command, self._who)
        self.under_way.hop.judge(verdict)
        self.under_way.taken(self.unanswered)
        self.unanswered = None


class DicomEar:
    """Hears one association."""

    def __init__(self, scribe: Scribe, naming: Naming) -> None:
        """Nothing heard yet."""
        self._scribe = scribe
        self._naming = naming
        self._framers = {way: Framer(largest=_LARGEST_PDU) for way in (True, False)}
        self._assemblers = {way: Assembler(largest=LARGEST_MESSAGE) for way in (True, False)}
        self._began: dict[bool, int | None] = {True: None, False: None}
        self._proposal: Request | None = None
        self._contexts: dict[int, Context] = {}
        self._open: _Operation | None = None
        self._taken = {True: 0, False: 0}
        self._accepted = False
        self._fault: Verdict | None = None

    @property
    def asked(self) -> bool:
        """Whether somebody has proposed an association: all one says before it is accepted."""
        return self._proposal is not None

    @property
    def patience(self) -> float | None:
        """A pause, behind an operation that was answered."""
        if self._open is None or self._open.unanswered:
            return None
        return PAUSE_IN_SERIES if self._open.images else PAUSE

    async def hear(self, data: bytes, *, outward: bool) -> None:
        """Bytes have passed."""
        for pdu in self._framers[outward].feed(data):
            await self._pdu(pdu, outward=outward)

    async def lapse(self) -> None:
        """Nothing more came: the operation is over, though the association stands."""
        await self._end(self._framers[True].at, self._framers[False].at)

    async def over(self, failure: LineBroke | None) -> None:
        """Nothing more will come."""
        tape = self._scribe.tape
        if self._open is None and not self._taken[True]:
            await self._in_vain(failure)
            return
        if self._open and self._open.unanswered:
            fault = failure or hung_up(self._scribe.receiver)
            self._open.under_way.hop.judge(self._fault or judging.broken(fault))
        await self._end(tape.end(outward=True), tape.end(outward=False))

    async def _pdu(self, pdu: Pdu, *, outward: bool) -> None:
        match pdu.kind:
            case Kind.ASSOCIATE_RQ if outward:
                self._proposal = acse.decode_request(pdu)
            case Kind.ASSOCIATE_AC if not outward:
                self._accepted = True
                self._contexts = contexts_of(self._proposal, acse.decode_accept(pdu))
            case Kind.ASSOCIATE_RJ if not outward:
                reject = acse.decode_reject(pdu)
                self._fault = Rejected(reject, self._scribe.receiver).verdict
            case Kind.ABORT:
                who = "The caller" if outward else self._scribe.receiver
                self._fault = judging.broken(aborted(who, acse.decode_abort(pdu).words))
            case Kind.P_DATA_TF:
                await self._data(pdu, outward=outward)
            case _:
                pass  # a release belongs to the operation before it

    async def _data(self, pdu: Pdu, *, outward: bool) -> None:
        for value in values(pdu.body):
            start = self._began[outward]
            start = self._began[outward] = pdu.start if start is None else start
            if message := self._assemblers[outward].add(value):
                self._began[outward] = None
                await self._message(message, start, outward=outward)

    async def _message(self, message: Message, start: int, *, outward: bool) -> None:
        command = message.command
        if outward and not command.response and command.field is not Field.C_CANCEL:
            await self._request(message, start)
        elif not outward and command.response and self._open:
            self._open.answer(command)
            if self._scribe.tape.held > LARGEST and not self._open.unanswered:
                await self.lapse()

    async def _request(self, message: Message, start: int) -> None:
        context = self._contexts.get(message.context_id) or Context(message.context_id, "", "")
        asked = _Asked(message.command, message.data or b"", context)
        name = self._proposal.calling if self._proposal else ""
        sop_class = asked.command.sop_class or context.abstract
        sender = self._scribe.sender(name)
        transaction = self._naming.dicom(asked.command, sop_class, sender)
        if self._open and not self._open.under_way.takes(transaction, asked.command.field):
            await self._end(start, self._framers[False].at)
        if self._open is None:
            self._open = await self._begin(transaction, asked, name)
        self._open.under_way.hold()
        self._open.ask(asked)

    async def _begin(self, transaction: str, asked: _Asked, name: str) -> _Operation:
        line = self._scribe.line()
        who = self._scribe.receiver
        context = self._scribe.hop(transaction, line, name=name, label=label_of(asked))
        images = asked.command.field is Field.C_STORE
        under_way = UnderWay(transaction, context, who, images=images)
        await under_way.begin()
        return _Operation(transaction, under_way, line, who)

    async def _end(self, outward: int, inward: int) -> None:
        if self._open is None:
            return
        ending, self._open = self._open, None
        spans = [Span(self._taken[way], end) for way, end in ((True, outward), (False, inward))]
        ending.line.take_up(self._scribe.tape.take(*spans))
        self._taken = {True: outward, False: inward}
        await ending.under_way.end()

    async def _in_vain(self, failure: LineBroke | None) -> None:
        """An association that came to nothing is a hop as well, if somebody has proposed it."""
        if self._proposal is None:
            return
        fault = self._fault or (judging.broken(failure) if failure else None)
        if fault is None and self._accepted:
            return  # opened and released: nobody wanted anything
        fault = fault or judging.broken(hung_up(self._scribe.receiver))
        name = self._proposal.calling
        classes = (each.abstract for each in self._proposal.contexts)
        transaction = self._naming.proposed(classes, self._scribe.sender(name))
        heard = await self._scribe.begin(transaction, name=name)
        tape = self._scribe.tape
        whole = [Span(0, tape.end(outward=way)) for way in (True, False)]
        await heard.end(fault, *whole)
