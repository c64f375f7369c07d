from hypothesis import given
from hypothesis import strategies as st
from pydicom.dataset import Dataset

from showcase.protocols.dicom import acse, recording
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom.acse import Accept, Granted, Request
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.dimse import encode
from showcase.protocols.dicom.messages import request
from showcase.protocols.dicom.negotiation import (
    EXPLICIT_BIG,
    EXPLICIT_LITTLE,
    IMPLICIT_LITTLE,
    Context,
    offer,
)

CT = "1.2.840.10008.5.1.4.1.1.2"


def stored(transfer: str) -> tuple[bytes, bytes]:
    """An association with one C-STORE-RQ: what the requestor sent before it, and itself."""
    contexts = offer(CT, transfers=(EXPLICIT_LITTLE, IMPLICIT_LITTLE, EXPLICIT_BIG))
    greeting = acse.encode_request(Request(calling="A", called="B", contexts=contexts))
    image = Dataset()
    image.PatientID = "40213"
    data = datasets.encode(image, transfer)
    more = {"AffectedSOPInstanceUID": "1.2.3"}
    message = request(Field.C_STORE, Context(1, CT, transfer), 1, data, more)
    return greeting, b"".join(encode(message, 64))


def accepted(transfer: str) -> bytes:
    granted = (Granted(1, 0, transfer),)
    return acse.encode_accept(Accept(calling="A", called="B", contexts=granted))


def test_a_recorded_association_is_read() -> None:
    for transfer in (EXPLICIT_LITTLE, IMPLICIT_LITTLE, EXPLICIT_BIG):
        greeting, store = stored(transfer)
        dialogue = recording.read(greeting + store, accepted(transfer))
        (said,) = dialogue.outward
        assert said.transfer == transfer
        assert said.dataset().PatientID == "40213"
        assert (said.start, said.end) == (len(greeting), len(greeting + store))


def test_the_syntax_is_guessed_where_the_beginning_is_missing() -> None:
    for transfer in (EXPLICIT_LITTLE, IMPLICIT_LITTLE, EXPLICIT_BIG):
        _, store = stored(transfer)
        (said,) = recording.read(store, b"").outward
        assert said.transfer == transfer
        assert said.peek("PatientID").PatientID == "40213"


def test_what_stands_before_damage_is_read() -> None:
    greeting, store = stored(EXPLICIT_LITTLE)
    dialogue = recording.read(greeting + store + store[:50] + b"noise", b"noise")
    assert len(dialogue.outward) == 1
    assert dialogue.inward == ()


@given(st.binary(max_size=120), st.binary(max_size=120))
def test_noise_never_breaks_the_reader(one: bytes, other: bytes) -> None:
    recording.read(one, other)


@given(st.integers(0, 400), st.integers(0, 255))
def test_a_flipped_byte_never_breaks_the_reader(place: int, value: int) -> None:
    greeting, store = stored(EXPLICIT_LITTLE)
    damaged = bytearray(greeting + store)
    damaged[place % len(damaged)] = value
    dialogue = recording.read(bytes(damaged), accepted(EXPLICIT_LITTLE))
    for said in dialogue.outward:
        said.dataset()
