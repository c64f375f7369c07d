"""The recorded bytes of an association back into messages.

Never raises: a direction that is damaged gives what came before the damage. A recording may begin
in the middle of an association (one transaction of several); then the transfer syntax is guessed.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pydicom.dataset import Dataset

from showcase.protocols.dicom import acse
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom.acse import Accept, Request
from showcase.protocols.dicom.command import Command, Field
from showcase.protocols.dicom.dimse import Assembler
from showcase.protocols.dicom.negotiation import Context, agreed
from showcase.protocols.dicom.pdu import Framer, Kind, Pdu, values
from showcase.wire.failure import Garbled


class Said(NamedTuple):
    """One message as it was recorded.

    Attributes:
        command: Its command set.
        data: Its dataset; empty when it has none.
        transfer: The transfer syntax of the dataset.
        start: Offset of the first PDU that carries it, in the bytes of its direction.
        end: Offset behind the last.
    """

    command: Command
    data: bytes
    transfer: str
    start: int
    end: int

    def dataset(self) -> Dataset:
        """The dataset's header; empty when it is damaged or there is none."""
        try:
            return datasets.header(self.data, self.transfer)
        except Garbled:
            return Dataset()

    def peek(self, *keywords: str) -> Dataset:
        """Some top-level elements of the dataset; empty when it is damaged."""
        try:
            return datasets.peek(self.data, self.transfer, *keywords)
        except Garbled:
            return Dataset()

    def asks(self, field: Field) -> bool:
        """Whether it is a request for that operation."""
        return self.command.field is field and not self.command.response

    def answers(self, field: Field) -> bool:
        """Whether it is a response to that operation."""
        return self.command.field is field and self.command.response


class Dialogue(NamedTuple):
    """An association as it was recorded.

    Attributes:
        proposal: The A-ASSOCIATE-RQ; None when it was not recorded.
        acceptance: The A-ASSOCIATE-AC; None when it was not recorded.
        contexts: What was agreed, by presentation context id.
        outward: Messages from the association's requestor.
        inward: Messages to it.
    """

    proposal: Request | None
    acceptance: Accept | None
    contexts: dict[int, Context]
    outward: tuple[Said, ...]
    inward: tuple[Said, ...]


def read(request: bytes, response: bytes) -> Dialogue:
    """What both directions of an association say."""
    out, back = tuple(pdus(request)), tuple(pdus(response))
    proposal, acceptance = _proposal(out), _acceptance(back)
    contexts = contexts_of(proposal, acceptance)
    return Dialogue(
        proposal,
        acceptance,
        contexts,
        tuple(messages(out, contexts)),
        tuple(messages(back, contexts)),
    )


def pdus(data: bytes) -> Iterator[Pdu]:
    """The PDUs of one direction, up to the first damage."""
    framer = Framer(largest=len(data))
    try:
        yield from framer.feed(data)
    except Garbled:
        return


def messages(found: tuple[Pdu, ...], contexts: dict[int, Context]) -> Iterator[Said]:
    """The messages that P-DATA-TF PDUs of one direction carry, up to the first damage."""
    assembler = Assembler(largest=sum(len(pdu.body) for pdu in found))
    start = -1
    try:
        for pdu in found:
            if pdu.kind is not Kind.P_DATA_TF:
                continue
            start = pdu.start if start < 0 else start
            for value in values(pdu.body):
                if message := assembler.add(value):
                    data = message.data or b""
                    agreed_on = contexts.get(message.context_id)
                    transfer = agreed_on.transfer if agreed_on else datasets.guess_transfer(data)
                    yield Said(message.command, data, transfer, start, pdu.end)
                    start = -1
    except Garbled:
        return


def _proposal(found: tuple[Pdu, ...]) -> Request | None:
    try:
        return next(
            (acse.decode_request(pdu) for pdu in found if pdu.kind is Kind.ASSOCIATE_RQ), None
        )
    except Garbled:
        return None


def _acceptance(found: tuple[Pdu, ...]) -> Accept | None:
    try:
        return next(
            (acse.decode_accept(pdu) for pdu in found if pdu.kind is Kind.ASSOCIATE_AC), None
        )
    except Garbled:
        return None


def contexts_of(proposal: Request | None, acceptance: Accept | None) -> dict[int, Context]:
    """What was agreed, by presentation context id; nothing where that cannot be told."""
    if not proposal or not acceptance or not proposal.contexts:
        return {}
    try:
        return {each.id: each for each in agreed(proposal, acceptance)}
    except Exception:  # noqa: BLE001 - an acceptance that the tables do not foresee
        return {}
