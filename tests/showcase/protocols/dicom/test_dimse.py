import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.dicom.command import Command
from showcase.protocols.dicom.dimse import Assembler, Message, encode, room
from showcase.protocols.dicom.pdu import Framer, Kind, Pdv, values
from showcase.wire.failure import Garbled
from tests.showcase.protocols.dicom.strategies import messages


def assembled(sent: bytes, largest: int = 10_000) -> list[Message]:
    assembler = Assembler(largest=largest)
    return [
        message
        for pdu in Framer().feed(sent)
        for value in values(pdu.body)
        if (message := assembler.add(value))
    ]


@given(st.lists(messages(), max_size=4), st.sampled_from([0, 32, 64, 128, 16382]))
def test_what_was_cut_is_put_together(sent: list[Message], maximum: int) -> None:
    stream = b"".join(b"".join(encode(message, maximum)) for message in sent)
    assert assembled(stream) == sent


@given(messages(), st.integers(16, 200).map(lambda half: 2 * half))
def test_no_pdu_is_longer_than_the_peer_takes(message: Message, maximum: int) -> None:
    stream = b"".join(encode(message, maximum))
    for pdu in Framer().feed(stream):
        assert pdu.kind is Kind.P_DATA_TF
        assert len(pdu.body) <= maximum


def test_a_peer_without_a_limit_gets_large_pdus() -> None:
    assert room(0) > 500_000
    assert room(16383) == 16376


def test_a_dataset_over_the_limit_is_refused() -> None:
    message = Message(1, Command({"CommandField": 1, "CommandDataSetType": 1}), b"x" * 200)
    with pytest.raises(Garbled, match="larger than 100 bytes"):
        assembled(b"".join(encode(message, 64)), largest=100)


@pytest.mark.parametrize(
    "values_",
    [
        [Pdv(1, command=False, last=True, fragment=b"ab")],
        [Pdv(1, command=True, last=False, fragment=b""), Pdv(3, True, True, b"")],
        [Pdv(1, command=True, last=False, fragment=b""), Pdv(1, False, True, b"")],
        [Pdv(1, command=True, last=True, fragment=b"noise")],
    ],
)
def test_fragments_in_the_wrong_place_are_refused(values_: list[Pdv]) -> None:
    assembler = Assembler(largest=100)
    for value in values_[:-1]:
        assert assembler.add(value) is None
    with pytest.raises(Garbled):
        assembler.add(values_[-1])
