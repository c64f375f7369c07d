"""Recorded associations, made of the codecs alone."""

from pydicom.dataset import Dataset

from showcase.protocols.dicom import acse, messages
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom.acse import Accept, Granted, Request
from showcase.protocols.dicom.command import Field, Value
from showcase.protocols.dicom.dimse import Message, encode
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE, IMPLICIT_LITTLE, Context, offer
from tests.showcase.protocols.dicom.samples import worklist_item

__all__ = ["Wire", "worklist_item"]


class Wire:
    """One association, its bytes in both directions."""

    def __init__(self, sop_class: str, *, transfer: str = EXPLICIT_LITTLE) -> None:
        contexts = offer(sop_class, transfers=(EXPLICIT_LITTLE, IMPLICIT_LITTLE))
        granted = (Granted(1, 0, transfer),)
        self._context = Context(1, sop_class, transfer)
        self._number = 0
        self.request = acse.encode_request(Request(calling="A", called="B", contexts=contexts))
        self.response = acse.encode_accept(Accept(calling="A", called="B", contexts=granted))

    def ask(self, field: Field, dataset: Dataset, **more: Value) -> Message:
        self._number += 1
        data = datasets.encode(dataset, self._context.transfer)
        asked = messages.request(field, self._context, self._number, data, more)
        self.request += b"".join(encode(asked, 16384))
        return asked

    def answer(self, asked: Message, status: int, dataset: Dataset | None = None) -> None:
        said = messages.response(asked, self._context, status, dataset)
        self.response += b"".join(encode(said, 16384))
